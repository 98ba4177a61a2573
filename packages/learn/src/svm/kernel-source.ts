import { ShapeError } from "@gradus/core";
import { scoped, type Tensor, withData } from "@gradus/tensor";
import {
  applyKernel,
  type FixedKernel,
  type KernelFactors,
  type KernelFunction,
  kernelFactors,
} from "./kernel";

/** The matrix of products of all pairs of training rows, as it is asked for. */
export interface KernelSource {
  readonly size: number;
  /** K(x, x) of each row. */
  readonly diagonal: Float64Array;
  /** Some rows of the matrix. */
  read<T>(rows: Int32Array, use: (values: Float64Array) => T): T;
  /** Some rows of the matrix, float32 and contiguous. */
  float32Rows(rows: Int32Array): Tensor;
  /** The products of some of the rows among each other. */
  subset(rows: Int32Array): KernelSource;
}

/**
 * The products of the rows of X.
 *
 * @param X shape (nSamples, nFeatures); of float32, Gaussian products are computed in it, where exponents are small
 *   enough, and all else in float64
 * @throws ShapeError for a precomputed X that is not square.
 */
export function kernelSource(where: string, kernel: FixedKernel, X: Tensor): KernelSource {
  const isGiven = typeof kernel.kernel === "function" || kernel.kernel === "precomputed";
  if (!isGiven) return new ProductSource(kernel, X);
  const wide = X.astype("float64");
  if (typeof kernel.kernel === "function") {
    return new GramSource(applyKernel(where, kernel.kernel as KernelFunction, wide, wide));
  }
  const [m, n] = X.shape as [number, number];
  if (m === n) return new GramSource(wide);
  throw new ShapeError(
    `${where}: expected a square X, the products of all training rows, got shape (${m}, ${n})`,
  );
}

/**
 * In float32 an exponent is off by a few millionths of the largest γ‖x − z‖², and so is the product; up to this one
 * that is less than what the solver leaves open.
 */
const LARGEST_EXPONENT = 64;
/** From so many rows on it saves time. */
const LARGE = 500;

/** Products that are computed when they are needed. */
class ProductSource implements KernelSource {
  readonly size: number;
  readonly diagonal: Float64Array;
  readonly #kernel: FixedKernel;
  readonly #X: Tensor;
  readonly #factors: KernelFactors;
  /** In what the solver's rows are computed. */
  readonly #narrow: KernelFactors;

  constructor(kernel: FixedKernel, X: Tensor) {
    this.#kernel = kernel;
    this.#X = X;
    const wide = X.astype("float64");
    const { left, right, finish } = kernelFactors(kernel, wide, wide);
    this.#factors = { left: left.clone(), right: right.clone(), finish };
    this.size = X.shape[0]!;
    const products = left.mul(right.transpose()).sum(1, { keepDims: true });
    this.diagonal = finish(products).data() as Float64Array;
    const isNarrow = X.dtype === "float32" && isTame(kernel, wide);
    this.#narrow = isNarrow ? inFloat32(this.#factors) : this.#factors;
  }

  read<T>(rows: Int32Array, use: (values: Float64Array) => T): T {
    return scoped(() =>
      withData(productsOf(rows, this.#factors), (values) => use(values as Float64Array)),
    );
  }

  float32Rows(rows: Int32Array): Tensor {
    return scoped(() => productsOf(rows, this.#narrow).astype("float32"));
  }

  subset(rows: Int32Array): KernelSource {
    return new ProductSource(this.#kernel, this.#X.take(rows, 0));
  }
}

function productsOf(rows: Int32Array, { left, right, finish }: KernelFactors): Tensor {
  const [first] = rows;
  // A single row is there without a copy.
  const chosen = rows.length === 1 ? left.slice([first!, first! + 1]) : left.take(rows, 0);
  return finish(chosen.matmul(right));
}

function inFloat32({ left, right, finish }: KernelFactors): KernelFactors {
  return { left: left.astype("float32"), right: right.astype("float32"), finish };
}

/** Whether all exponents of a Gaussian kernel are small: twice the distance from the middle is the farthest apart. */
function isTame({ kernel, gamma }: FixedKernel, X: Tensor): boolean {
  if (kernel !== "rbf" || X.shape[0]! < LARGE) return false;
  const farthest = X.sub(X.mean(0)).square().sum(1).max().item();
  return 4 * gamma * farthest <= LARGEST_EXPONENT;
}

/** Products that are there. */
class GramSource implements KernelSource {
  readonly size: number;
  readonly diagonal: Float64Array;
  readonly #gram: Tensor;

  constructor(gram: Tensor) {
    this.#gram = gram;
    this.size = gram.shape[0]!;
    this.diagonal = gram.diagonal().data() as Float64Array;
  }

  read<T>(rows: Int32Array, use: (values: Float64Array) => T): T {
    return scoped(() =>
      withData(this.#gram.take(rows, 0), (values) => use(values as Float64Array)),
    );
  }

  float32Rows(rows: Int32Array): Tensor {
    return scoped(() => this.#gram.take(rows, 0).astype("float32"));
  }

  subset(rows: Int32Array): KernelSource {
    return new GramSource(this.#gram.take(rows, 0).take(rows, 1));
  }
}
