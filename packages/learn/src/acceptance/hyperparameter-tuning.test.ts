import { loadDiabetes } from "@gradus/data";
import { loguniform } from "@gradus/stats";
import { expect, test } from "vitest";
import {
  crossValScore,
  GridSearchCV,
  HalvingGridSearchCV,
  KernelRidge,
  RandomizedSearchCV,
  TPESearchCV,
} from "../index";

const BUDGET = 27;
const SEEDS = 6;
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test("roadmap EVA-016: with at most 27 fits to spend each, the four searches beat the default options on a real table and come near the best that any of them finds", async () => {
  const patients = (await loadDiabetes({ scaled: true })).head(162);
  const X = patients.drop("progression").toTensor();
  const progression = patients.column("progression").toArray() as number[];
  const y = progression.map((score) => score - mean(progression));
  const rows = Array.from({ length: 162 }, (_, i) => i);
  const cv = [
    {
      train: Int32Array.from(rows.filter((i) => i % 3 > 0)),
      test: Int32Array.from(rows.filter((i) => i % 3 === 0)),
    },
  ];
  const estimator = new KernelRidge({ kernel: "rbf" });
  const strengths = (n: number) =>
    Array.from({ length: n }, (_, k) => 10 ** (-6 + (9 * k) / (n - 1)));
  const drawn = { a: 1e-6, b: 1e3 };
  const paramDistributions = { alpha: loguniform(drawn), gamma: loguniform(drawn) };
  const grid = (n: number) => ({ alpha: strengths(n), gamma: strengths(n) });
  const options = { estimator, cv };

  const found = Array.from({ length: SEEDS }, (_, seed) => ({
    grid: new GridSearchCV({ ...options, paramGrid: grid(5) }).fit(X, y),
    random: new RandomizedSearchCV({ ...options, paramDistributions, nIter: BUDGET, seed }).fit(
      X,
      y,
    ),
    tpe: new TPESearchCV({ ...options, paramDistributions, nIter: BUDGET, seed }).fit(X, y),
    halving: new HalvingGridSearchCV({
      ...options,
      paramGrid: grid(6),
      minResources: 54,
      seed,
    }).fit(X, y),
  }));
  const [untuned] = crossValScore(estimator, X, y, { cv });
  for (const { grid, random, tpe, halving } of found) {
    for (const search of [grid, random, tpe]) {
      expect(search.cvResults.nRows).toBeLessThanOrEqual(BUDGET);
      expect(search.bestScore).toBeGreaterThan(untuned! + 0.05);
    }
    const resources = halving.cvResults.column("n_resources").toArray() as number[];
    expect(new Set(resources).size).toBe(2);
    expect(resources.reduce((sum, amount) => sum + amount / 162, 0)).toBeLessThanOrEqual(BUDGET);
    expect(halving.cvResults.nRows).toBeGreaterThan(BUDGET);
    expect(halving.bestScore).toBeGreaterThan(untuned!);
  }
  // This table has a wide plateau of good settings: no search misses it, and none wins by much.
  const bests = (name: keyof (typeof found)[number]) =>
    mean(found.map((one) => one[name].bestScore));
  const highest = Math.max(
    ...found.flatMap(({ random, tpe }) => [random.bestScore, tpe.bestScore]),
  );
  for (const name of ["grid", "random", "tpe"] as const) {
    expect(highest - bests(name)).toBeLessThan(0.03);
  }
  expect(highest - bests("halving")).toBeLessThan(0.1);
});
