import { describe, expect, test } from "vitest";
import cumulative from "../fixtures/arrays-cumulative.json";
import einsum from "../fixtures/arrays-einsum.json";
import indexing from "../fixtures/arrays-indexing.json";
import shapes from "../fixtures/arrays-shapes.json";
import sorting from "../fixtures/arrays-sorting.json";
import statistics from "../fixtures/arrays-statistics.json";
import uint8 from "../fixtures/arrays-uint8.json";
import * as library from "./index";
import { isTensor, Tensor } from "./index";
import { decode, expectSameTensor, isArray, type Tolerance } from "./testing/fixture-arrays";

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
const tolerance: Tolerance = { float64: 1e-12, float32: 2e-6, int32: 0, uint8: 0, bool: 0 };

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

function expectSame(got: unknown, expected: unknown, where: string): void {
  if (isArray(expected)) {
    expect(got, where).toBeInstanceOf(Tensor);
    expectSameTensor(got as Tensor, expected, where, tolerance);
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, part] of Object.entries(expected)) {
      expectSame((got as Record<string, unknown>)[key], part, `${where} .${key}`);
    }
    if (Array.isArray(expected)) expect((got as unknown[]).length, where).toBe(expected.length);
  } else {
    expect(isTensor(got) ? got.item() : got, where).toBe(expected);
  }
}
