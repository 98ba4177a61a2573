import {
  NotFittedError,
  ParameterError,
  ShapeError,
  setWarningSink,
  ValueError,
} from "@gradus/core";
import { SparseTensor, tensor } from "@gradus/tensor";
import { describe, expect, expectTypeOf, test } from "vitest";
import { estimatorFromJSON } from "../base/from-json";
import type { EstimatorJSON } from "../base/json";
import { LinearRegression } from "../linear-model/linear-regression";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { crossValScore } from "../model-selection/cross-validate";
import { KFold } from "../model-selection/k-fold";
import { GaussianNB } from "../naive-bayes/gaussian-nb";
import { makePipeline } from "../pipeline/pipeline";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { checkSelection, nameOf, type SelectionCase } from "../testing/selection-cases";
import { fClassif } from "./f-classif";
import { GenericUnivariateSelect } from "./generic-univariate-select";
import { RFE } from "./rfe";
import { RFECV } from "./rfecv";
import { SelectFdr } from "./select-fdr";
import { SelectFpr } from "./select-fpr";
import { SelectFromModel } from "./select-from-model";
import { SelectFwe } from "./select-fwe";
import { SelectKBest } from "./select-k-best";
import { SelectPercentile } from "./select-percentile";
import { SequentialFeatureSelector } from "./sequential-feature-selector";
import { VarianceThreshold } from "./variance-threshold";

// Those are cases of acceptance/feature-selection.test.ts, and none is fitted twice.
const elsewhere = new Set([
  "SelectKBest",
  "SequentialFeatureSelector",
  "SelectFromModel",
  "RFE",
  "RFECV",
]);
const cases = readFixture<SelectionCase>("feature-selection")
  .filter(({ estimator }) => !elsewhere.has(estimator))
  .map((c) => ({ ...c, name: nameOf(c) }));

/** Runs without warnings on the console. @returns the warnings */
function quietly(run: () => void): string[] {
  const seen: string[] = [];
  const previous = setWarningSink(({ message }) => seen.push(message));
  try {
    run();
  } finally {
    setWarningSink(previous);
  }
  return seen;
}

const oneRow = (why: string) => ({
  except: { "takes one row, and a column that does not vary": why },
});
const tests = oneRow("a test of one row says nothing");

describe("selectors", () => {
  test.each(cases)("agree with scikit-learn: $name", (c) => checkSelection(c));

  const score = "fRegression" as const;
  describe("SelectKBest", () =>
    estimatorContract(() => new SelectKBest({ scoreFunc: score, k: 2 }) as never, tests));
  describe("SelectPercentile", () =>
    estimatorContract(
      () => new SelectPercentile({ scoreFunc: score, percentile: 60 }) as never,
      tests,
    ));
  describe("SelectFpr", () =>
    estimatorContract(() => new SelectFpr({ scoreFunc: score, alpha: 0.5 }) as never, tests));
  describe("SelectFdr", () =>
    estimatorContract(() => new SelectFdr({ scoreFunc: score, alpha: 0.5 }) as never, tests));
  describe("SelectFwe", () =>
    estimatorContract(() => new SelectFwe({ scoreFunc: score, alpha: 0.5 }) as never, tests));
  describe("GenericUnivariateSelect", () =>
    estimatorContract(
      () => new GenericUnivariateSelect({ scoreFunc: score, mode: "kBest", param: 2 }) as never,
      tests,
    ));
  describe("VarianceThreshold", () =>
    estimatorContract(() => new VarianceThreshold() as never, {
      except: {
        "takes one row, and a column that does not vary": "one row does not vary",
        "refuses NaN and infinity, and names their place": "NaN is a missing value",
      },
    }));
  describe("SelectFromModel", () =>
    estimatorContract(() => new SelectFromModel({ estimator: new LinearRegression() }) as never));
  describe("RFE", () =>
    estimatorContract(() => new RFE({ estimator: new LinearRegression() }) as never));
  describe("RFECV", () =>
    estimatorContract(
      () => new RFECV({ estimator: new LinearRegression(), cv: 3 }) as never,
      oneRow("folds need more rows"),
    ));
  describe("SequentialFeatureSelector", () =>
    estimatorContract(
      () => new SequentialFeatureSelector({ estimator: new LinearRegression(), cv: 3 }) as never,
      oneRow("folds need more rows"),
    ));
});

