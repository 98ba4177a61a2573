import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/torch-linalg.json";
import * as library from "../index";
import { type Complex, type DType, isTensor, type Tensor, tensor } from "../index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly number[];
}

interface FixtureCase {
  readonly op: string;
  readonly args: readonly FixtureArray[];
  readonly options: Record<string, unknown>;
  /** What is taken of a result with several parts; "…​.square" where the signs are not determined. */
  readonly part: string;
  readonly y: FixtureArray;
  readonly grads: readonly FixtureArray[];
}

const cases = fixture.cases as unknown as readonly FixtureCase[];
const operations = new Map<string, FixtureCase[]>();
for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);

/** Relative to the largest number of a result, but at least to 1. */
const tolerance: Record<string, number> = { float64: 1e-12, float32: 1e-5 };
const gradientTolerance: Record<string, number> = { float64: 1e-10, float32: 1e-5 };

describe(`values and gradients of linear algebra agree with ${fixture.source}`, () => {
  test.each([...operations])("%s", (op, list) => {
    for (const { args, options, part, y, grads } of list) {
      const where = `${op}.${part} ${args.map((a) => a.t + JSON.stringify(a.s))} ${JSON.stringify(options)}`;
      const leaves = args.map((a) => {
        const leaf = toTensor(a);
        leaf.requiresGrad = true;
        return leaf;
      });
      const result = take(apply(op, leaves, options), part);
      expectClose(result, y, where, tolerance);
      const weights = Float64Array.from({ length: result.size }, (_, i) => Math.cos(i + 1));
      const weighted = tensor(weights, { shape: result.shape }).astype(result.dtype);
      result.mul(weighted).sum().backward();
      leaves.forEach((leaf, i) => {
        expectClose(leaf.grad!, grads[i]!, `gradient ${i} of ${where}`, gradientTolerance);
      });
    }
  });

  test("in more than 120 cases", () => expect(cases.length).toBeGreaterThan(120));
});

function apply(op: string, leaves: readonly Tensor[], options: Record<string, unknown>): unknown {
  const f = (library as unknown as Record<string, (...list: unknown[]) => unknown>)[op]!;
  const transforms = ["fft", "ifft", "irfft", "fftn"];
  const args = transforms.includes(op) ? [library.complex(leaves[0]!, leaves[1]!)] : [...leaves];
  if (op === "matrixPower") return f(args[0], options.p);
  const { ord } = options;
  if (op === "norm") return f(args[0], undefined, { ord: Number(ord) });
  const infinite = typeof ord === "string" && ord.endsWith("Infinity");
  const all = infinite ? { ...options, ord: Number(ord) } : options;
  return Object.keys(all).length === 0 ? f(...args) : f(...args, all);
}

function take(result: unknown, part: string): Tensor {
  if (part === "") return result as Tensor;
  if (part === "power") return library.complexAbs(result as Complex).square();
  const [name, square] = part.split(".");
  const x = (result as Record<string, Tensor>)[name!]!;
  return square === "square" ? x.square() : x;
}

function toTensor({ t, s, d }: FixtureArray): Tensor {
  return tensor(Float64Array.from(d), { shape: s }).astype(t);
}

function expectClose(
  found: Tensor,
  { t, s, d }: FixtureArray,
  where: string,
  allowed: Record<string, number>,
): void {
  expect(isTensor(found), where).toBe(true);
  expect(found.shape, where).toEqual(s);
  expect(found.dtype, where).toBe(t);
  const size = Math.max(1, ...d.map(Math.abs));
  const values = found.data();
  d.forEach((want, i) => {
    const close = Math.abs(values[i]! - want) <= allowed[t]! * size;
    expect(close, `${where}[${i}]: expected ${want}, got ${values[i]}`).toBe(true);
  });
}
