import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { choices, winner } from "./choices";
import whichMetric from "./figures/which-metric";
import quiz from "./quiz";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { linesOf, says } = await claimsOf(import.meta.url);
const numbersIn = (line: string) => line.match(/-?\d+(\.\d+)?/g)!.map(Number);

/** What hurts in each of the scenarios, in the words of the figure. */
const scenarios = {
  "scenario-parcels": "a typical miss; one strange row shall not decide",
  "scenario-products": "a miss in percent, of small things and large",
  "scenario-bakery": "too low, nine times as much as too high",
  "scenario-orchids": "both classes alike, though one is rare",
  "scenario-deleted": "a false alarm",
  "scenario-screening": "a miss",
  "scenario-fraud": "a false alarm costs $1, a miss $50",
  "scenario-turbines": "rare cases that are not near the top",
  "scenario-insurance": "a chance that is not what it says: you bet on it",
  "scenario-search": "good results far down; the first counts most",
};

test("roadmap EVA-001: ten graded scenarios, whose answers are where the decision figure leads", () => {
  expect(Object.keys(scenarios)).toHaveLength(10);
  expect(quiz.filter(({ id }) => id.startsWith("scenario-")).map(({ id }) => id)).toEqual(
    Object.keys(scenarios),
  );
  for (const [id, hurts] of Object.entries(scenarios)) {
    const item = quiz.find((each) => each.id === id)!;
    const control = whichMetric.controls.hurts.choices.find((each) => each.endsWith(`: ${hurts}`));
    expect(control, hurts).toBeDefined();
    const { choice } = whichMetric.model({ hurts: control! });
    if (item.kind !== "choice") throw new Error(`${id} is not a choice`);
    expect(item.choices[item.answer]!.text).toBe(choice.own.metric);
    expect(item.choices).toHaveLength(4);
    for (const { explanation } of item.choices) expect(explanation.length).toBeGreaterThan(20);
  }
  expect(new Set(quiz.map((item) => ("choices" in item ? item.answer : -1))).size).toBe(5);
});

test("in each pair the usual metric prefers the other model", () => {
  says(
    "In each of these fourteen pairs the usual metric prefers the model that you would not want",
  );
  expect(choices).toHaveLength(14);
  for (const { own, usual } of choices) {
    expect(winner(own)).not.toBe(winner(usual));
    for (const { A, B } of [own, usual]) expect(A).not.toBe(B);
  }
  expect(new Set(choices.map(({ own }) => winner(own)))).toEqual(new Set(["A", "B"]));
  says('"Nobody is ill" has an accuracy of 90 %');
  says("**balanced accuracy**, gives it 50 %");
  const rare = choices.find(({ own }) => own.metric === "balanced accuracy")!;
  expect([rare.usual.B, rare.own.B]).toEqual([0.9, 0.5]);
});

test("the three models", async () => {
  const lines = await linesOf("three-models");
  const [nobody, plain, balanced] = lines.slice(1, 4).map(numbersIn);
  says("The plain model wins by accuracy, with 79 %");
  expect(Math.round(100 * plain![0]!)).toBe(79);
  says("has a _lower_ accuracy than");
  expect(balanced![0]!).toBeLessThan(nobody![0]!);
  says("it finds 80 % of those who leave, and the plain one half of them");
  expect([balanced![1]!, plain![1]!].map((share) => share.toFixed(1))).toEqual(["0.8", "0.5"]);
  says("By AUC the two are equal");
  expect(Math.abs(balanced![3]! - plain![3]!)).toBeLessThan(0.003);
  says("2,113 of them are kept apart");
  expect(numbersIn(lines[4]!)[0]).toBe(2113);
  expect(numbersIn(lines[5]!)).toEqual(numbersIn(lines[6]!));
  expect(numbersIn(lines[7]!)).toEqual(numbersIn(lines[6]!));
  says("Plain 0.788, balanced 0.731");
  expect([plain![0], balanced![0]]).toEqual([0.788, 0.731]);
  const [gap, paired, apart] = numbersIn(lines[10]!);
  says("The paired error is nearly a quarter smaller");
  expect(1 - paired! / apart!).toBeCloseTo(0.25, 1);
  says("A lead of 5.6 points is more than five such errors");
  expect(gap).toBe(0.056);
  expect(gap! / paired!).toBeGreaterThan(5);
});

test("the pencil", async () => {
  const lines = await linesOf("by-hand");
  says('so "90 %" means "84 to 96 %", roughly');
  expect(lines.slice(0, 2)).toEqual(["standard error: 0.03", "roughly 0.84 to 0.96"]);
  says("You save $1 - 1.5 / 24.5 = 0.939$");
  expect(numbersIn(lines[2]!)).toEqual([1.5, 24.5, 0.939]);
  expect(numbersIn(lines[3]!).at(-1)).toBe(0.939);
  says("83 % against 78 %");
  expect(numbersIn(lines[6]!)).toEqual([78, 350, 83, 350]);
  for (const line of lines.slice(4, 6)) {
    const [a, , b] = numbersIn(line);
    expect(a!).toBeGreaterThan(b!);
  }
});
