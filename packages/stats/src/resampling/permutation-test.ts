import {
  checkInteger,
  checkOneOf,
  joinArrays,
  ParameterError,
  type RandomGenerator,
  ValueError,
} from "@gradus/core";
import type { TestResult } from "../hypothesis/result";
import { ALTERNATIVES, type Alternative } from "../hypothesis/tails";
import { isLastOrder, nextOrder } from "./orders";
import { pvalueOf } from "./pvalue";
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

/** What {@link permutationTest} can be told. */
export interface PermutationTestOptions extends ResamplingOptions {
  /**
   * What the null hypothesis allows to exchange: numbers between the samples ("independent", the default), numbers
   * between the samples within each place ("samples"; of a single sample the signs), or the order of the numbers
   * within each sample ("pairings").
   */
  readonly permutationType?: "independent" | "samples" | "pairings";
  /** How many random permutations; all of them, exactly, where there are no more. Default 9999; Infinity for all. */
  readonly nResamples?: number;
  /** Default "two-sided": twice the smaller of both tails. */
  readonly alternative?: Alternative;
}

/** What {@link permutationTest} finds. */
export interface PermutationTestResult extends TestResult {
  /** The statistic of every permutation. */
  readonly nullDistribution: Float64Array;
  /** Whether these are all permutations there are, so that the p-value is exact. */
  readonly exact: boolean;
}

/**
 * How extreme a statistic is among those of the data with their labels exchanged, as SciPy's `permutation_test`. With
 * random permutations the data themselves count as one more, so that the p-value is never 0.
 *
 * @param data a list of samples; for "samples" and "pairings" also one
 * @throws ValueError for too few samples, fewer than 2 numbers in one, numbers that are not finite or a statistic that
 * is NaN; ShapeError for samples of different lengths that must not be independent; ParameterError for options out of
 * range or a statistic that is no number.
 * @see Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9(1), 39.
 * @example
 * ```ts
 * const mean = (x: Float64Array) => x.reduce((a, b) => a + b) / x.length;
 * const treated = [7.1, 8.3, 9.2, 8.8];
 * const control = [6.2, 6.9, 7.0, 5.9];
 * const { pvalue, exact } = permutationTest([treated, control], (x, y) => mean(x!) - mean(y!));
 * pvalue.toFixed(5); // → 0.02857
 * exact; // → true
 * ```
 */
export function permutationTest(
  data: Samples,
  statistic: BatchStatistic,
  options: PermutationTestOptions & { readonly vectorized: true },
): PermutationTestResult;
export function permutationTest(
  data: Samples,
  statistic: Statistic,
  options?: PermutationTestOptions & { readonly vectorized?: false },
): PermutationTestResult;
export function permutationTest(
  data: Samples,
  statistic: Statistic | BatchStatistic,
  options: PermutationTestOptions = {},
): PermutationTestResult {
  const where = "permutationTest";
  const { permutationType = "independent", nResamples = 9999, alternative = "two-sided" } = options;
  checkOneOf(where, "permutationType", permutationType, ["independent", "samples", "pairings"]);
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  if (nResamples !== Number.POSITIVE_INFINITY) checkInteger(where, "nResamples", nResamples, 1);
  const samples = readResampled(where, data, 2);
  if (permutationType !== "independent") checkPaired(where, samples);
  else if (samples.length < 2) {
    throw new ValueError(`${where}: expected at least 2 independent samples, got 1`);
  }
  const { orders, build } = exchanges[permutationType](samples);
  const count = countOrders(orders);
  const exact = nResamples >= count;
  if (exact && count > MOST) {
    throw new ParameterError(
      `${where}: nResamples must be at most ${MOST} where there are ${count} permutations, got ${nResamples}`,
    );
  }
  const states = exact
    ? allOrders(orders)
    : randomOrders(orders, nResamples, generatorOf(where, options));
  const of = (resamples: Iterable<Resample>) => statisticsOf(where, statistic, resamples, options);
  const observed = of([samples])[0]!;
  const nullDistribution = of(map(states, build));
  return {
    statistic: observed,
    pvalue: pvalueOf(observed, nullDistribution, alternative, exact ? 0 : 1),
    nullDistribution,
    exact,
  };
}

/** How many permutations can be held. */
const MOST = 1e8;

/** What is permuted: lists in their first order, and the samples that an order of each of them makes. */
interface Exchange {
  readonly orders: Int32Array[];
  build(orders: readonly Int32Array[]): Resample;
}

const upTo = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

type PermutationType = NonNullable<PermutationTestOptions["permutationType"]>;

const exchanges: Readonly<Record<PermutationType, (samples: Resample) => Exchange>> = {
  // One list: for every number the sample where it goes.
  independent: (samples) => {
    const all = joinArrays(Float64Array, samples);
    const labels = Int32Array.from(samples.flatMap((s, j) => Array.from(s, () => j)));
    const build = ([order]: readonly Int32Array[]) =>
      samples.map((_, j) => all.filter((_value, i) => order![i] === j));
    return { orders: [labels], build };
  },
  // One list a place: for every sample the one whose number it gets.
  samples: (samples) => {
    const from = samples.length > 1 ? samples : [samples[0]!, samples[0]!.map((value) => -value)];
    const build = (orders: readonly Int32Array[]) =>
      samples.map((sample, j) => sample.map((_, i) => from[orders[i]![j]!]![i]!));
    return { orders: Array.from(samples[0]!, () => upTo(from.length)), build };
  },
  // One list a sample: the order of its numbers.
  pairings: (samples) => ({
    orders: samples.map(({ length }) => upTo(length)),
    build: (orders) => samples.map((sample, j) => sample.map((_, i) => sample[orders[j]![i]!]!)),
  }),
};

/** In how many ways all lists can be ordered: the product of n!/Π(nⱼ!), nⱼ how often each entry comes. */
function countOrders(orders: readonly Int32Array[]): number {
  let count = 1;
  for (const order of orders) {
    const seen = new Map<number, number>();
    order.forEach((entry, i) => {
      const times = (seen.get(entry) ?? 0) + 1;
      seen.set(entry, times);
      count *= (i + 1) / times;
    });
  }
  return Math.round(count);
}

function* allOrders(first: readonly Int32Array[]): Generator<readonly Int32Array[]> {
  const orders = first.map((order) => order.slice());
  for (;;) {
    yield orders;
    // As an odometer: the lists before the one that moves on begin anew.
    const moving = orders.findIndex((order) => !isLastOrder(order));
    if (moving < 0) return;
    for (let j = 0; j < moving; j++) orders[j]!.sort();
    nextOrder(orders[moving]!);
  }
}

function* randomOrders(
  first: readonly Int32Array[],
  times: number,
  random: RandomGenerator,
): Generator<readonly Int32Array[]> {
  for (let t = 0; t < times; t++) {
    yield first.map((order) => random.permutation(order.length).map((place) => order[place]!));
  }
}

function* map<A, B>(items: Iterable<A>, f: (item: A) => B): Generator<B> {
  for (const item of items) yield f(item);
}
