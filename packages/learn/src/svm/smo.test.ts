import { RandomGenerator } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { expectAllClose } from "../testing/fixtures";
import { KernelCache } from "./kernel-cache";
import { kernelSource } from "./kernel-source";
import { solveDual } from "./smo";
import { SVC } from "./svc";

const n = 400;
const random = new RandomGenerator(3);
const values = Float64Array.from({ length: 4 * n }, () => Math.fround(random.normal()));
const X = tensor(values, { shape: [n, 4] });
const labels = Array.from({ length: n }, (_, i) =>
  values[4 * i]! * values[4 * i + 1]! + 0.3 * random.normal() > 0 ? 1 : 0,
);
const fixed = { kernel: "rbf", degree: 3, gamma: 0.3, coef0: 0 } as const;

/** Variable t belongs to the row `rowOf(t)`. */
function solve(rowOf: (t: number) => number, megabytes: number) {
  const cache = new KernelCache(kernelSource("test", fixed, X), megabytes);
  const all = <T>(of: (t: number) => T) => Array.from({ length: n }, (_, t) => of(t));
  const problem = {
    column: Int32Array.from(all(rowOf)),
    sign: Int8Array.from(all((t) => 2 * labels[rowOf(t)]! - 1)),
    linear: new Float64Array(n).fill(-1),
    upper: new Float64Array(n).fill(2),
    start: new Float64Array(n),
    isGrouped: false,
  };
  const { alpha, rho, objective } = solveDual(problem, cache, {
    tol: 1e-8,
    shrinking: true,
    maxIter: 1e6,
  });
  cache.release();
  const byRow = new Float64Array(n);
  alpha.forEach((value, t) => {
    byRow[rowOf(t)] = value;
  });
  return { alpha: [...byRow], rho, objective };
}

describe("a dual problem", () => {
  // Variables in another order than the rows are walked through by plain loops.
  const plain = solve((t) => n - 1 - t, 100);

  test.each([
    ["room for all rows", 100],
    ["room for four rows", 0],
    ["room for some rows", 0.05],
  ])("has the same solution by kernels and by plain loops, with %s", (_, megabytes) => {
    const { alpha, rho, objective } = solve((t) => t, megabytes);
    expect(objective).toBeCloseTo(plain.objective, 7);
    expect(rho).toBeCloseTo(plain.rho, 5);
    expect(Math.max(...alpha.map((a, i) => Math.abs(a - plain.alpha[i]!)))).toBeLessThan(1e-5);
  });
});

describe("features in float32", () => {
  const m = 700;
  const many = Float64Array.from({ length: 3 * m }, () => Math.fround(random.normal()));
  const y = Array.from({ length: m }, (_, i) => (many[3 * i]! > many[3 * i + 1]! ** 2 ? "a" : "b"));
  const wide = tensor(many, { shape: [m, 3] });
  const narrow = wide.astype("float32");

  test("give the machine of float64 as far as float32 goes", () => {
    const expected = new SVC({ tol: 1e-6 }).fit(wide, y).decisionFunction(wide);
    const found = new SVC({ tol: 1e-6 }).fit(narrow, y).decisionFunction(wide);
    expectAllClose(found, [...expected.data()], { rtol: 1e-4, atol: 1e-4 });
    expect([...found.data()]).not.toEqual([...expected.data()]);
  });

  test("are taken as float64 where exponents are large", () => {
    const expected = new SVC({ gamma: 1000 }).fit(wide, y).decisionFunction(wide);
    const found = new SVC({ gamma: 1000 }).fit(narrow, y).decisionFunction(wide);
    expect([...found.data()]).toEqual([...expected.data()]);
  });
});
