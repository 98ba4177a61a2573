import { GradusError, RandomGenerator } from "@gradus/core";
import { expect, test } from "vitest";
import { type DType, type Tensor, tensor } from "../index";
import { build, flatten, Misuse, type Naive, type Nested, sizeOf, stored } from "./naive";
import { draws } from "./programs";
import { dtypes, type Entry, oneOf, type Step, Unsettled } from "./steps";

const PROGRAMS = 1000;
const STEPS = 10;

/** Results larger than this are not used further, so that programs stay quick. */
const LARGEST = 600;

function start(r: RandomGenerator): Entry {
  const ndim = oneOf(r, [0, 1, 2, 2, 3, 4]);
  const shape = Array.from({ length: ndim }, () =>
    oneOf(r, [1, 2, 3, 3, 4, r.uniform() < 0.1 ? 0 : 2]),
  );
  const dtype = oneOf<DType>(r, ["float64", "float64", ...dtypes]);
  const number = (): number => {
    if (dtype === "bool") return r.integer(0, 2);
    if (dtype === "uint8") return r.integer(0, 256);
    if (dtype === "int32") return r.integer(-9, 10);
    return stored(dtype, r.uniform() < 0.1 ? oneOf(r, [0, 1, -1, 0.5]) : r.normal() * 3);
  };
  return both(
    tensor(Float64Array.from({ length: sizeOf(shape) }, number), { shape }).astype(dtype),
  );
}

/** A tensor with what it holds, read one element at a time from its nested arrays. */
function both(x: Tensor): Entry {
  const toNumbers = (value: unknown): Nested =>
    Array.isArray(value) ? value.map(toNumbers) : Number(value);
  return { x, n: { dtype: x.dtype, shape: x.shape, data: toNumbers(x.toArray()) } };
}

const unit: Record<DType, number> = {
  float64: 2 ** -52,
  float32: 2 ** -23,
  int32: 0,
  uint8: 0,
  bool: 0,
};

function expectSame(x: Tensor, want: Naive, step: Step, where: string): void {
  expect(x.shape, where).toEqual(want.shape);
  expect(x.dtype, where).toBe(want.dtype);
  const got = both(x).n;
  const pairs: [number, number][] = [];
  const [a, b] = [flatten(got.data), flatten(want.data)];
  build([a.length], ([i]) => pairs.push([a[i!]!, b[i!]!]));
  const size = Math.max(1, ...b.map(Math.abs).filter(Number.isFinite));
  for (const [p, q] of pairs) {
    const same = p === q || (Number.isNaN(p) && Number.isNaN(q));
    const near = Math.abs(p - q) <= step.ulps * unit[want.dtype] * size;
    if (!same && !near) expect(p, where).toBe(q);
  }
}

test(`${PROGRAMS} random programs: no difference from the naive reference, no crash, misuse is a typed error`, () => {
  const r = new RandomGenerator(20260304);
  const counts = { steps: 0, misuses: 0 };
  for (let p = 0; p < PROGRAMS; p++) {
    const pool = Array.from({ length: 4 }, () => start(r));
    const log = pool.map(({ x }) => `${x.dtype} (${x.shape})`);
    for (let s = 0; s < STEPS; s++) {
      const [a, b, c] = [oneOf(r, pool), oneOf(r, pool), oneOf(r, pool)];
      const step = oneOf(r, draws)(r, a, b, c);
      const operands = [a, b, c].map(({ x }) => `${x.dtype} (${x.shape})`).join(", ");
      log.push(`${step.text} [of ${operands}]`);
      const where = `program ${p}: ${log.join("; ")}`;
      let want: Naive;
      try {
        want = step.naive();
      } catch (error) {
        if (error instanceof Unsettled) continue;
        if (!(error instanceof Misuse)) throw error;
        expect(step.engine, `${where}: ${error.message}`).toThrow(GradusError);
        counts.misuses += 1;
        continue;
      }
      let x: Tensor;
      try {
        x = step.engine();
      } catch (error) {
        throw new Error(`${where}: ${String(error)}`, { cause: error });
      }
      expectSame(x, want, step, where);
      counts.steps += 1;
      // What the engine holds goes on, so that rounding errors do not add up.
      if (x.size <= LARGEST && x.ndim <= 6) pool[r.integer(0, pool.length)] = both(x);
    }
  }
  expect(counts.steps).toBeGreaterThan(5000);
  expect(counts.misuses).toBeGreaterThan(300);
});
