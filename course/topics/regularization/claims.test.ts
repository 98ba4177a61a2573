import { RandomGenerator } from "@gradus/core";
import { loadDiabetes } from "@gradus/data";
import {
  Lasso,
  LinearRegression,
  makePipeline,
  Ridge,
  rootMeanSquaredError,
  StandardScaler,
  trainTestSplit,
} from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import corner from "./figures/corner";
import paths from "./figures/paths";
import { keptApart, learned, type Moments, names } from "./moments";
import { lasso, missOf, ridge, softThreshold } from "./penalties";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const patients = await loadDiabetes();
const [train, held] = trainTestSplit(patients, { testSize: 0.25, seed: 0 });
const scaler = new StandardScaler().fit(train.drop("progression"));
const featuresOf = (table: typeof train) => scaler.transform(table.drop("progression"));
const X = featuresOf(train);
const y = train.column("progression").toTensor();
const n = train.nRows;
const round = (values: Iterable<number>, digits = 1) =>
  [...values].map((value) => Number(value.toFixed(digits)));
const at = (name: (typeof names)[number]) => names.indexOf(name);

function expectNear(got: Iterable<number>, wanted: Iterable<number>, tolerance: number) {
  const [a, b] = [[...got], [...wanted]];
  expect(a).toHaveLength(b.length);
  a.forEach((value, i) => {
    expect(Math.abs(value - b[i]!)).toBeLessThan(tolerance);
  });
}

test("the figures' moments are those of the table", () => {
  const expectMoments = (moments: Moments, features: Tensor, target: Tensor) => {
    const rows = features.shape[0]!;
    const centred = target.sub(y.mean());
    const gram = features.transpose().matmul(features).div(rows);
    expectNear(moments.gram.flat(), gram.data(), 1e-6);
    expectNear(moments.cross, features.transpose().matmul(centred).div(rows).data(), 1e-6);
    expect(moments.square).toBeCloseTo(centred.square().mean().item(), 5);
  };
  expectMoments(learned, X, y);
  expectMoments(keptApart, featuresOf(held), held.column("progression").toTensor());
  expect(names).toEqual(train.drop("progression").columns);
  expect([patients.nRows, n]).toEqual([442, 331]);
});

test("roadmap SUP-025: the coefficient paths under the alpha slider are those of Ridge and Lasso, and are described", () => {
  const { alpha: slider } = paths.controls;
  expect(slider.kind).toBe("slider");
  const left: number[] = [];
  for (const alpha of [slider.min, 0.1, 0.5, 2, 5, 20, slider.max]) {
    const data = paths.model({ alpha });
    expectNear(data.all.ridge, new Ridge({ alpha: n * alpha }).fit(X, y).coef.data(), 1e-2);
    const exact = new Lasso({ alpha, tol: 1e-12, maxIter: 100_000 }).fit(X, y);
    expectNear(data.all.lasso, exact.coef.data(), 1e-2);
    expect(data.all.lasso.map((w) => w === 0)).toEqual([...exact.coef.data()].map((w) => w === 0));
    const miss = rootMeanSquaredError(held.column("progression"), exact.predict(featuresOf(held)));
    expect(data.misses.lasso).toBeCloseTo(miss, 2);
    left.push(data.left);
    const { panels } = paths.view(data, { alpha });
    expect(panels).toHaveLength(2);
    for (const { marks } of panels) {
      expect(marks.filter(({ kind }) => kind === "line")).toHaveLength(names.length);
    }
    expect(paths.describe(data, { alpha })).toContain(`the lasso keeps ${data.left}`);
  }
  expect([left[0], left.at(-1)]).toEqual([10, 0]);
});

