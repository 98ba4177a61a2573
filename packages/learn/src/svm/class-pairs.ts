import { type Tensor, tensor } from "@gradus/tensor";
import type { FittedClasses } from "../base/base-classifier";
import type { Machine, Training } from "./duals";
import type { FixedKernel } from "./kernel";
import { classPairs } from "./pair-coupling";
import type { Sigmoid } from "./sigmoid-fit";

/** Machines for each pair of classes; their signs are those of libsvm: above 0 for the first class of a pair. */
export interface FittedPairs extends FittedClasses {
  readonly kernel: FixedKernel;
  readonly support: Int32Array;
  readonly vectors: Tensor;
  readonly nSupport: Int32Array;
  /** Shape (nClasses − 1, nSupportVectors): row m of a vector of class k is for the m-th of the other classes. */
  readonly dualCoef: Tensor;
  /** Shape (nPairs,). */
  readonly intercept: Tensor;
  readonly nIter: Int32Array;
  readonly sigmoids: readonly Sigmoid[] | undefined;
}

/** The rows that machines are trained on. */
export interface PairData extends Training {
  readonly codes: Int32Array;
  readonly weights: Float64Array;
  /** Those with some weight. */
  readonly rows: Int32Array;
  readonly nClasses: number;
}

/** Trains the machine of two classes. */
export type PairTrainer = (training: Training, sign: Int8Array, weights: Float64Array) => Machine;

/** Trains a machine on some rows of two classes: 1 for the first, −1 for the second. */
export function trainPair(
  { source, codes, weights, ...training }: PairData,
  rows: Int32Array,
  first: number,
  train: PairTrainer,
): Machine {
  const isAll = rows.length === source.size;
  const own = isAll ? source : source.subset(rows);
  const sign = Int8Array.from(rows, (i) => (codes[i] === first ? 1 : -1));
  const rowWeights = Float64Array.from(rows, (i) => weights[i]!);
  return train({ ...training, source: own }, sign, rowWeights);
}

/** The rows of two classes. */
export function rowsOfPair(
  { codes, rows }: PairData,
  [i, j]: readonly [number, number],
): Int32Array {
  return rows.filter((row) => codes[row] === i || codes[row] === j);
}

/** Trains all pairs. */
export function trainPairs(data: PairData, train: PairTrainer) {
  const { codes, nClasses } = data;
  const pairs = classPairs(nClasses);
  const coefs = Array.from({ length: nClasses - 1 }, () => new Float64Array(codes.length));
  const machines = pairs.map(([i, j]) => {
    const rows = rowsOfPair(data, [i, j]);
    const machine = trainPair(data, rows, i, train);
    rows.forEach((row, at) => {
      coefs[codes[row] === i ? j - 1 : i]![row] = machine.coef[at]!;
    });
    return machine;
  });
  const isSupport = (row: number) => coefs.some((list) => list[row] !== 0);
  const groups = Array.from({ length: nClasses }, (_, k) =>
    data.rows.filter((row) => codes[row] === k && isSupport(row)),
  );
  const support = Int32Array.from(groups.flatMap((group) => [...group]));
  const values = coefs.flatMap((list) => Array.from(support, (row) => list[row]!));
  return {
    support,
    nSupport: Int32Array.from(groups, (group) => group.length),
    dualCoef: tensor(Float64Array.from(values), { shape: [nClasses - 1, support.length] }),
    intercept: tensor(Float64Array.from(machines, ({ rho }) => -rho)),
    nIter: Int32Array.from(machines, ({ nIter }) => nIter),
  };
}

/** What each support vector counts in each pair's machine, shape (nSupportVectors, nPairs). */
export function pairWeights({ dualCoef, nSupport }: FittedPairs): Tensor {
  const nClasses = nSupport.length;
  const pairs = classPairs(nClasses);
  const count = dualCoef.shape[1]!;
  const given = dualCoef.data();
  const values = new Float64Array(count * pairs.length);
  let start = 0;
  nSupport.forEach((size, k) => {
    pairs.forEach(([i, j], pair) => {
      if (k !== i && k !== j) return;
      const row = k === i ? j - 1 : i;
      for (let s = start; s < start + size; s++) {
        values[s * pairs.length + pair] = given[row * count + s]!;
      }
    });
    start += size;
  });
  return tensor(values, { shape: [count, pairs.length] });
}

/** Of a linear kernel, the weights of the features in each pair's machine, shape (nPairs, nFeatures). */
export function linearWeights(fitted: FittedPairs): Tensor {
  return pairWeights(fitted).transpose().matmul(fitted.vectors);
}
