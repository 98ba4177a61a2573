// The distributions of the figures, by the names that the learner chooses from.
import {
  beta,
  binom,
  type ContinuousDistribution,
  cauchy,
  type DiscreteDistribution,
  expon,
  gamma,
  geom,
  laplace,
  lognorm,
  nbinom,
  norm,
  poisson,
  t,
  uniform,
  weibullMin,
} from "@gradus/stats";

interface Family {
  /** What the shape slider is in this family; undefined if it does nothing. */
  readonly shape?: string;
  make(shape: number, loc: number, scale: number): ContinuousDistribution;
}

/** Continuous families with a shape, where they have one, a location and a scale. */
export const families: Readonly<Record<string, Family>> = {
  Normal: { make: (_, loc, scale) => norm({ loc, scale }) },
  "Log-normal": { shape: "s", make: (s, loc, scale) => lognorm({ s, loc, scale }) },
  Exponential: { make: (_, loc, scale) => expon({ loc, scale }) },
  Gamma: { shape: "a", make: (a, loc, scale) => gamma({ a, loc, scale }) },
  "Beta, b = 2": { shape: "a", make: (a, loc, scale) => beta({ a, b: 2, loc, scale }) },
  Weibull: { shape: "c", make: (c, loc, scale) => weibullMin({ c, loc, scale }) },
  "Student's t": { shape: "df", make: (df, loc, scale) => t({ df, loc, scale }) },
  Cauchy: { make: (_, loc, scale) => cauchy({ loc, scale }) },
  Laplace: { make: (_, loc, scale) => laplace({ loc, scale }) },
  Uniform: { make: (_, loc, scale) => uniform({ loc, scale }) },
};

/** Distributions of counts with a given mean; `n` counts for the binomial alone. */
export const counts: Readonly<Record<string, (mean: number, n: number) => DiscreteDistribution>> = {
  Poisson: (mu) => poisson({ mu }),
  Binomial: (mean, n) => binom({ n, p: Math.min(1, mean / n) }),
  "Negative binomial": (mean) => nbinom({ n: 5, p: 5 / (5 + mean) }),
  Geometric: (mean) => geom({ p: 1 / (1 + mean), loc: -1 }),
};

/** Three digits that count, with a real minus and without a negative 0. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "none";
  if (!Number.isFinite(value)) return "infinite";
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-3 || size >= 1e6)
      ? value.toExponential(1).replace(/e\+?(-?\d+)/, " · 10^$1")
      : String(Number(value.toPrecision(3)));
  return text.replaceAll("-", "−");
}
