import { initialParams } from "@gradus/course-kit";
import { loadSpam } from "@gradus/data";
import { crossValPredict, LogisticRegression, StratifiedKFold } from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import between from "./figures/between";
import rareFigure from "./figures/rare";
import { evenOdds, measure } from "./rare";

const { linesOf, says } = await claimsOf(import.meta.url);
const numbers = (line: string) => [...line.matchAll(/-?\d+\.\d+/g)].map(Number);

test("roadmap FEA-015: the measure decides, and resampling before the split doubles the recall that is true", async () => {
  const inbox = await linesOf("inbox");
  says("2,849 mails, and 61 of them are spam");
  expect(inbox[0]).toBe("2849 mails, 61 of them spam");
  says("98.2 %. Would you ship it?");
  says("is right for 97.9 %. And the one that learned finds 17 of 61");
  expect(inbox.slice(1, 4).map((line) => line.split(" for ").at(-1))).toEqual([
    "98.2 %",
    "97.9 %",
    "spam that the filter finds: 17 of 61",
  ]);
  says("The area under ROC says 0.944");
  says("The average precision says 0.496");
  expect(inbox.slice(5).map(numbers)).toEqual([
    [0.979, 0.982],
    [0, 0.708],
    [0, 0.279],
    [0, 0.4],
    [0.5, 0.638],
    [0.5, 0.944],
    [0.021, 0.496],
  ]);

  const leak = (await linesOf("leak")).map(numbers);
  says("98 % and 98 %!");
  says("Recall 0.49, precision 0.38");
  says("0.55. The honest estimate came near");
  says("wrong by 43 points");
  expect(leak).toEqual([[0.98, 0.98], [0.49, 0.38], [0.55]]);
  expect(leak[0]![0]).toBeGreaterThan(1.9 * leak[1]![0]!);
});

test("weights", async () => {
  const weights = await linesOf("weights");
  says("$2849 / (2 \\cdot 61) = 23.35$ and a good mail 0.511");
  expect(numbers(weights[0]!)).toEqual([23.35, 0.511]);
  says("53 instead of 17, for 199 false alarms instead of 7");
  expect(weights[1]).toContain("17 of 61, with 7 false");
  expect(weights[2]).toContain("53 of 61, with 199 false");
  says("$\\log(w_1/w_0) = 3.82$");
  expect(numbers(weights[3]!)).toEqual([3.82]);
  says("55 instead of 17");
  expect(weights[4]).toContain("55 of 61");
  expect(weights.slice(5).map(numbers)).toEqual([[0.25], [0.5]]);

  const mails = await loadSpam();
  let met = 0;
  const rows = mails.filter((mail) => mail.spam !== true || met++ % 30 === 0);
  const words = ["free", "remove", "our", "your", "money", "000"].map((word) => `word_${word}`);
  const measures = [...words, "char_exclamation", "char_dollar", "capital_run_longest"];
  const X = rows
    .rows()
    .map((mail) =>
      measures.map((name) => Math.log1p((mail as unknown as Record<string, number>)[name]!)),
    );
  const y = rows.column("spam").toArray() as boolean[];
  const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
  const alarms = [{}, { classWeight: "balanced" as const }].map((weights) => {
    const model = new LogisticRegression(weights);
    const scores = crossValPredict(model, X, y, { cv, method: "decisionFunction" });
    const all = scores.toArray<number[]>();
    const spam = all.filter((_, i) => y[i]).sort((a, b) => b - a);
    const above = (bar: number) => all.filter((score, i) => !y[i] && score >= bar).length;
    return [above(spam[16]!), above(spam[52]!)];
  });
  says("the plain model pays 6 false alarms, and the weighted one 14");
  says("the plain one would pay 307");
  expect(alarms[0]).toEqual([6, 307]);
  expect(alarms[1]![0]).toBe(14);
  expect(199 - alarms[1]![1]!).toBeLessThan(3);
});

test("all remedies, and the threshold", async () => {
  const rows = (await linesOf("compare")).slice(1).map(numbers);
  says("**Recall** jumps from 0.36 to 0.87, and **precision** falls from 0.63 to 0.22");
  says("it falls from 0.55 to 0.46");
  expect(rows).toEqual([
    [0.36, 0.63, 0.45, 0.55],
    [0.87, 0.22, 0.35, 0.46],
    [0.86, 0.21, 0.34, 0.46],
    [0.87, 0.22, 0.35, 0.46],
    [0.89, 0.16, 0.28, 0.42],
    [0.54, 0.56, 0.52, 0.55],
  ]);
  says("the best F1 of the table, 0.52");
  expect(Math.max(...rows.map((row) => row[2]!))).toBe(0.52);
});

test("SMOTE and what breaks", async () => {
  says("$(1 + 0.25 \\cdot 1,\\; 1 + 0.25 \\cdot 2) = (1.25, 1.5)$");
  expect((await linesOf("smote")).slice(3)).toEqual([
    "24 rows, 8 of them made up",
    "on a segment: 8",
  ]);
  const broken = await linesOf("break-it");
  says("expects 61 and is right to the mail. The weighted one expects 480");
  expect(broken.slice(0, 3).map((line) => Number(/\d+/.exec(line)![0]))).toEqual([61, 480, 61]);
  says("In two folds there is nothing to find");
  expect(broken[3]!.match(/ 0/g)).toHaveLength(2);
  expect(broken[4]).not.toMatch(/ 0/);
});

test("figure rare: accuracy and balanced accuracy are best where the lesson says", () => {
  says("that is $1 + 3.83/2 = 2.9$");
  const world = { oneIn: 47, apart: 2 };
  expect(evenOdds(world)).toBeCloseTo(1 + 3.83 / 2, 2);
  says("less than a fifth of it is found");
  expect(measure(world, evenOdds(world)).recall).toBeLessThan(0.2);
  const best = (of: "accuracy" | "balanced") => {
    const at = Array.from({ length: 1001 }, (_, i) => -3 + i / 100);
    return at.reduce((a, b) => (measure(world, b)[of] > measure(world, a)[of] ? b : a));
  };
  expect(best("accuracy")).toBeCloseTo(evenOdds(world), 1);
  expect(best("balanced")).toBeCloseTo(1, 1);
  const params = initialParams(rareFigure.controls);
  expect(rareFigure.describe(rareFigure.model(params), params)).toContain(
    "Accuracy is best at 2.9",
  );
});

test("figure between: copies stand in six places, and a row in the cloud leads SMOTE astray", () => {
  const start = initialParams(between.controls);
  says("Copies stand in 6 places");
  expect(between.model({ ...start, way: "copies" }).places).toBe(6);
  expect(between.model(start).places).toBe(90);
  expect(between.model(start).astray).toBe(0);
  const moved = start.rare.map((row, i) => (i === 0 ? ([6, 7] as const) : row));
  expect(between.model({ ...start, rare: moved }).astray).toBeGreaterThan(5);
});