test("the two halves", () => {
  const fit = (half: number, make: () => LinearRegression | Ridge) => {
    const rows = train.filter((_, i) => i % 2 === half);
    return round(make().fit(featuresOf(rows), rows.column("progression")).coef.data());
  };
  const plain = [0, 1].map((half) => fit(half, () => new LinearRegression()));
  says("_worse_ by 59 points");
  says("_better_ by 62");
  expect(plain.map((w) => w[at("s1")])).toEqual([59, -62]);
  says("59 times the one less 63 times the other");
  says("62 times less the one and 46 times more the other");
  expect(plain.map((w) => Math.round(w[at("s2")]!))).toEqual([-63, 46]);
  says("a correlation of 0.89");
  expect(round([learned.gram[at("s1")]![at("s2")]!], 2)).toEqual([0.89]);
  says("For `s1` they now say 0.1 and −4.4");
  const sober = [0, 1].map((half) => fit(half, () => new Ridge({ alpha: 30 })));
  expect(sober.map((w) => w[at("s1")])).toEqual([0.1, -4.4]);
  says("30/331 = 0.09");
  expect(round([30 / n], 2)).toEqual([0.09]);
});

test("the pencil", () => {
  says("3 becomes 1.5 and 0.6 becomes 0.3");
  says("3 becomes 2");
  expect([softThreshold(3, 1), softThreshold(0.6, 1), softThreshold(-2, 1)]).toEqual([2, 0, -1]);
});

test("who leaves", () => {
  const gone = (alpha: number) => names.filter((_, j) => lasso(learned, alpha)[j] === 0);
  says("Three weights are exactly 0. This model does without age, `s4` and `s6`");
  expect(gone(2)).toEqual(["age", "s4", "s6"]);
  says("`s2` is gone near α = 1");
  expect(gone(1)).toContain("s2");
  says("`bmi` and `s5` come first");
  expect(gone(20)).toEqual(names.filter((name) => name !== "bmi" && name !== "s5"));
  says("miss by the same 56 points or so");
  for (const w of [ridge(learned, 0), ridge(learned, 30 / n), lasso(learned, 1.86)]) {
    expect(Math.abs(missOf(keptApart, w) - 56.3)).toBeLessThan(0.4);
  }
});

test("the corner figure: the diamond gives zeros, the circle does not", () => {
  const touch = (shape: string) => corner.model({ shape, size: 1, best: [[2.4, 1.2]] }).touch;
  const [diamond, circle] = corner.controls.shape.choices.map(touch);
  expect(diamond).toEqual([1, 0]);
  expect(Math.min(...circle!.map(Math.abs))).toBeGreaterThan(0.05);
});

test("raw units", () => {
  says("2.4 is left of 46");
  const raw = new Lasso({ alpha: 2 }).fit(train.drop("progression"), y);
  const std = train.column("s5").toTensor().std().item();
  const own = new Lasso({ alpha: 2 }).fit(X, y).coef.at(at("s5")).item() / std;
  expect(round([raw.coef.at(at("s5")).item()])).toEqual([2.4]);
  expect(Math.round(own)).toBe(46);
  says("differ by about half a unit");
  expect(std).toBeCloseTo(0.54, 1);
});

test("peeking", () => {
  const random = new RandomGenerator(1);
  const everyone = patients.drop("progression").toTensor().toArray<number[][]>();
  const target = patients.column("progression").toTensor().toArray<number[]>();
  const noisy = everyone.map((r) => [...r, ...Array.from({ length: 30 }, () => random.normal())]);
  let [seen, fresh, fixed] = [0, 0, 0];
  for (let seed = 0; seed < 40; seed++) {
    const [A, rest, b, bRest] = trainTestSplit(noisy, target, { trainSize: 60, seed });
    const judged = [1, 3, 5, 10, 20].map((alpha) => {
      const model = makePipeline(new StandardScaler(), new Lasso({ alpha })).fit(A, b);
      const of = (rows: readonly [number, number]) =>
        rootMeanSquaredError(bRest.slice(...rows), model.predict(rest.slice(...rows)));
      return { alpha, seen: of([0, 20]), fresh: of([20, rest.length]) };
    });
    const best = judged.reduce((p, q) => (q.seen < p.seen ? q : p));
    seen += best.seen ** 2 / 40;
    fresh += best.fresh ** 2 / 40;
    fixed += judged.find(({ alpha }) => alpha === 10)!.seen ** 2 / 40;
  }
  says("The 20 rows that chose say 58.7");
  says("that nobody has asked say 61.6");
  expect([seen, fresh, fixed].map((v) => Math.sqrt(v).toFixed(1))).toEqual([
    "58.7",
    "61.6",
    "59.8",
  ]);
  says("the same 20 rows say 59.8");
});
