import { checkOneOf } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { additiveChi2Kernel, chi2Kernel } from "./chi2-kernel";
import { cosineSimilarity } from "./cosine-similarity";
import { laplacianKernel } from "./laplacian-kernel";
import { linearKernel } from "./linear-kernel";
import { checkDensePair } from "./pair";
import { type PolynomialKernelOptions, polynomialKernel } from "./polynomial-kernel";
import { rbfKernel } from "./rbf-kernel";
import { overRows } from "./row-distances";
import { sigmoidKernel } from "./sigmoid-kernel";

/** Kernels that have a name. */
export type KernelName =
  | "linear"
  | "poly"
  | "rbf"
  | "sigmoid"
  | "laplacian"
  | "chi2"
  | "additive_chi2"
  | "cosine";

/** How alike two rows are: a name, or a function of two rows (which it must not change). */
export type PairwiseKernel = KernelName | ((x: Float64Array, y: Float64Array) => number);

/** The options of `pairwiseKernels`; each kernel takes those that it has. */
export interface PairwiseKernelsOptions extends PolynomialKernelOptions {
  /** The kernel. Default "linear". */
  readonly metric?: PairwiseKernel;
}

const KERNELS: Readonly<
  Record<
    KernelName,
    (X: AnyMatrix, Y: AnyMatrix | undefined, options: PolynomialKernelOptions) => Tensor
  >
> = {
  linear: (X, Y) => linearKernel(X, Y),
  poly: polynomialKernel,
  rbf: (X, Y, { gamma }) => rbfKernel(X, Y, { gamma }),
  sigmoid: (X, Y, { gamma, coef0 = 1 }) => sigmoidKernel(X, Y, { gamma, coef0 }),
  laplacian: (X, Y, { gamma }) => laplacianKernel(X, Y, { gamma }),
  chi2: (X, Y, { gamma = 1 }) => chi2Kernel(X, Y, { gamma }),
  additive_chi2: (X, Y) => additiveChi2Kernel(X, Y),
  cosine: (X, Y) => cosineSimilarity(X, Y),
};

/** @throws ParameterError unless it is a function or the name of a kernel. */
export function checkKernel(where: string, name: string, kernel: PairwiseKernel): PairwiseKernel {
  if (typeof kernel === "function") return kernel;
  return checkOneOf(where, name, kernel, Object.keys(KERNELS) as KernelName[]);
}

/**
 * The kernel of every row of X with every row of Y.
 *
 * @param X features, shape (nSamplesX, nFeatures)
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY)
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError for options that cannot be.
 * @example
 * ```ts
 * pairwiseKernels([[1, 2]], [[3, 4]], { metric: "poly", degree: 2, gamma: 1 }).toArray(); // → [[144]]
 * ```
 */
export function pairwiseKernels(
  X: AnyMatrix,
  Y?: AnyMatrix,
  { metric = "linear", ...options }: PairwiseKernelsOptions = {},
): Tensor {
  const where = "pairwiseKernels";
  const kernel = checkKernel(where, "metric", metric);
  if (typeof kernel === "function") return overRows(checkDensePair(where, X, Y), kernel);
  return KERNELS[kernel](X, Y, options);
}
