import { LOG_ROOT_2PI, ndtr, ndtri } from "../special/normal";

/** The links between a mean and a linear predictor: η = g(μ). */
export type LinkName =
  | "identity"
  | "log"
  | "logit"
  | "probit"
  | "cloglog"
  | "inversePower"
  | "inverseSquared"
  | "sqrt";

/** A link function with its inverse and its derivative. */
export interface Link {
  /** The name in the summary. */
  readonly title: string;
  /** η = g(μ). */
  readonly link: (mean: number) => number;
  /** μ = g⁻¹(η). */
  readonly inverse: (predictor: number) => number;
  /** g′(μ). */
  readonly derivative: (mean: number) => number;
}

/** A probability kept off 0 and 1 by one machine epsilon. */
export function probability(p: number): number {
  return Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON);
}

/** A mean kept off 0 by one machine epsilon. */
export function positiveMean(mean: number): number {
  return Math.max(mean, Number.EPSILON);
}

function power(title: string, exponent: number): Link {
  return {
    title,
    link: (mean) => mean ** exponent,
    inverse: (predictor) => predictor ** (1 / exponent),
    derivative: (mean) => exponent * mean ** (exponent - 1),
  };
}

export const LINKS: Readonly<Record<LinkName, Link>> = {
  identity: { title: "Identity", link: (m) => m, inverse: (e) => e, derivative: () => 1 },
  log: {
    title: "Log",
    link: (mean) => Math.log(positiveMean(mean)),
    inverse: Math.exp,
    derivative: (mean) => 1 / positiveMean(mean),
  },
  logit: {
    title: "Logit",
    link: (p) => Math.log(probability(p) / (1 - probability(p))),
    inverse: (predictor) => 1 / (1 + Math.exp(-predictor)),
    derivative: (p) => 1 / (probability(p) * (1 - probability(p))),
  },
  probit: {
    title: "Probit",
    link: (p) => ndtri(probability(p)),
    inverse: ndtr,
    derivative: (p) => Math.exp(0.5 * ndtri(probability(p)) ** 2 + LOG_ROOT_2PI),
  },
  cloglog: {
    title: "CLogLog",
    link: (p) => Math.log(-Math.log1p(-probability(p))),
    inverse: (predictor) => -Math.expm1(-Math.exp(predictor)),
    derivative: (p) => 1 / ((probability(p) - 1) * Math.log1p(-probability(p))),
  },
  inversePower: power("InversePower", -1),
  inverseSquared: power("InverseSquared", -2),
  sqrt: power("Sqrt", 0.5),
};
