import type { Tensor } from "../tensor";
import { gradientsSince } from "./backward";
import { type LikeInputs, shapedAs, type TensorFunction, type TensorInputs, trace } from "./trace";

/** A function of one tensor that gives a loss: one element. */
export type ScalarFunction = (x: Tensor) => Tensor;

/** What {@link grad} can be told. */
export interface GradOptions {
  /**
   * Record the gradient, so that it can be differentiated in its turn, also with respect to tensors that f uses
   * without taking them as inputs. Default: whether an input requires gradients.
   */
  readonly createGraph?: boolean;
}

/**
 * The gradient function of `f`, which takes one or several tensors to one element. For x it gives df/dx in x's
 * shape; for a list of inputs, a list of gradients. Can be applied again: `grad((x) => grad(f)(x).sum())`.
 *
 * @throws GradientError if an input is not floating or the result does not depend on any by differentiable
 * operations; ShapeError if f gives more than one element; ParameterError for fewer inputs than f has parameters.
 * @example
 * ```ts
 * const cube = (x: Tensor) => x.pow(3);
 * grad(cube)(tensor(2)).item(); // 12
 * grad(grad(cube))(tensor(2)).item(); // 12
 * const [gw, gb] = grad((w, b) => w.mul(b).sum())([tensor([1, 2]), tensor([3, 4])]);
 * gw.toArray(); // → [3, 4]
 * gb.toArray(); // → [1, 2]
 * ```
 */
export function grad(
  f: TensorFunction,
  options?: GradOptions,
): <const I extends TensorInputs>(inputs: I) => LikeInputs<I> {
  const both = valueAndGrad(f, options);
  return (inputs) => both(inputs)[1];
}

/**
 * For one or several tensors, both f's value and its gradient, for the price of one.
 *
 * @returns a function that gives [value, gradient], for a list of inputs [value, gradients]
 * @throws GradientError, ShapeError and ParameterError as `grad`.
 * @example
 * ```ts
 * const [loss, gradient] = valueAndGrad((w) => w.square().sum())(tensor([1, 2]));
 * loss.item(); // 5
 * gradient.toArray(); // [2, 4]
 * ```
 */
export function valueAndGrad(
  f: TensorFunction,
  options: GradOptions = {},
): <const I extends TensorInputs>(inputs: I) => [value: Tensor, gradient: LikeInputs<I>] {
  return (inputs) => {
    const traced = trace("grad", f, inputs);
    // The gradient is recorded in its turn only where somebody outside can ask for it.
    const { createGraph = traced.connected } = options;
    const found = gradientsSince(traced.since, traced.output, traced.inputs, { createGraph });
    const value = createGraph ? traced.output : traced.output.detach();
    return [value, shapedAs(inputs, found)];
  };
}
