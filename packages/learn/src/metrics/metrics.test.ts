import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Targets } from "../base/inputs";
import { readFixture } from "../testing/fixtures";
import { meanAbsoluteError } from "./mean-absolute-error";
import { meanSquaredError } from "./mean-squared-error";
import { r2Score } from "./r2-score";
import { rootMeanSquaredError } from "./root-mean-squared-error";

const metrics = { meanSquaredError, rootMeanSquaredError, meanAbsoluteError, r2Score };
type Name = keyof typeof metrics;

interface Expected {
  readonly uniformAverage: number;
  readonly rawValues: number[];
  readonly varianceWeighted?: number;
}

type Case = Record<Name, Expected> & {
  readonly name: string;
  readonly yTrue: number[] | number[][];
  readonly yPred: number[] | number[][];
  readonly sampleWeight: number[] | null;
};

const cases = readFixture<Case>("regression-metrics");

type AnyMetric = (yTrue: Targets, yPred: Targets, options?: object) => number & number[];

function check(name: Name, c: Case): void {
  const options = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
  const metric = metrics[name] as AnyMetric;
  const close = (actual: number, expected: number) =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(
      1e-15 * Math.max(1, Math.abs(expected)),
    );
  close(metric(c.yTrue, c.yPred, options), c[name].uniformAverage);
  const raw = metric(c.yTrue, c.yPred, { ...options, multioutput: "rawValues" });
  expect(raw).toHaveLength(c[name].rawValues.length);
  for (const [j, score] of raw.entries()) close(score, c[name].rawValues[j]!);
}

describe("metrics of regression", () => {
  test.each(cases)("meanSquaredError and r2Score agree with scikit-learn: $name", (c) => {
    check("meanSquaredError", c);
    const { r2Score: expected } = c;
    const options = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
    expect(r2Score(c.yTrue, c.yPred, options)).toBeCloseTo(expected.uniformAverage, 13);
    const raw = r2Score(c.yTrue, c.yPred, { ...options, multioutput: "rawValues" });
    raw.forEach((score, j) => {
      expect(score).toBeCloseTo(expected.rawValues[j]!, 13);
    });
    expect(r2Score(c.yTrue, c.yPred, { ...options, multioutput: "varianceWeighted" })).toBeCloseTo(
      expected.varianceWeighted!,
      13,
    );
  });

  test("R² is 1 for perfect predictions, 0 for the mean, and not defined for one row", () => {
    expect(r2Score([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(r2Score([1, 2, 3], [2, 2, 2])).toBe(0);
    expect(r2Score([1], [1])).toBeNaN();
  });

  test.each(Object.keys(metrics) as Name[])("%s takes tensors and columns", (name) => {
    const column = DataFrame.fromColumns({ y: [1, 2, 4] }).column("y");
    const metric = metrics[name] as AnyMetric;
    const expected = metric([1, 2, 4], [1, 3, 3]);
    expect(metric(tensor([1, 2, 4]), tensor([1, 3, 3]))).toBe(expected);
    expect(metric(column, Float64Array.of(1, 3, 3))).toBe(expected);
  });

  test.each(Object.keys(metrics) as Name[])("%s refuses what it cannot score", (name) => {
    const metric = metrics[name] as AnyMetric;
    expect(() => metric([1, 2], [1])).toThrow(
      new ShapeError(`${name}: expected yTrue and yPred of one shape, got (2, 1) and (1, 1)`),
    );
    expect(() => metric([[1, 2]], [[1]])).toThrow(ShapeError);
    expect(() => metric([], [])).toThrow(ShapeError);
    expect(() => metric([1, Number.NaN], [1, 2])).toThrow(ValueError);
    expect(() => metric([1, 2], [1, 2], { sampleWeight: [1] })).toThrow(ShapeError);
    expect(() => metric([1, 2], [1, 2], { sampleWeight: [-1, 2] })).toThrow(ValueError);
    expect(() => metric([1, 2], [1, 2], { multioutput: "sum" as never })).toThrow(ParameterError);
  });
});
