import { OutOfMemoryError, OutOfRangeError, ParameterError, ShapeError } from "@gradus/core";

/** The length of each axis. */
export type Shape = readonly number[];

/** An axis, several, or (undefined) all of them; negative ones count from the last. */
export type Axes = number | readonly number[] | undefined;

/** A shape as people read it: `(2, 3)`, `(3,)`, `()`. */
export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/** How many elements a shape has. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i]!;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The strides, in elements, of a shape laid out row by row. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i]!;
  }
  return strides;
}

/** Whether elements with these strides lie one after the other, row by row. */
export function isContiguous(shape: Shape, strides: readonly number[]): boolean {
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    const length = shape[i]!;
    if (length === 0) return true;
    if (length !== 1 && strides[i] !== step) return false;
    step *= length;
  }
  return true;
}

/**
 * A shape given as a number or a list, checked.
 * @throws ParameterError if a length is not an integer ≥ 0; OutOfMemoryError if no memory could hold it.
 */
export function checkShape(where: string, shape: number | Shape): Shape {
  const list = typeof shape === "number" ? [shape] : [...shape];
  for (const length of list) {
    if (!Number.isSafeInteger(length) || length < 0) {
      throw new ParameterError(
        `${where}: shape must be integers >= 0, got ${shapeText(list)} with ${length}`,
      );
    }
  }
  checkSize(where, list);
  return list;
}

/** @throws OutOfMemoryError if the shape has more elements than any memory could hold. */
export function checkSize(where: string, shape: Shape): number {
  const size = sizeOf(shape);
  if (size >= 2 ** 31) {
    throw new OutOfMemoryError(
      `${where}: expected a shape of fewer than 2^31 elements, got ${shapeText(shape)}, which are ${size}`,
    );
  }
  return size;
}

/**
 * The shape to which two operands are stretched: aligned at their last axes, an axis of length 1 takes the
 * other's length.
 * @throws ShapeError if two lengths differ and neither is 1.
 */
export function broadcastShapes(where: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const ndim = Math.max(a.length, b.length);
  const shape = new Array<number>(ndim);
  for (let i = 1; i <= ndim; i++) {
    const m = a[a.length - i] ?? 1;
    const n = b[b.length - i] ?? 1;
    if (m !== n && m !== 1 && n !== 1) {
      throw new ShapeError(
        `${where}: expected shapes that broadcast (equal lengths or 1, from the last axis on), ` +
          `got ${shapeText(a)} and ${shapeText(b)}`,
      );
    }
    shape[ndim - i] = m === 1 ? n : m;
  }
  return shape;
}

/** An operand's strides in the broadcast shape: 0 along the axes on which it is repeated. */
export function broadcastStrides(shape: Shape, strides: readonly number[], to: Shape): number[] {
  const missing = to.length - shape.length;
  return to.map((length, i) => {
    if (i < missing) return 0;
    return shape[i - missing] === 1 && length !== 1 ? 0 : strides[i - missing]!;
  });
}

/** @throws OutOfRangeError unless −ndim ≤ axis < ndim. @returns the axis counted from 0 */
export function normalizeAxis(where: string, axis: number, ndim: number): number {
  if (!Number.isInteger(axis) || axis < -ndim || axis >= ndim) {
    const range = ndim === 0 ? "no axis (the tensor has none)" : `from ${-ndim} to ${ndim - 1}`;
    throw new OutOfRangeError(`${where}: axis must be ${range}, got ${axis}`);
  }
  return axis < 0 ? axis + ndim : axis;
}

/**
 * Axes counted from 0, in ascending order.
 * @throws OutOfRangeError if one does not exist; ParameterError if one comes twice.
 */
export function normalizeAxes(where: string, axes: Axes, ndim: number): number[] {
  if (axes === undefined) return Array.from({ length: ndim }, (_, i) => i);
  if (typeof axes === "number") return [normalizeAxis(where, axes, ndim)];
  const list = axes.map((axis) => normalizeAxis(where, axis, ndim)).sort((a, b) => a - b);
  for (let i = 1; i < list.length; i++) {
    if (list[i] === list[i - 1]) {
      throw new ParameterError(`${where}: each axis may come once, got [${axes.join(", ")}]`);
    }
  }
  return list;
}

/** @throws OutOfRangeError unless −length ≤ index < length. @returns the index counted from 0 */
export function normalizeIndex(where: string, index: number, length: number): number {
  if (!Number.isInteger(index) || index < -length || index >= length) {
    const range = length === 0 ? "nothing (the axis is empty)" : `from ${-length} to ${length - 1}`;
    throw new OutOfRangeError(`${where}: index must be ${range}, got ${index}`);
  }
  return index < 0 ? index + length : index;
}
