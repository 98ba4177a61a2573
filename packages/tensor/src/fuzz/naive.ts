// The tensor operations once more, over nested arrays and one element at a time: slow, and plainly right.

import type { DType } from "../index";

export type Nested = number | Nested[];

/** A tensor without a library. Bools are 0 and 1. */
export interface Naive {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: Nested;
}

/** What the engine has to refuse by a typed error. */
export class Misuse extends Error {}

export function refuse(reason: string): never {
  throw new Misuse(reason);
}

/** Nested arrays of a shape, filled by index. */
export function build(shape: readonly number[], f: (index: number[]) => number): Nested {
  const level = (index: number[]): Nested =>
    index.length === shape.length
      ? f(index)
      : Array.from({ length: shape[index.length]! }, (_, i) => level([...index, i]));
  return level([]);
}

export function get(data: Nested, index: readonly number[]): number {
  let level = data;
  for (const i of index) level = (level as Nested[])[i]!;
  return level as number;
}

export function flatten(data: Nested): number[] {
  return Array.isArray(data) ? data.flatMap(flatten) : [data];
}

export const isFloat = (dtype: DType) => dtype === "float32" || dtype === "float64";

/** A result as its type keeps it. */
export function stored(dtype: DType, value: number): number {
  if (dtype === "float64") return value;
  if (dtype === "float32") return Math.fround(value);
  if (dtype === "int32") return value | 0;
  return dtype === "uint8" ? value & 255 : Number(value !== 0);
}

const order: readonly DType[] = ["bool", "uint8", "int32", "float32", "float64"];

export function promote(a: DType, b: DType): DType {
  const [low, high] = order.indexOf(a) < order.indexOf(b) ? [a, b] : [b, a];
  return low === "int32" && high === "float32" ? "float64" : high;
}

/** The type of a tensor with a plain number. */
export function promoteNumber(dtype: DType, value: number): DType {
  if (isFloat(dtype)) return dtype;
  if (!Number.isInteger(value)) return "float64";
  if (dtype !== "uint8") return "int32";
  return value >= 0 && value <= 255 ? "uint8" : refuse("a number that uint8 cannot hold");
}

export function broadcast(a: readonly number[], b: readonly number[]): number[] {
  const ndim = Math.max(a.length, b.length);
  return Array.from({ length: ndim }, (_, i) => {
    const m = a[i - ndim + a.length] ?? 1;
    const n = b[i - ndim + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1) refuse("shapes that do not broadcast");
    return m === 1 ? n : m;
  });
}

/** The element of x at an index of a shape that x broadcasts to. */
export function pick(x: Naive, index: readonly number[]): number {
  const own = index.slice(index.length - x.shape.length);
  return get(
    x.data,
    own.map((i, axis) => (x.shape[axis] === 1 ? 0 : i)),
  );
}

export function axisOf(axis: number, ndim: number): number {
  if (!Number.isInteger(axis) || axis < -ndim || axis >= ndim) refuse("an axis that is not there");
  return axis < 0 ? axis + ndim : axis;
}

export const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

export function map(x: Naive, dtype: DType, f: (value: number) => number): Naive {
  return { dtype, shape: x.shape, data: build(x.shape, (i) => stored(dtype, f(get(x.data, i)))) };
}

export function zip(a: Naive, b: Naive, dtype: DType, f: (a: number, b: number) => number): Naive {
  const shape = broadcast(a.shape, b.shape);
  const data = build(shape, (i) => stored(dtype, f(pick(a, i), pick(b, i))));
  return { dtype, shape, data };
}

/** Folds x over axes, all of them for undefined. */
export function reduce(
  x: Naive,
  axes: readonly number[] | undefined,
  keepDims: boolean,
  dtype: DType,
  f: (values: number[]) => number,
): Naive {
  const ndim = x.shape.length;
  const list = axes?.map((axis) => axisOf(axis, ndim)) ?? x.shape.map((_, i) => i);
  if (new Set(list).size !== list.length) refuse("an axis twice");
  const kept = x.shape.map((n, i) => (list.includes(i) ? 1 : n));
  const inner = x.shape.map((n, i) => (list.includes(i) ? n : 1));
  const fold = (index: number[]) => {
    const values: number[] = [];
    build(inner, (j) => {
      values.push(
        get(
          x.data,
          index.map((i, axis) => i + j[axis]!),
        ),
      );
      return 0;
    });
    const value = f(values);
    if (dtype === "int32" && (value | 0) !== value) refuse("an integer that does not fit");
    return stored(dtype, value);
  };
  const whole: Naive = { dtype, shape: kept, data: build(kept, fold) };
  return keepDims
    ? whole
    : reshape(
        whole,
        x.shape.filter((_, i) => !list.includes(i)),
      );
}

