import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { EstimatorClass } from "../base/base-estimator";
import type { Transformed, Transformer } from "../base/estimator";
import type { EstimatorJSON } from "../base/json";
import { dense, expectSame } from "./contract-data";

/** A transformer of texts or records. */
type RowTransformer = Transformer<object, Transformed, never>;

/** What the suite needs to know of a transformer whose rows are no numbers. */
export interface RowsContract {
  readonly X: readonly unknown[];
  /** Rows that teach something else. */
  readonly other: readonly unknown[];
  /** A row of another kind, for an error. */
  readonly bad: unknown;
  /** Whether `transform` works without `fit`. */
  readonly stateless?: boolean;
}

/** The contract of estimators, for transformers of what is no matrix. */
export function rowsContract(
  create: () => RowTransformer,
  { X: given, other: others, bad, stateless = false }: RowsContract,
): void {
  const [X, other] = [given as never, others as never];
  const nRows = given.length;
  const output = (model: RowTransformer, rows: never) => dense(model.transform(rows));
  const fromJSON = (json: EstimatorJSON) =>
    (create().constructor as unknown as { fromJSON(json: EstimatorJSON): RowTransformer }).fromJSON(
      json,
    );
  const refuses = (model: RowTransformer) => {
    if (stateless) expect(output(model, X).shape[0]).toBe(nRows);
    else expect(() => output(model, X)).toThrow(NotFittedError);
    expect(() => model.nFeaturesIn).toThrow(NotFittedError);
  };

  describe("keeps the contract of estimators", () => {
    test("says its name, is frozen, and keeps its options", () => {
      const model = create();
      const made = model.constructor as unknown as EstimatorClass<unknown>;
      expect(made.typeName).toBe(model.constructor.name);
      expect(model.estimatorType).toBe("transformer");
      const params = model.getParams();
      model.fit(X);
      expect(model.getParams()).toEqual(params);
      expect(Object.isFrozen(model)).toBe(true);
    });

    test("copies and changed copies have learned nothing", () => {
      const model = create().fit(X);
      for (const copy of [model.clone(), model.withParams({ ...model.getParams() })]) {
        expect(copy.getParams()).toEqual(model.getParams());
        refuses(copy as RowTransformer);
      }
      expect(() => model.withParams({ "no such": 1 })).toThrow(ParameterError);
      refuses(create());
    });

    test("a second fit forgets the first", () => {
      const model = create().fit(X).fit(other);
      const fresh = create().fit(other);
      expectSame(output(model, other), output(fresh, other));
      expect(model.getFeatureNamesOut()).toEqual(fresh.getFeatureNamesOut());
    });

    test("fitTransform is fit, then transform", () => {
      const model = create();
      expectSame(dense(model.fitTransform(X)), output(create().fit(X), X), { rtol: 0 });
      expect(model.getFeatureNamesOut()).toEqual(create().fit(X).getFeatureNamesOut());
      expect(new Set(model.getFeatureNamesOut()).size).toBe(model.transform(X).shape[1]);
      expect(model.transform(X).shape[0]).toBe(nRows);
    });

    test("takes one row", () => {
      const one = given.slice(0, 1) as never;
      expect(output(create().fit(one), one).data().every(Number.isFinite)).toBe(true);
    });

    test("refuses what are no such rows", () => {
      for (const rows of [bad, 5, null]) {
        expect(() => create().fit(rows as never)).toThrow(ValueError);
        expect(() =>
          create()
            .fit(X)
            .transform(rows as never),
        ).toThrow(ValueError);
      }
      expect(() => create().fit([] as never)).toThrow(ShapeError);
    });

    test("survives JSON, fitted or not, and notices damage", () => {
      const model = create().fit(X);
      const json = JSON.parse(JSON.stringify(model)) as EstimatorJSON;
      expectSame(output(fromJSON(json), X), output(model, X), { rtol: 0 });
      expect(fromJSON(json).getFeatureNamesOut()).toEqual(model.getFeatureNamesOut());
      refuses(fromJSON(JSON.parse(JSON.stringify(create())) as EstimatorJSON));
      expect(() => fromJSON({ ...json, fitted: {} })).toThrow(ValueError);
    });
  });
}