const X = [
  [1, 7, 0],
  [2, 3, 0],
  [8, 5, 1],
  [9, 4, 1],
  [7, 3, 1],
  [0, 6, 0],
];
const y = ["a", "a", "b", "b", "b", "a"];

describe("what all selectors share", () => {
  test("columns come back at their places, with zeros between", () => {
    const selector = new SelectKBest({ k: 2 }).fit(X, y);
    expect(selector.getSupport()).toEqual([true, false, true]);
    expect(selector.support).toEqual([true, false, true]);
    expect(selector.inverseTransform([[5, 6]]).toArray()).toEqual([[5, 0, 6]]);
    const sparse = SparseTensor.fromDense(tensor(X));
    expect(selector.transform(sparse)).toBeInstanceOf(SparseTensor);
    expectTypeOf(selector.transform(sparse)).toEqualTypeOf<SparseTensor>();
    expect(selector.transform(sparse).toDense().toArray()).toEqual(selector.transform(X).toArray());
    expect(new SelectKBest({ k: 2 }).fitTransform(sparse, y).shape).toEqual([6, 2]);
    const back = selector.inverseTransform(selector.transform(sparse));
    expect(back.toDense().toArray()).toEqual(X.map(([a, , c]) => [a, 0, c]));
    expect(() => selector.inverseTransform([[1]])).toThrow(ShapeError);
    expect(() => new SelectKBest().getSupport()).toThrow(NotFittedError);
    expect(() => new SelectKBest().inverseTransform([[1]])).toThrow(NotFittedError);
  });

  test("none may be left, with a warning", () => {
    const selector = new SelectKBest({ k: 0 }).fit(X, y);
    const warned = quietly(() => expect(selector.transform(X).shape).toEqual([6, 0]));
    expect(warned[0]).toContain("expected features to be kept, got none");
    expect(quietly(() => new SelectKBest({ k: 5 }).fit(X, y))[0]).toContain(
      "at least 5 features (k)",
    );
  });

  test("choose inside a pipeline by the training rows, saved and loaded", () => {
    const model = makePipeline(new SelectKBest({ k: 1 }), new GaussianNB());
    expect(crossValScore(model, X, y, { cv: 3 })).toEqual([1, 1, 1]);
    const restored = estimatorFromJSON(
      JSON.parse(JSON.stringify(model.fit(X, y))) as EstimatorJSON,
    ) as typeof model;
    expect(restored.predict(X)).toEqual(y);
  });
});

