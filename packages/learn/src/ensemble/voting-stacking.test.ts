import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { describe, expect, test } from "vitest";
import type { Classifier, Regressor } from "../base/estimator";
import {
  ColumnTransformer,
  DummyClassifier,
  DummyRegressor,
  GaussianNB,
  KFold,
  LinearRegression,
  LogisticRegression,
  makePipeline,
  OneHotEncoder,
  Perceptron,
  Ridge,
  StackingClassifier,
  StackingRegressor,
  StandardScaler,
  VotingClassifier,
  VotingRegressor,
} from "../index";
import { estimatorContract } from "../testing/contract";
import { ensembleCases, ensembleData, ensembleOf, ensembleTable } from "../testing/ensemble-cases";
import { expectAllClose } from "../testing/fixtures";
import type { NamedEstimator } from "./named-estimators";

const { clouds, four, hills, weights } = ensembleData;
const logistic = new LogisticRegression({ tol: 1e-10, maxIter: 1000 });
const classifiers: NamedEstimator<Classifier>[] = [
  ["bayes", new GaussianNB()],
  ["logistic", logistic],
];
const regressors: NamedEstimator<Regressor>[] = [
  ["ridge", new Ridge()],
  ["line", new LinearRegression()],
];
const oneRow = {
  "takes one row, and a column that does not vary": "one row has one class, and two are needed",
};
const folds = {
  "a weight of 2 counts as a row twice, and one of 0 as none":
    "folds are made of rows, whatever they weigh",
};
const noFolds = { "takes one row, and a column that does not vary": "one row makes no two folds" };

describe("VotingClassifier", () => {
  describe("hard", () => {
    estimatorContract(() => new VotingClassifier({ estimators: classifiers }), { except: oneRow });
  });
  describe("soft", () => {
    estimatorContract(() => new VotingClassifier({ estimators: classifiers, voting: "soft" }), {
      except: oneRow,
    });
  });

  test.each(ensembleCases("VotingClassifier"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<VotingClassifier>(c);
    model.fit(X, y, c.weighted ? { sampleWeight: weights } : {});
    const rows = X.take(some(12), 0);
    expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
    if (c.proba) expectAllClose(model.predictProba!(rows), c.proba, { rtol: 0, atol: 1e-8 });
    expect(model.score(X, y)).toBeCloseTo(c.score, 12);
  });

  test("a weight of 0 takes a vote away, and one that is dropped is not fitted", () => {
    const alone = new VotingClassifier({ estimators: classifiers, weights: [0, 1] }).fit(
      clouds,
      four,
    );
    expect(alone.predict(clouds)).toEqual(logistic.clone().fit(clouds, four).predict(clouds));
    const dropped = alone.withParams({ bayes: "drop", weights: [0, 5] }).fit(clouds, four);
    expect(Object.keys(dropped.namedEstimators)).toEqual(["logistic"]);
    expect(dropped.predict(clouds)).toEqual(alone.predict(clouds));
  });

  test("equal votes go to the first class", () => {
    const make = (constant: number) => new DummyClassifier({ strategy: "constant", constant });
    const model = new VotingClassifier({
      estimators: [
        ["a", make(3)],
        ["b", make(1)],
      ],
    });
    expect(model.fit([[0], [1], [2]], [1, 2, 3]).predict([[0]])).toEqual([1]);
  });

  test("says what each classifier says", () => {
    const hard = new VotingClassifier({ estimators: classifiers }).fit(clouds, four);
    const soft = hard.withParams({ voting: "soft" }).fit(clouds, four);
    expect(hard.predictProba).toBeUndefined();
    expect(hard.transform(clouds).shape).toEqual([90, 2]);
    expect(hard.transform(clouds).slice(null, 1).toArray()).toEqual(
      hard.namedEstimators.logistic!.predict(clouds),
    );
    expect(soft.transform(clouds).shape).toEqual([90, 8]);
  });

  test("refuses what cannot be", () => {
    const make = (options: object) => () =>
      new VotingClassifier({ estimators: classifiers, ...options });
    expect(make({ estimators: [] })).toThrow(ParameterError);
    expect(make({ estimators: "all" })).toThrow(ParameterError);
    expect(make({ estimators: [["a", new Ridge()]] })).toThrow("a must be a classifier");
    expect(make({ estimators: [["a", "drop"]] })).toThrow("an estimator that is not dropped");
    expect(make({ estimators: [["voting", logistic]] })).toThrow(ParameterError);
    expect(
      make({
        estimators: [
          ["a", logistic],
          ["a", logistic],
        ],
      }),
    ).toThrow(ParameterError);
    expect(make({ voting: "loud" })).toThrow(ParameterError);
    expect(make({ weights: [1] })).toThrow("weights must be one for each of 2 estimators");
    expect(make({ weights: [0, 0] })).toThrow(ParameterError);
    expect(make({ weights: [-1, 2] })).toThrow(ParameterError);
    expect(make({ voting: "soft", estimators: [["p", new Perceptron()]] })).toThrow(
      "soft voting needs classifiers with predictProba, got p without",
    );
    expect(() => make({})().withParams({ "bayes.alpha": 3 })).toThrow(ParameterError);
    expect(() => make({})().withParams({ nobody: 3 })).toThrow(ParameterError);
  });
});

