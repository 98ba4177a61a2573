import { describe, expect, test } from "vitest";
import cumulative from "../fixtures/arrays-cumulative.json";
import einsum from "../fixtures/arrays-einsum.json";
import indexing from "../fixtures/arrays-indexing.json";
import shapes from "../fixtures/arrays-shapes.json";
import sorting from "../fixtures/arrays-sorting.json";
import statistics from "../fixtures/arrays-statistics.json";
import uint8 from "../fixtures/arrays-uint8.json";
import * as library from "./index";
import { type DType, isTensor, Tensor, tensor } from "./index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

interface Fixture {
  readonly source: string;
  readonly cases: readonly {
    readonly op: string;
    readonly args: readonly unknown[];
    readonly expected: unknown;
  }[];
}

const fixtures = {
  uint8,
  shapes,
  indexing,
  sorting,
  cumulative,
  einsum,
  statistics,
} as unknown as Record<string, Fixture>;

/** Relative error allowed, of the largest number in the result. */
const tolerance = { float64: 1e-12, float32: 2e-6, int32: 0, uint8: 0, bool: 0 };

describe.each(Object.entries(fixtures))("%s agrees with NumPy", (_subject, { cases }) => {
  const operations = new Map<string, typeof cases>();
  for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);
  test.each([...operations])("%s", (op, list) => {
    const f = (library as unknown as Record<string, (...args: unknown[]) => unknown>)[op]!;
    for (const { args, expected } of list) {
      const where = `${op} ${JSON.stringify(args).slice(0, 300)}`;
      expectSame(
        f(...args.map((arg) => decode(arg === null && op !== "index" ? undefined : arg))),
        expected,
        where,
      );
    }
  });
});

function isArray(value: unknown): value is FixtureArray {
  return typeof value === "object" && value !== null && "t" in value && "d" in value;
}

/** Fixture arrays become tensors, wherever they stand. */
function decode(value: unknown): unknown {
  if (isArray(value)) {
    return tensor(Float64Array.from(value.d, Number), { shape: value.s }).astype(value.t);
  }
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, decode(part)]));
  }
  return value;
}

function expectSame(got: unknown, expected: unknown, where: string): void {
  if (isArray(expected)) {
    expect(got, where).toBeInstanceOf(Tensor);
    expectSameTensor(got as Tensor, expected, where);
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, part] of Object.entries(expected)) {
      expectSame((got as Record<string, unknown>)[key], part, `${where} .${key}`);
    }
    if (Array.isArray(expected)) expect((got as unknown[]).length, where).toBe(expected.length);
  } else {
    expect(isTensor(got) ? got.item() : got, where).toBe(expected);
  }
}

function expectSameTensor(got: Tensor, expected: FixtureArray, where: string): void {
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
