import { loadDigits, makeCircles } from "@gradus/data";
import * as learn from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { entries, titleOf } from "./classifiers";
import { asymmetry, width } from "./clouds";
import borders from "./figures/borders";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const { images, labels } = await loadDigits();
const pictures = images.toArray<number[][][]>();
const digits = labels.toArray<number[]>();
const percent = (share: number) => Math.round(100 * share);
const at = (classifier: string, points: string) => borders.model({ classifier, points });
const right = (part: { labels: readonly number[] }, got: readonly number[]) =>
  percent(part.labels.filter((label, i) => got[i] === label).length / got.length);

test("roadmap SUP-003: the figure draws the border of every classifier of the library", () => {
  const isClassifier = ([, value]: [string, unknown]) =>
    typeof value === "function" &&
    Object.hasOwn(value, "typeName") &&
    value.prototype instanceof learn.BaseClassifier;
  const exported = Object.entries(learn).filter(isClassifier);
  expect([...new Set(entries.map(({ name }) => name))].sort()).toEqual(
    exported.map(([name]) => name).sort(),
  );
  expect(borders.controls.classifier.choices).toEqual(entries.map(titleOf));
  const classes = Object.fromEntries(exported) as Record<string, new () => object>;
  for (const entry of entries) {
    // Made by its own class, or a pipeline that ends with it.
    const model = entry.make(2);
    const last = model instanceof learn.Pipeline ? model.steps.at(-1)![1] : model;
    expect(last, titleOf(entry)).toBeInstanceOf(classes[entry.name]!);
  }
  for (const classifier of borders.controls.classifier.choices) {
    const params = { classifier, points: "two moons" };
    const data = borders.model(params);
    const { panels } = borders.view(data, params);
    for (const { marks } of panels) {
      const [regions] = marks.filter((mark) => mark.kind === "regions");
      expect(regions!.classes.flat()).toEqual(data.ground);
      expect(new Set(data.ground).size).toBe(classifier === "DummyClassifier" ? 1 : 2);
    }
    expect(borders.describe(data, params)).toContain(`${classifier} on two moons: `);
  }
});

test("the ring and the noisy moons", () => {
  says("On the ring, every straight classifier is hardly better than a coin");
  for (const { how } of entries.filter(({ how }) => how.startsWith("straight,"))) {
    const entry = entries.find((each) => each.how === how)!;
    const { cloud, apart } = at(titleOf(entry), "a ring");
    expect(right(cloud.apart, apart), titleOf(entry)).toBeLessThan(60);
  }
  says("right on all it has learned from, and on 81 % of those kept apart");
  const one = at("KNeighborsClassifier, k = 1", "two moons, noisy");
  expect([right(one.cloud.learned, one.learned), right(one.cloud.apart, one.apart)]).toEqual([
    100, 81,
  ]);
  says("where a smooth border has 93 %");
  const smooth = at("SVC, RBF kernel", "two moons, noisy");
  expect([
    right(smooth.cloud.learned, smooth.learned),
    right(smooth.cloud.apart, smooth.apart),
  ]).toEqual([80, 93]);
});

test("the pencil", () => {
  says("s_0 = 2 x_1 + 4 x_2 - 5, \\qquad s_1 = 8 x_1 + 6 x_2 - 25");
  says("At $(2, 3)$ you get $9 - 10 = -1$");
  const score = ([a, b]: number[], mean: number[]) =>
    2 * (a! * mean[0]! + b! * mean[1]!) - (mean[0]! ** 2 + mean[1]! ** 2);
  expect(score([2, 3], [4, 3]) - score([2, 3], [1, 2])).toBe(-2);
  expect(score([2, 4], [4, 3])).toBe(score([2, 4], [1, 2]));
});

