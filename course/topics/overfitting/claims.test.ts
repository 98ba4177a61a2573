import { KFold, KNeighborsClassifier, learningCurve, validationCurve } from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { customers, featuresOf, MOST, ROWS, SIZES } from "./customers";
import curves from "./figures/curves";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { linesOf, says } = await claimsOf(import.meta.url);
const numbersIn = (line: string) => line.match(/-?\d+(\.\d+)?/g)!.map(Number);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test("roadmap EVA-005: the figure's learning and validation curves are those of the library, and are described", () => {
  const X = customers.map((customer) => [...featuresOf(customer)]);
  const y = customers.map(({ left }) => (left ? "left" : "stayed"));
  const cv = new KFold({ nSplits: 5 });
  const ks = [1, 5, 15, 25, 61, 199];
  const validation = validationCurve(new KNeighborsClassifier(), X, y, {
    paramName: "nNeighbors",
    paramRange: ks,
    cv,
  });
  // Customers that are equally far may vote in another order: one of 400 is a quarter of a percent.
  const expectNear = (got: number, wanted: number) =>
    expect(Math.abs(got - wanted)).toBeLessThanOrEqual(0.0051);
  ks.forEach((k, i) => {
    const data = curves.model({ k });
    expect(data.k).toBe(k);
    expectNear(data.now.train, mean(validation.trainScores[i]!));
    expectNear(data.now.test, mean(validation.testScores[i]!));
    const { panels } = curves.view(data, { k });
    const lines = (panel: number, length: number) =>
      panels[panel]!.marks.filter((mark) => mark.kind === "line" && mark.points.length === length);
    expect(lines(1, (MOST + 1) / 2)).toHaveLength(2);
    expect(lines(2, SIZES.length)).toHaveLength(2);
    expect(curves.describe(data, { k })).toContain(`${(100 * data.now.test).toFixed(1)} %`);
  });
  for (const k of [1, 15]) {
    const learning = learningCurve(new KNeighborsClassifier({ nNeighbors: k }), X, y, {
      trainSizes: SIZES,
      cv,
    });
    curves.model({ k }).learning.forEach((point, i) => {
      expectNear(point.train, mean(learning.trainScores[i]!));
      expectNear(point.test, mean(learning.testScores[i]!));
    });
  }
});

test("memory", async () => {
  const [own, others, nobody, coins] = (await linesOf("customers")).map(
    (line) => numbersIn(line).at(-1)!,
  );
  says("On its own customers it is all but perfect");
  expect(own).toBeGreaterThan(99);
  says("On others it does a little worse than the rule");
  expect(nobody! - others!).toBeGreaterThan(0);
  expect(nobody! - others!).toBeLessThan(3);
  expect(coins).toBe(100);
  says("A quarter of them left");
  expect(nobody! / 100).toBeCloseTo(0.75, 1);
  expect(customers).toHaveLength(ROWS);
});

test("the pencil", async () => {
  says("So 4 of 7");
  says("4 and 6 are wrong, 5 of 7");
  expect(await linesOf("by-hand")).toEqual([
    "k = 1: own rows 7 of 7, left out 4 of 7",
    "k = 3: own rows 6 of 7, left out 5 of 7",
    "k = 7: 4 of 7 on its own rows",
  ]);
});

test("the curves", async () => {
  const lines = await linesOf("curves");
  expect(lines.slice(0, 4)).toEqual(lines.slice(4, 8));
  const [one, fifteen] = lines.slice(8).map((line) => numbersIn(line).slice(1));
  const now = curves.model({ k: 15 });
  says("the gap stays wide from 20 customers to 320");
  for (const score of one!) expect(score).toBeLessThan(75);
  says("With $k = 15$ nothing happens before 80 customers");
  for (const score of fifteen!.slice(0, 2)) expect(Math.abs(score - 73.5)).toBeLessThan(1);
  for (const score of fifteen!.slice(2)) expect(Math.abs(score - 78)).toBeLessThan(1.5);
  says("the curves lie two to four points apart, at about 78 %");
  for (const { train, test } of now.learning.slice(2)) {
    expect(train - test).toBeGreaterThan(0.015);
    expect(train - test).toBeLessThan(0.045);
  }
  says('At $k = 199$ it is gone, too, and the model says "nobody leaves"');
  expect(curves.model({ k: 199 }).leaving).toEqual([]);
  says("At $k = 25$ one region is left: new customers with high bills");
  const { leaving } = curves.model({ k: 25 });
  expect(leaving.length).toBeGreaterThan(20);
  for (const cell of leaving) {
    expect(cell % 37).toBeLessThan(18);
    expect(Math.floor(cell / 37)).toBeGreaterThan(9);
  }
});

test("what breaks", async () => {
  const lines = await linesOf("break-it");
  const [single, twice] = lines.slice(0, 2).map((line) => numbersIn(line).slice(-2));
  says("The gap has shrunk from 28 points to 7");
  expect([single, twice].map((pair) => Math.round(pair![0]! - pair![1]!))).toEqual([28, 7]);
  const [sorted, shuffled] = lines.slice(2).map(numbersIn);
  says("From the 40 newest, the model is right about 48 %");
  expect(Math.round(sorted![1]!)).toBe(48);
  says("At 160 it jumps");
  expect(sorted![5]! - sorted![3]!).toBeGreaterThan(10);
  expect(shuffled!.at(-1)).toBe(sorted!.at(-1));
});
