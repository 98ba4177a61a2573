import type { Tensor } from "@gradus/tensor";
import { checkTheta, Kernel, type KernelBounds, type KernelJSON } from "./kernel";

/** A hyperparameter by its option's name. */
interface Hyperparameter {
  readonly name: string;
  readonly values: readonly number[];
  readonly bounds: KernelBounds;
}

/**
 * What kernels with hyperparameters of their own share. Such a class keeps its options in public read-only fields and
 * nothing else there; a hyperparameter `a` has its bounds in `aBounds`.
 */
export abstract class SimpleKernel extends Kernel {
  /** The options that are hyperparameters, in the order of `theta`. */
  protected abstract get hyperparameters(): readonly string[];

  /** The derivatives by the logarithm of each hyperparameter; empty lists where it is fixed are not asked for. */
  protected abstract gradientOf(name: string, X: Tensor, K: Tensor): readonly Tensor[];

  get theta(): Float64Array {
    return Float64Array.from(this.#free().flatMap(({ values }) => values.map(Math.log)));
  }

  get bounds(): readonly (readonly [number, number])[] {
    return this.#free().flatMap(({ values, bounds }) => {
      const [low, high] = bounds as readonly [number, number];
      return values.map(() => [Math.log(low), Math.log(high)] as const);
    });
  }

  get names(): readonly string[] {
    return this.#free().flatMap(({ name, values }) =>
      values.map((_, i) => `${this.#name}.${name}${values.length > 1 ? `[${i}]` : ""}`),
    );
  }

  withTheta(theta: ArrayLike<number>): this {
    checkTheta(`${this.#name}.withTheta`, theta, this.theta.length);
    const options = { ...this } as object as Record<string, unknown>;
    let at = 0;
    for (const { name, values } of this.#free()) {
      const replaced = values.map(() => Math.exp(theta[at++]!));
      options[name] = Array.isArray(options[name]) ? replaced : replaced[0];
    }
    return new (this.constructor as new (options: object) => this)(options);
  }

  withGradients(X: Tensor) {
    const K = this.matrix(X);
    const gradients = this.#free().flatMap(({ name }) => this.gradientOf(name, X, K));
    return { K, gradients };
  }

  toJSON(): KernelJSON {
    const entries = Object.entries(this).map(([key, value]) => [
      key,
      value === Number.POSITIVE_INFINITY ? "Infinity" : value,
    ]);
    return { kernel: this.#name, options: Object.fromEntries(entries) };
  }

  get #name(): string {
    return (this.constructor as typeof Kernel).kernelName;
  }

  #free(): readonly Hyperparameter[] {
    const options = { ...this } as object as Record<string, unknown>;
    return this.hyperparameters
      .map((name) => ({
        name,
        values: [options[name]].flat() as number[],
        bounds: options[`${name}Bounds`] as KernelBounds,
      }))
      .filter(({ bounds }) => bounds !== "fixed");
  }
}
