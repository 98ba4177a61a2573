import { ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { loadDiabetes } from "@gradus/data";
import { randn, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import { LinearRegression, type LinearRegressionOptions } from "./linear-regression";

interface Case {
  readonly name: string;
  readonly options: LinearRegressionOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly y: number[] | number[][] | null;
  readonly sampleWeight: number[] | null;
  readonly coef: number[] | number[][];
  readonly intercept: number | number[];
  readonly predictions: number[] | number[][];
  readonly score: number;
}

describe("LinearRegression", () => {
  estimatorContract(() => new LinearRegression());

  test.each(readFixture<Case>("linear-regression"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const { X, y } = await tableOf(c);
      const options = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
      const model = new LinearRegression(c.options).fit(X, y, options);
      expectAllClose(model.coef, c.coef, { rtol: 1e-9 });
      expectAllClose(model.predict(X.slice(0, 10)), c.predictions, { rtol: 1e-9 });
      // An intercept is a difference of predictions and can be small beside them.
      const size = Math.max(...[c.predictions].flat(2).map(Math.abs));
      expectAllClose(model.intercepts, c.intercept, { rtol: 1e-9, atol: 1e-9 * size });
      expectAllClose(model.score(X, y), c.score, { rtol: 0, atol: 1e-9 });
    },
  );

  test("learns from a table, and keeps its names", async () => {
    const patients = await loadDiabetes();
    const model = new LinearRegression().fit(
      patients.select("bmi", "bp"),
      patients.column("progression"),
    );
    expect(model.featureNamesIn).toEqual(["bmi", "bp"]);
    expect(model.coef.shape).toEqual([2]);
    expect(
      model.score(patients.select("bmi", "bp"), patients.column("progression")),
    ).toBeGreaterThan(0.39);
  });

  test("several targets: a row of coefficients and an intercept each", () => {
    const model = new LinearRegression().fit(
      [[0], [1]],
      [
        [1, 5],
        [3, 4],
      ],
    );
    expect(model.coef.shape).toEqual([2, 1]);
    expectAllClose(model.coef, [2, -1], { rtol: 1e-14 });
    expectAllClose(model.intercepts, [1, 5], { rtol: 1e-14 });
    expect(model.predict([[2]]).shape).toEqual([1, 2]);
    expect(() => model.intercept).toThrow(ShapeError);
  });

  test("columns that are the same share the weight", () => {
    const model = new LinearRegression().fit(
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      [0, 2, 4],
    );
    expectAllClose(model.coef, [1, 1], { rtol: 1e-14 });
  });

  test("a tolerance cuts off narrow directions", () => {
    const X = [
      [1, 1e-3],
      [2, -1e-3],
      [3, 1e-3],
      [4, -1e-3],
    ];
    const y = [1, 2, 3.001, 4];
    expect(new LinearRegression({ tol: 0.1 }).fit(X, y).coef.data()[1]).toBeCloseTo(0, 2);
    expect(Math.abs(new LinearRegression().fit(X, y).coef.data()[1]!)).toBeGreaterThan(0.1);
  });

  test("large numbers far from 0 keep their digits", () => {
    const x = Array.from({ length: 100 }, (_, i) => [1e8 + i]);
    const model = new LinearRegression().fit(
      x,
      x.map(([v]) => 3 * (v! - 1e8) + 7),
    );
    expectAllClose(model.coef, [3], { rtol: 1e-12 });
  });

  test("residuals stand at right angles to the features", () => {
    const random = new RandomGenerator(1);
    const X = randn([60, 5], { random, dtype: "float64" });
    const y = randn([60], { random, dtype: "float64" });
    const residuals = y.sub(new LinearRegression().fit(X, y).predict(X));
    expectAllClose(X.transpose().matmul(residuals), [0, 0, 0, 0, 0], { rtol: 0, atol: 1e-12 });
    expectAllClose(residuals.sum().item(), 0, { rtol: 0, atol: 1e-12 });
  });

  test("adding c to every target adds c to every prediction", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { minLength: 4, maxLength: 12 }),
        value,
        (rows, c) => {
          const X = rows.map(([a, b]) => [a, b]);
          const y = rows.map((row) => row[2]);
          const plain = new LinearRegression().fit(X, y).predict(X).add(c);
          const shifted = new LinearRegression()
            .fit(
              X,
              y.map((v) => v + c),
            )
            .predict(X);
          expectAllClose(shifted, [...plain.data()], { rtol: 1e-7, atol: 1e-7 });
        },
      ),
    );
  });

  test("refuses options that cannot be", () => {
    expect(() => new LinearRegression({ tol: -1 })).toThrow(ParameterError);
    expect(() => new LinearRegression({ fitIntercept: 1 as never })).toThrow(ParameterError);
  });

  test("does not follow the history of tensors that ask for gradients", () => {
    const X = tensor([[1], [2]], { requiresGrad: true });
    expect(new LinearRegression().fit(X, [1, 2]).coef.requiresGrad).toBe(false);
  });
});

const value = fc.integer({ min: -1000, max: 1000 }).map((v) => v / 10);