describe("VotingRegressor", () => {
  estimatorContract(() => new VotingRegressor({ estimators: regressors, weights: [2, 1] }));

  test.each(ensembleCases("VotingRegressor"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<VotingRegressor>(c).fit(X, y as number[]);
    expectAllClose(model.predict(X.take(some(12), 0)), c.predicted, { rtol: 1e-10 });
    expect(model.score(X, y as number[])).toBeCloseTo(c.score, 10);
  });

  test("options of the regressors have dotted names", () => {
    const model = new VotingRegressor({ estimators: regressors }).withParams({ "ridge.alpha": 9 });
    expect((model.fit(clouds, hills).namedEstimators.ridge as Ridge).alpha).toBe(9);
    expect(model.transform(clouds).shape).toEqual([90, 2]);
    expect(() => new VotingRegressor({ estimators: [["a", logistic as never]] })).toThrow(
      ParameterError,
    );
    expect(() => new VotingRegressor({ estimators: regressors, weights: [1] })).toThrow(
      ParameterError,
    );
  });
});

describe("StackingClassifier", () => {
  estimatorContract(
    () => new StackingClassifier({ estimators: classifiers, finalEstimator: logistic, cv: 2 }),
    {
      except: { ...folds, ...noFolds },
    },
  );

  test.each(ensembleCases("StackingClassifier"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<StackingClassifier>(c).fit(X, y);
    const rows = X.take(some(12), 0);
    expectAllClose(model.transform(rows), c.transformed, { rtol: 1e-8, atol: 1e-8 });
    const last = model.fittedFinalEstimator as LogisticRegression;
    expectAllClose(last.coef, c.coef, { rtol: 1e-6 });
    expect(model.predict(rows)).toEqual(c.predicted.map((code) => model.classes[code]));
    expectAllClose(model.predictProba!(rows), c.proba, { rtol: 0, atol: 1e-7 });
    expect(model.score(X, y)).toBeCloseTo(c.score, 12);
  });

  test("takes classifiers that are fitted already as they are", () => {
    const first = new GaussianNB().fit(clouds.slice(0, 45), four.slice(0, 45));
    const model = new StackingClassifier({ estimators: [["bayes", first]], cv: "prefit" });
    model.fit(clouds.slice(45), four.slice(45));
    expect(model.namedEstimators.bayes).toBe(first);
    expectAllClose(model.transform(clouds), [...first.predictProba(clouds).data()], { rtol: 0 });
    const json = JSON.parse(JSON.stringify(model));
    expect(StackingClassifier.fromJSON(json).predict(clouds)).toEqual(model.predict(clouds));
  });

  test("has what its last classifier has", () => {
    const model = new StackingClassifier({
      estimators: classifiers,
      finalEstimator: new GaussianNB(),
    });
    expect(model.decisionFunction).toBeUndefined();
    expect(model.fit(clouds, four).predictProba!(clouds).shape).toEqual([90, 4]);
    const decided = new StackingClassifier({ estimators: classifiers }).fit(clouds, four);
    expect(decided.decisionFunction!(clouds).shape).toEqual([90, 4]);
  });

  test("pipelines inside take tables of any columns", () => {
    const table = DataFrame.fromColumns({
      size: clouds.map(([a]) => a!),
      kind: four.map((label) => ["p", "q"][label % 2]!),
    });
    const prepared = new ColumnTransformer({
      transformers: [
        ["number", new StandardScaler(), ["size"]],
        ["text", new OneHotEncoder(), ["kind"]],
      ],
    });
    const estimators: NamedEstimator<Classifier>[] = [
      ["one", makePipeline(prepared, new LogisticRegression()) as unknown as Classifier],
    ];
    const y = four.map((label) => label % 2);
    const model = new StackingClassifier({ estimators, cv: 3 }).fit(table as never, y);
    expect(model.score(table as never, y)).toBe(1);
    expect(model.featureNamesIn).toEqual(["size", "kind"]);
  });

  test("refuses what cannot be", () => {
    const make = (options: object) => () =>
      new StackingClassifier({ estimators: classifiers, ...options });
    expect(make({ estimators: [["cv", logistic]] })).toThrow(ParameterError);
    expect(make({ finalEstimator: new Ridge() })).toThrow("finalEstimator must be a classifier");
    expect(make({ cv: 1 })).toThrow(ParameterError);
    expect(make({ stackMethod: "guess" })).toThrow(ParameterError);
    expect(make({ stackMethod: "decisionFunction" })).toThrow(
      "stackMethod decisionFunction needs estimators that have it, got bayes without",
    );
    expect(make({ passthrough: 1 })).toThrow(ParameterError);
    expect(() =>
      make({ cv: [{ train: Int32Array.of(0), test: Int32Array.of(1) }] })().fit(clouds, four),
    ).toThrow(ParameterError);
    expect(() => make({ cv: new KFold() })().toJSON()).toThrow(ValueError);
    expect(() => make({})().fittedFinalEstimator).toThrow(NotFittedError);
  });
});

