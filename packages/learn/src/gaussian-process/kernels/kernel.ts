import { checkFinite, describeValue, ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";

/** Between which numbers > 0 a hyperparameter is sought; or that it stays as it is. */
export type KernelBounds = readonly [low: number, high: number] | "fixed";

/** A kernel as plain JSON. */
export interface KernelJSON {
  /** The name of the class. */
  readonly kernel: string;
  /** The options of its constructor; kernels inside are JSON too. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A kernel's matrix, and its derivative by each free hyperparameter's logarithm. */
export interface KernelGradients {
  /** Shape (nSamples, nSamples). */
  readonly K: Tensor;
  /** As many as `theta` is long, each in the shape of K. */
  readonly gradients: readonly Tensor[];
}

/**
 * The covariance of a Gaussian process, k(x, y) of two rows, with hyperparameters that can be learned. Kernels are
 * added, multiplied and raised to a power; they do not change.
 *
 * @example
 * ```ts
 * const kernel = new RBF({ lengthScale: 2 }).add(new WhiteKernel({ noiseLevel: 0.1 }));
 * kernel.diagonal(tensor([[0], [1]])).toArray(); // → [1.1, 1.1]
 * ```
 */
export abstract class Kernel {
  /** The name of the class; its own, since a bundler may rename classes. */
  static readonly kernelName: string;

  /** The logarithms of the free hyperparameters. */
  abstract get theta(): Float64Array;

  /** Between which logarithms each of them is sought. */
  abstract get bounds(): readonly (readonly [low: number, high: number])[];

  /** What each of them is called, for messages. */
  abstract get names(): readonly string[];

  /** The same kernel with other free hyperparameters. @throws ParameterError unless there are as many. */
  abstract withTheta(theta: ArrayLike<number>): Kernel;

  /**
   * k(x, y) for every row of X and every row of Y; without Y, of X among themselves.
   *
   * @throws ShapeError where a length scale for each feature is given and there are not as many.
   */
  abstract matrix(X: Tensor, Y?: Tensor): Tensor;

  /** k(x, x) for every row of X, shape (nSamples,). */
  abstract diagonal(X: Tensor): Tensor;

  /** The matrix of X and its derivatives. @throws as `matrix`. */
  abstract withGradients(X: Tensor): KernelGradients;

  /** The kernel as plain JSON. */
  abstract toJSON(): KernelJSON;

  /** The sum of both kernels. @throws ParameterError unless the other is one. */
  add(other: Kernel): Sum {
    return new Sum({ k1: this, k2: other });
  }

  /** The product of both kernels. @throws ParameterError unless the other is one. */
  mul(other: Kernel): Product {
    return new Product({ k1: this, k2: other });
  }

  /** The kernel to a power. @throws ParameterError unless the exponent is a finite number. */
  pow(exponent: number): Exponentiation {
    return new Exponentiation({ kernel: this, exponent });
  }
}

/** The options of `Sum` and `Product`. */
export interface KernelPairOptions {
  readonly k1: Kernel;
  readonly k2: Kernel;
}

/** Two kernels together: the hyperparameters of the first, then those of the second. */
abstract class KernelPair extends Kernel {
  readonly k1: Kernel;
  readonly k2: Kernel;

  constructor(where: string, { k1, k2 }: KernelPairOptions) {
    super();
    this.k1 = checkIsKernel(where, "k1", k1);
    this.k2 = checkIsKernel(where, "k2", k2);
    Object.freeze(this);
  }

  get theta(): Float64Array {
    return Float64Array.of(...this.k1.theta, ...this.k2.theta);
  }

  get bounds(): readonly (readonly [number, number])[] {
    return [...this.k1.bounds, ...this.k2.bounds];
  }

  get names(): readonly string[] {
    return [...this.k1.names, ...this.k2.names];
  }

  withTheta(theta: ArrayLike<number>): this {
    const { kernelName } = this.constructor as typeof Kernel;
    const cut = this.k1.theta.length;
    checkTheta(`${kernelName}.withTheta`, theta, cut + this.k2.theta.length);
    const all = Float64Array.from(theta);
    const parts = {
      k1: this.k1.withTheta(all.subarray(0, cut)),
      k2: this.k2.withTheta(all.subarray(cut)),
    };
    return new (this.constructor as new (options: KernelPairOptions) => this)(parts);
  }

  toJSON(): KernelJSON {
    const { kernelName } = this.constructor as typeof Kernel;
    return { kernel: kernelName, options: { k1: this.k1.toJSON(), k2: this.k2.toJSON() } };
  }
}

/**
 * k₁(x, y) + k₂(x, y): functions that are sums of two independent ones.
 *
 * @example
 * ```ts
 * const kernel = new Sum({ k1: new ConstantKernel({ constantValue: 2 }), k2: new RBF() });
 * kernel.diagonal(tensor([[0]])).toArray(); // → [3]
 * ```
 */
export class Sum extends KernelPair {
  static override readonly kernelName: string = "Sum";

  /** @throws ParameterError unless both are kernels. */
  constructor(options: KernelPairOptions) {
    super("Sum", options);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    return this.k1.matrix(X, Y).add(this.k2.matrix(X, Y));
  }

  diagonal(X: Tensor): Tensor {
    return this.k1.diagonal(X).add(this.k2.diagonal(X));
  }

  withGradients(X: Tensor): KernelGradients {
    const [a, b] = [this.k1.withGradients(X), this.k2.withGradients(X)];
    return { K: a.K.add(b.K), gradients: [...a.gradients, ...b.gradients] };
  }
}

/**
 * k₁(x, y) · k₂(x, y).
 *
 * @example
 * ```ts
 * const kernel = new Product({ k1: new ConstantKernel({ constantValue: 2 }), k2: new RBF() });
 * kernel.diagonal(tensor([[0]])).toArray(); // → [2]
 * ```
 */
export class Product extends KernelPair {
  static override readonly kernelName: string = "Product";

  /** @throws ParameterError unless both are kernels. */
  constructor(options: KernelPairOptions) {
    super("Product", options);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    return this.k1.matrix(X, Y).mul(this.k2.matrix(X, Y));
  }

  diagonal(X: Tensor): Tensor {
    return this.k1.diagonal(X).mul(this.k2.diagonal(X));
  }

  withGradients(X: Tensor): KernelGradients {
    const [a, b] = [this.k1.withGradients(X), this.k2.withGradients(X)];
    return {
      K: a.K.mul(b.K),
      gradients: [
        ...a.gradients.map((slope) => slope.mul(b.K)),
        ...b.gradients.map((slope) => slope.mul(a.K)),
      ],
    };
  }
}

/** The options of `Exponentiation`. */
export interface ExponentiationOptions {
  readonly kernel: Kernel;
  /** The power, a finite number. */
  readonly exponent: number;
}

/**
 * k(x, y)ᵖ.
 *
 * @example
 * ```ts
 * const squares = new Exponentiation({ kernel: new DotProduct({ sigma0: 0 }), exponent: 2 });
 * squares.matrix(tensor([[3]])).toArray(); // → [[81]]
 * ```
 */
export class Exponentiation extends Kernel {
  static override readonly kernelName: string = "Exponentiation";
  readonly kernel: Kernel;
  readonly exponent: number;

  /** @throws ParameterError unless they are a kernel and a finite number. */
  constructor({ kernel, exponent }: ExponentiationOptions) {
    super();
    this.kernel = checkIsKernel("Exponentiation", "kernel", kernel);
    this.exponent = checkFinite("Exponentiation", "exponent", exponent);
    Object.freeze(this);
  }

  get theta(): Float64Array {
    return this.kernel.theta;
  }

  get bounds(): readonly (readonly [number, number])[] {
    return this.kernel.bounds;
  }

  get names(): readonly string[] {
    return this.kernel.names;
  }

  withTheta(theta: ArrayLike<number>): Exponentiation {
    return new Exponentiation({ kernel: this.kernel.withTheta(theta), exponent: this.exponent });
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    return this.kernel.matrix(X, Y).pow(this.exponent);
  }

  diagonal(X: Tensor): Tensor {
    return this.kernel.diagonal(X).pow(this.exponent);
  }

  withGradients(X: Tensor): KernelGradients {
    const { K, gradients } = this.kernel.withGradients(X);
    const factor = K.pow(this.exponent - 1).mul(this.exponent);
    return { K: K.pow(this.exponent), gradients: gradients.map((slope) => slope.mul(factor)) };
  }

  toJSON(): KernelJSON {
    const { kernel, exponent } = this;
    return { kernel: "Exponentiation", options: { kernel: kernel.toJSON(), exponent } };
  }
}

/** @throws ParameterError unless there are so many numbers. */
export function checkTheta(where: string, theta: ArrayLike<number>, count: number): void {
  if (theta.length === count) return;
  throw new ParameterError(`${where}: expected ${count} hyperparameters, got ${theta.length}`);
}

/** @throws ParameterError unless they are two numbers, 0 < low <= high, or "fixed". */
export function checkBounds(where: string, name: string, bounds: KernelBounds): KernelBounds {
  if (bounds === "fixed") return bounds;
  const isPair = Array.isArray(bounds) && bounds.length === 2;
  if (isPair && bounds[0] > 0 && bounds[0] <= bounds[1] && bounds[1] < Infinity) {
    return [bounds[0], bounds[1]];
  }
  throw new ParameterError(
    `${where}: ${name} must be "fixed" or two numbers 0 < low <= high, got ${describeValue(bounds)}`,
  );
}

/** @throws ParameterError unless it is a kernel. */
export function checkIsKernel(where: string, name: string, value: unknown): Kernel {
  if (value instanceof Kernel) return value;
  throw new ParameterError(`${where}: ${name} must be a kernel, got ${describeValue(value)}`);
}
