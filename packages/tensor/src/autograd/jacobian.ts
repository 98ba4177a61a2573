import { zeros } from "../create";
import { tensorFrom } from "../factory";
import { stack } from "../ops/join";
import type { Tensor } from "../tensor";
import { grad } from "./grad";
import { withRecording } from "./tape";
import {
  checkDirections,
  gradientsOrZeros,
  type LikeInputs,
  listOf,
  shapedAs,
  type TensorFunction,
  type TensorInputs,
  trace,
} from "./trace";

/**
 * The Jacobian function of `f`: all derivatives ∂yᵢ/∂xⱼ, in the shape of y followed by that of x. For a list of
 * inputs, a list of Jacobians. Costs one backward pass for each element of y.
 *
 * @throws GradientError if an input is not floating; ParameterError for fewer inputs than f has parameters.
 * @example
 * ```ts
 * jacobian((x) => x.square())(tensor([1, 2])).toArray(); // → [[2, 0], [0, 4]]
 * ```
 */
export function jacobian(
  f: TensorFunction,
): <const I extends TensorInputs>(inputs: I) => LikeInputs<I> {
  return (inputs) => {
    const traced = trace("jacobian", f, inputs);
    const { output, inputs: copies, connected } = traced;
    const rows: Tensor[][] = [];
    for (let i = 0; i < output.size; i++) {
      const gradOutput = unit(output, i);
      const retainGraph = connected || i + 1 < output.size;
      const options = { gradOutput, retainGraph, createGraph: connected };
      rows.push(gradientsOrZeros(traced, output, options));
    }
    const matrices = copies.map((x, k) => {
      const shape = [...output.shape, ...x.shape];
      if (rows.length === 0) return zeros(shape, { dtype: x.dtype });
      const columns = () => stack(rows.map((row) => row[k]!)).reshape(shape);
      return withRecording(connected, columns);
    });
    return shapedAs(inputs, matrices);
  };
}

/** The i-th unit vector, in the shape of y. */
function unit(y: Tensor, i: number): Tensor {
  const values = new Float64Array(y.size);
  values[i] = 1;
  return tensorFrom(values, y.shape, y.dtype);
}

/** For a list of n inputs, n lists of n matrices. */
export type HessianOf<I extends TensorInputs> = I extends Tensor
  ? Tensor
  : { -readonly [K in keyof I]: { -readonly [L in keyof I]: Tensor } };

/**
 * The Hessian function of `f`, which gives one element: all second derivatives ∂²f/∂xᵢ∂xⱼ, in the shape of x twice.
 * For a list of inputs, blocks: `hessian(f)([a, b])[0][1]` holds ∂²f/∂aᵢ∂bⱼ. Costs one backward pass through the
 * gradient for each element of x; use `hvp` where a product with it is enough.
 *
 * @throws GradientError if an input is not floating or f does not depend on any; ShapeError if f gives more than
 * one element; ParameterError for fewer inputs than f has parameters.
 * @example
 * ```ts
 * const f = (x: Tensor) => x.pow(3).sum();
 * hessian(f)(tensor([1, 2])).toArray(); // → [[6, 0], [0, 12]]
 * ```
 */
export function hessian(
  f: TensorFunction,
): <const I extends TensorInputs>(inputs: I) => HessianOf<I> {
  return (<const I extends TensorInputs>(inputs: I) => {
    const list = listOf(inputs);
    const slopes = grad(f);
    const blocks = list.map((_, i) => jacobian((...copies: Tensor[]) => slopes(copies)[i]!)(list));
    return shapedBlocks(inputs, blocks);
  }) as <const I extends TensorInputs>(inputs: I) => HessianOf<I>;
}

function shapedBlocks(inputs: TensorInputs, blocks: Tensor[][]): Tensor | Tensor[][] {
  return Array.isArray(inputs) ? blocks : blocks[0]![0]!;
}

/**
 * The Hessian-vector product: H·v for the second derivatives H of f at x, without forming H: two backward passes.
 *
 * @param v a direction in the shape of x, or a list with one for each input
 * @returns H·v, in the shape of x
 * @throws GradientError if an input is not floating or f does not depend on any; ShapeError if v has not the shape
 * of x or f gives more than one element; ParameterError for fewer inputs than f has parameters.
 * @example
 * ```ts
 * hvp((x) => x.pow(3).sum(), tensor([1, 2]), tensor([1, 1])).toArray(); // → [6, 12]
 * ```
 */
export function hvp<const I extends TensorInputs>(
  f: TensorFunction,
  inputs: I,
  v: TensorInputs,
): LikeInputs<I> {
  const directions = listOf(v);
  checkDirections("hvp", directions, listOf(inputs));
  const along = (...copies: Tensor[]): Tensor => {
    const slopes: Tensor[] = grad(f)(copies);
    return slopes.map((g, i) => g.mul(directions[i]!).sum()).reduce((a, b) => a.add(b));
  };
  const traced = trace("hvp", along, inputs);
  const createGraph = traced.connected || directions.some((d) => d.requiresGrad);
  return shapedAs(inputs, gradientsOrZeros(traced, traced.output, { createGraph }));
}
