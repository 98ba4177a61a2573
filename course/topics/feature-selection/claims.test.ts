import { initialParams } from "@gradus/course-kit";
import { loadBreastCancer } from "@gradus/data";
import {
  crossValScore,
  LogisticRegression,
  makePipeline,
  SelectFromModel,
  SelectKBest,
  StandardScaler,
  StratifiedKFold,
} from "@gradus/learn";
import { beforeAll, describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { ALL, correlation, ways } from "./chosen";
import threeWays from "./figures/three-ways";
import together from "./figures/together";
import { distance, right } from "./pair";

const { lesson, linesOf, says } = await claimsOf(import.meta.url);
const numbers = (line: string) => [...line.matchAll(/\d+\.\d+/g)].map(Number);

describe("three ways on one table", () => {
  let three: readonly string[];
  beforeAll(async () => {
    three = await linesOf("three");
  });

  test("roadmap FEA-002: a filter, a wrapper and an embedded method are compared on one table, in its folds", () => {
    says("All 30 together are right for 97.9 %");
    expect(numbers(three[1]!)).toEqual([97.9]);
    const compared = three.slice(-3);
    expect(compared.map((line) => [line.split(" ")[0], ...numbers(line)])).toEqual([
      ["filter", 94.7],
      ["wrapper", 96.8],
      ["embedded", 97.4],
    ]);
    for (const line of ["| 0                   | 94.7 %", "| 420                 | 96.8 %"])
      says(line);
    expect(lesson).toMatch(/\| embedded .* \| 1 +\| 97\.4 %/);
    says("lie 15 tumours of 569. Between the wrapper and the lasso lie 3");
    expect(Math.round(569 * 0.974) - Math.round(569 * 0.947)).toBe(15);
    expect(Math.round(569 * 0.974) - Math.round(569 * 0.968)).toBe(3);
    // What the cell chooses is what the figure shows.
    for (const [i, way] of (["filter", "wrapper", "embedded"] as const).entries()) {
      const names = compared[i]!.split("%")[1]!.trim().split(", ");
      expect(names.toSorted()).toEqual(ways[way].order.slice(0, 5).toSorted());
      expect(ways[way].right[4]).toBe(numbers(compared[i]!)[0]);
    }
  });

  test("on the way there", async () => {
    expect(numbers(three[3]!)).toEqual([0.994]);
    expect(numbers(three[4]!)).toEqual([0.97]);
    says("$30 + 29 + 28 = 87$ scores of three fits each. For five features it is 420 fits");
    expect(3 * (30 + 29 + 28 + 27 + 26)).toBe(420);
    const [ours, library] = await linesOf("forward");
    expect(ours).toContain("after 87 scores of 3 fits each");
    const names = ours!.split("  after")[0]!.split(", ");
    expect(names.toSorted()).toEqual(library!.split(", ").toSorted());
    expect(names).toEqual(ways.wrapper.order.slice(0, 3));
    says("8 of 30 weights are left");
    expect(three[5]).toBe("8 of 30 weights are not 0");
    says("\\binom{30}{5} = 142{,}506");
    expect((30 * 29 * 28 * 27 * 26) / 120).toBe(142_506);
    says("So $F = 24 / 1 = 24$");
    expect(await linesOf("by-hand")).toEqual(["ours:    24 0", "library: 24 0"]);
  });
});

test("what breaks", async () => {
  const broken = await linesOf("break-it");
  says("93 %! The library warns you");
  expect(broken[0]).toContain("93 % right");
  says("48 %, a coin");
  expect(broken[1]).toContain("48 % right");
  expect(broken.slice(2, 4)).toEqual(["F of each switch: 0 0", "right with their product: 1"]);
  says("Three features are in all 20 choices, and nine others come and go");
  const votes = broken.slice(4).map((line) => Number.parseInt(line, 10));
  expect(votes.filter((count) => count === 20)).toHaveLength(3);
  expect(votes).toHaveLength(12);
});

test("the figure's numbers are those of the table", async () => {
  const table = await loadBreastCancer();
  const X = table.drop("diagnosis");
  const y = table.column("diagnosis").toArray() as string[];
  const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
  const lasso = new LogisticRegression({ l1Ratio: 1, C: 0.1 });
  for (const k of [1, 4, 10]) {
    const selectors = {
      filter: new SelectKBest({ k }),
      embedded: new SelectFromModel({ estimator: lasso, maxFeatures: k, threshold: -Infinity }),
    };
    for (const [way, selector] of Object.entries(selectors)) {
      const model = makePipeline(new StandardScaler(), selector, new LogisticRegression());
      const scores = crossValScore(model, X, y, { cv });
      const share = (100 * scores.reduce((sum, each) => sum + each)) / scores.length;
      expect(share).toBeCloseTo(ways[way as keyof typeof ways].right[k - 1]!, 0.9);
    }
  }
  const Z = new StandardScaler().fitTransform(X).toArray<number[][]>();
  const column = (name: string) =>
    Z.map((row) => row[(X.columns as readonly string[]).indexOf(name)]!);
  for (const [a, b] of [
    ["worst_radius", "worst_perimeter"],
    ["worst_texture", "mean_concave_points"],
  ] as const) {
    const other = column(b);
    const r = column(a).reduce((sum, x, i) => sum + x * other[i]!, 0) / Z.length;
    expect(Math.abs(correlation(a, b) - r)).toBeLessThan(0.0051);
  }
  says("With the filter go up to ten: it is still below what the others have with four");
  const most = Math.max(...ways.filter.right);
  expect(most).toBeLessThan(Math.min(ways.wrapper.right[3]!, ways.embedded.right[3]!));
  const ten = { way: "filter", k: 10 };
  says("Nearly every feature that it takes has a twin");
  expect(threeWays.model(ten).twins.filter((r) => r > 0.9).length).toBeGreaterThan(7);
  expect(threeWays.describe(threeWays.model(ten), ten)).toContain(`with all 30 it is ${ALL} %`);
});

test("useless alone, useful together", () => {
  says("$\\Phi(0.5) = 69.1\\,\\%$");
  says("$\\Phi(0.83) = 79.8\\,\\%$");
  says("both together have 70.1 %");
  expect(right(1)).toBeCloseTo(0.691, 3);
  expect(distance({ first: 1, second: 0, rho: 0.8 }) ** 2).toBeCloseTo(2.78, 2);
  expect(right(distance({ first: 1, second: 0, rho: 0.8 }))).toBeCloseTo(0.798, 3);
  expect(right(distance({ first: 1, second: 1, rho: 0.8 }))).toBeCloseTo(0.701, 3);
  const start = initialParams(together.controls);
  expect(together.describe(together.model(start), start)).toContain("for 79.8 % with both");
});
