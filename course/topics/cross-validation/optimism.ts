import { RandomGenerator } from "@gradus/core";

// Models that choose one of many columns of pure noise to tell two classes apart, for the figure.

export const MOST = 64;
const FOLDS = 5;
const TABLES = 60;

/** For each number of candidates from 1 to `MOST`: the mean accuracy over many tables of coin flips. */
export interface Optimism {
  /** What the best candidate got in the cross-validation that chose it. */
  readonly reported: readonly number[];
  /** What nested cross-validation says. */
  readonly nested: readonly number[];
}

/** Tables of `n` rows, with labels of equal number and columns of noise; nobody can do better than one half. */
export function optimismOf(n: number): Optimism {
  const random = new RandomGenerator(3);
  const reported = new Array<number>(MOST).fill(0);
  const nested = new Array<number>(MOST).fill(0);
  for (let table = 0; table < TABLES; table++) {
    const fold = Array.from(random.permutation(n), (i) => i % FOLDS);
    const label = Array.from(random.permutation(n), (i) => i % 2);
    let best = 0;
    const bestInner = new Array<number>(FOLDS).fill(-1);
    const judged = new Array<number>(FOLDS).fill(0);
    for (let m = 0; m < MOST; m++) {
      const x = Array.from({ length: n }, () => random.normal());
      const right = countRight(x, label, fold);
      best = Math.max(best, sum(right.map((row, o) => row[o]!)) / n);
      reported[m]! += best / TABLES;
      // Each outer fold chooses by the other four, and only then looks at itself.
      right.forEach((row, outer) => {
        const inner = sum(row) - row[outer]!;
        if (inner > bestInner[outer]!) {
          bestInner[outer] = inner;
          judged[outer] = row[outer]!;
        }
      });
      nested[m]! += sum(judged) / n / TABLES;
    }
  }
  return { reported, nested };
}

/**
 * For each outer fold o and fold i: how many rows of i are told right by a threshold learned without o and i
 * (for i = o: without o alone).
 */
function countRight(
  x: readonly number[],
  label: readonly number[],
  fold: readonly number[],
): number[][] {
  const sums = Array.from({ length: FOLDS }, () => [0, 0]);
  const counts = Array.from({ length: FOLDS }, () => [0, 0]);
  x.forEach((value, row) => {
    sums[fold[row]!]![label[row]!]! += value;
    counts[fold[row]!]![label[row]!]! += 1;
  });
  const right = sums.map(() => new Array<number>(FOLDS).fill(0));
  for (let o = 0; o < FOLDS; o++) {
    const means = sums.map((_, i) => {
      const kept = sums.map((_, f) => f).filter((f) => f !== o && f !== i);
      return [0, 1].map(
        (c) =>
          sum(kept.map((f) => sums[f]![c]!)) / Math.max(1, sum(kept.map((f) => counts[f]![c]!))),
      );
    });
    x.forEach((value, row) => {
      const [zero, one] = means[fold[row]!]!;
      const says = Math.abs(value - one!) < Math.abs(value - zero!) ? 1 : 0;
      if (says === label[row]) right[o]![fold[row]!]! += 1;
    });
  }
  return right;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
