import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { isTensor, noGrad, scoped, type Tensor, tensor, valueAndGrad } from "@gradus/tensor";
import type { Objective, OptimizeOptions, OptimizeResult, OptimizeStatus } from "./result";
import { maxAbs, type Vector } from "./vectors";

/** A point with the function and its gradient there. */
export interface Point {
  readonly x: Vector;
  /** May be NaN or infinite where the function has no value. */
  readonly fun: number;
  readonly jac: Vector;
}

/** How far a search is from its end. */
export interface Standing extends Limits {
  /** What the tolerance bounds. */
  readonly miss: number;
  /** The same in words. */
  readonly state: string;
}

/** When a search ends. */
export interface Limits {
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** The size of the gradient, which is 0 at a minimum. */
export function gradientState({ jac }: Point): { readonly miss: number; readonly state: string } {
  const miss = maxAbs(jac);
  return { miss, state: `the largest component of the gradient is ${miss.toExponential(2)}` };
}

/** Evaluates an objective at points that are plain numbers, and counts. */
export class Evaluator {
  nfev = 0;
  nhev = 0;
  readonly shape: readonly number[];
  readonly start: Vector;

  /** @throws ValueError unless x0 holds at least one number, all of them finite. */
  constructor(
    readonly where: string,
    readonly objective: Objective,
    x0: Tensor | readonly number[],
    readonly options: OptimizeOptions,
  ) {
    if (typeof objective !== "function") {
      throw new ParameterError(`${where}: fun must be a function, got ${typeof objective}`);
    }
    const from = tensor(x0 as Tensor, { dtype: "float64" });
    this.shape = from.shape;
    this.start = from.data() as Vector;
    if (this.start.length === 0 || !this.start.every(Number.isFinite)) {
      throw new ValueError(`${where}: x0 must hold finite numbers, at least one, got ${from}`);
    }
  }

  /** @throws ValueError if the function or its gradient is not finite at x0. */
  first(): Point {
    const point = this.at(this.start);
    if (!Number.isFinite(point.fun)) {
      throw new ValueError(`${this.where}: fun must be finite at x0, got ${point.fun}`);
    }
    return point;
  }

  /**
   * @throws ShapeError if the function gives more than one element, or a gradient of another shape than x;
   * ValueError where the function is finite and its gradient is not.
   */
  at(x: Vector): Point {
    this.nfev++;
    const [fun, jac] = scoped(() => this.valueAndGradient(this.tensor(x)));
    this.checkGradient(x, fun, jac);
    return { x, fun, jac };
  }

  /** @throws ValueError where the function is finite and its gradient is not. */
  protected checkGradient(x: Vector, fun: number, jac: Vector): void {
    if (Number.isFinite(fun) && !Number.isFinite(maxAbs(jac))) {
      throw new ValueError(
        `${this.where}: the gradient must be finite where fun is (${fun}), got ${this.tensor(jac)} at x = ${this.tensor(x)}`,
      );
    }
  }

  tensor(values: Vector): Tensor {
    return tensor(values, { shape: this.shape });
  }

  /** Reports a step. @returns whether the search is to go on. */
  report({ x, fun, jac }: Point, nit: number, total: number): boolean {
    const { callback, onProgress } = this.options;
    onProgress?.({ done: nit, total, metrics: { fun, gradient: maxAbs(jac) } });
    return callback?.({ x: this.tensor(x), fun, jac: this.tensor(jac), nit }) !== true;
  }

  /** The result where a search has come close enough or may not go on; `state` says how far it is. */
  settled(point: Point, nit: number, { miss, state, tolerance, maxIterations }: Standing) {
    if (miss <= tolerance) {
      return this.result(point, nit, "converged", `${state}, within the tolerance ${tolerance}`);
    }
    if (nit === maxIterations) {
      const why = `no convergence in ${nit} iterations: ${state}, the tolerance ${tolerance}`;
      return this.result(point, nit, "max-iterations", why);
    }
    return undefined;
  }

  result({ x, fun, jac }: Point, nit: number, status: OptimizeStatus, why: string): OptimizeResult {
    return {
      x: this.tensor(x),
      fun,
      jac: this.tensor(jac),
      nit,
      nfev: this.nfev,
      nhev: this.nhev,
      success: status === "converged",
      status,
      message: `${this.where}: ${why}`,
    };
  }

  private valueAndGradient(x: Tensor): [number, Vector] {
    const { jac } = this.options;
    if (jac !== undefined) {
      const value = noGrad(() => this.objective(x));
      return [this.number(value), this.gradient(jac(x))];
    }
    const [value, gradient] = valueAndGrad((at) => this.objective(at) as Tensor)(x);
    return [this.number(value), this.gradient(gradient)];
  }

  private number(value: Tensor | number): number {
    if (typeof value === "number") return value;
    if (!isTensor(value) || value.size !== 1) {
      const got = isTensor(value) ? `shape [${value.shape}]` : typeof value;
      throw new ShapeError(`${this.where}: expected fun to give one number, got ${got}`);
    }
    return value.item();
  }

  private gradient(jac: Tensor): Vector {
    if (!isTensor(jac) || jac.shape.join() !== this.shape.join()) {
      const got = isTensor(jac) ? `shape [${jac.shape}]` : typeof jac;
      throw new ShapeError(
        `${this.where}: expected a gradient of shape [${this.shape}] from jac, got ${got}`,
      );
    }
    return jac.astype("float64").data() as Vector;
  }
}
