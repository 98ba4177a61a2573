import { isFloating } from "../dtype";
import { viewOf } from "../factory";
import type { Tensor } from "../tensor";
import { gradients } from "./backward";
import { GradientError } from "./gradient-error";
import { GraphNode, withRecording } from "./tape";

/** A function of one tensor that gives a loss: one element. */
export type ScalarFunction = (x: Tensor) => Tensor;

/**
 * The gradient function of `f`: for x it gives df/dx in x's shape. Can be applied again:
 * `grad((x) => grad(f)(x).sum())`.
 *
 * @throws GradientError if x is not floating or f(x) does not depend on x by differentiable operations;
 * ShapeError if f gives more than one element.
 * @example
 * ```ts
 * const cube = (x: Tensor) => x.pow(3);
 * grad(cube)(tensor(2)).item(); // 12
 * grad(grad(cube))(tensor(2)).item(); // 12
 * ```
 */
export function grad(f: ScalarFunction): (x: Tensor) => Tensor {
  const both = valueAndGrad(f);
  return (x) => both(x)[1];
}

/**
 * For x, both f(x) and df/dx, for the price of one.
 *
 * @returns a function that gives [value, gradient]
 * @throws GradientError and ShapeError as `grad`.
 * @example
 * ```ts
 * const [loss, gradient] = valueAndGrad((w) => w.square().sum())(tensor([1, 2]));
 * loss.item(); // 5
 * gradient.toArray(); // [2, 4]
 * ```
 */
export function valueAndGrad(f: ScalarFunction): (x: Tensor) => [value: Tensor, gradient: Tensor] {
  return (x) => {
    const input = independentCopy(x);
    const value = withRecording(true, () => f(input));
    // The gradient is recorded in its turn only where somebody outside can ask for it.
    const createGraph = x.requiresGrad;
    const [gradient] = gradients(value, [input], { createGraph });
    return [createGraph ? value : value.detach(), gradient!];
  };
}

/** x as a tensor of its own that requires gradients; if x does so itself, it stays connected to it. */
function independentCopy(x: Tensor): Tensor {
  if (!isFloating(x.dtype)) {
    throw new GradientError(`grad: expected a floating tensor, got ${x.dtype}`);
  }
  const input = viewOf(x, x.shape, x.contiguous ? undefined : x.strides);
  if (x.requiresGrad) input.attach(new GraphNode("identity", [x], (g) => [g]));
  else input.requiresGrad = true;
  return input;
}
