import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { initialParams } from "@gradus/course-kit";
import { col, loadAmes, loadPenguins } from "@gradus/data";
import { expect, test } from "vitest";
import { courseDir, readTopic } from "../../../tools/build/course/folder";
import { claimsOf } from "../../../tools/content/claims";
import { gradeSource } from "../../../tools/content/grade-source";
import { runCell } from "../../../tools/content/run-cell";
import cutAxis from "./figures/cut-axis";
import howWeSee from "./figures/how-we-see";
import { binned, flippers, humps } from "./flippers";
import { lieOf, medians } from "./lie";
import quiz from "./quiz";

const { lesson, says } = await claimsOf(import.meta.url);

/** The nine questions about data whose answer is a chart, or what it must show. */
const CHART_CHOICES = [
  "load-times",
  "visits-by-day",
  "size-and-price",
  "twelve-browsers",
  "three-groups",
  "hour-and-weekday",
  "many-countries",
  "two-units",
  "how-sure",
];

test("roadmap DAT-006: the lesson's quiz chooses charts for nine questions with every choice explained, and the grader passes the repaired chart and names five wrong repairs", async () => {
  const folder = await readTopic(join(courseDir, "topics", "data-visualization"));
  expect(lesson).toContain("::exercise{honest-bars}");
  expect(lesson).toContain("::quiz");
  for (const id of CHART_CHOICES) {
    const item = quiz.find((each) => each.id === id);
    if (item?.kind !== "choice") throw new Error(`${id} is no choice`);
    expect(item.choices).toHaveLength(4);
    for (const { explanation } of item.choices) expect(explanation.length).toBeGreaterThan(25);
    expect(item.choices[item.answer]!.explanation).toMatch(/^Right/);
  }
  const exercise = folder.exercises.find((each) => each.exercise.id === "honest-bars")!;
  expect(await gradeSource(exercise, exercise.start.text)).toMatchObject({ kind: "wrong" });
  expect(await gradeSource(exercise, exercise.solution.text)).toEqual({ kind: "passed" });
  const wrong = [...exercise.wrong.keys()].sort();
  expect(wrong).toEqual([
    "label-and-values-differ",
    "no-unit",
    "prices-shifted",
    "still-cut",
    "time-runs-left",
  ]);
  for (const [misconception, { text }] of exercise.wrong) {
    expect(await gradeSource(exercise, text)).toMatchObject({ kind: "wrong", misconception });
  }
});

test("four medians, and the lie factor of their chart", async () => {
  const houses = await loadAmes();
  const table = houses.groupBy("Year_Sold").agg({ median: col("Sale_Price").median() });
  for (const [year, price] of medians) {
    expect(
      table
        .filter((row) => row.Year_Sold === year)
        .column("median")
        .at(0),
    ).toBe(1000 * price);
  }
  says("The median fell from \\$165,125 to \\$155,000, which is 6.1 %");
  says("The lie factor is $66.9/6.13 = 10.9$");
  const { inData, inChart, factor } = lieOf(165.125, 155, 150);
  expect([inData.toFixed(4), inChart.toFixed(3), factor.toFixed(1)]).toEqual([
    "-0.0613",
    "-0.669",
    "10.9",
  ]);
  expect(factor).toBeCloseTo(165.125 / 15.125, 10);
  expect(lieOf(165.125, 155, 0).factor).toBe(1);
  says("The table ends in July 2010, so its last bar stands for 341 houses only");
  const last = houses.filter((row) => row.Year_Sold === 2010);
  expect([last.nRows, last.column("Mo_Sold").max()]).toEqual([341, 7]);
  says("their median _rose_, from \\$156,000 to \\$159,000");
  const ordinary = (year: number) =>
    houses
      .filter((row) => row.Sale_Condition === "Normal" && row.Year_Sold === year)
      .column("Sale_Price")
      .median();
  expect([ordinary(2007), ordinary(2010)]).toEqual([156_000, 159_000]);
});

test("flippers: the counts are the table's, and so are the humps", async () => {
  const birds = (await loadPenguins()).rows();
  for (const [mm, others, gentoos] of flippers) {
    const its = birds.filter((bird) => bird.flipper_length_mm === mm);
    expect(its.filter((bird) => bird.species === "Gentoo")).toHaveLength(gentoos);
    expect(its).toHaveLength(others + gentoos);
  }
  expect(flippers.reduce((sum, [, a, b]) => sum + a + b, 0)).toBe(342);
  const humpsAt = (width: number) =>
    humps(binned(width).map(({ others, gentoos }) => others + gentoos));
  says("At 24 mm there is one hump; at 5 to 11 mm there are two");
  says("At 1 mm there are 22 humps");
  expect([24, 1].map(humpsAt)).toEqual([1, 22]);
  for (let width = 5; width <= 11; width++) expect(humpsAt(width)).toBe(2);
});

test("what the cells print, and the text says", async () => {
  const printed = async (name: string) =>
    (await runCell(await readFile(new URL(`demos/${name}.ts`, import.meta.url), "utf8"))).logged;
  says("Iowa made 15.3 times as much electricity from wind and sun in 2017 as in 2001");
  says("233 times the paper");
  says("$170/20 = 8.5$ times as many pixels");
  const byHand = await printed("by-hand");
  expect(byHand).toContain("data: 15.3 times as much");
  expect(byHand).toContain("area, if the side of a square shows it: 233 times");
  expect(byHand).toContain("by our scale:  8.500");
  expect(Number(byHand.find((line) => line.startsWith("times as many"))!.slice(15))).toBeCloseTo(
    8.5,
    2,
  );
  says("in 2017 it was 29.3 TWh against 21.9");
  expect(await printed("questions")).toContain("in 2017: 29.329 TWh fossil, 21.933 TWh renewable");
  says("up fast, down slowly");
  expect(await printed("shape")).toEqual([
    "from a low to the next high: 3.8 years",
    "from a high to the next low: 7.0 years",
  ]);
  says("Red against green drops from 104 to 6");
  says("Blue against vermillion hardly drops at all");
  says("Yellow is the lightest of all and stands near one end");
  expect(await printed("colours")).toEqual([
    "rainbow  32 → 91 → 88 → 97 → 53",
    "blues    96 → 85 → 68 → 52 → 35",
    "red, green       104 → 6",
    "blue, vermillion 115 → 108",
  ]);
  says("A line through 34 birds is a guess");
  const birds = (await loadPenguins()).rows();
  expect(birds.filter((b) => b.species === "Chinstrap" && b.sex === "female")).toHaveLength(34);
});

test("the figures say what they show", () => {
  const start = initialParams(cutAxis.controls);
  const say = (params: typeof start) => cutAxis.describe(cutAxis.model(params), params);
  expect(say(start)).toContain("The last is 33 % as high as the first. You estimate");
  expect(say({ ...start, shown: true })).toContain("lie factor is 10.9");
  const first = initialParams(howWeSee.controls);
  const data = howWeSee.model(first);
  expect(howWeSee.describe(data, { ...first, shown: true })).toContain("B is 37 % of A");
  expect(howWeSee.describe(data, first)).not.toContain("37");
  const shares = Array.from({ length: 10 }, (_, next) => howWeSee.model({ ...first, next }).share);
  expect(new Set(shares).size).toBe(10);
});
