import { ParameterError, ShapeError } from "@gradus/core";
import { isFloating } from "../dtype";
import { filledTensor, isTensor, viewOf } from "../factory";
import { sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type BackwardOptions, gradientsSince } from "./backward";
import { GradientError } from "./gradient-error";
import { GraphNode, lastNodeId, withRecording } from "./tape";

/** A function of one or several tensors that gives a tensor. */
export type TensorFunction = (
  a: Tensor,
  b: Tensor,
  c: Tensor,
  d: Tensor,
  e: Tensor,
  ...more: Tensor[]
) => Tensor;

/** One tensor, or a list with one for each argument of a function. */
export type TensorInputs = Tensor | readonly Tensor[];

/** A tensor for one input, a list of the same length for a list of inputs. */
export type LikeInputs<I extends TensorInputs> = I extends Tensor
  ? Tensor
  : { -readonly [K in keyof I]: Tensor };

/** f applied to copies of its inputs, with its history. */
export interface Trace {
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
  /** Whether somebody outside can ask for the derivative of what is computed from this trace. */
  readonly connected: boolean;
  /** The last operation recorded before f: its graph is somebody else's. */
  readonly since: number;
}

/**
 * Evaluates f so that its result can be differentiated with respect to its inputs.
 *
 * @throws GradientError for an input that is not floating; ParameterError for fewer inputs than f has parameters.
 */
export function trace(where: string, f: TensorFunction, inputs: TensorInputs): Trace {
  const list = listOf(inputs);
  if (list.length === 0 || f.length > list.length) {
    throw new ParameterError(
      `${where}: expected a tensor for each of the function's ${f.length} parameters, got ${list.length}`,
    );
  }
  const since = lastNodeId();
  const copies = list.map((x) => independentCopy(where, x));
  const apply = f as (...args: readonly Tensor[]) => Tensor;
  const output = withRecording(true, () => apply(...copies));
  if (!isTensor(output)) {
    throw new GradientError(
      `${where}: expected a function that returns a tensor, got ${typeof output}`,
    );
  }
  return { inputs: copies, output, connected: list.some((x) => x.requiresGrad), since };
}

/** The gradients of a trace, or of an output made from it; zeros if it depends on no input. */
export function gradientsOrZeros(
  { since, inputs }: Pick<Trace, "since" | "inputs">,
  output: Tensor,
  options: BackwardOptions,
): Tensor[] {
  if (output.requiresGrad) return gradientsSince(since, output, inputs, options);
  return inputs.map((x) => filledTensor("gradients", x.shape, x.dtype, 0));
}

/** The inputs as a list. */
export function listOf(inputs: TensorInputs): readonly Tensor[] {
  return isTensor(inputs) ? [inputs] : (inputs as readonly Tensor[]);
}

/** A list of results in the form in which the inputs came. */
export function shapedAs<I extends TensorInputs>(inputs: I, results: Tensor[]): LikeInputs<I> {
  return (isTensor(inputs) ? results[0]! : results) as LikeInputs<I>;
}

/** @throws ShapeError unless there is a direction in the shape of each tensor. */
export function checkDirections(
  where: string,
  directions: readonly Tensor[],
  like: readonly Tensor[],
): void {
  const text = (list: readonly Tensor[]) => list.map((x) => shapeText(x.shape)).join(", ");
  const fits =
    directions.length === like.length &&
    like.every((x, i) => sameShape(x.shape, directions[i]!.shape));
  if (!fits) {
    throw new ShapeError(`${where}: expected v of shape ${text(like)}, got ${text(directions)}`);
  }
}

/** x as a tensor of its own that requires gradients; if x does so itself, it stays connected to it. */
function independentCopy(where: string, x: Tensor): Tensor {
  if (!isTensor(x) || !isFloating(x.dtype)) {
    const got = isTensor(x) ? x.dtype : typeof x;
    throw new GradientError(`${where}: expected a floating tensor, got ${got}`);
  }
  const input = viewOf(x, x.shape, x.contiguous ? undefined : x.strides);
  if (x.requiresGrad) input.attach(new GraphNode("identity", [x], (g) => [g]));
  else input.requiresGrad = true;
  return input;
}