describe("StackingRegressor", () => {
  estimatorContract(() => new StackingRegressor({ estimators: regressors, cv: 2 }), {
    except: { ...folds, ...noFolds },
  });

  test.each(ensembleCases("StackingRegressor"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, some } = await ensembleTable(c);
    const model = ensembleOf<StackingRegressor>(c).fit(X, y as number[]);
    const rows = X.take(some(12), 0);
    expectAllClose(model.transform(rows), c.transformed, { rtol: 1e-9 });
    expectAllClose((model.fittedFinalEstimator as Ridge).coef, c.coef, { rtol: 1e-8 });
    expectAllClose(model.predict(rows), c.predicted, { rtol: 1e-9 });
    expect(model.score(X, y as number[])).toBeCloseTo(c.score, 10);
  });

  test("takes regressors that are fitted already, and refuses what cannot be", () => {
    const first = new DummyRegressor().fit(clouds, hills);
    const model = new StackingRegressor({ estimators: [["mean", first]], cv: "prefit" });
    expect(model.fit(clouds, hills).namedEstimators.mean).toBe(first);
    const make = (options: object) => () =>
      new StackingRegressor({ estimators: regressors, ...options });
    expect(make({ finalEstimator: logistic })).toThrow(ParameterError);
    expect(make({ estimators: classifiers })).toThrow(ParameterError);
    expect(make({ cv: 0 })).toThrow(ParameterError);
    expect(make({ passthrough: "yes" })).toThrow(ParameterError);
    expect(() => make({ cv: new KFold() })().toJSON()).toThrow(ValueError);
    expect(
      make({})().withParams({ "finalEstimator.fitIntercept": false, "ridge.alpha": 2 }).getParams(),
    ).toMatchObject({
      finalEstimator: { fitIntercept: false },
    });
  });
});
