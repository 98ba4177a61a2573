import { initialParams } from "@gradus/course-kit";
import { KNeighborsRegressor } from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import resamples from "./figures/resamples";
import threeParts from "./figures/three-parts";
import {
  afternoons,
  byWeek,
  decompose,
  drawSamples,
  mean,
  middle,
  noise,
  predictions,
  study,
  truth,
  WEEKS,
  YEAR,
} from "./resamples";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { linesOf, says } = await claimsOf(import.meta.url);
const numbersIn = (line: string) => line.match(/-?\d+(\.\d+)?/g)!.map(Number);
const start = initialParams(resamples.controls);

const onCircle = (day: number) => {
  const angle = (2 * Math.PI * day) / YEAR;
  return [Math.cos(angle), Math.sin(angle)];
};

test("roadmap EVA-004: the figure decomposes the error by 200 resamples, and bias² + variance + noise is the error to 1e-9", () => {
  for (const [rows, again] of [
    [40, 0],
    [40, 1],
    [200, 4],
  ] as const) {
    const samples = drawSamples(rows, again);
    expect(new Set(samples.map((sample) => sample.map(({ day }) => day).join())).size).toBe(200);
    for (const k of [1, 7, 40]) {
      const data = resamples.model({ k, rows, again });
      const { models, bias2, variance, total } = data.now;
      expect(models).toHaveLength(200);
      // Every model is the library's, fitted to its own rows, …
      for (const i of [0, 77, 199]) {
        const model = new KNeighborsRegressor({ nNeighbors: k }).fit(
          samples[i]!.map(({ day }) => onCircle(day)),
          samples[i]!.map(({ high }) => high),
        );
        const wanted = model.predict(truth.map((_, week) => onCircle(middle(week)))).data();
        models[i]!.forEach((said, week) => {
          expect(said).toBeCloseTo(wanted[week]!, 9);
        });
      }
      // … and each is held against every afternoon of its week, without a formula.
      const direct = mean(
        byWeek.map((all, week) =>
          mean(all.map((was) => mean(models.map((said) => (said[week]! - was) ** 2)))),
        ),
      );
      expect(Math.abs(direct - total)).toBeLessThan(1e-9);
      expect(Math.abs(bias2 + variance + noise - direct)).toBeLessThan(1e-9);
      // All of it is drawn: 51 strokes a model, three parts and their total by k.
      const { panels } = resamples.view(data, { k, rows, again });
      const strokes = panels[0]!.marks.find(({ kind }) => kind === "segments")!;
      expect("segments" in strokes && strokes.segments).toHaveLength(200 * (WEEKS - 1));
      const curves = panels[1]!.marks.filter(({ kind }) => kind === "line");
      expect(curves).toHaveLength(4);
      for (const curve of curves) expect("points" in curve && curve.points).toHaveLength(40);
      expect(resamples.describe(data, { k, rows, again })).toContain(total.toFixed(2));
    }
  }
});

test("the identity asks nothing of the models: any answers will do", () => {
  const models = Array.from({ length: 7 }, (_, m) =>
    truth.map((_, week) => 90 * Math.sin(m * week)),
  );
  const { bias2, variance, total } = decompose(models);
  expect(Math.abs(bias2 + variance + noise - total)).toBeLessThan(1e-9);
  for (const x of [8, 13.5, 24]) {
    const moved = threeParts.controls.models.value.map(([, y]) => [x, y] as const);
    const parts = threeParts.model({ ...initialParams(threeParts.controls), models: moved });
    expect(parts.bias2 + parts.variance + parts.noise).toBeCloseTo(parts.total, 9);
  }
});

test("the world", () => {
  says("1,461 days");
  expect(afternoons).toHaveLength(1461);
  expect(new Set(afternoons.map(({ day }) => day)).size).toBe(1461);
  says("28 or 29 afternoons of a week");
  expect(new Set(byWeek.map((all) => all.length))).toEqual(new Set([28, 29]));
  says("292,200 squared errors");
  expect(200 * 1461).toBe(292_200);
});