export function reshape(x: Naive, shape: readonly number[]): Naive {
  if (sizeOf(shape) !== sizeOf(x.shape)) refuse("a shape of another size");
  const values = flatten(x.data);
  let next = 0;
  return { dtype: x.dtype, shape, data: build(shape, () => values[next++]!) };
}

export function transpose(x: Naive, axes: readonly number[]): Naive {
  const shape = axes.map((axis) => x.shape[axis]!);
  const data = build(shape, (i) =>
    get(
      x.data,
      x.shape.map((_, axis) => i[axes.indexOf(axis)]!),
    ),
  );
  return { dtype: x.dtype, shape, data };
}

/** The places that Python's range start:stop:step takes of n. */
export function places(
  n: number,
  start: number | null,
  stop: number | null,
  step: number,
): number[] {
  if (step === 0) refuse("a step of 0");
  const bound = (value: number | null, otherwise: number) => {
    if (value === null) return otherwise;
    const counted = value < 0 ? value + n : value;
    return step > 0 ? Math.min(n, Math.max(0, counted)) : Math.min(n - 1, Math.max(-1, counted));
  };
  const first = bound(start, step > 0 ? 0 : n - 1);
  const last = bound(stop, step > 0 ? n : -1);
  const list: number[] = [];
  for (let i = first; step > 0 ? i < last : i > last; i += step) list.push(i);
  return list;
}

export function take(x: Naive, indices: readonly number[], axis: number): Naive {
  const along = axisOf(axis, x.shape.length);
  const n = x.shape[along]!;
  const list = indices.map((i) => (i >= -n && i < n ? (i + n) % n : refuse("a place beyond")));
  const shape = x.shape.with(along, list.length);
  return {
    dtype: x.dtype,
    shape,
    data: build(shape, (i) => get(x.data, i.with(along, list[i[along]!]!))),
  };
}

export function concatenate(list: readonly Naive[], axis: number): Naive {
  const first = list[0]!;
  const along = axisOf(axis, first.shape.length);
  for (const x of list) {
    const fits =
      x.shape.length === first.shape.length &&
      x.shape.every((n, i) => i === along || n === first.shape[i]);
    if (!fits) refuse("shapes that do not fit side by side");
  }
  const dtype = list.map((x) => x.dtype).reduce(promote);
  const shape = first.shape.with(
    along,
    list.reduce((n, x) => n + x.shape[along]!, 0),
  );
  const data = build(shape, (index) => {
    let place = index[along]!;
    for (const x of list) {
      const n = x.shape[along]!;
      if (place < n) return stored(dtype, get(x.data, index.with(along, place)));
      place -= n;
    }
    return Number.NaN;
  });
  return { dtype, shape, data };
}

export function matmul(a: Naive, b: Naive): Naive {
  if (a.shape.length === 0 || b.shape.length === 0) refuse("a product of scalars");
  const left = a.shape.length === 1 ? reshape(a, [1, a.shape[0]!]) : a;
  const right = b.shape.length === 1 ? reshape(b, [b.shape[0]!, 1]) : b;
  const [m, k] = left.shape.slice(-2) as [number, number];
  const [rows, n] = right.shape.slice(-2) as [number, number];
  if (k !== rows) refuse("inner lengths that differ");
  const dtype = promote(a.dtype, b.dtype);
  const batch = broadcast(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const data = build([...batch, m, n], (index) => {
    const [i, j] = index.slice(-2) as [number, number];
    let total = 0;
    for (let p = 0; p < k; p++) {
      const head = index.slice(0, -2);
      total += pickMatrix(left, head, i, p) * pickMatrix(right, head, p, j);
    }
    if (dtype === "int32" && (total | 0) !== total) refuse("an integer that does not fit");
    return stored(dtype, total);
  });
  const whole: Naive = { dtype, shape: [...batch, m, n], data };
  const tail = [...(a.shape.length === 1 ? [] : [m]), ...(b.shape.length === 1 ? [] : [n])];
  return reshape(whole, [...batch, ...tail]);
}

function pickMatrix(x: Naive, head: readonly number[], i: number, j: number): number {
  const lead = x.shape.length - 2;
  const own = head.slice(head.length - lead).map((h, axis) => (x.shape[axis] === 1 ? 0 : h));
  return get(x.data, [...own, i, j]);
}
