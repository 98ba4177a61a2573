import { checkBetween, checkFinite, checkOneOf, checkPositive, ValueError } from "@gradus/core";
import { findRoot } from "../optimize/find-root";
import { gammaln } from "../special/gamma";
import { logBetaTails } from "../special/incomplete-beta";
import { ndtr, ndtri } from "../special/normal";
import { ALTERNATIVES, type Alternative, tQuantile } from "./tails";

/** What all computations of power are told. */
export interface PowerOptions {
  /** The effect in standard deviations: Cohen's d, or {@link proportionEffectsize}. */
  readonly effectSize: number;
  /** The probability of a rejection without an effect. Default 0.05. */
  readonly alpha?: number;
  /** Default "two-sided". */
  readonly alternative?: Alternative;
}

/** For tests of two samples. */
export interface TwoSampleOptions extends PowerOptions {
  /** The size of the second sample divided by that of the first. Default 1. */
  readonly ratio?: number;
}

/**
 * The power of the t test of one sample (or of pairs): the probability of a rejection where there is the effect.
 *
 * @throws ParameterError for options out of range.
 * @example
 * ```ts
 * ttestPower({ effectSize: 0.5, nobs: 30 }).toFixed(4); // → 0.7540
 * ```
 */
export function ttestPower(options: PowerOptions & { readonly nobs: number }): number {
  const checked = check("ttestPower", options);
  checkPositive("ttestPower", "nobs", options.nobs - 1);
  return tPower(checked, options.nobs, options.nobs - 1);
}

/**
 * The power of Student's t test of two independent samples.
 *
 * @throws ParameterError for options out of range.
 * @example
 * ```ts
 * ttestIndPower({ effectSize: 0.5, nobs1: 64 }).toFixed(4); // → 0.8015
 * ```
 */
export function ttestIndPower(options: TwoSampleOptions & { readonly nobs1: number }): number {
  const checked = check("ttestIndPower", options);
  const { nobs1, ratio = 1 } = options;
  checkPositive("ttestIndPower", "ratio", ratio);
  checkPositive("ttestIndPower", "nobs1", nobs1 * (1 + ratio) - 2);
  return tPower(checked, nobs1 / (1 + 1 / ratio), nobs1 * (1 + ratio) - 2);
}

/**
 * The power of the z test of two independent samples, as for proportions.
 *
 * @throws ParameterError for options out of range.
 * @example
 * ```ts
 * normalIndPower({ effectSize: proportionEffectsize(0.6, 0.5), nobs1: 200 }).toFixed(4); // → 0.5214
 * ```
 */
export function normalIndPower(options: TwoSampleOptions & { readonly nobs1: number }): number {
  const { effectSize, alpha, alternative } = check("normalIndPower", options);
  const { nobs1, ratio = 1 } = options;
  checkPositive("normalIndPower", "ratio", ratio);
  checkPositive("normalIndPower", "nobs1", nobs1);
  const shift = effectSize * Math.sqrt(nobs1 / (1 + 1 / ratio));
  const critical = -ndtri(alternative === "two-sided" ? alpha / 2 : alpha);
  const above = alternative === "less" ? 0 : ndtr(shift - critical);
  return above + (alternative === "greater" ? 0 : ndtr(-critical - shift));
}

/** What a sample size is computed for. */
export interface SampleSizeGoal {
  /** The power to be reached. */
  readonly power: number;
}

/**
 * How many observations (or pairs) the t test of one sample needs for a power; not rounded.
 *
 * @throws ParameterError for options out of range; ValueError where no size reaches the power.
 * @example
 * ```ts
 * ttestSampleSize({ effectSize: 0.5, power: 0.8 }).toFixed(3); // → 33.367
 * ```
 */
export function ttestSampleSize(options: PowerOptions & SampleSizeGoal): number {
  return solveSize("ttestSampleSize", options, 1, (nobs) => ttestPower({ ...options, nobs }));
}

/**
 * How many observations the first sample of Student's t test needs for a power; not rounded.
 *
 * @throws ParameterError for options out of range; ValueError where no size reaches the power.
 * @example
 * ```ts
 * ttestIndSampleSize({ effectSize: 0.5, power: 0.8 }).toFixed(3); // → 63.766
 * ```
 */
export function ttestIndSampleSize(options: TwoSampleOptions & SampleSizeGoal): number {
  const least = 2 / (1 + (options.ratio ?? 1));
  return solveSize("ttestIndSampleSize", options, least, (nobs1) =>
    ttestIndPower({ ...options, nobs1 }),
  );
}

