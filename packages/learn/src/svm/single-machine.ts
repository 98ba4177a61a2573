import { type Tensor, tensor } from "@gradus/tensor";
import type { Machine } from "./duals";
import { type FixedKernel, fixKernel, type KernelOptions } from "./kernel";
import { kernelScores } from "./kernel-scores";
import { type KernelSource, kernelSource } from "./kernel-source";

/** What is kept of one machine. */
export interface FittedMachine {
  readonly kernel: FixedKernel;
  readonly support: Int32Array;
  readonly vectors: Tensor;
  /** What each support vector counts. */
  readonly weights: Float64Array;
  readonly intercept: number;
  readonly nIter: number;
}

/** The rows that a machine is trained on: those with a weight. */
export interface WeighedRows {
  readonly kernel: FixedKernel;
  /** Their places among the rows of X. */
  readonly rows: Int32Array;
  readonly weights: Float64Array;
  /** The kernel's products among them. */
  readonly source: KernelSource;
}

/** Leaves out the rows without weight. @param given the weight of each row; 1 each if absent */
export function weighedRows(
  where: string,
  options: Required<KernelOptions>,
  X: Tensor,
  given: ArrayLike<number> | undefined,
): WeighedRows {
  const own = given ?? new Float64Array(X.shape[0]!).fill(1);
  const rows = Int32Array.from(own, (_, i) => i).filter((i) => own[i]! > 0);
  const kernel = fixKernel(options, X);
  const all = kernelSource(where, kernel, X);
  const source = rows.length === all.size ? all : all.subset(rows);
  return { kernel, rows, weights: Float64Array.from(rows, (i) => own[i]!), source };
}

/** Keeps the support vectors of a machine that was trained on some rows of X. */
export function heldBy(
  { coef, rho, nIter }: Machine,
  rows: Int32Array,
  X: Tensor,
  kernel: FixedKernel,
): FittedMachine {
  const support = rows.filter((_, at) => coef[at] !== 0);
  return {
    kernel,
    support,
    vectors: vectorsOf(kernel, X, support),
    weights: coef.filter((value) => value !== 0),
    intercept: -rho,
    nIter,
  };
}

/** The support vectors; of precomputed products there are none to keep. */
export function vectorsOf({ kernel }: FixedKernel, X: Tensor, support: Int32Array): Tensor {
  if (kernel === "precomputed") return tensor(new Float64Array(0), { shape: [0, 0] });
  return X.take(support, 0).astype("float64");
}

/** The machine's scores, shape (nSamples,). */
export function machineScores(where: string, fitted: FittedMachine, X: Tensor): Tensor {
  const { weights, intercept } = fitted;
  const column = tensor(weights, { shape: [weights.length, 1] });
  return kernelScores(where, fitted, X, column).reshape([X.shape[0]!]).add(intercept);
}

/** Of a linear kernel, the weights of the features, shape (1, nFeatures). */
export function weightsOfFeatures({ weights, vectors }: FittedMachine): Tensor {
  return tensor(weights, { shape: [1, weights.length] }).matmul(vectors);
}
