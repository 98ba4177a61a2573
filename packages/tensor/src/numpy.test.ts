import { describe, expect, test } from "vitest";
import fixture from "../fixtures/numpy.json";
import * as library from "./index";
import { type DType, type LstsqResult, type Tensor, tensor } from "./index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

interface FixtureCase {
  readonly op: string;
  readonly args: readonly (FixtureArray | number)[];
  readonly options: Record<string, unknown>;
  readonly expected: FixtureArray;
}

const cases = fixture.cases as unknown as readonly FixtureCase[];
const operations = new Map<string, FixtureCase[]>();
for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);

const reductions = "sum prod mean variance std min max any all argmin argmax norm".split(" ");

/** Relative error allowed, by dtype: two units in the last place for elementwise operations. */
const elementwise = { float64: 4.5e-16, float32: 2.4e-7, int32: 0, uint8: 0, bool: 0 };
/** Sums, products of matrices and decompositions gather rounding errors. */
const gathered = { float64: 1e-12, float32: 2e-6, int32: 0, uint8: 0, bool: 0 };

describe(`agrees with ${fixture.source}`, () => {
  test.each([...operations])("%s", (op, list) => {
    for (const c of list) {
      const result = apply(c);
      const where = `${op} ${JSON.stringify(c.args).slice(0, 300)} ${JSON.stringify(c.options)}`;
      expect(result.shape, where).toEqual(c.expected.s);
      expect(result.dtype, where).toBe(c.expected.t);
      expectClose(result, c.expected, where, c.op);
    }
  });
});

function apply({ op, args, options }: FixtureCase): Tensor {
  const values = args.map((a) => (typeof a === "number" ? a : toTensor(a)));
  const f = (library as unknown as Record<string, (...list: unknown[]) => unknown>)[op]!;
  const { axis, ...rest } = options;
  if (reductions.includes(op)) return f(values[0], axis ?? undefined, rest) as Tensor;
  if (op === "lstsq") {
    const { solution, rank } = f(...values) as LstsqResult;
    expect(rank).toBe(options.rank);
    return solution;
  }
  const result = Object.keys(rest).length > 0 ? f(...values, rest) : f(...values);
  return result as Tensor;
}

function toTensor({ t, s, d }: FixtureArray): Tensor {
  return tensor(Float64Array.from(d, Number), { shape: s }).astype(t);
}

function expectClose(result: Tensor, expected: FixtureArray, where: string, op: string): void {
  const tolerance = isGathered(op) ? gathered : elementwise;
  const rtol = tolerance[expected.t];
  const values = result.data();
  const size = Math.max(0, ...expected.d.map((v) => Math.abs(Number(v))).filter(Number.isFinite));
  expected.d.forEach((text, i) => {
    const want = expected.t === "float32" ? Math.fround(Number(text)) : Number(text);
    const got = values[i]!;
    if (Object.is(want, got) || (Number.isNaN(want) && Number.isNaN(got))) return;
    // What gathers errors is compared with the size of the whole result.
    const allowed = rtol * (isGathered(op) ? Math.max(size, 1) : Math.abs(want));
    // A difference of −0 and 0 counts only where the reference has a −0.
    const close = want === got ? !Object.is(want, -0) : Math.abs(got - want) <= allowed;
    expect(close, `${where}[${i}]: expected ${want}, got ${got}`).toBe(true);
  });
}

function isGathered(op: string): boolean {
  const many =
    "matmul solve inverse determinant cholesky choleskySolve triangularSolve trace lstsq";
  return reductions.includes(op) || many.split(" ").includes(op);
}

test("the cases cover tensors of every dtype", () => {
  expect(new Set(cases.map((c) => c.expected.t)).size).toBe(4);
  expect(cases.length).toBeGreaterThan(400);
});