/**
 * How many observations the first sample of the z test of two samples needs for a power; not rounded.
 *
 * @throws ParameterError for options out of range; ValueError where no size reaches the power.
 * @example
 * ```ts
 * const effectSize = proportionEffectsize(0.6, 0.5);
 * normalIndSampleSize({ effectSize, power: 0.8 }).toFixed(3); // → 387.168
 * ```
 */
export function normalIndSampleSize(options: TwoSampleOptions & SampleSizeGoal): number {
  return solveSize("normalIndSampleSize", options, 0, (nobs1) =>
    normalIndPower({ ...options, nobs1 }),
  );
}

/**
 * The effect size of two proportions by the arcsine, 2·(asin √p₁ − asin √p₂), for {@link normalIndPower}.
 *
 * @throws ParameterError unless both are from 0 to 1.
 * @example
 * ```ts
 * proportionEffectsize(0.6, 0.5).toFixed(4); // → 0.2014
 * ```
 */
export function proportionEffectsize(p1: number, p2: number): number {
  checkBetween("proportionEffectsize", "p1", p1, [0, 1]);
  checkBetween("proportionEffectsize", "p2", p2, [0, 1]);
  return 2 * (Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p2)));
}

function check(
  where: string,
  { effectSize, alpha = 0.05, alternative = "two-sided" }: PowerOptions,
): Required<PowerOptions> {
  checkFinite(where, "effectSize", effectSize);
  checkBetween(where, "alpha", alpha, [0, 1]);
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  return { effectSize, alpha, alternative };
}

function tPower(
  { effectSize, alpha, alternative }: Required<PowerOptions>,
  nobs: number,
  df: number,
) {
  const shift = effectSize * Math.sqrt(nobs);
  const critical = -tQuantile(alternative === "two-sided" ? alpha / 2 : alpha, df);
  // P(T > c) with shift δ is P(T < −c) with shift −δ.
  const above = alternative === "less" ? 0 : noncentralTCdf(-critical, df, -shift);
  return above + (alternative === "greater" ? 0 : noncentralTCdf(-critical, df, shift));
}

function solveSize(
  where: string,
  options: PowerOptions & SampleSizeGoal,
  least: number,
  power: (size: number) => number,
): number {
  checkBetween(where, "power", options.power, [0, 1]);
  check(where, options);
  const miss = (size: number) => power(size) - options.power;
  const low = least + 1;
  let high = least + 10;
  while (high < 1e9 && miss(high) < 0) high *= 4;
  if (miss(high) < 0 || miss(low) > 0) {
    throw new ValueError(
      `${where}: expected a power that some sample size reaches, got ${options.power} for effectSize ${options.effectSize}`,
    );
  }
  return findRoot(miss, [low, high], { tolerance: 1e-10 }).root;
}

/**
 * P(T ≤ t) for the noncentral t distribution with noncentrality δ.
 * @see Lenth (1989), Algorithm AS 243, Applied Statistics 38.
 */
export function noncentralTCdf(t: number, df: number, delta: number): number {
  return t < 0 ? 1 - nonNegative(-t, df, -delta) : nonNegative(t, df, delta);
}

/** P(T ≤ t) for t ≥ 0. */
function nonNegative(t: number, df: number, delta: number): number {
  const base = ndtr(-delta);
  if (t === 0) return base;
  const x = (t * t) / (df + t * t);
  const half = (delta * delta) / 2;
  const centre = Math.floor(half);
  const term = (j: number) => {
    const p = half === 0 ? (j === 0 ? 1 : 0) : Math.exp(j * Math.log(half) - half - gammaln(j + 1));
    const q = half === 0 ? 0 : Math.exp((j + 0.5) * Math.log(half) - half - gammaln(j + 1.5));
    const inner = (a: number) => Math.exp(logBetaTails(a, df / 2, x, 1 - x).lower);
    return p * inner(j + 0.5) + Math.sign(delta) * q * inner(j + 1);
  };
  let sum = 0;
  for (let j = centre; j >= 0; j--) {
    const next = term(j);
    sum += next;
    if (!(Math.abs(next) > 1e-18)) break;
  }
  for (let j = centre + 1; j < centre + 10000; j++) {
    const next = term(j);
    sum += next;
    if (!(Math.abs(next) > 1e-18)) break;
  }
  return base + sum / 2;
}
