import { DTypeError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/functions.json";
import * as library from "../index";
import {
  bitwiseAnd,
  bitwiseNot,
  celu,
  type DType,
  floorDivide,
  fmod,
  gelu,
  hardtanh,
  isClose,
  isTensor,
  leftShift,
  lerp,
  mod,
  polygamma,
  prelu,
  rightShift,
  type Tensor,
  tensor,
} from "../index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

interface FixtureCase {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly expected: FixtureArray | boolean;
}

const cases = fixture.cases as unknown as readonly FixtureCase[];
const operations = new Map<string, FixtureCase[]>();
for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);

/** Relative error allowed: in float64 a few units in the last place, in float32 two. */
const elementwise = { float64: 1e-15, float32: 2.4e-7, int32: 0, uint8: 0, bool: 0 };
/** What special functions are held to; near their zeros the error counts against 1. */
const special = "lgamma digamma polygamma betaln erfinv erfc i0 i1 mish gelu silu".split(" ");

describe(`agrees with ${fixture.source}`, () => {
  test.each([...operations])("%s", (op, list) => {
    const f = (library as unknown as Record<string, (...args: unknown[]) => unknown>)[op]!;
    for (const { args, expected } of list) {
      const where = `${op} ${JSON.stringify(args).slice(0, 200)}`;
      const result = f(...args.map(decode));
      if (typeof expected === "boolean") expect(result, where).toBe(expected);
      else expectClose(op, result as Tensor, expected, where);
    }
  });

  test("in more than 150 cases", () => {
    expect(cases.length).toBeGreaterThan(150);
  });
});

function decode(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("d" in value)) return value;
  const { t, s, d } = value as FixtureArray;
  return tensor(Float64Array.from(d, Number), { shape: s }).astype(t);
}

function expectClose(op: string, result: Tensor, expected: FixtureArray, where: string): void {
  expect(isTensor(result), where).toBe(true);
  expect(result.shape, where).toEqual(expected.s);
  expect(result.dtype, where).toBe(expected.t);
  const values = result.data();
  const isSpecial = special.includes(op) && expected.t === "float64";
  expected.d.forEach((text, i) => {
    const want = expected.t === "float32" ? Math.fround(Number(text)) : Number(text);
    const got = values[i]!;
    if (Object.is(want, got) || (Number.isNaN(want) && Number.isNaN(got))) return;
    // In float32 the far tail of gelu carries the rounding of x²/2.
    const tail = op === "gelu" && expected.t === "float32";
    const rtol = isSpecial ? 1e-12 : tail ? 2e-6 : elementwise[expected.t];
    const allowed = rtol * Math.abs(want) + (isSpecial ? 1e-14 : 0);
    const close = want === got ? !Object.is(want, -0) : Math.abs(got - want) <= allowed;
    expect(close, `${where}[${i}]: expected ${want}, got ${got}`).toBe(true);
  });
}

describe("refuses", () => {
  const ints = tensor([1, 2], { dtype: "int32" });

  test.each([
    ["mod", mod],
    ["fmod", fmod],
    ["floorDivide", floorDivide],
  ] as const)("%s of integers by 0 and of bools", (_name, f) => {
    expect(() => f(ints, 0)).toThrow(ValueError);
    expect(() => f(5, tensor([1, 0], { dtype: "int32" }))).toThrow(ValueError);
    expect(() => f(tensor([true]), tensor([true]))).toThrow(DTypeError);
    expect(() => f(tensor([1, 2]), tensor([1, 2, 3]))).toThrow(ShapeError);
  });

  test("bits of floating numbers, shifts of bools and by negative places", () => {
    expect(() => bitwiseAnd(tensor([1.5]), 1)).toThrow(DTypeError);
    expect(() => bitwiseNot(tensor([1.5]))).toThrow(DTypeError);
    expect(() => leftShift(tensor([true]), tensor([true]))).toThrow(DTypeError);
    expect(() => leftShift(ints, -1)).toThrow(ValueError);
    expect(() => rightShift(ints, tensor([0, -1], { dtype: "int32" }))).toThrow(ValueError);
  });

  test("options that no function has", () => {
    expect(() => gelu(tensor([1]), { approximate: "sigmoid" as "tanh" })).toThrow(ParameterError);
    expect(() => hardtanh(tensor([1]), 2, 1)).toThrow(ParameterError);
    expect(() => celu(tensor([1]), 0)).toThrow(ParameterError);
    expect(() => polygamma(-1, tensor([1]))).toThrow(ParameterError);
    expect(() => isClose(tensor([1]), 1, { rtol: -1 })).toThrow(ParameterError);
    expect(() => prelu(tensor([[1, 2]]), tensor([1, 2, 3]))).toThrow(ShapeError);
  });
});

test("lerp ends exactly at its ends", () => {
  const [a, b] = [tensor([0.1, 1e17]), tensor([0.7, 3])];
  for (const weight of [0, 1]) {
    const end = weight === 0 ? a : b;
    expect(lerp(a, b, weight).toArray()).toEqual(end.toArray());
    expect(lerp(a, b, tensor(weight)).toArray()).toEqual(end.toArray());
  }
});
