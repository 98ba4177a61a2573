import {
  checkFinite,
  checkInteger,
  checkNonNegative,
  describeValue,
  ParameterError,
  ShapeError,
} from "@gradus/core";
import { concatenate, isTensor, scoped, type Tensor } from "@gradus/tensor";

/** A kernel of one's own: of (m, nFeatures) and (n, nFeatures) the matrix (m, n) of products. */
export type KernelFunction = (X: Tensor, Y: Tensor) => Tensor;

/** Kernels that are computed from the features. */
type KernelName = "linear" | "poly" | "rbf" | "sigmoid";

/** A kernel by name, or a function; with "precomputed", X holds the products with the training rows. */
export type SVMKernel = KernelName | "precomputed" | KernelFunction;

/** The γ of a kernel: a number, 1 / (nFeatures · variance of X), or 1 / nFeatures. */
export type SVMGamma = "scale" | "auto" | number;

/** The options that say how alike two rows are. */
export interface KernelOptions {
  /**
   * "linear" x·z, "poly" (γ x·z + coef0)^degree, "rbf" exp(−γ‖x − z‖²), "sigmoid" tanh(γ x·z + coef0),
   * "precomputed", or a function of two matrices. Default "rbf".
   */
  readonly kernel?: SVMKernel;
  /** The degree of "poly", an integer >= 0. Default 3. */
  readonly degree?: number;
  /** γ of "rbf", "poly" and "sigmoid". Default "scale". */
  readonly gamma?: SVMGamma;
  /** The summand of "poly" and "sigmoid". Default 0. */
  readonly coef0?: number;
}

/** A kernel whose γ is a number. */
export interface FixedKernel {
  readonly kernel: SVMKernel;
  readonly degree: number;
  readonly gamma: number;
  readonly coef0: number;
}

/** @throws ParameterError for options that cannot be. */
export function checkKernel(
  where: string,
  { kernel = "rbf", degree = 3, gamma = "scale", coef0 = 0 }: KernelOptions,
): Required<KernelOptions> {
  const names = ["linear", "poly", "rbf", "sigmoid", "precomputed"];
  if (typeof kernel !== "function" && !names.includes(kernel)) {
    throw new ParameterError(
      `${where}: kernel must be a function or one of ${names.join(", ")}, got ${describeValue(kernel)}`,
    );
  }
  checkInteger(where, "degree", degree);
  if (typeof gamma === "number") checkNonNegative(where, "gamma", gamma);
  else if (gamma !== "scale" && gamma !== "auto") {
    throw new ParameterError(
      `${where}: gamma must be "scale", "auto" or a number >= 0, got ${describeValue(gamma)}`,
    );
  }
  return { kernel, degree, gamma, coef0: checkFinite(where, "coef0", coef0) };
}

/** The kernel for these features, with γ as a number. */
export function fixKernel(
  { kernel, degree, gamma, coef0 }: Required<KernelOptions>,
  X: Tensor,
): FixedKernel {
  return { kernel, degree, gamma: gammaFor(gamma, X), coef0 };
}

function gammaFor(gamma: SVMGamma, X: Tensor): number {
  if (typeof gamma === "number") return gamma;
  const nFeatures = X.shape[1]!;
  if (gamma === "auto") return 1 / nFeatures;
  const variance = X.astype("float64").variance().item();
  return variance === 0 ? 1 : 1 / (nFeatures * variance);
}

/** As `scoped`, unless the kernel is one's own: that may keep what it has computed. */
export function kernelScope<T>(kernel: SVMKernel, work: () => T): T {
  return typeof kernel === "function" ? work() : scoped(work);
}

/** A kernel as one matrix product and a function of its elements: K = finish(left · right). */
export interface KernelFactors {
  /** Shape (m, width). */
  readonly left: Tensor;
  /** Shape (width, n). */
  readonly right: Tensor;
  readonly finish: (products: Tensor) => Tensor;
}

/** Takes a named kernel apart. */
export function kernelFactors(kernel: FixedKernel, X: Tensor, Y: Tensor): KernelFactors {
  const { degree, gamma, coef0 } = kernel;
  const right = Y.transpose();
  const scaled = () => right.mul(gamma);
  switch (kernel.kernel as KernelName) {
    case "linear":
      return { left: X, right, finish: (products) => products };
    case "poly":
      return {
        left: X,
        right: scaled(),
        finish: (products) => wholePower(products.add(coef0), degree),
      };
    case "sigmoid":
      return { left: X, right: scaled(), finish: (products) => products.add(coef0).tanh() };
    case "rbf":
      return gaussianFactors(gamma, X, Y);
  }
}

/**
 * −γ‖x − z‖² = [x, −γ‖x‖², 1] · [2γz, 1, −γ‖z‖²]: the squares ride along in the product. Centred rows have short
 * squares, so that little of the difference is lost.
 */
function gaussianFactors(gamma: number, X: Tensor, Y: Tensor): KernelFactors {
  const center = Y.mean(0);
  const [Xc, Yc] = [X.sub(center), Y.sub(center)];
  const squares = (Z: Tensor) => Z.mul(Z).sum(1, { keepDims: true }).mul(-gamma);
  const ones = (Z: Tensor) => Z.slice([], [0, 1]).mul(0).add(1);
  return {
    left: concatenate([Xc, squares(Xc), ones(Xc)], 1),
    right: concatenate([Yc.mul(2 * gamma), ones(Yc), squares(Yc)], 1).transpose(),
    finish: (products) => products.exp(),
  };
}

function wholePower(x: Tensor, degree: number): Tensor {
  if (degree === 0) return x.mul(0).add(1);
  let power = x;
  for (let k = 1; k < degree; k++) power = power.mul(x);
  return power;
}

/** The matrix that a function gives. @throws ShapeError unless it is a matrix of m by n. */
export function applyKernel(where: string, kernel: KernelFunction, X: Tensor, Y: Tensor): Tensor {
  const products = kernel(X, Y) as unknown;
  const [m, n] = [X.shape[0]!, Y.shape[0]!];
  if (isTensor(products) && products.shape.join() === `${m},${n}`) {
    return products.astype("float64");
  }
  const got = isTensor(products) ? `shape (${products.shape.join(", ")})` : describeValue(products);
  throw new ShapeError(`${where}: expected a tensor of shape (${m}, ${n}) from kernel, got ${got}`);
}