test("the two servers and their two hundred sisters", async () => {
  const lines = await linesOf("servers");
  says("In July they are more than 4 °C apart");
  const [, yours, hers] = numbersIn(lines[2]!);
  expect(hers! - yours!).toBeGreaterThan(4);
  const [bias2, variance, weather, sum] = lines.slice(4, 8).map((line) => numbersIn(line).at(-1)!);
  says("Most of the 17 °C² is weather");
  expect(Math.round(sum!)).toBe(17);
  expect(weather! / sum!).toBeGreaterThan(0.5);
  says("the variance is the larger part by far");
  expect(variance! / bias2!).toBeGreaterThan(5);
  expect(lines[8]).toMatch(/1e-9: true$/);
  expect(lines.slice(9).map((line) => numbersIn(line).at(-1))).toEqual([bias2, variance]);
});

test("the pencil", async () => {
  const parts = threeParts.model(initialParams(threeParts.controls));
  says("Together 19");
  says("$114 / 6 = 19$");
  expect([parts.bias2, parts.variance, parts.noise, parts.total]).toEqual([9, 6, 4, 19]);
  expect(await linesOf("by-hand")).toContain("their sum 19");
});

test("the trade-off", () => {
  const [one, ...others] = study(40, start.again, 40);
  says("The variance is about as large as the noise, so the total is about _twice_ the noise");
  expect(one!.variance / noise).toBeGreaterThan(0.95);
  expect(one!.total / noise).toBeLessThan(2.15);
  says("At $k = 40$ of 40 rows every server says the mean of its whole sample");
  expect(new Set(others.at(-1)!.models[0]!.map((said) => said.toFixed(9))).size).toBe(1);
  says("at $k = 20$: summers too cold, winters too warm");
  const twenty = others[18]!.average;
  for (const week of [0, 1, 2, 50, 51]) expect(twenty[week]!).toBeGreaterThan(truth[week]!);
  for (const week of [26, 28, 30, 31]) expect(twenty[week]!).toBeLessThan(truth[week]!);
});

test("predictions go around the turn of the year", () => {
  const sample = [
    { day: 360, high: 4 },
    { day: 10, high: 8 },
    { day: 180, high: 26 },
  ];
  const [nearest, two, three] = predictions(sample, 3);
  expect([nearest![0], two![0], three![0]]).toEqual([8, 6, 38 / 3]);
  expect(nearest![51]).toBe(4);
});

test("remedies", async () => {
  const lines = await linesOf("remedies");
  expect(numbersIn(lines[0]!)[0]).toBeCloseTo(noise, 1);
  expect(numbersIn(lines[1]!)[0]).toBeLessThan(0.65 * noise);
  const rows = lines.slice(3).map(numbersIn);
  says("Four times the rows help little if you stay at $k = 7$. They allow $k = 25$");
  const total = (n: number, k: number) => rows.find((row) => row[0] === n && row[1] === k)![4]!;
  expect(total(160, 25)).toBeLessThan(total(160, 7));
  expect(total(40, 7)).toBeLessThan(Math.min(total(40, 1), total(40, 30)));
});

test("one sample", async () => {
  const [one, seven, all] = (await linesOf("one-sample")).map(numbersIn);
  expect(one![1]).toBe(0);
  expect(one![2]! - one![1]!).toBeGreaterThan(30);
  expect(all![2]! - all![1]!).toBeLessThan(5);
  expect(seven![2]).toBeLessThan(Math.min(one![2]!, all![2]!));
});

test("what breaks", async () => {
  const lines = await linesOf("break-it");
  says("The parts give 7, the errors 3.67");
  expect(numbersIn(lines[0]!).at(-1)).toBe(7);
  expect(numbersIn(lines[1]!).at(-1)).toBeCloseTo(3.67, 2);
  const other = new Map(lines.slice(3).map((line) => [numbersIn(line)[0]!, numbersIn(line)[2]!]));
  says("in the end by thousands");
  expect(other.get(19)).toBeGreaterThan(1000);
  says("From 21 columns on, the model passes through all 20 rows");
  for (const line of lines.slice(3)) {
    const [columns, own] = numbersIn(line);
    expect(own === 0).toBe(columns! >= 21);
  }
  says("here the second descent never comes down to what three columns reach");
  expect(other.get(51)).toBeLessThan(other.get(25)!);
  expect(Math.min(...other.values())).toBe(other.get(3));
});
