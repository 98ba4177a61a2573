import { setWarningSink } from "@gradus/core";
import { isTensor } from "@gradus/tensor";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as learn from "../index";
import { readFixture, readFixtureData } from "../testing/fixtures";

interface Case {
  readonly metric: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
}

const data = readFixtureData("classification-metrics");
const given = (value: unknown): unknown => {
  if (value === "NaN") return Number.NaN;
  return data[(value as { data?: string } | null)?.data ?? ""] ?? value;
};

/** Runs a metric's cases that are chosen, and says how many there were and how far off the worst one is. */
function compare(metric: string, isChosen: (c: Case) => boolean = () => true) {
  const cases = readFixture<Case>("classification-metrics").filter(
    (c) => c.metric === metric && isChosen(c),
  );
  const call = (learn as Record<string, unknown>)[metric] as (...args: unknown[]) => unknown;
  const distances = cases.flatMap(({ args, options, expected }) => {
    const read = Object.fromEntries(Object.entries(options).map(([k, v]) => [k, given(v)]));
    const got = call(...args.map(given), read);
    const numbers = isTensor(got) ? [...got.data()] : [got].flat();
    const wanted = [expected].flat(Number.POSITIVE_INFINITY).map((v) => Number(v));
    expect(numbers).toHaveLength(wanted.length);
    return wanted.map((value, k) =>
      Number.isNaN(value) && Number.isNaN(numbers[k])
        ? 0
        : Math.abs((numbers[k] as number) - value),
    );
  });
  return { n: cases.length, worst: Math.max(...distances) };
}

const asks = (options: object) => (c: Case) =>
  Object.entries(options).every(([key, value]) => c.options[key] === value);

let previous: ReturnType<typeof setWarningSink>;
beforeAll(() => {
  previous = setWarningSink(() => {});
});
afterAll(() => {
  setWarningSink(previous);
});

test("roadmap EVA-009: accuracy equals scikit-learn exactly, with several labels and weights", () => {
  const { n, worst } = compare("accuracyScore", (c) => !("sampleWeight" in c.options));
  expect(n).toBeGreaterThanOrEqual(8);
  expect(worst).toBe(0);
  // The order of a weighted sum is not the same in NumPy: a few units in the last place.
  const weighted = compare("accuracyScore", (c) => "sampleWeight" in c.options);
  expect(weighted.n).toBeGreaterThanOrEqual(8);
  expect(weighted.worst).toBeLessThanOrEqual(1e-14);
});

test.each([
  ["EVA-010", "precisionScore"],
  ["EVA-011", "recallScore"],
  ["EVA-012", "f1Score"],
])("averages and zero division of %s", (_, metric) => {
  for (const average of ["micro", "macro", "weighted", "none", "samples"]) {
    expect(compare(metric, asks({ average })).n).toBeGreaterThanOrEqual(2);
  }
  expect(compare(metric, (c) => c.options.average === undefined).n).toBeGreaterThanOrEqual(4);
  for (const zeroDivision of [0, 1, "NaN"]) {
    expect(compare(metric, asks({ zeroDivision })).n).toBeGreaterThanOrEqual(3);
  }
});

test("roadmap EVA-010: precision equals scikit-learn: binary, micro, macro, weighted, zeroDivision", () => {
  expect(compare("precisionScore").worst).toBeLessThanOrEqual(1e-14);
});

test("roadmap EVA-011: recall equals scikit-learn: binary, micro, macro, weighted, zeroDivision", () => {
  expect(compare("recallScore").worst).toBeLessThanOrEqual(1e-14);
});

test("roadmap EVA-012: F1 and F-beta equal scikit-learn: binary, micro, macro, weighted, zeroDivision", () => {
  expect(compare("f1Score").worst).toBeLessThanOrEqual(1e-14);
  const beta = compare("fbetaScore");
  expect(beta.n).toBeGreaterThanOrEqual(15);
  expect(beta.worst).toBeLessThanOrEqual(1e-14);
});

test("roadmap EVA-013: confusion matrices equal scikit-learn exactly: counts, labels, texts; weights and shares to rounding", () => {
  const plain = (c: Case) => !("sampleWeight" in c.options) && !("normalize" in c.options);
  const counts = compare("confusionMatrix", plain);
  expect(counts.n).toBeGreaterThanOrEqual(5);
  expect(counts.worst).toBe(0);
  for (const normalize of ["true", "pred", "all"]) {
    expect(compare("confusionMatrix", asks({ normalize })).n).toBeGreaterThanOrEqual(8);
  }
  const all = compare("confusionMatrix");
  expect(all.n).toBeGreaterThanOrEqual(33);
  // The order of a weighted sum is not the same in NumPy: a few units in the last place of sums up to 30.
  expect(all.worst).toBeLessThanOrEqual(1e-14);
});

/** How many curves there are, how many of them have ties, and how far off their worst number is. */
function compareCurves(metric: "rocCurve" | "precisionRecallCurve") {
  const cases = readFixture<Case>("classification-metrics").filter((c) => c.metric === metric);
  let [worst, nTied] = [0, 0];
  for (const { args, options, expected } of cases) {
    const [yTrue, yScore] = args.map(given) as [(number | string)[], number[]];
    const read = Object.fromEntries(Object.entries(options).map(([k, v]) => [k, given(v)]));
    const curve = metric === "rocCurve" ? learn.rocCurve : learn.precisionRecallCurve;
    const got = new Map(Object.entries(curve(yTrue, yScore, read)));
    nTied += Number(new Set(yScore).size < yScore.length);
    for (const [name, values] of Object.entries(expected as Record<string, number[]>)) {
      const wanted = values.map(Number);
      const found = [...(got.get(name) as Float64Array)];
      expect(found, `${metric} ${name}`).toHaveLength(wanted.length);
      const offBy = (k: number) => (found[k] === wanted[k] ? 0 : Math.abs(found[k]! - wanted[k]!));
      worst = Math.max(worst, ...wanted.map((_, k) => offBy(k))); // the first threshold is ∞ in both
    }
  }
  return { n: cases.length, nTied, worst };
}

test("roadmap EVA-014: points of ROC and precision-recall curves equal scikit-learn, with ties and weights", () => {
  const roc = compareCurves("rocCurve");
  expect(roc.n).toBeGreaterThanOrEqual(9);
  expect(roc.nTied).toBeGreaterThanOrEqual(4);
  expect(roc.worst).toBeLessThanOrEqual(1e-14);
  const precision = compareCurves("precisionRecallCurve");
  expect(precision.n).toBeGreaterThanOrEqual(8);
  expect(precision.nTied).toBeGreaterThanOrEqual(4);
  expect(precision.worst).toBeLessThanOrEqual(1e-14);
});

test("roadmap EVA-015: areas under ROC and precision-recall curves equal scikit-learn to 1e-12, ovr and ovo", () => {
  for (const multiClass of ["ovr", "ovo"]) {
    expect(compare("rocAucScore", asks({ multiClass })).n).toBeGreaterThanOrEqual(2);
  }
  const area = compare("rocAucScore");
  expect(area.n).toBeGreaterThanOrEqual(25);
  expect(area.worst).toBeLessThanOrEqual(1e-12);
  const precision = compare("averagePrecisionScore");
  expect(precision.n).toBeGreaterThanOrEqual(20);
  expect(precision.worst).toBeLessThanOrEqual(1e-12);
});