const chosen = digits.flatMap((digit, i) => ([0, 1, 4].includes(digit) ? [i] : []));
const [XTrain, XTest, yTrain, yTest] = learn.trainTestSplit(
  chosen.map((i) => [width(pictures[i]!), asymmetry(pictures[i]!)]),
  chosen.map((i) => digits[i]!),
  { testSize: 0.3, seed: 0 },
);

test("centroids and probabilities", () => {
  const scaler = new learn.StandardScaler().fit(XTrain);
  const [train, held] = [scaler.transform(XTrain), scaler.transform(XTest)];
  says("it is right on 138 of 163");
  const centroids = new learn.NearestCentroid().fit(train, yTrain);
  expect([centroids.score(held, yTest) * 163, yTest.length]).toEqual([138, 163]);

  const model = new learn.LogisticRegression().fit(train, yTrain);
  const best = model.predictProba(held).toArray<number[][]>();
  const hits = model.predict(held).map((label, i) => label === yTest[i]);
  const sure = best.map((row) => Math.max(...row) >= 0.9);
  says("it answers 66 of 163 drawings, and 98 % of the answers are right, in place of 84 %");
  const answered = hits.filter((_, i) => sure[i]);
  expect(answered).toHaveLength(66);
  expect(percent(answered.filter(Boolean).length / 66)).toBe(98);
  expect(percent(hits.filter(Boolean).length / 163)).toBe(84);
  says("one half for 1 and one half for 4");
  const least = best.toSorted((a, b) => Math.max(...a) - Math.max(...b))[0]!;
  expect(least.map((p) => p.toFixed(2))).toEqual(["0.00", "0.50", "0.50"]);
});

test("the squares of a ring", () => {
  const ring = makeCircles({ nSamples: 200, noise: 0.08, factor: 0.5, seed: 1 });
  const y = ring.y.toArray<number[]>();
  const squares = ring.X.square();
  const model = new learn.LogisticRegression().fit(squares, y);
  says("With the _squares_ of the two features the same model is right everywhere");
  expect(model.score(squares, y)).toBe(1);
  says("$-4.9 x_1^2 - 4.8 x_2^2 + 3.1 = 0$, which on paper is nearly a circle of radius 0.80");
  const [w1, w2] = model.coef.data();
  const [b] = model.intercept.data();
  expect([w1, w2, b].map((v) => v!.toFixed(1))).toEqual(["-4.9", "-4.8", "3.1"]);
  expect(Math.sqrt((-2 * b!) / (w1! + w2!)).toFixed(2)).toBe("0.80");
});

test("ten digits, and a picture moved by one column", () => {
  const X = images.reshape([digits.length, 64]).toArray<number[][]>();
  const [A, B, a, b] = learn.trainTestSplit(X, digits, { testSize: 0.3, seed: 0 });
  const moved = (rows: number[][], columns: number) =>
    rows.map((row) =>
      row.map((_, i) =>
        ((i % 8) - columns + 8) % 8 === (i % 8) - columns ? row[i - columns]! : 0,
      ),
    );
  says("Always the most frequent digit is right on 8 %, and the smooth border on 99 %");
  const svc = new learn.SVC().fit(A, a);
  expect(percent(new learn.DummyClassifier().fit(A, a).score(B, b))).toBe(8);
  expect(percent(svc.score(B, b))).toBe(99);
  says("It falls to 53 %, and logistic regression to 39 %");
  expect(percent(svc.score(moved(B, 1), b))).toBe(53);
  const logistic = new learn.LogisticRegression({ maxIter: 300 }).fit(A, a);
  expect(percent(logistic.score(moved(B, 1), b))).toBe(39);
  says("five neighbours are right on 99 % as drawn, and on as many when moved");
  const copies = [-1, 0, 1].flatMap((columns) => moved(A, columns));
  const robust = new learn.KNeighborsClassifier().fit(copies, [...a, ...a, ...a]);
  expect([robust.score(B, b), robust.score(moved(B, 1), b)].map(percent)).toEqual([99, 99]);
});
