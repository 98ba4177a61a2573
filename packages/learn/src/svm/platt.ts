import { RandomState } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type PairData, type PairTrainer, rowsOfPair, trainPair } from "./class-pairs";
import type { KernelSource } from "./kernel-source";
import { classPairs, coupleShares } from "./pair-coupling";
import { fitSigmoid, plattTargets, type Sigmoid, sigmoidAt } from "./sigmoid-fit";

const FOLDS = 5;

/** A sigmoid for each pair: of the scores that machines give rows that they were not trained on. */
export function sigmoidsOfPairs(data: PairData, train: PairTrainer, seed: number): Sigmoid[] {
  const random = new RandomState(seed);
  return classPairs(data.nClasses).map((pair) => {
    const rows = rowsOfPair(data, pair);
    const scores = crossScores(data, rows, pair[0], { train, random });
    const isFirst = rows.map((row) => Number(data.codes[row] === pair[0]));
    const { targets, start } = plattTargets(isFirst);
    return fitSigmoid({ scores, targets }, { start, tol: 1e-5 });
  });
}

interface Folding {
  readonly train: PairTrainer;
  readonly random: RandomState;
}

function crossScores(
  data: PairData,
  rows: Int32Array,
  first: number,
  { train, random }: Folding,
): Float64Array {
  const n = rows.length;
  const order = random.permutation(n);
  const nFolds = Math.min(FOLDS, n);
  const scores = new Float64Array(n);
  for (let fold = 0; fold < nFolds; fold++) {
    const [from, to] = [Math.floor((fold * n) / nFolds), Math.floor(((fold + 1) * n) / nFolds)];
    const tested = order.slice(from, to);
    const rest = Int32Array.of(...order.slice(0, from), ...order.slice(to)).map((at) => rows[at]!);
    const classes = new Set(Array.from(rest, (row) => data.codes[row] === first));
    if (classes.size < 2) {
      // Nothing to learn: the only class there is.
      const score = classes.size === 0 ? 0 : classes.has(true) ? 1 : -1;
      for (const at of tested) scores[at] = score;
      continue;
    }
    const { coef, rho } = trainPair(data, rest, first, train);
    const held = rest.filter((_, at) => coef[at] !== 0);
    const weights = coef.filter((value) => value !== 0);
    const found = scoresBetween(
      data.source,
      held,
      weights,
      tested.map((at) => rows[at]!),
    );
    tested.forEach((at, t) => {
      scores[at] = found[t]! - rho;
    });
  }
  return scores;
}

/** Σ weights · K(held, tested). */
function scoresBetween(
  source: KernelSource,
  held: Int32Array,
  weights: Float64Array,
  tested: Int32Array,
): Float64Array {
  const sums = new Float64Array(tested.length);
  const step = Math.max(1, Math.floor(2 ** 20 / source.size));
  for (let from = 0; from < tested.length; from += step) {
    const part = tested.subarray(from, from + step);
    source.read(part, (values) => {
      part.forEach((_, t) => {
        const start = t * source.size;
        let sum = 0;
        for (let s = 0; s < held.length; s++) sum += weights[s]! * values[start + held[s]!]!;
        sums[from + t] = sum;
      });
    });
  }
  return sums;
}

/** How sure a pair's machine may be at most, so that every other class keeps a share. */
const LEAST = 1e-7;

/** Probabilities of all classes, shape (nSamples, nClasses), from scores of pairs. */
export function probabilitiesOf(
  scores: Tensor,
  sigmoids: readonly Sigmoid[],
  nClasses: number,
): Tensor {
  const nRows = scores.shape[0]!;
  const given = scores.data();
  const values = new Float64Array(nRows * nClasses);
  const pairs = classPairs(nClasses);
  const shares = Array.from({ length: nClasses }, () => new Float64Array(nClasses));
  for (let row = 0; row < nRows; row++) {
    pairs.forEach(([i, j], k) => {
      const share = sigmoidAt(sigmoids[k]!, given[row * pairs.length + k]!);
      const clipped = Math.min(Math.max(share, LEAST), 1 - LEAST);
      shares[i]![j] = clipped;
      shares[j]![i] = 1 - clipped;
    });
    const own = nClasses === 2 ? [shares[0]![1]!, shares[1]![0]!] : coupleShares(shares);
    values.set(own, row * nClasses);
  }
  return tensor(values, { shape: [nRows, nClasses] });
}
