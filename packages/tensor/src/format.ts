import { shapeText } from "./shape";
import type { Tensor } from "./tensor";

/** Above this many elements only the ends of each axis are shown. */
const MOST_SHOWN = 1000;
const EDGE = 3;

/**
 * A tensor as NumPy prints it, with shape and dtype:
 * `tensor([[1, 2], [3, 4]], shape (2, 2), float64)`, one row a line.
 */
export function formatTensor(x: Tensor): string {
  const body = x.size === 0 ? "[]" : formatAxis(x.detach(), 0, formatterOf(x), x.size > MOST_SHOWN);
  return `tensor(${body}, shape ${shapeText(x.shape)}, ${x.dtype})`;
}

const INDENT = "tensor(".length;

function formatAxis(
  x: Tensor,
  depth: number,
  format: (value: number) => string,
  elided: boolean,
): string {
  if (x.ndim === 0) return format(x.item());
  const length = x.shape[0]!;
  const cut = elided && length > 2 * EDGE;
  const part = (from: number, to: number): string[] =>
    x.ndim === 1
      ? Array.from(x.slice([from, to]).data(), format)
      : Array.from({ length: to - from }, (_, i) =>
          formatAxis(x.at(from + i), depth + 1, format, elided),
        );
  const parts = cut ? [...part(0, EDGE), "…", ...part(length - EDGE, length)] : part(0, length);
  const newline = `,${"\n".repeat(x.ndim - 1)}${" ".repeat(INDENT + depth + 1)}`;
  return `[${parts.join(x.ndim === 1 ? ", " : newline)}]`;
}

/** One format for all elements shown, so that columns line up. */
function formatterOf(x: Tensor): (value: number) => string {
  if (x.dtype === "bool") return (value) => (value === 1 ? " true" : "false");
  const values = Array.from(shownValues(x));
  const finite = values.filter(Number.isFinite);
  const text = numberFormat(finite);
  const width = Math.max(0, ...values.map((value) => text(value).length));
  return (value) => text(value).padStart(width);
}

function numberFormat(finite: readonly number[]): (value: number) => string {
  const special = (value: number) =>
    Number.isNaN(value) ? "nan" : value > 0 ? "inf" : value < 0 ? "-inf" : "0";
  if (finite.every(Number.isInteger) && finite.every((value) => Math.abs(value) < 1e16)) {
    return (value) => (Number.isFinite(value) ? String(value) : special(value));
  }
  const sizes = finite.map(Math.abs).filter((size) => size > 0);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  if (largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1e3 * 1e3) {
    return (value) => (Number.isFinite(value) ? value.toExponential(4) : special(value));
  }
  const digits = Math.max(...finite.map((value) => fractionDigits(value)));
  return (value) => (Number.isFinite(value) ? value.toFixed(digits) : special(value));
}

/** How many decimal places a number needs, at most 4. */
function fractionDigits(value: number): number {
  for (let digits = 0; digits < 4; digits++) {
    if (Number(value.toFixed(digits)) === value) return digits;
  }
  return 4;
}

/** The elements that will be shown, or of a large tensor those of its corners. */
function shownValues(x: Tensor): ArrayLike<number> {
  if (x.size <= MOST_SHOWN) return x.data();
  let corners = x.detach();
  for (let axis = 0; axis < x.ndim; axis++) {
    const length = x.shape[axis]!;
    if (length <= 2 * EDGE) continue;
    const places = Array.from({ length: EDGE }, (_, i) => i);
    corners = corners.take([...places, ...places.map((i) => length - EDGE + i)], axis);
  }
  return corners.data();
}
