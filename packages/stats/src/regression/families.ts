import { checkPositive, ValueError } from "@gradus/core";
import { meanOf } from "../hypothesis/samples";
import { gammaln } from "../special/gamma";
import { type LinkName, positiveMean, probability } from "./links";

/** The distributions of a {@link GLM}'s response. */
export type FamilyName =
  | "gaussian"
  | "binomial"
  | "poisson"
  | "gamma"
  | "inverseGaussian"
  | "negativeBinomial";

/** A family of distributions in a generalized linear model. */
export interface Family {
  /** The name in the summary. */
  readonly title: string;
  /** The first is the default. */
  readonly links: readonly LinkName[];
  /** Whether the scale is estimated from Pearson's χ²; otherwise it is 1. */
  readonly estimatesScale: boolean;
  /** What y may be, in words and as a check. */
  readonly range: string;
  readonly allows: (y: number) => boolean;
  /** Whether the family has distributions with this mean. */
  readonly allowsMean: (mean: number) => boolean;
  /** The variance of a mean, for scale 1. */
  readonly variance: (mean: number) => number;
  /** The contribution of one observation to the deviance. */
  readonly unitDeviance: (y: number, mean: number) => number;
  /** The log-likelihood of one observation of so many trials (1, but for binomial counts). */
  readonly logLikelihood: (y: number, mean: number, scale: number, trials: number) => number;
  /** The mean from which the iterations start. */
  readonly start: (y: Float64Array) => Float64Array;
}

const halfway = (y: Float64Array) => {
  const mean = meanOf(y);
  return y.map((value) => (value + mean) / 2);
};
const LOG_2PI = Math.log(2 * Math.PI);
const real = { range: "numbers", allows: () => true, allowsMean: Number.isFinite };
const above = (value: number) => value > 0;
const positive = { range: "numbers > 0", allows: above, allowsMean: above };
const counts = { range: "numbers >= 0", allows: (y: number) => y >= 0, allowsMean: above };

const gaussian: Family = {
  ...real,
  title: "Gaussian",
  links: ["identity", "log", "inversePower"],
  estimatesScale: true,
  variance: () => 1,
  unitDeviance: (y, mean) => (y - mean) ** 2,
  logLikelihood: (y, mean, scale) => -((y - mean) ** 2 / scale + Math.log(scale) + LOG_2PI) / 2,
  start: halfway,
};

const binomial: Family = {
  title: "Binomial",
  links: ["logit", "probit", "cloglog", "log", "identity"],
  estimatesScale: false,
  range: "numbers from 0 to 1, or rows of successes and failures",
  allows: (y) => y >= 0 && y <= 1,
  allowsMean: (mean) => mean >= 0 && mean <= 1,
  variance: (mean) => probability(mean) * (1 - probability(mean)),
  unitDeviance: (y, mean) => {
    const yes = positiveMean(y / (mean + 1e-20));
    const no = positiveMean((1 - y) / (1 - mean + 1e-20));
    return 2 * (y * Math.log(yes) + (1 - y) * Math.log(no));
  },
  logLikelihood: (share, mean, _, n) => {
    const y = share * n;
    const ways = n === 1 && (y === 0 || y === 1) ? 0 : logWays(n, y);
    return (
      ways + y * Math.log((mean + 1e-20) / (1 - mean + 1e-20)) + n * Math.log(1 - mean + 1e-20)
    );
  },
  start: (y) => y.map((value) => (value + 0.5) / 2),
};

function logWays(n: number, y: number): number {
  return gammaln(n + 1) - gammaln(y + 1) - gammaln(n - y + 1);
}

const poisson: Family = {
  ...counts,
  title: "Poisson",
  links: ["log", "identity", "sqrt"],
  estimatesScale: false,
  variance: (mean) => mean,
  unitDeviance: (y, mean) => 2 * (y * Math.log(positiveMean(y / mean)) - (y - mean)),
  logLikelihood: (y, mean, scale) => (y * Math.log(mean) - mean - gammaln(y + 1)) / scale,
  start: halfway,
};

const gamma: Family = {
  ...positive,
  title: "Gamma",
  links: ["inversePower", "log", "identity"],
  estimatesScale: true,
  variance: (mean) => mean * mean,
  unitDeviance: (y, mean) => 2 * (-Math.log(positiveMean(y / mean)) + (y - mean) / mean),
  logLikelihood: (y, mean, scale) => {
    const [shape, ratio] = [1 / scale, positiveMean(y / mean)];
    return shape * Math.log(shape * ratio) - shape * ratio - gammaln(shape) - Math.log(y);
  },
  start: halfway,
};

const inverseGaussian: Family = {
  ...positive,
  title: "InverseGaussian",
  links: ["inverseSquared", "inversePower", "identity", "log"],
  estimatesScale: true,
  variance: (mean) => mean ** 3,
  unitDeviance: (y, mean) => (y - mean) ** 2 / (y * mean * mean),
  logLikelihood: (y, mean, scale) =>
    -((y - mean) ** 2 / (scale * y * mean * mean) + Math.log(scale * y ** 3) + LOG_2PI) / 2,
  start: halfway,
};

/** Poisson's means, themselves gamma distributed: the variance is μ + α·μ². */
function negativeBinomial(alpha: number): Family {
  const size = 1 / alpha;
  return {
    ...counts,
    title: "NegativeBinomial",
    links: ["log", "identity"],
    estimatesScale: false,
    variance: (mean) => mean + alpha * mean * mean,
    unitDeviance: (y, mean) =>
      2 *
      (y * Math.log(positiveMean(y / mean)) - (y + size) * Math.log((y + size) / (mean + size))),
    logLikelihood: (y, mean, scale) =>
      (y * Math.log(alpha * mean) -
        (y + size) * Math.log1p(alpha * mean) +
        gammaln(y + size) -
        gammaln(size) -
        gammaln(y + 1)) /
      scale,
    start: halfway,
  };
}

export const FAMILIES: Readonly<Record<FamilyName, (alpha: number) => Family>> = {
  gaussian: () => gaussian,
  binomial: () => binomial,
  poisson: () => poisson,
  gamma: () => gamma,
  inverseGaussian: () => inverseGaussian,
  negativeBinomial,
};

/** The family of a name. @throws ParameterError if alpha is not positive. */
export function familyOf(where: string, name: FamilyName, alpha: number): Family {
  return FAMILIES[name](checkPositive(where, "alpha", alpha));
}

/** @throws ValueError where the family cannot give y. */
export function checkResponse(where: string, family: Family, y: Float64Array): void {
  const bad = y.findIndex((value) => !family.allows(value));
  if (bad >= 0) {
    throw new ValueError(
      `${where}: expected ${family.range} in y for the ${family.title} family, got ${y[bad]} at ${bad}`,
    );
  }
}
