import { NotFittedError, ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { Matrix } from "../base/inputs";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { checkScaler, type ScalerCase } from "../testing/scaler-cases";
import { MaxAbsScaler } from "./max-abs-scaler";
import { MinMaxScaler } from "./min-max-scaler";
import { RobustScaler } from "./robust-scaler";
import { StandardScaler } from "./standard-scaler";

const missing = { "refuses NaN and infinity, and names their place": "NaN is a missing value" };
// The means of columns that were centred before are rounding themselves.
const exact = { rtol: 1e-12, atol: 1e-15 };

describe("scalers", () => {
  describe("MinMaxScaler", () => estimatorContract(() => new MinMaxScaler(), { except: missing }));
  describe("MaxAbsScaler", () => estimatorContract(() => new MaxAbsScaler(), { except: missing }));
  describe("RobustScaler", () => estimatorContract(() => new RobustScaler(), { except: missing }));

  test.each(readFixture<ScalerCase>("scalers"))("agree with scikit-learn: $estimator $name", (c) =>
    checkScaler(c, exact),
  );

  test("learn the same in parts as at once, and count the rows", () => {
    const X = [
      [1, 5],
      [Number.NaN, 7],
      [3, -2],
      [8, 0],
    ];
    for (const create of [
      () => new StandardScaler(),
      () => new MinMaxScaler(),
      () => new MaxAbsScaler(),
    ]) {
      const parts = create().partialFit(X.slice(1, 2)).partialFit(X.slice(0, 1));
      parts.partialFit(X.slice(2));
      expectClose(parts.transform(X), create().fit(X).transform(X), exact);
      expect(() => parts.partialFit([[1]])).toThrow(ShapeError);
    }
    expect(new MinMaxScaler().partialFit(X).partialFit(X).nSamplesSeen).toBe(8);
    expect(new MaxAbsScaler().partialFit(X).partialFit(X).nSamplesSeen).toBe(8);
    expect(new StandardScaler().fit(X).nSamplesSeen.toArray()).toEqual([3, 4]);
  });

  test("StandardScaler: a weight of 2 counts as a row twice, and one of 0 as none", () => {
    const X = [[1], [5], [100], [-2]];
    const weighted = new StandardScaler().fit(X, undefined, { sampleWeight: [2, 1, 0, 1] });
    const repeated = new StandardScaler().fit([[1], [1], [5], [-2]]);
    expectClose(weighted.mean, repeated.mean, exact);
    expectClose(weighted.scale, repeated.scale, exact);
    const parts = new StandardScaler().partialFit(X.slice(0, 2), undefined, {
      sampleWeight: [2, 1],
    });
    parts.partialFit(X.slice(2), undefined, { sampleWeight: [0, 1] });
    expectClose(parts.variance, repeated.variance, exact);
  });

  test("StandardScaler: a feature without any value stays missing", () => {
    const scaler = new StandardScaler().fit([
      [Number.NaN, 1],
      [Number.NaN, 3],
    ]);
    expectClose(scaler.transform([[4, 3]]), [[null, 1]], exact);
  });

  test("clip keeps new rows in the range", () => {
    const X = [[0], [10]];
    const far = [[-5], [20]];
    expect(new MinMaxScaler({ clip: true }).fit(X).transform(far).toArray()).toEqual([[0], [1]]);
    expect(new MaxAbsScaler({ clip: true }).fit(X).transform(far).toArray()).toEqual([[-0.5], [1]]);
  });

  test("refuse options that cannot be", () => {
    for (const featureRange of [[1, 0], [0], "01", [0, Infinity]]) {
      expect(() => new MinMaxScaler({ featureRange: featureRange as never })).toThrow(
        ParameterError,
      );
    }
    for (const quantileRange of [[75, 25], [-1, 5], [0, 101], [1], null]) {
      expect(() => new RobustScaler({ quantileRange: quantileRange as never })).toThrow(
        ParameterError,
      );
    }
    for (const bad of [1 as never, "yes" as never]) {
      expect(() => new MinMaxScaler({ clip: bad })).toThrow(ParameterError);
      expect(() => new MaxAbsScaler({ clip: bad })).toThrow(ParameterError);
      expect(() => new RobustScaler({ withCentering: bad })).toThrow(ParameterError);
      expect(() => new RobustScaler({ withScaling: bad })).toThrow(ParameterError);
      expect(() => new RobustScaler({ unitVariance: bad })).toThrow(ParameterError);
    }
  });

  test("have no attributes before fit, and refuse infinity", () => {
    const models = [
      new StandardScaler(),
      new MinMaxScaler(),
      new MaxAbsScaler(),
      new RobustScaler(),
    ];
    for (const model of models) {
      expect(() => model.scale).toThrow(NotFittedError);
      expect(() => model.inverseTransform([[1]])).toThrow(NotFittedError);
      expect(() => model.fit([[Infinity]] as Matrix)).toThrow("got Infinity at row 0, column 0");
    }
    expect(() => new MinMaxScaler().nSamplesSeen).toThrow(NotFittedError);
    expect(() => new MaxAbsScaler().maxAbs).toThrow(NotFittedError);
    expect(() => new RobustScaler().center).toThrow(NotFittedError);
    expect(() => new StandardScaler().nSamplesSeen).toThrow(NotFittedError);
  });
});
