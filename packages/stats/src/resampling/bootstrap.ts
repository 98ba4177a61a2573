import {
  checkBetween,
  checkInteger,
  checkOneOf,
  joinArrays,
  ParameterError,
  type RandomGenerator,
  ValueError,
} from "@gradus/core";
import { quantile } from "../descriptive/quantile";
import { type Interval, varianceOf } from "../hypothesis/samples";
import { ALTERNATIVES, type Alternative } from "../hypothesis/tails";
import { ndtr, ndtri } from "../special/normal";
import { leavingOneOut } from "./jackknife";
import {
  type BatchStatistic,
  checkPaired,
  generatorOf,
  type Resample,
  type ResamplingOptions,
  readResampled,
  type Samples,
  type Statistic,
  statisticsOf,
} from "./samples";

/** What {@link bootstrap} can be told. */
export interface BootstrapOptions extends ResamplingOptions {
  /** Default 9999; 0 with a `bootstrapResult`, to ask for another interval of it. */
  readonly nResamples?: number;
  /**
   * How the interval comes from the resamples' statistics: between their quantiles ("percentile"), those mirrored at
   * the statistic ("basic"), or corrected for bias and skewness ("bca"). Default "bca".
   */
  readonly method?: "percentile" | "basic" | "bca";
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** "less" gives an interval from −∞, "greater" one to ∞. Default "two-sided". */
  readonly alternative?: Alternative;
  /** The i-th numbers of all samples belong together and are drawn together. Default false. */
  readonly paired?: boolean;
  /** An earlier result, whose resamples' statistics count too. */
  readonly bootstrapResult?: Pick<BootstrapResult, "bootstrapDistribution">;
}

/** What {@link bootstrap} finds. */
export interface BootstrapResult {
  readonly confidenceInterval: Interval;
  /** The statistic of every resample. */
  readonly bootstrapDistribution: Float64Array;
  /** The standard deviation of those, with n − 1 in the denominator. */
  readonly standardError: number;
}

/**
 * A confidence interval and the standard error of any statistic, by drawing from the data again and again with
 * replacement, as SciPy's `bootstrap`. The same seed gives the same interval.
 *
 * @param data one sample, or a list of samples, each drawn by itself unless they are paired
 * @param statistic a number of as many samples as there are; with `vectorized`, of tensors with one resample a row
 * @throws ValueError for fewer than 2 numbers in a sample, numbers that are not finite, a statistic that is NaN or, for
 * "bca", does not vary; ShapeError for paired samples of different lengths; ParameterError for options out of range or
 * a statistic that is no number.
 * @see Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 12 to 14.
 * @example
 * ```ts
 * const heights = [171, 165, 180, 158, 176, 169, 174, 162];
 * const { confidenceInterval } = bootstrap(heights, (x) => median(x), { seed: 1, nResamples: 999 });
 * confidenceInterval; // → [163.5, 176]
 * ```
 */
export function bootstrap(
  data: Samples,
  statistic: BatchStatistic,
  options: BootstrapOptions & { readonly vectorized: true },
): BootstrapResult;
export function bootstrap(
  data: Samples,
  statistic: Statistic,
  options?: BootstrapOptions & { readonly vectorized?: false },
): BootstrapResult;
export function bootstrap(
  data: Samples,
  statistic: Statistic | BatchStatistic,
  options: BootstrapOptions = {},
): BootstrapResult {
  const where = "bootstrap";
  const { nResamples = 9999, method = "bca", confidenceLevel = 0.95, paired = false } = options;
  const { alternative = "two-sided", bootstrapResult } = options;
  checkOneOf(where, "method", method, ["percentile", "basic", "bca"]);
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkBetween(where, "confidenceLevel", confidenceLevel, [0, 1]);
  checkInteger(where, "nResamples", nResamples);
  const earlier = bootstrapResult?.bootstrapDistribution ?? new Float64Array(0);
  if (nResamples + earlier.length < 2) {
    throw new ParameterError(`${where}: nResamples must be at least 2, got ${nResamples}`);
  }
  const samples = readResampled(where, data, 2);
  if (paired) checkPaired(where, samples);
  const of = (resamples: Iterable<Resample>) => statisticsOf(where, statistic, resamples, options);
  const drawn = of(resamplesOf(samples, paired, nResamples, generatorOf(where, options)));
  const distribution = joinArrays(Float64Array, [earlier, drawn]);
  const tail = (1 - confidenceLevel) / (alternative === "two-sided" ? 2 : 1);
  const shares =
    method === "bca" ? bcaShares(distribution, samples, paired, tail, of) : [tail, 1 - tail];
  const ends = quantile(distribution, shares);
  const whole = of([samples])[0]!;
  const [low, high] =
    method === "basic" ? [2 * whole - ends[1]!, 2 * whole - ends[0]!] : [ends[0]!, ends[1]!];
  return {
    confidenceInterval: [
      alternative === "less" ? Number.NEGATIVE_INFINITY : low,
      alternative === "greater" ? Number.POSITIVE_INFINITY : high,
    ],
    bootstrapDistribution: distribution,
    standardError: Math.sqrt(varianceOf(distribution)),
  };
}

function* resamplesOf(
  samples: Resample,
  paired: boolean,
  nResamples: number,
  random: RandomGenerator,
): Generator<Resample> {
  const draw = (n: number) => Uint32Array.from({ length: n }, () => random.integer(0, n));
  const at = (sample: Float64Array, places: Uint32Array) =>
    Float64Array.from(places, (place) => sample[place]!);
  for (let i = 0; i < nResamples; i++) {
    const together = paired ? draw(samples[0]!.length) : undefined;
    yield samples.map((sample) => at(sample, together ?? draw(sample.length)));
  }
}

/** Which quantiles end the interval that is corrected for bias (z₀) and acceleration (a). */
function bcaShares(
  distribution: Float64Array,
  samples: Resample,
  paired: boolean,
  tail: number,
  of: (resamples: Iterable<Resample>) => Float64Array,
): readonly [number, number] {
  const whole = of([samples])[0]!;
  const below = distribution.reduce((n, v) => n + (v < whole ? 1 : v === whole ? 0.5 : 0), 0);
  const z0 = ndtri(below / distribution.length);
  const a = paired
    ? acceleration([of(leavingOneOut(samples))])
    : acceleration(
        samples.map((sample, j) =>
          of(
            map(leavingOneOut([sample]), ([rest]) => samples.map((s, i) => (i === j ? rest! : s))),
          ),
        ),
      );
  const share = (z: number) => ndtr(z0 + (z0 + z) / (1 - a * (z0 + z)));
  const shares = [share(ndtri(tail)), share(-ndtri(tail))] as const;
  if (shares.some(Number.isNaN)) {
    throw new ValueError(
      'bootstrap: no BCa interval: the statistic does not vary, or all resamples lie on one side of it; use the method "percentile"',
    );
  }
  return shares;
}

/** a = Σ U³/(6·(Σ U²)^(3/2)), U how far each observation pulls the statistic, over all samples. */
function acceleration(leaveOneOut: readonly Float64Array[]): number {
  let [cubes, squares] = [0, 0];
  for (const values of leaveOneOut) {
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    for (const value of values) {
      const pull = (n - 1) * (mean - value);
      cubes += (pull / n) ** 3;
      squares += (pull / n) ** 2;
    }
  }
  return cubes / (6 * squares ** 1.5);
}

function* map<A, B>(items: Iterable<A>, f: (item: A) => B): Generator<B> {
  for (const item of items) yield f(item);
}
