import { expect } from "vitest";
import { type DType, type Tensor, tensor } from "../index";

/** A tensor in a fixture: dtype, shape, values row by row, where NaN and the infinities are text. */
export interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

/** Relative error allowed, of the largest number in the result. */
export type Tolerance = Readonly<Record<DType, number>>;

export function isArray(value: unknown): value is FixtureArray {
  return typeof value === "object" && value !== null && "t" in value && "d" in value;
}

/** A fixture's arrays become tensors, wherever they stand. */
export function decode(value: unknown): unknown {
  if (isArray(value)) {
    return tensor(Float64Array.from(value.d, Number), { shape: value.s }).astype(value.t);
  }
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
  }
  return value;
}

export function expectSameTensor(
  got: Tensor,
  expected: FixtureArray,
  where: string,
  tolerance: Tolerance,
): void {
  expect(got.shape, where).toEqual(expected.s);
  expect(got.dtype, where).toBe(expected.t);
  const want = expected.d.map(Number);
  const size = Math.max(1, ...want.map(Math.abs).filter(Number.isFinite));
  const values = got.data();
  want.forEach((number, i) => {
    const value = values[i]!;
    const same = Object.is(number, value) || number === value;
    const close = same || Math.abs(value - number) <= tolerance[expected.t] * size;
    expect(close, `${where}[${i}]: expected ${number}, got ${value}`).toBe(true);
  });
}
