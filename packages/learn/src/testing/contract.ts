import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { getNumThreads, isTensor, setNumThreads, tensor } from "@gradus/tensor";
import { describe, expect } from "vitest";
import type { EstimatorClass } from "../base/base-estimator";
import type { Matrix } from "../base/inputs";
import type { EstimatorJSON } from "../base/json";
import { classifierContract } from "./contract-classifier";
import {
  type ContractOptions,
  expectSame,
  fit,
  frame,
  type Model,
  names,
  output,
  runner,
  tableOf,
  X,
} from "./contract-data";
import { regressorContract } from "./contract-regressor";
import { transformerContract } from "./contract-transformer";

/** The cases that every estimator passes: they make estimators exchangeable in pipelines and searches. */
export function estimatorContract(create: () => Model, options: ContractOptions = {}): void {
  const test = runner(options);
  const fromJSON = (json: EstimatorJSON) =>
    (create().constructor as unknown as { fromJSON(json: EstimatorJSON): Model }).fromJSON(json);

  describe("keeps the contract of estimators", () => {
    test("says its name", () => {
      const made = create().constructor;
      expect((made as unknown as EstimatorClass<Model>).typeName).toBe(made.name);
    });

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

    test("options are replaced in a new one, and unknown ones refused", () => {
      const model = fit(create(), X);
      const params = model.getParams();
      const same = model.withParams(params as Record<string, unknown>);
      expect(same.getParams()).toEqual(params);
      expect(() => output(same as Model, X)).toThrow(NotFittedError);
      expect(() => model.withParams({ "no such": 1 })).toThrow(ParameterError);
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
        const isKept = isTensor(got) && got.dtype === "float32" && dtype === "float32";
        if (isTensor(got) && !isKept) expect(got.dtype).toBe("float64");
        // Some keep float32, and are as exact as that is.
        const tolerance = dtype === "float32" ? { rtol: 1e-6, atol: 1e-6 } : undefined;
        expectSame(isKept ? got.astype("float64") : got, expected, tolerance);
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
        const got = output(fit(create(), rows), rows);
        if (isTensor(got)) expect(got.data().every(Number.isFinite)).toBe(true);
        else expect(got).toHaveLength(rows.length);
      }
    });

    test("survives JSON, fitted or not", () => {
      const model = fit(create(), frame);
      const json = JSON.parse(JSON.stringify(model)) as EstimatorJSON;
      const restored = fromJSON(json);
      expect(restored.getParams()).toEqual(model.getParams());
      expect(restored.featureNamesIn).toEqual(names);
      expectSame(output(restored, X), output(model, X), { rtol: 0 });
      const empty = fromJSON(JSON.parse(JSON.stringify(create())) as EstimatorJSON);
      expect(() => output(empty, X)).toThrow(NotFittedError);
    });

    test("refuses JSON that is not its own", () => {
      const json = fit(create(), X).toJSON();
      for (const bad of [null, {}, { ...json, type: "Other" }, { ...json, version: 1 }]) {
        expect(() => fromJSON(bad as never)).toThrow(ValueError);
      }
      expect(() => fromJSON({ ...json, fitted: {} })).toThrow(/damaged or was edited/);
    });

    test("gives the same to the last bit with one thread and with two", () => {
      const before = getNumThreads();
      try {
        const [one, two] = [1, 2].map((threads) => {
          setNumThreads(threads);
          return output(fit(create(), X), X);
        });
        expectSame(two!, one!, { rtol: 0 });
      } finally {
        setNumThreads(before);
      }
    });

    const model = create();
    if (model.estimatorType === "regressor") regressorContract(create as never, options);
    if (model.estimatorType === "classifier") classifierContract(create as never, options);
    if (model.estimatorType === "transformer") transformerContract(create as never, options);
  });
}
