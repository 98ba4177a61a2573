import { type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type ElementFormat, elementFormat, scalarText } from "./element-format";

/** Above this many elements only the ends of each axis are shown. */
const MOST_SHOWN = 1000;
const EDGE = 3;
const LINE_WIDTH = 75;

/**
 * A tensor as NumPy's `str` prints it, and below it shape and dtype:
 *
 *     [[1. 2.]
 *      [3. 4.]]
 *     shape (2, 2), float64
 */
export function formatTensor(x: Tensor): string {
  return `${body(x)}\nshape ${shapeText(x.shape)}, ${x.dtype}`;
}

function body(x: Tensor): string {
  if (x.ndim === 0) return scalarText(x.dtype, x.item());
  if (x.size === 0) return "[]";
  const elided = x.size > MOST_SHOWN;
  const corners = elided ? cornersOf(x) : x;
  const values = Array.from(corners.data());
  return layOut({
    shape: corners.shape,
    // Where something is left out, an axis of the corners has both ends.
    isCut: x.shape.map((length) => elided && length > 2 * EDGE),
    values,
    format: elementFormat(x.dtype, values),
  });
}

/** The first and last entries of every long axis. */
function cornersOf(x: Tensor): Tensor {
  let corners = x.detach();
  for (let axis = 0; axis < x.ndim; axis++) {
    const length = x.shape[axis]!;
    if (length <= 2 * EDGE) continue;
    const places = Array.from({ length: EDGE }, (_, i) => i);
    corners = corners.take([...places, ...places.map((i) => length - EDGE + i)], axis);
  }
  return corners;
}

interface Content {
  readonly shape: Shape;
  readonly isCut: readonly boolean[];
  readonly values: readonly number[];
  readonly format: ElementFormat;
}

function layOut({ shape, isCut, values, format }: Content): string {
  let next = 0;
  const write = (axis: number): string => {
    const length = shape[axis]!;
    if (axis === shape.length - 1) {
      const words = Array.from({ length }, () => format(values[next++]!));
      if (isCut[axis]) words.splice(EDGE, 0, "...");
      return `[${wrap(words, axis + 1, LINE_WIDTH - axis - 1)}]`;
    }
    const indent = " ".repeat(axis + 1);
    const rows = Array.from({ length }, () => write(axis + 1));
    if (isCut[axis]) rows.splice(EDGE, 0, "...");
    return `[${rows.join("\n".repeat(shape.length - 1 - axis) + indent)}]`;
  };
  return write(0);
}

/** Words with spaces between them, a new line before the one that would not fit. */
function wrap(words: readonly string[], indent: number, width: number): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  for (const [i, word] of words.entries()) {
    if (line.length + word.length > width && line.length > indent) {
      lines.push(line.trimEnd());
      line = " ".repeat(indent);
    }
    line += i === words.length - 1 ? word : `${word} `;
  }
  lines.push(line);
  return lines.join("\n").slice(indent);
}
