import { describe, expect, test } from "vitest";
import fixture from "../fixtures/torch.json";
import * as library from "./index";
import { type DType, isTensor, type Tensor, tensor } from "./index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

interface FixtureCase {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly y: FixtureArray;
  readonly grads: readonly FixtureArray[];
}

const cases = fixture.cases as unknown as readonly FixtureCase[];
const operations = new Map<string, FixtureCase[]>();
for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);

/** Allowed relative to the largest number of a result, but at least to 1. */
const tolerance: Record<string, number> = { float64: 1e-12, float32: 2e-6 };
const gradientTolerance: Record<string, number> = { float64: 1e-10, float32: 1e-5 };

/** PyTorch itself is not closer: it keeps 1/6 and 1/α in float32, and has a short series for the trigamma function. */
const coarse = ["hardSigmoid", "celu", "digamma"];

describe(`values and gradients agree with ${fixture.source}`, () => {
  test.each([...operations])("%s", (op, list) => {
    const f = (library as unknown as Record<string, (...args: unknown[]) => Tensor>)[op]!;
    for (const { args, y, grads } of list) {
      const where = `${op} ${JSON.stringify(args).slice(0, 200)}`;
      const leaves: Tensor[] = [];
      const result = f(...args.map((value) => decode(value, leaves)));
      expectClose(result, y, where, tolerance);
      const weights = Float64Array.from({ length: result.size }, (_, i) => Math.cos(i + 1));
      const weighted = tensor(weights, { shape: result.shape }).astype(result.dtype);
      result.mul(weighted).sum().backward();
      expect(leaves.length, where).toBe(grads.length);
      leaves.forEach((leaf, i) => {
        const gradient = leaf.grad ?? library.zerosLike(leaf);
        const allowed = coarse.includes(op)
          ? { ...gradientTolerance, float64: 1e-8 }
          : gradientTolerance;
        expectClose(gradient, grads[i]!, `gradient ${i} of ${where}`, allowed);
      });
    }
  });

  test("in more than 180 cases", () => {
    expect(cases.length).toBeGreaterThan(180);
  });
});

/** Fixture arrays as tensors, the floating ones as leaves in the order of the arguments. */
function decode(value: unknown, leaves: Tensor[]): unknown {
  if (Array.isArray(value)) return value.map((part) => decode(part, leaves));
  if (typeof value !== "object" || value === null || !("d" in value)) return value;
  const { t, s, d } = value as FixtureArray;
  const x = tensor(Float64Array.from(d, Number), { shape: s }).astype(t).clone();
  if (t !== "float32" && t !== "float64") return x;
  x.requiresGrad = true;
  leaves.push(x);
  return x;
}

function expectClose(
  result: Tensor,
  expected: FixtureArray,
  where: string,
  allowed: Record<string, number>,
): void {
  expect(isTensor(result), where).toBe(true);
  expect(result.shape, where).toEqual(expected.s);
  expect(result.dtype, where).toBe(expected.t);
  const want = expected.d.map(Number);
  const size = Math.max(1, ...want.map(Math.abs).filter(Number.isFinite));
  const values = result.data();
  want.forEach((number, i) => {
    const got = values[i]!;
    const same = number === got || (Number.isNaN(number) && Number.isNaN(got));
    const close = same || Math.abs(got - number) <= allowed[expected.t]! * size;
    expect(close, `${where}[${i}]: expected ${number}, got ${got}`).toBe(true);
  });
}
