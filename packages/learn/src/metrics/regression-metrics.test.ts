import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Targets } from "../base/inputs";
import * as learn from "../index";
import { readFixture } from "../testing/fixtures";
import { argumentOf, type MetricCase } from "../testing/metric-cases";
import { weightedQuantile } from "./weighted-quantile";

const FIXTURE = "more-regression-metrics";
const cases = readFixture<MetricCase>(FIXTURE);
const names = [...new Set(cases.map((c) => c.metric))];

type AnyMetric = (...args: unknown[]) => number | number[];
const metricOf = (name: string) => (learn as unknown as Record<string, AnyMetric>)[name]!;

function scored({ metric, args, options }: MetricCase): number[] {
  const given = Object.entries(options).map(([key, value]) => [key, argumentOf(FIXTURE, value)]);
  const values = args.map((arg) => argumentOf(FIXTURE, arg));
  return [metricOf(metric)(...values, Object.fromEntries(given))].flat();
}

describe("metrics of regression", () => {
  test.each(names)("%s agrees with scikit-learn", (name) => {
    for (const c of cases.filter((other) => other.metric === name)) {
      const got = scored(c);
      const expected = [c.expected].flat().map((v) => (v === "nan" ? Number.NaN : v));
      expect(got).toHaveLength(expected.length);
      expected.forEach((value, j) => {
        if (value === "-inf") expect(got[j]).toBe(-Infinity);
        else if (Number.isNaN(value)) expect(got[j]).toBeNaN();
        else {
          const wanted = value as number;
          // A share near 0 is a difference of numbers near 1.
          expect(Math.abs(got[j]! - wanted)).toBeLessThanOrEqual(
            2e-14 * Math.max(1, Math.abs(wanted)),
          );
        }
      });
    }
  });

  test("weights that are whole numbers count rows so many times", () => {
    const rows = fc.array(
      fc.record({
        y: fc.integer({ min: 1, max: 20 }),
        p: fc.integer({ min: 1, max: 20 }),
        w: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 3, maxLength: 12 },
    );
    const weighing = names.filter((name) => !["maxError", "d2LogLossScore"].includes(name));
    fc.assert(
      fc.property(rows, (list) => {
        const repeated = list.flatMap(({ y, p, w }) => Array.from({ length: w }, () => ({ y, p })));
        const sampleWeight = list.map(({ w }) => w);
        for (const name of weighing) {
          const metric = metricOf(name);
          const once = metric(
            list.map(({ y }) => y),
            list.map(({ p }) => p),
            { sampleWeight },
          );
          const often = metric(
            repeated.map(({ y }) => y),
            repeated.map(({ p }) => p),
          );
          const size = Math.max(1, Math.abs(often as number));
          expect(Math.abs((once as number) - (often as number)) / size).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("perfect predictions lose nothing and save everything", () => {
    const y = [1, 2, 4];
    for (const name of names.filter((one) => one !== "d2LogLossScore")) {
      const best = /Score$/.test(name) ? 1 : 0;
      expect(metricOf(name)(y, y)).toBeCloseTo(best, 12);
    }
    expect(learn.d2LogLossScore([0, 1, 1], [0, 1, 1])).toBeCloseTo(1, 12);
  });

  test("the shares that predictions save are not defined for one row", () => {
    expect(learn.d2PinballScore([1], [1])).toBeNaN();
    expect(learn.d2AbsoluteErrorScore([1], [1])).toBeNaN();
    expect(learn.d2TweedieScore([1], [1])).toBeNaN();
    expect(learn.d2LogLossScore([1], [0.5], { labels: [0, 1] })).toBeNaN();
  });

  test("a quantile of weighted values is the mean of two neighbours where the share lies between them", () => {
    expect(weightedQuantile([3, 1, 2, 4], [1, 1, 1, 1], 0.5)).toBe(2.5);
    expect(weightedQuantile([3, 1, 2, 4], [1, 1, 1.5, 1], 0.5)).toBe(2);
    expect(weightedQuantile([3, 1, 2, 4], [1, 0, 0, 1], 0)).toBe(3);
    expect(weightedQuantile([3, 1], [0.1, 0.1], 1)).toBe(3);
  });

  test.each(names.filter((one) => one !== "d2LogLossScore"))(
    "%s refuses what it cannot score",
    (name) => {
      const metric = metricOf(name);
      expect(() => metric([1, 2], [1])).toThrow(ShapeError);
      expect(() => metric([1, Number.NaN], [1, 2])).toThrow(ValueError);
      expect(() => metric([1, 2], [1, 2], { sampleWeight: [1] })).toThrow(ShapeError);
      expect(() => metric([1, 2], [1, 2], { sampleWeight: [0, 0] })).toThrow(ValueError);
    },
  );

  test.each([
    "meanAbsoluteError",
    "medianAbsoluteError",
    "r2Score",
    "d2PinballScore",
    "meanSquaredLogError",
    "explainedVarianceScore",
  ])("%s refuses weights of targets that cannot be", (name) => {
    const several = [
      [1, 2],
      [3, 5],
    ];
    for (const multioutput of ["sum", [1], [0, 0], [-1, 2]]) {
      expect(() => metricOf(name)(several, several, { multioutput })).toThrow(ParameterError);
    }
  });

  test("says which values a measure does not have", () => {
    const one = [[1, 2]] as Targets;
    for (const metric of [learn.maxError, learn.meanPoissonDeviance, learn.d2TweedieScore]) {
      expect(() => metric(one, one)).toThrow("expected one target, got 2");
    }
    expect(() => learn.meanPoissonDeviance([1, -1], [1, 1])).toThrow(
      new ValueError("meanPoissonDeviance: expected yTrue >= 0, got -1 at row 1"),
    );
    expect(() => learn.meanPoissonDeviance([1, 1], [0, 1])).toThrow(
      "meanPoissonDeviance: expected yPred > 0, got 0 at row 0",
    );
    expect(() => learn.meanGammaDeviance([0], [1])).toThrow(ValueError);
    expect(() => learn.meanTweedieDeviance([1], [-1], { power: -1 })).toThrow(ValueError);
    expect(() => learn.meanTweedieDeviance([1], [1], { power: 0.5 })).toThrow(ParameterError);
    expect(() => learn.d2TweedieScore([1], [1], { power: 0.5 })).toThrow(ParameterError);
    for (const metric of [learn.meanSquaredLogError, learn.rootMeanSquaredLogError]) {
      expect(() => metric([1], [-1])).toThrow("expected yPred above -1, got -1 at row 0");
    }
    for (const metric of [learn.meanPinballLoss, learn.d2PinballScore]) {
      expect(() => metric([1, 2], [1, 2], { alpha: 1.5 })).toThrow(ParameterError);
    }
    const notTrue = { forceFinite: 1 as never };
    expect(() => learn.r2Score([1, 2], [1, 2], notTrue)).toThrow(ParameterError);
    expect(() => learn.explainedVarianceScore([1, 2], [1, 2], notTrue)).toThrow(ParameterError);
    expect(() => learn.d2LogLossScore([0, 1], [0.5])).toThrow(ShapeError);
    expect(() => learn.d2LogLossScore([0, 1], [0.5, 2])).toThrow(ValueError);
  });

  test("scorers of all of them are there by name, the losses negated", () => {
    const X = [[1], [2], [3], [4]];
    const y = [1, 2, 3, 5];
    const model = new learn.LinearRegression().fit(X, y);
    const predicted = model.predict(X);
    for (const name of names) {
      if (/Pinball|Tweedie|r2Score|d2LogLoss|explained/.test(name)) continue;
      const isScore = name.endsWith("Score");
      const own = isScore ? name : `neg${name[0]!.toUpperCase()}${name.slice(1)}`;
      const score = learn.getScorer(own as learn.ScorerName)(model, X, y);
      expect(score).toBe((isScore ? 1 : -1) * (metricOf(name)(y, predicted) as number));
    }
    expect(learn.getScorer("explainedVariance")(model, X, y)).toBeGreaterThan(0.9);
    const classifier = new learn.LogisticRegression().fit(X, [0, 0, 1, 1]);
    expect(learn.getScorer("d2LogLossScore")(classifier, X, [0, 0, 1, 1])).toBeGreaterThan(0.3);
  });
});
