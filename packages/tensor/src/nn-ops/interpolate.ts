import { checkBoolean, checkOneOf, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { tensorFrom } from "../factory";
import { take } from "../ops/take";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type PerAxis, perAxis } from "./conv-plan";
import { checkFloatingTensor } from "./fused";

/** What {@link interpolate} can be told: the new size, or the factor by which the old one grows. */
export interface InterpolateOptions {
  /** The output's spatial lengths. */
  readonly size?: PerAxis | undefined;
  /** Or by what the input's are multiplied (and rounded down). */
  readonly scaleFactor?: number | readonly number[] | undefined;
  /** "nearest" repeats elements, "linear" goes straight from one to the next along every axis. Default "nearest". */
  readonly mode?: "nearest" | "linear" | undefined;
  /** For "linear": whether the outermost elements' centres, not their edges, stay in place. Default false. */
  readonly alignCorners?: boolean | undefined;
}

/**
 * Makes sequences, images or volumes larger or smaller. "linear" is bilinear for images, trilinear for volumes.
 *
 * @param x shape (n, nChannels, …), one to three spatial axes
 * @returns shape (n, nChannels, …size)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for options.
 * @example
 * ```ts
 * interpolate(tensor([[[1, 2]]]), { scaleFactor: 2 }).toArray(); // [[[1, 1, 2, 2]]]
 * interpolate(tensor([[[1, 3]]]), { size: 3, mode: "linear", alignCorners: true }).toArray(); // [[[1, 2, 3]]]
 * ```
 */
export function interpolate(x: Tensor, options: InterpolateOptions): Tensor {
  const where = "interpolate";
  const { mode = "nearest", alignCorners = false } = options;
  checkFloatingTensor(where, "x", x);
  checkOneOf(where, "mode", mode, ["nearest", "linear"]);
  checkBoolean(where, "alignCorners", alignCorners);
  const input = x.shape.slice(2);
  if (x.ndim < 3 || x.ndim > 5 || input.includes(0)) {
    throw new ShapeError(
      `${where}: expected x of shape (n, nChannels, …) with one to three spatial axes, got ${shapeText(x.shape)}`,
    );
  }
  const { output, ratios } = sizes(where, input, options);
  let y = x;
  output.forEach((length, i) => {
    const from = input[i]!;
    if (mode === "nearest") y = nearest(y, i + 2, { from, length, ratio: ratios[i]! });
    else y = linear(y, i + 2, { from, length, ratio: alignCorners ? undefined : ratios[i]! });
  });
  return y;
}

/** The new lengths, and how many old elements go on a new one. */
function sizes(where: string, input: readonly number[], options: InterpolateOptions) {
  const { size, scaleFactor } = options;
  const count = input.length;
  if ((size === undefined) === (scaleFactor === undefined)) {
    throw new ParameterError(`${where}: expected either size or scaleFactor, got both or neither`);
  }
  if (size !== undefined) {
    const output = perAxis(where, "size", size, { count, min: 1 });
    return { output, ratios: output.map((n, i) => input[i]! / n) };
  }
  const factors =
    typeof scaleFactor === "number" ? input.map(() => scaleFactor) : [...scaleFactor!];
  const output = input.map((n, i) => Math.floor(n * (factors[i] ?? 0)));
  if (factors.length !== count || !factors.every(Number.isFinite) || output.some((n) => n < 1)) {
    throw new ParameterError(
      `${where}: scaleFactor must be a number > 0, or ${count} of them, that leave at least one element, got ` +
        describeValue(scaleFactor),
    );
  }
  return { output, ratios: factors.map((f) => 1 / f) };
}

interface AxisPlan {
  readonly from: number;
  readonly length: number;
  readonly ratio: number;
}

function nearest(x: Tensor, axis: number, { from, length, ratio }: AxisPlan): Tensor {
  const places = Array.from({ length }, (_, i) => Math.min(Math.floor(i * ratio), from - 1));
  return take(x, places, axis);
}

function linear(
  x: Tensor,
  axis: number,
  plan: { readonly from: number; readonly length: number; readonly ratio: number | undefined },
): Tensor {
  const { from, length, ratio } = plan;
  // Where element i of the output lies in the input.
  const positions = Array.from({ length }, (_, i) => {
    if (ratio === undefined) return length > 1 ? (i * (from - 1)) / (length - 1) : 0;
    return Math.max((i + 0.5) * ratio - 0.5, 0);
  });
  const left = positions.map((p) => Math.min(Math.floor(p), from - 1));
  const right = left.map((i) => Math.min(i + 1, from - 1));
  const weights = positions.map((p, i) => p - left[i]!);
  const shape = [length, ...x.shape.slice(axis + 1).map(() => 1)];
  const [a, b] = [take(x, left, axis), take(x, right, axis)];
  return a.add(b.sub(a).mul(tensorFrom(weights, shape, x.dtype)));
}
