import { ShapeError } from "@gradus/core";
import { scoped, type Tensor, withData } from "@gradus/tensor";
import { applyKernel, type FixedKernel, type KernelFunction, kernelFactors } from "./kernel";

/** The matrix of products of all pairs of training rows, as it is asked for. */
export interface KernelSource {
  readonly size: number;
  /** K(x, x) of each row. */
  readonly diagonal: Float64Array;
  /** Some rows of the matrix. */
  read<T>(rows: Int32Array, use: (values: Float64Array) => T): T;
  /** The products of some of the rows among each other. */
  subset(rows: Int32Array): KernelSource;
}

/** The products of the rows of X. @throws ShapeError for a precomputed X that is not square. */
export function kernelSource(where: string, kernel: FixedKernel, X: Tensor): KernelSource {
  if (typeof kernel.kernel === "function") {
    return new GramSource(applyKernel(where, kernel.kernel as KernelFunction, X, X));
  }
  if (kernel.kernel !== "precomputed") return new ProductSource(kernel, X);
  const [m, n] = X.shape as [number, number];
  if (m === n) return new GramSource(X);
  throw new ShapeError(
    `${where}: expected a square X, the products of all training rows, got shape (${m}, ${n})`,
  );
}

/** Products that are computed when they are needed. */
class ProductSource implements KernelSource {
  readonly size: number;
  readonly diagonal: Float64Array;
  readonly #kernel: FixedKernel;
  readonly #X: Tensor;
  readonly #left: Tensor;
  readonly #right: Tensor;
  readonly #finish: (products: Tensor) => Tensor;

  constructor(kernel: FixedKernel, X: Tensor) {
    this.#kernel = kernel;
    this.#X = X;
    const { left, right, finish } = kernelFactors(kernel, X, X);
    this.#left = left.clone();
    this.#right = right.clone();
    this.#finish = finish;
    this.size = X.shape[0]!;
    const products = this.#left.mul(this.#right.transpose()).sum(1, { keepDims: true });
    this.diagonal = finish(products).data() as Float64Array;
  }

  read<T>(rows: Int32Array, use: (values: Float64Array) => T): T {
    return scoped(() => {
      const [first] = rows;
      // A single row is there without a copy.
      const chosen =
        rows.length === 1 ? this.#left.slice([first!, first! + 1]) : this.#left.take(rows, 0);
      const products = this.#finish(chosen.matmul(this.#right));
      return withData(products, (values) => use(values as Float64Array));
    });
  }

  subset(rows: Int32Array): KernelSource {
    return new ProductSource(this.#kernel, this.#X.take(rows, 0));
  }
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

  subset(rows: Int32Array): KernelSource {
    return new GramSource(this.#gram.take(rows, 0).take(rows, 1));
  }
}
