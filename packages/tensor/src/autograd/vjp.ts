import { onesLike } from "../create";
import type { Tensor } from "../tensor";
import { withRecording } from "./tape";
import {
  checkDirections,
  gradientsOrZeros,
  type LikeInputs,
  listOf,
  shapedAs,
  type TensorFunction,
  type TensorInputs,
  type Trace,
  trace,
} from "./trace";

/**
 * The vector-Jacobian product: f's value y at x, and a function that takes v, in y's shape, to vᵀJ, in x's shape,
 * where J is the Jacobian of f. One call of it costs one backward pass. It can be called any number of times.
 *
 * @returns [y, pull back]
 * @throws GradientError if an input is not floating; ShapeError if v has not the shape of y; ParameterError for
 * fewer inputs than f has parameters.
 * @example
 * ```ts
 * const [y, pullBack] = vjp((x) => x.square(), tensor([1, 2, 3]));
 * y.toArray(); // → [1, 4, 9]
 * pullBack(tensor([1, 0, 10])).toArray(); // → [2, 0, 60]
 * ```
 */
export function vjp<const I extends TensorInputs>(
  f: TensorFunction,
  inputs: I,
): [value: Tensor, pullBack: (v: Tensor) => LikeInputs<I>] {
  const traced = trace("vjp", f, inputs);
  const { output } = traced;
  const pullBack = (v: Tensor) => {
    checkDirections("vjp", [v], [output]);
    const createGraph = traced.connected || v.requiresGrad;
    const options = { gradOutput: v, retainGraph: true, createGraph };
    return shapedAs(inputs, gradientsOrZeros(traced, output, options));
  };
  return [traced.connected ? output : output.detach(), pullBack];
}

/**
 * The Jacobian-vector product: f's value y at x, and J·v, the change of y when x moves in the direction v, in y's
 * shape. By differentiating vᵀJ, which is linear in v, once more: two backward passes.
 *
 * @param v a direction in the shape of x, or a list with one for each input
 * @returns [y, J·v]
 * @throws GradientError if an input is not floating; ShapeError if v has not the shape of x; ParameterError for
 * fewer inputs than f has parameters.
 * @example
 * ```ts
 * const [y, change] = jvp((x) => x.square().sum(), tensor([1, 2]), tensor([1, 0]));
 * y.item(); // → 5
 * change.item(); // → 2
 * ```
 */
export function jvp(
  f: TensorFunction,
  inputs: TensorInputs,
  v: TensorInputs,
): [value: Tensor, change: Tensor] {
  const traced = trace("jvp", f, inputs);
  const directions = listOf(v);
  checkDirections("jvp", directions, listOf(inputs));
  const { output } = traced;
  const createGraph = traced.connected || directions.some((d) => d.requiresGrad);
  return [createGraph ? output : output.detach(), pushForward(traced, directions, createGraph)];
}

function pushForward(traced: Trace, directions: readonly Tensor[], createGraph: boolean): Tensor {
  // uᵀJ as a function of u; which u it is taken at does not matter.
  const { output } = traced;
  const u = onesLike(output, { requiresGrad: true });
  const product = withRecording(true, () => {
    const pulled = gradientsOrZeros(traced, output, { gradOutput: u, createGraph: true });
    return pulled.map((g, i) => g.mul(directions[i]!).sum()).reduce((a, b) => a.add(b));
  });
  return gradientsOrZeros({ since: traced.since, inputs: [u] }, product, { createGraph })[0]!;
}
