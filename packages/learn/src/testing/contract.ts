import { NotFittedError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { isTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Estimator, Regressor, Transformer } from "../base/estimator";
import type { Matrix, Targets, Weights } from "../base/inputs";
import type { EstimatorJSON } from "../base/json";
import { expectAllClose } from "./fixtures";

const X = [
  [1, 10, 0.5],
  [2, 8, 0.1],
  [3, 9, 0.9],
  [4, 3, 0.4],
  [5, 5, 0.7],
];
const y = [1.5, 2.1, 2.9, 4.4, 5.2];
const names = ["a", "b", "c"] as const;
const frame = tableOf(names, X);

type Model = Regressor | Transformer;

/** What the suite needs to know of the class. */
export interface ContractOptions {
  readonly fromJSON: (json: EstimatorJSON) => Model;
}

/** The cases that every estimator passes: they make estimators exchangeable in pipelines and searches. */
export function estimatorContract(create: () => Model, { fromJSON }: ContractOptions): void {
  describe("keeps the contract of estimators", () => {
    test("options stay as they were set", () => {
      const model = create();
      const params = model.getParams();
      fit(model, X);
      expect(model.getParams()).toEqual(params);
      expect(Object.isFrozen(model)).toBe(true);
    });

    test("a clone has the options and none of what was learned", () => {
      const model = fit(create(), X);
      const clone = model.clone();
      expect(clone).toBeInstanceOf(model.constructor);
      expect(clone.getParams()).toEqual(model.getParams());
      expect(() => output(clone, X)).toThrow(NotFittedError);
    });

    test("says so when it is not fitted", () => {
      const model = create();
      expect(() => output(model, X)).toThrow(NotFittedError);
      expect(() => model.nFeaturesIn).toThrow(NotFittedError);
      expect(() => model.featureNamesIn).toThrow(NotFittedError);
      expect(() => output(model, X)).toThrow(/call fit first/);
    });

    test("fit gives the model itself, and a second fit forgets the first", () => {
      const model = create();
      expect(fit(model, X)).toBe(model);
      const other = X.map(([a, b]) => [b!, a! * 2]);
      fit(model, other);
      expect(model.nFeaturesIn).toBe(2);
      expect(model.featureNamesIn).toBeUndefined();
      expectSame(output(model, other), output(fit(create(), other), other));
    });

    test("gives the same for the same data", () => {
      expectSame(output(fit(create(), X), X), output(fit(create(), X), X));
    });

    test("takes tensors, tables and arrays alike, and does not change them", () => {
      const expected = output(fit(create(), X), X);
      const given = tensor(X);
      expectSame(output(fit(create(), given), given), expected);
      expectSame(output(fit(create(), frame), frame), expected);
      expect(given.toArray()).toEqual(X);
    });

    test("takes float32 and int32", () => {
      const whole = X.map((row) => row.map(Math.round));
      const expected = output(fit(create(), whole), whole);
      for (const dtype of ["float32", "int32"] as const) {
        const given = tensor(whole, { dtype });
        const got = output(fit(create(), given), given);
        expect(got.dtype).toBe("float64");
        expectSame(got, expected);
      }
    });

    test("remembers the columns of a table, and refuses others", () => {
      const model = fit(create(), frame);
      expect(model.nFeaturesIn).toBe(3);
      expect(model.featureNamesIn).toEqual(names);
      expectSame(output(model, X), output(model, frame));
      expect(() => output(model, frame.select("b", "a", "c"))).toThrow(ValueError);
      expect(() => output(model, frame.rename({ b: "z" }))).toThrow(/without "b" and with "z"/);
      expect(() => output(model, frame.drop("c"))).toThrow(/without "c"/);
    });

    test("refuses another number of features", () => {
      const model = fit(create(), X);
      expect(() => output(model, [[1, 2]])).toThrow(ShapeError);
      expect(() => output(model, [[1, 2]])).toThrow("expected X with 3 features, as in fit, got 2");
    });

    test("refuses NaN and infinity, and names their place", () => {
      for (const bad of [Number.NaN, Infinity]) {
        const spoiled = X.map((row, i) => (i === 2 ? [row[0]!, bad, row[2]!] : row));
        expect(() => fit(create(), spoiled)).toThrow(ValueError);
        expect(() => fit(create(), spoiled)).toThrow(`got ${bad} at row 2, column 1`);
        expect(() => output(fit(create(), X), spoiled)).toThrow(ValueError);
      }
      const missing = tableOf(names, [[1, Number.NaN, 3], ...X.slice(1)]);
      expect(() => fit(create(), missing)).toThrow('in column "b", got a missing value at row 0');
    });

    test("refuses what is no matrix of numbers", () => {
      const bad = [[1, 2], tensor([1, 2]), tensor([[[1]]]), [], [[]], [[1], [2, 3]], [[1], 2]];
      for (const X of bad) expect(() => fit(create(), X as Matrix)).toThrow(ShapeError);
      for (const X of [5, null, "X", [["a"]], DataFrame.fromColumns({ t: ["a"] })]) {
        expect(() => fit(create(), X as never)).toThrow(ValueError);
      }
    });

    test("takes one row, and a column that does not vary", () => {
      for (const rows of [X.slice(0, 1), X.map(([a, b]) => [a!, b!, 7])]) {
        const values = output(fit(create(), rows), rows).data();
        expect(values.every(Number.isFinite)).toBe(true);
      }
    });

    test("survives JSON, fitted or not", () => {
      const model = fit(create(), frame);
      const json = JSON.parse(JSON.stringify(model)) as EstimatorJSON;
      const restored = fromJSON(json);
      expect(restored.getParams()).toEqual(model.getParams());
      expect(restored.featureNamesIn).toEqual(names);
      expect(output(restored, X).toArray()).toEqual(output(model, X).toArray());
      const empty = fromJSON(JSON.parse(JSON.stringify(create())) as EstimatorJSON);
      expect(() => output(empty, X)).toThrow(NotFittedError);
    });

    test("refuses JSON that is not its own", () => {
      const json = fit(create(), X).toJSON();
      for (const bad of [null, {}, { ...json, type: "Other" }, { ...json, version: 2 }]) {
        expect(() => fromJSON(bad as never)).toThrow(ValueError);
      }
      expect(() => fromJSON({ ...json, fitted: {} })).toThrow(ValueError);
    });

    if ("predict" in create()) regressorContract(create as () => Regressor);
    else transformerContract(create as () => Transformer);
  });
}

function regressorContract(create: () => Regressor): void {
  test("takes targets as tensor, column, table, typed array and array", () => {
    const expected = create().fit(X, y).predict(X);
    const table = DataFrame.fromColumns({ y });
    for (const targets of [tensor(y), table.column("y"), Float64Array.from(y)]) {
      expectSame(create().fit(X, targets).predict(X), expected);
    }
    expect(create().fit(X, table).predict(X).shape).toEqual([5, 1]);
  });

  test("refuses targets that do not fit", () => {
    const model = create();
    expect(() => model.fit(X, [1, 2])).toThrow("expected as many targets as rows of X, 5, got 2");
    expect(() => model.fit(X, tensor([[[1]]]))).toThrow(ShapeError);
    expect(() => model.fit(X, [])).toThrow(ShapeError);
    expect(() => model.fit(X, [1, 2, Number.NaN, 4, 5])).toThrow(ValueError);
    expect(() => model.fit(X, ["a"] as never)).toThrow(ValueError);
    expect(() => model.fit(X, undefined as never)).toThrow(ValueError);
  });

  test("refuses weights that cannot be", () => {
    const weigh = (sampleWeight: Weights) => () => create().fit(X, y, { sampleWeight });
    expect(weigh([1, 1])).toThrow(ShapeError);
    expect(weigh([1, 1, 1, 1, -1])).toThrow(ValueError);
    expect(weigh([0, 0, 0, 0, 0])).toThrow(ValueError);
    expect(weigh([1, 1, Number.NaN, 1, 1])).toThrow(ValueError);
  });

  test("a weight of 2 counts as a row twice, and one of 0 as none", () => {
    const weighted = create().fit(X, y, { sampleWeight: [2, 1, 1, 1, 0] });
    const repeat = (list: readonly unknown[]) => [list[0], ...list.slice(0, 4)];
    const repeated = create().fit(repeat(X) as number[][], repeat(y) as Targets);
    expectSame(weighted.predict(X), repeated.predict(X));
  });

  test("score is the R² of its predictions", () => {
    const model = create().fit(X, y);
    expect(model.score(X, y)).toBeGreaterThan(0);
    expect(model.score(X, y)).toBeLessThanOrEqual(1);
    expect(() => model.score(X, [1])).toThrow(ShapeError);
  });
}

function transformerContract(create: () => Transformer): void {
  test("fitTransform is fit, then transform", () => {
    expectSame(create().fitTransform(X), create().fit(X).transform(X));
  });

  test("keeps the rows", () => {
    expect(create().fitTransform(X).shape[0]).toBe(5);
  });
}

function fit<M extends Model>(model: M, features: Matrix): M {
  if (!("predict" in model)) return model.fit(features) as M;
  return model.fit(features, y.slice(0, Math.max(1, rowCount(features)))) as M;
}

/** How many targets go with the features; as many as there are for what is no matrix. */
function rowCount(features: unknown): number {
  if (Array.isArray(features)) return features.length;
  return isTensor(features) ? (features.shape[0] ?? 0) : y.length;
}

function output(model: Estimator, features: Matrix): Tensor {
  return "predict" in model
    ? (model as Regressor).predict(features)
    : (model as Transformer).transform(features);
}

function expectSame(actual: Tensor, expected: Tensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expectAllClose(actual, [...expected.data()], { rtol: 1e-9, atol: 1e-12 });
}

function tableOf<const N extends readonly string[]>(
  columns: N,
  rows: readonly (readonly number[])[],
): DataFrame<Record<N[number], "number">> {
  const entries = columns.map((name, j) => [name, rows.map((row) => row[j]!)]);
  return DataFrame.fromColumns(Object.fromEntries(entries)) as never;
}