describe("univariate selectors", () => {
  test("have scores, and p-values of tests", () => {
    const selector = new SelectKBest({ k: 1 }).fit(X, y);
    const { scores, pvalues } = fClassif(X, y);
    expect(selector.scores.data()).toEqual(scores);
    expect(selector.pvalues?.data()).toEqual(pvalues);
    const own = new SelectKBest({ k: 1, scoreFunc: () => [1, 3, 2] }).fit(X, y);
    expect(own.getFeatureNamesOut(["a", "b", "c"])).toEqual(["b"]);
    expect(own.pvalues).toBeUndefined();
    expect(() => own.toJSON()).toThrow(ValueError);
    expect(
      new SelectKBest({ k: 1, scoreFunc: () => [2, 2, Number.NaN] }).fit(X, y).getSupport(),
    ).toEqual([false, true, false]);
  });

  test("refuse what does not fit", () => {
    expect(() => new SelectKBest().fit(X)).toThrow("expected y, which the features are scored by");
    expect(() => new SelectKBest({ scoreFunc: () => [1] }).fit(X, y)).toThrow(ShapeError);
    expect(() => new SelectFpr({ scoreFunc: "mutualInfoClassif" }).fit(X, y)).toThrow(
      ParameterError,
    );
    expect(() => new SelectFdr({ scoreFunc: () => [1, 2, 3] }).fit(X, y)).toThrow(/p-values/);
    expect(() => new SelectFwe({ scoreFunc: () => [1, 2, 3] }).fit(X, y)).toThrow(ParameterError);
    expect(() => new VarianceThreshold().fit([[1, 2]])).toThrow(ValueError);
    const bad: (() => unknown)[] = [
      () => new SelectKBest({ k: -1 }),
      () => new SelectKBest({ k: 1.5 }),
      () => new SelectKBest({ scoreFunc: "f" as never }),
      () => new SelectPercentile({ percentile: 101 }),
      () => new SelectFpr({ alpha: -1 }),
      () => new SelectFdr({ alpha: 2 }),
      () => new SelectFwe({ alpha: Number.NaN }),
      () => new GenericUnivariateSelect({ mode: "best" as never }),
      () => new GenericUnivariateSelect({ mode: "fpr", param: 2 }),
      () => new GenericUnivariateSelect({ mode: "fpr", param: "all" }),
      () => new GenericUnivariateSelect({ mode: "kBest", param: 0.5 }),
      () => new VarianceThreshold({ threshold: -1 }),
    ];
    for (const make of bad) expect(make, String(make)).toThrow(ParameterError);
  });
});

test("VarianceThreshold lets missing values pass, and takes sparse features", () => {
  const gappy = [
    [1, Number.NaN, 0],
    [1, 2, Number.NaN],
    [1, 4, 3],
  ];
  const selector = new VarianceThreshold().fit(gappy);
  expect(selector.variances.toArray()).toEqual([0, 1, 2.25]);
  expect(selector.transform(gappy).toArray()).toEqual([
    [Number.NaN, 0],
    [2, Number.NaN],
    [4, 3],
  ]);
  const sparse = SparseTensor.fromDense(tensor(X));
  const found = new VarianceThreshold({ threshold: 1 }).fit(sparse);
  expect(found.getSupport()).toEqual(new VarianceThreshold({ threshold: 1 }).fit(X).getSupport());
  expect(found.transform(sparse).shape).toEqual([6, 2]);
});

