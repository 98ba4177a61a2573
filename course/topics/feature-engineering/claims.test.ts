import { initialParams } from "@gradus/course-kit";
import { loadAmes } from "@gradus/data";
import { crossValScore, KFold, LinearRegression } from "@gradus/learn";
import { expect, test } from "vitest";
import { readTopic } from "../../../tools/build/course/folder";
import { claimsOf } from "../../../tools/content/claims";
import { gradeSource } from "../../../tools/content/grade-source";
import bestOfMany from "./figures/best-of-many";
import leftovers from "./figures/leftovers";
import { columns } from "./misses";

const folder = await readTopic(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));
const { linesOf, says } = await claimsOf(import.meta.url);
const numbers = (line: string) => [...line.matchAll(/-?\d+\.\d+/g)].map(Number);

test("roadmap FEA-001: the graded feature raises R² on hidden houses by 0.03, and no lesser one passes", async () => {
  const exercise = folder.exercises.find((each) => each.exercise.id === "worth-a-column")!;
  expect(exercise.exercise.prompt).toContain("1,206 hidden houses");
  expect(exercise.exercise.prompt).toContain("**0.03**");
  const grade = (body: string) =>
    gradeSource(exercise, `export const feature = (house) => ${body};`);
  expect((await gradeSource(exercise, exercise.solution.text)).kind).toBe("passed");
  for (const body of ["house.Fireplaces", "0"]) {
    expect((await grade(body)).kind).toBe("wrong");
  }
  const told = await grade("house.Year_Remod_Add");
  expect(told.kind === "wrong" && told.message).toMatch(/1206 hidden houses .* by 0\.02\d\./);
});

test("the loop", async () => {
  const loop = await linesOf("loop");
  expect(loop[0]).toContain("1207 houses, seven columns");
  says("explains about 80 %");
  says("from 0.772 to 0.824");
  expect(numbers(loop[1]!)).toEqual([0.824, 0.803, 0.8, 0.781, 0.772, 0.796]);
  says("sold for 24.6 % less than guessed, those in very good condition for 17.1 % more");
  expect(loop[4]).toMatch(/^Fair .* -24\.6 %$/);
  expect(loop[9]).toMatch(/^Very_Good .* 17\.1 %$/);
  says("Every fold gains, 0.054 on average");
  expect(numbers(loop[11]!).every((gain) => gain > 0)).toBe(true);
  expect(numbers(loop[12]!)[0]).toBe(0.054);
  const ideas = loop.slice(13, 21).map((line) => numbers(line)[0]! + 0);
  says("adds 0.0535. The same words in the order of the alphabet add 0.0118");
  says("As a logarithm it adds 0.0097");
  expect(ideas).toEqual([0, 0.0535, 0.0118, 0.0206, 0.0197, 0, 0.0097, -0.0005]);
  says("From 0.811 to 0.877. The share that is _not_ explained fell by a third");
  expect(numbers(loop[22]!)).toEqual([0.811, 0.877]);
  expect((0.877 - 0.811) / (1 - 0.811)).toBeCloseTo(1 / 3, 1);
});

test("by hand, and what breaks", async () => {
  says("\\sqrt{0.0002 / 5} \\approx 0.0063");
  says("The gain is 3.2 standard errors");
  const byHand = (await linesOf("by-hand")).map(numbers);
  expect(byHand).toEqual([[0.02, 0.00632, 3.162], [3.162], [0.946], [0.946], [1]]);
  const broken = await linesOf("break-it");
  says("An $R^2$ of 1.000");
  expect(numbers(broken[1]!)).toEqual([1]);
  says("0.664 became 0.747");
  expect(broken.slice(5, 9).map((line) => numbers(line)[0])).toEqual([0.664, 0.713, 0.737, 0.747]);
  says("0.711 without the dice, 0.675 with them");
  expect(broken.slice(9, 11).map((line) => numbers(line)[0])).toEqual([0.711, 0.675]);
  expect(broken[2]).toBe("deepest lot: Infinity ft");
  expect(broken[4]).toContain("expected finite numbers");
});

test("the figure's misses and gains are those of the shown houses", async () => {
  const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
  const rows = homes.filter((_, i) => i % 2 === 0).rows();
  type House = (typeof rows)[number];
  const X = rows.map((h) => [
    ...[Math.log(h.Gr_Liv_Area!), h.Total_Bsmt_SF!, h.Year_Built!, h.Year_Sold!],
    ...[h.Full_Bath!, h.Half_Bath!, h.Garage_Cars!],
  ]);
  const y = rows.map((house) => Math.log(house.Sale_Price!));
  const guessed = new LinearRegression().fit(X, y).predict(X).toArray<number[]>();
  const cv = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const score = (features: number[][]) =>
    mean(crossValScore(new LinearRegression(), features, y, { cv }));
  const words = columns["Overall condition"].groups.map(({ name }) => name);
  const places: Record<keyof typeof columns, (house: House) => number> = {
    "Overall condition": (h) =>
      words.indexOf(h.Overall_Cond!.toLowerCase().replace("_", " ") as never),
    "Last remodelling": (h) => Math.floor(h.Year_Remod_Add! / 10) - 195,
    Fireplaces: (h) => Math.min(2, h.Fireplaces!),
    "Month of the sale": (h) => h.Mo_Sold! - 1,
    "Living area (in the model)": (h) =>
      Math.min(4, Math.max(1, Math.floor(h.Gr_Liv_Area! / 500))) - 1,
  };
  for (const [name, { groups, gain }] of Object.entries(columns)) {
    const place = places[name as keyof typeof columns];
    groups.forEach((group, k) => {
      const own = y.map((paid, i) => paid - guessed[i]!).filter((_, i) => place(rows[i]!) === k);
      const middle = mean(own);
      const variance = own.reduce((sum, x) => sum + (x - middle) ** 2, 0) / (own.length - 1);
      expect(own).toHaveLength(group.count);
      expect(100 * (Math.exp(middle) - 1)).toBeCloseTo(group.miss, 0.9);
      expect(Math.abs(100 * Math.sqrt(variance / own.length) - group.error)).toBeLessThan(0.051);
    });
    expect(score(X.map((row, i) => [...row, place(rows[i]!)])) - score(X)).toBeCloseTo(gain, 4);
  }
  says("Three of the twelve months stand a little out");
  const month = { column: "Month of the sale" };
  expect(leftovers.model(month).clear).toHaveLength(3);
});

test("the best of many tries claims much and costs much, less so with more rows", () => {
  says("the best of 20 tries claims 0.087 and costs 0.109");
  const start = initialParams(bestOfMany.controls);
  const { best } = bestOfMany.model(start);
  expect([best.claimed.toFixed(3), best.real.toFixed(3)]).toEqual(["0.087", "-0.109"]);
  const claims = ["60", "200", "1000"].map(
    (rows) => bestOfMany.model({ tries: 200, rows }).best.claimed,
  );
  expect(claims[1]).toBeLessThan(claims[0]! / 3);
  expect(claims[2]).toBeLessThan(claims[1]!);
});
