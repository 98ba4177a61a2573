import { initialParams } from "@gradus/course-kit";
import { KernelRidge } from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import budget from "./figures/budget";
import ninePoints from "./figures/nine-points";
import { errorOf, houses, TRAIN } from "./houses";
import { BUDGET, halvingRows, METHODS } from "./searches";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { linesOf, says } = await claimsOf(import.meta.url);
const numbersIn = (line: string) => line.match(/-?\d+(\.\d+)?/g)!.map(Number);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test("the figure's model of houses is the library's", () => {
  const setting = { alpha: 0.01, gamma: 0.02, place: 0.1 };
  // Columns that are stretched by √γ need no γ of their own.
  const stretched = (part: typeof houses.train) =>
    part.map(({ x }) => x.map((v, c) => v * Math.sqrt(c < 4 ? setting.gamma : setting.place)));
  const center = mean(houses.train.map(({ price }) => price));
  const model = new KernelRidge({ kernel: "rbf", gamma: 1, alpha: setting.alpha }).fit(
    stretched(houses.train),
    houses.train.map(({ price }) => price - center),
  );
  const guesses = model.predict(stretched(houses.validation)).toArray<number[]>();
  const squares = houses.validation.map(({ price }, i) => (price - center - guesses[i]!) ** 2);
  expect(errorOf(setting, TRAIN)).toBeCloseTo(100 * Math.sqrt(mean(squares)), 8);
});

test("the budget: no search spends more, and the means over the seeds", () => {
  says("as much as 27 fits on 135 houses");
  expect([BUDGET, TRAIN, houses.validation.length]).toEqual([27, 135, 108]);
  const all = Array.from({ length: 20 }, (_, i) => budget.model({ seed: i + 1, spend: BUDGET }));
  for (const method of METHODS) {
    for (const { found } of all) {
      expect(found[method].tries.at(-1)!.spent).toBeCloseTo(BUDGET, 9);
    }
  }
  const halved = all[0]!.found.halving.tries;
  expect(
    halved.map((_, k) => halvingRows(k + 1)).reduce((sum, rows) => sum + rows / TRAIN, 0),
  ).toBeCloseTo(27, 9);
  says("15.6 % for halving, 15.7 % for TPE, 15.8 % for the grid and 16.2 % for random search");
  const means = METHODS.map((method) => mean(all.map(({ now }) => now[method])).toFixed(1));
  expect(means).toEqual(["15.8", "16.2", "15.7", "15.6"]);
  says("With another seed another one wins");
  const winners = all.map(({ now }) => METHODS.reduce((a, b) => (now[b] < now[a] ? b : a)));
  expect(new Set(winners).size).toBeGreaterThanOrEqual(3);
  const start = initialParams(budget.controls);
  const data = budget.model(start);
  expect(
    budget.view(data, start).panels[0]!.marks.filter(({ kind }) => kind === "line"),
  ).toHaveLength(5);
  expect(budget.describe(data, start)).toContain("after the price of 27 fits");
});

test("nine points", () => {
  says("nine fits try three values of what matters. Drawn, they try nine");
  const draws = Array.from({ length: 20 }, (_, i) => i + 1);
  const all = draws.map((draw) => ninePoints.model({ peak: 0.35, draw }));
  for (const { grid, random } of all) expect([grid.values, random.values]).toEqual([3, 9]);
  const { random, grid } = ninePoints.model(initialParams(ninePoints.controls));
  expect(random.best).toBeGreaterThan(grid.best);
});

test("the pencil", async () => {
  says("$10^{-1.5} = 0.0316$");
  const lines = await linesOf("by-hand");
  expect(lines.map((line) => numbersIn(line)[0])).toEqual([-1.5, 0.0316, 0.0316]);
});

test("TPE from scratch", async () => {
  const [first, best, last] = await linesOf("tpe");
  expect(numbersIn(best!).at(-1)!).toBeLessThan(0.1 * numbersIn(first!).at(-1)!);
  says("The last tries crowd around 1.3");
  expect(numbersIn(last!).filter((x) => Math.abs(x - 1.3) < 0.3).length).toBeGreaterThanOrEqual(4);
});

test("the houses", async () => {
  const lines = await linesOf("houses");
  const last = lines.map((line) => numbersIn(line.replace(/\{.*/s, "")).at(-1)!);
  says("19 % or 54 %");
  expect(lines.slice(1, 3).map((_, i) => Math.round(last[i + 1]!))).toEqual([19, 54]);
  says("Both numbers are the smallest on offer");
  expect(numbersIn(lines[3]!).slice(-2)).toEqual([0.00001, 0.00001]);
  says("The grid did better here");
  expect(last[3]).toBeLessThan(last[4]!);
  says("So with 95 % you have one");
  expect(Math.round(last[5]!)).toBe(95);
  expect(last[6]).toBeLessThan(last[4]!);
  says("49 settings, for the price of 7.7 fits");
  expect(lines[7]).toContain("49 settings on 9 of 243 houses");
  const price = lines.findIndex((line) => line.startsWith("halving"));
  expect(lines[price]).toContain("as dear as 7.7 fits");
  says("The search promises less than its winners miss by");
  expect(last[price + 2]! - last[price + 1]!).toBeGreaterThan(1.5);
  says("Twice the error");
  expect(last[price + 3]! / last[price + 4]!).toBeGreaterThan(1.9);
});