describe("selectors by a model", () => {
  const many = Array.from({ length: 30 }, (_, i) => [i, (i * 7) % 11, (i * 5) % 13]);
  const targets = many.map(([a, b]) => 2 * a! - 3 * b!);

  test("predict and score with the features that they kept", () => {
    const selector = new RFE({ estimator: new LinearRegression(), nFeaturesToSelect: 2 });
    selector.fit(many, targets);
    expect(selector.nFeatures).toBe(2);
    expect(selector.fittedEstimator.coef.shape).toEqual([2]);
    expect(selector.score(many, targets)).toBeCloseTo(1, 12);
    expectTypeOf(selector.predict(many).shape).toEqualTypeOf<readonly number[]>();
    expect(selector.predict([[1, 1, 5]]).item()).toBeCloseTo(-1, 9);
    expect(() => new RFE({ estimator: new LinearRegression() }).predict(many)).toThrow(
      NotFittedError,
    );
    expect(() => new RFE({ estimator: new LinearRegression() }).score(many, targets)).toThrow(
      NotFittedError,
    );
  });

  test("take sparse features, groups, weights and functions that tell importances", () => {
    const sparse = SparseTensor.fromDense(tensor(X));
    const byModel = new SelectFromModel({ estimator: new LogisticRegression() });
    expect(byModel.fit(sparse, y).getSupport()).toEqual(byModel.clone().fit(X, y).getSupport());
    expect(byModel.importances.shape).toEqual([3]);
    const own = new RFE({
      estimator: new GaussianNB(),
      nFeaturesToSelect: 1,
      importanceGetter: () => [1, 2, 3],
    });
    expect(() => own.fit(X, y)).toThrow(ShapeError);
    const importanceGetter = (model: LinearRegression) => model.coef.abs();
    const byFunction = new RFE({ estimator: new LinearRegression(), importanceGetter });
    const plain = new RFE({ estimator: new LinearRegression() }).fit(many, targets);
    expect(byFunction.fit(many, targets).ranking.toArray()).toEqual(plain.ranking.toArray());
    const groups = many.map((_, i) => Math.floor(i / 10));
    const sampleWeight = many.map((_, i) => (i < 20 ? 1 : 2));
    const cv = new KFold({ nSplits: 3 });
    const progress: number[] = [];
    const byFolds = new RFECV({
      estimator: new LinearRegression(),
      cv,
      onProgress: ({ done }) => progress.push(done),
    });
    byFolds.fit(many, targets, { groups, sampleWeight });
    expect(byFolds.getSupport()).toEqual([true, true, false]);
    expect(progress).toEqual([1, 2, 3]);
    const steps: number[] = [];
    const forward = new SequentialFeatureSelector({
      estimator: new LinearRegression(),
      nFeaturesToSelect: 2,
      cv,
      onProgress: ({ done }) => steps.push(done),
    });
    expect(forward.fit(many, targets, { groups, sampleWeight }).getSupport()).toEqual([
      true,
      true,
      false,
    ]);
    expect(steps).toEqual([1, 2]);
    const classifier = new SequentialFeatureSelector({
      estimator: new LogisticRegression(),
      nFeaturesToSelect: 1,
      cv: 3,
    });
    expect(classifier.fit(sparse, y).getSupportIndices()).toHaveLength(1);
  });

  test("refuse what does not fit, and say where there is too little", () => {
    const estimator = new LinearRegression();
    expect(() => new RFE({ estimator: new GaussianNB() }).fit(X, y)).toThrow(
      "estimator must have coef or featureImportances, got a GaussianNB",
    );
    expect(() => new SelectFromModel({ estimator, maxFeatures: 4 }).fit(many, targets)).toThrow(
      ParameterError,
    );
    const few = new SequentialFeatureSelector({ estimator, nFeaturesToSelect: 3, cv: 2 });
    expect(() => few.fit(many, targets)).toThrow(ValueError);
    const warned = quietly(() => {
      new RFE({ estimator, nFeaturesToSelect: 5 }).fit(many, targets);
      new RFECV({ estimator, minFeaturesToSelect: 5, cv: 2 }).fit(many, targets);
    });
    expect(warned).toHaveLength(2);
    const bad: (() => unknown)[] = [
      () => new RFE({ estimator: {} as never }),
      () => new RFE({ estimator, nFeaturesToSelect: 0 }),
      () => new RFE({ estimator, nFeaturesToSelect: 1.5 }),
      () => new RFE({ estimator, step: 0 }),
      () => new RFE({ estimator, importanceGetter: "weights" as never }),
      () => new RFECV({ estimator: undefined as never }),
      () => new RFECV({ estimator, step: -1 }),
      () => new RFECV({ estimator, minFeaturesToSelect: 0 }),
      () => new RFECV({ estimator, cv: 1 }),
      () => new RFECV({ estimator, scoring: "best" as never }),
      () => new SelectFromModel({ estimator: 5 as never }),
      () => new SelectFromModel({ estimator, threshold: "mode" as never }),
      () => new SelectFromModel({ estimator, threshold: Number.NaN }),
      () => new SelectFromModel({ estimator, normOrder: 0 }),
      () => new SelectFromModel({ estimator, maxFeatures: -1 }),
      () => new SequentialFeatureSelector({ estimator: null as never }),
      () => new SequentialFeatureSelector({ estimator, nFeaturesToSelect: 0 }),
      () => new SequentialFeatureSelector({ estimator, tol: 0 }),
      () => new SequentialFeatureSelector({ estimator, tol: Infinity }),
      () => new SequentialFeatureSelector({ estimator, direction: "up" as never }),
      () => new SequentialFeatureSelector({ estimator, cv: 0 }),
      () => new SequentialFeatureSelector({ estimator, scoring: "best" as never }),
    ];
    for (const make of bad) expect(make, String(make)).toThrow(ParameterError);
  });
});
