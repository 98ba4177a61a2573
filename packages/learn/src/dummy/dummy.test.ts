import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { DummyClassifier, type DummyClassifierOptions } from "./dummy-classifier";
import { DummyRegressor, type DummyRegressorOptions } from "./dummy-regressor";

interface Case {
  readonly estimator: string;
  readonly options: object;
  readonly y: string;
  readonly weighted: boolean;
  readonly proba: number[][];
  readonly predicted: unknown[];
}

const cases = readFixture<Case>("dummy");
const data = readFixtureData("dummy") as Record<string, never>;
const X = Array.from({ length: 40 }, () => [0]);
const named = (c: Case) => ({ ...c, name: JSON.stringify([c.options, c.y, c.weighted]) });

describe("DummyClassifier", () => {
  estimatorContract(() => new DummyClassifier());
  describe.each(["mostFrequent", "stratified", "uniform"] as const)("%s", (strategy) => {
    estimatorContract(() => new DummyClassifier({ strategy, seed: 3 }));
  });

  test.each(cases.filter((c) => c.estimator === "DummyClassifier").map(named))(
    "agrees with scikit-learn: $name",
    (c) => {
      const options = c.weighted ? { sampleWeight: data.weights! } : {};
      const model = new DummyClassifier(c.options as DummyClassifierOptions);
      model.fit(X, data[c.y]!, options);
      expect(model.predict(X)).toEqual(c.predicted);
      expectAllClose(model.predictProba(X), c.proba, { rtol: 1e-15 });
    },
  );

  test("draws others each time without a seed", () => {
    const model = new DummyClassifier({ strategy: "uniform" }).fit(X, data.y!);
    const draws = new Set([1, 2, 3].map(() => model.predict(X).join()));
    expect(draws.size).toBe(3);
  });

  test("refuses options that cannot be", () => {
    const make = (options: object) => () => new DummyClassifier(options as DummyClassifierOptions);
    expect(make({ strategy: "best" })).toThrow(ParameterError);
    expect(make({ strategy: "constant" })).toThrow(ParameterError);
    expect(make({ constant: 1 })).toThrow(ParameterError);
    expect(make({ seed: -1 })).toThrow(ParameterError);
    const constant: Label = "c";
    const model = new DummyClassifier({ strategy: "constant", constant });
    expect(() => model.fit([[1], [2]], ["a", "b"])).toThrow(
      new ValueError('DummyClassifier.fit: expected constant to be one of "a", "b", got "c"'),
    );
  });
});

describe("DummyRegressor", () => {
  estimatorContract(() => new DummyRegressor());
  describe("constant", () => {
    estimatorContract(() => new DummyRegressor({ strategy: "constant", constant: 2 }));
  });

  test.each(cases.filter((c) => c.estimator === "DummyRegressor").map(named))(
    "agrees with scikit-learn: $name",
    (c) => {
      const options = c.weighted ? { sampleWeight: data.weights! } : {};
      const model = new DummyRegressor(c.options as DummyRegressorOptions);
      model.fit(X, data.targets!, options);
      expectAllClose(model.predict([[1]]), c.predicted, { rtol: 1e-15, atol: 1e-15 });
      expect(model.constants.shape).toEqual([2]);
    },
  );

  test("a constant may be one for each target", () => {
    const model = new DummyRegressor({ strategy: "constant", constant: [1, 2] });
    expect(
      model
        .fit([[0]], [[5, 6]])
        .predict([[0], [1]])
        .toArray(),
    ).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(() => model.fit([[0]], [5])).toThrow(ShapeError);
  });

  test("refuses options that cannot be", () => {
    const make = (options: object) => () => new DummyRegressor(options as DummyRegressorOptions);
    expect(make({ strategy: "mode" })).toThrow(ParameterError);
    expect(make({ strategy: "quantile" })).toThrow(ParameterError);
    expect(make({ strategy: "quantile", quantile: 2 })).toThrow(ParameterError);
    expect(make({ strategy: "quantile", quantile: Number.NaN })).toThrow(ParameterError);
    expect(make({ quantile: 0.5 })).toThrow(ParameterError);
    expect(make({ strategy: "constant", constant: Number.NaN })).toThrow(ParameterError);
  });
});
