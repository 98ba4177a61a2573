import { checkOneOf, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { needsGrad, record } from "../autograd/tape";
import { checkFits } from "../dtype";
import { copyStrided, filledTensor, viewOf } from "../factory";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { takePlaces } from "./places";
import { slice } from "./slice";

/** How far to pad: a number for every end, [before, after] for every axis, or a pair for each axis. */
export type PadWidths =
  | number
  | readonly [before: number, after: number]
  | readonly (readonly [before: number, after: number])[];

/** What {@link pad} puts there. */
export interface PadOptions {
  /**
   * `"constant"`: `value`; `"edge"`: the nearest entry (PyTorch's replicate); `"reflect"`: mirrored at the edge,
   * which does not come twice; `"symmetric"`: mirrored with it; `"wrap"`: from the other end (PyTorch's
   * circular). Default `"constant"`.
   */
  readonly mode?: "constant" | "edge" | "reflect" | "symmetric" | "wrap";
  /** For mode constant. Default 0. */
  readonly value?: number;
}

const modes = ["constant", "edge", "reflect", "symmetric", "wrap"] as const;

/**
 * x with entries added at the ends of its axes. Differentiable.
 *
 * @throws ParameterError for widths that are not integers ≥ 0 or an unknown mode; ShapeError for widths of
 * another number of axes, or an empty axis in a mode other than constant; ValueError for a value that x's dtype
 * cannot hold.
 * @example
 * ```ts
 * pad(tensor([1, 2, 3]), 2).toArray(); // [0, 0, 1, 2, 3, 0, 0]
 * pad(tensor([1, 2, 3]), [0, 2], { mode: "reflect" }).toArray(); // [1, 2, 3, 2, 1]
 * ```
 */
export function pad(
  x: Tensor,
  widths: PadWidths,
  { mode = "constant", value = 0 }: PadOptions = {},
): Tensor {
  checkOneOf("pad", "mode", mode, modes);
  const pairs = readWidths(x, widths);
  if (mode === "constant") return padConstant(x, pairs, value);
  return pairs.reduce((y, [before, after], axis) => {
    const length = y.shape[axis]!;
    if (before === 0 && after === 0) return y;
    if (length === 0) {
      throw new ShapeError(
        `pad: expected entries to repeat along axis ${axis}, got shape ${shapeText(x.shape)}`,
      );
    }
    const places = Int32Array.from({ length: before + length + after }, (_, i) =>
      sourceOf(i - before, length, mode),
    );
    return takePlaces(y, places, axis);
  }, x);
}

function readWidths(x: Tensor, widths: PadWidths): readonly (readonly [number, number])[] {
  const one =
    typeof widths === "number" ? ([widths, widths] as const) : isPair(widths) ? widths : undefined;
  const pairs =
    one === undefined ? (widths as readonly (readonly [number, number])[]) : x.shape.map(() => one);
  if (pairs.length !== x.ndim) {
    throw new ShapeError(
      `pad: expected widths for ${x.ndim} axes of shape ${shapeText(x.shape)}, got ${pairs.length}`,
    );
  }
  const fits = (width: number) => Number.isInteger(width) && width >= 0;
  if (!pairs.every((pair) => pair.length === 2 && pair.every(fits))) {
    throw new ParameterError(
      `pad: widths must be pairs of integers >= 0, got ${describeValue(widths)}`,
    );
  }
  return pairs;
}

function isPair(widths: PadWidths): widths is readonly [number, number] {
  return Array.isArray(widths) && widths.length === 2 && typeof widths[0] === "number";
}

/** Which entry of an axis stands at place i, which may lie before or behind it. */
function sourceOf(i: number, length: number, mode: PadOptions["mode"]): number {
  if (mode === "edge") return Math.min(length - 1, Math.max(0, i));
  if (mode === "wrap") return modulo(i, length);
  if (mode === "symmetric") {
    const at = modulo(i, 2 * length);
    return at < length ? at : 2 * length - 1 - at;
  }
  if (length === 1) return 0;
  const at = modulo(i, 2 * length - 2);
  return at < length ? at : 2 * length - 2 - at;
}

function modulo(a: number, b: number): number {
  return ((a % b) + b) % b;
}

function padConstant(
  x: Tensor,
  pairs: readonly (readonly [number, number])[],
  value: number,
): Tensor {
  checkFits("pad", x.dtype, value);
  const shape = x.shape.map((n, i) => n + pairs[i]![0] + pairs[i]![1]);
  const y = filledTensor("pad", shape, x.dtype, value);
  const ranges = pairs.map(([before], i) => [before, before + x.shape[i]!] as const);
  const offset = ranges.reduce((sum, [from], i) => sum + from * y.strides[i]!, y.offset);
  copyStrided(x, viewOf(y, x.shape, y.strides, offset));
  return needsGrad(x) ? record(y, "pad", [x], (g) => [slice(g, ...ranges)]) : y;
}
