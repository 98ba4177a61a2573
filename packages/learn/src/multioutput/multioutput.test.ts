import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  ClassifierChain,
  GaussianNB,
  KFold,
  LinearRegression,
  LogisticRegression,
  MultiOutputClassifier,
  MultiOutputRegressor,
  RegressorChain,
  Ridge,
} from "../index";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";

interface Case {
  readonly estimator: string;
  readonly inner: keyof typeof inners;
  readonly options: { readonly cv?: number; readonly order?: readonly number[] };
  readonly weighted: boolean;
  readonly Y: "topics" | "kinds" | "targets";
  readonly predicted: number[][];
  readonly proba: number[][] | null;
  readonly order: number[] | null;
  readonly score: number;
}

const inners = {
  LogisticRegression: () => new LogisticRegression({ tol: 1e-10, maxIter: 10_000 }),
  GaussianNB: () => new GaussianNB(),
  Ridge: () => new Ridge({ alpha: 2 }),
  LinearRegression: () => new LinearRegression(),
};

const { features, outputWeights, ...Ys } = readFixtureData("wrappers") as unknown as {
  features: number[][];
  outputWeights: number[];
  topics: number[][];
  kinds: number[][];
  targets: number[][];
};
const casesOf = (...names: string[]) =>
  readFixture<Case>("wrappers")
    .filter((c) => names.includes(c.estimator))
    .map((c) => ({
      ...c,
      name: `${c.estimator} of ${c.inner}, ${c.Y} ${JSON.stringify(c.options)}`,
    }));
const rows = features.slice(0, 8);
const estimator = new LogisticRegression({ tol: 1e-10, maxIter: 1000 });
const folded = ({ cv, ...options }: Case["options"]) => ({
  ...options,
  ...(cv ? { cv: new KFold({ nSplits: cv }) } : {}),
});

describe("regressors of several targets", () => {
  describe("MultiOutputRegressor", () => {
    estimatorContract(() => new MultiOutputRegressor({ estimator: new Ridge() }));
  });
  describe("RegressorChain", () => {
    estimatorContract(
      () => new RegressorChain({ estimator: new Ridge(), order: "random", seed: 2 }),
    );
  });

  test.each(casesOf("MultiOutputRegressor", "RegressorChain"))(
    "agree with scikit-learn: $name",
    (c) => {
      const inner = inners[c.inner]() as Ridge;
      const model =
        c.estimator === "RegressorChain"
          ? new RegressorChain({ ...folded(c.options), estimator: inner })
          : new MultiOutputRegressor({ estimator: inner });
      model.fit(features, Ys.targets, c.weighted ? { sampleWeight: outputWeights } : {});
      expectAllClose(model.predict(rows), c.predicted, { rtol: 1e-9 });
      expect(model.score(features, Ys.targets)).toBeCloseTo(c.score, 9);
      if (c.order) expect((model as RegressorChain).fittedOrder).toEqual(c.order);
    },
  );

  test("a chain of linear regressions predicts what single ones do", () => {
    const chain = new RegressorChain({ estimator: new LinearRegression() });
    const each = new MultiOutputRegressor({ estimator: new LinearRegression() });
    const expected = each.fit(features, Ys.targets).predict(rows);
    const got = chain.fit(features, Ys.targets).predict(rows);
    expectAllClose(got, [...expected.data()], { rtol: 1e-9 });
    expect(chain.estimators.map(({ nFeaturesIn }) => nFeaturesIn)).toEqual([4, 5, 6]);
  });

  test("refuse options that cannot be", () => {
    const make = (options: object) => () =>
      new RegressorChain({ estimator: new Ridge(), ...options });
    expect(make({ estimator })).toThrow(ParameterError);
    expect(make({ order: [0, 2] })).toThrow(ParameterError);
    expect(make({ order: "best" })).toThrow(ParameterError);
    expect(make({ cv: 1 })).toThrow(ParameterError);
    expect(make({ seed: -2 })).toThrow(ParameterError);
    expect(() => new MultiOutputRegressor({ estimator: estimator as never })).toThrow(
      ParameterError,
    );
    expect(() => make({ order: [1, 0] })().fit(features, Ys.targets)).toThrow(
      "order must have 3 places, one for each output, got 2",
    );
    expect(() => make({ cv: new KFold() })().toJSON()).toThrow(ValueError);
  });
});

describe("classifiers of several outputs", () => {
  test.each(casesOf("MultiOutputClassifier", "ClassifierChain"))(
    "agree with scikit-learn: $name",
    (c) => {
      const inner = inners[c.inner]() as LogisticRegression;
      const model =
        c.estimator === "ClassifierChain"
          ? new ClassifierChain({ ...folded(c.options), estimator: inner })
          : new MultiOutputClassifier({ estimator: inner });
      const Y = Ys[c.Y];
      model.fit(features, Y, c.weighted ? { sampleWeight: outputWeights } : {});
      expect(model.predict(rows)).toEqual(c.predicted);
      expect(model.score(features, Y)).toBeCloseTo(c.score, 12);
      if (c.order) expect((model as ClassifierChain).fittedOrder).toEqual(c.order);
      if (!c.proba) return;
      const proba: Tensor | Tensor[] = model.predictProba(rows);
      const got = Array.isArray(proba)
        ? proba.flatMap((one) => [...one.data()])
        : [...proba.data()];
      expectAllClose(got, c.proba, { rtol: 1e-6, atol: 1e-7 });
    },
  );

  const both = [
    ["MultiOutputClassifier", () => new MultiOutputClassifier({ estimator })],
    ["ClassifierChain", () => new ClassifierChain({ estimator, order: [1, 2, 0] })],
  ] as const;

  describe.each(both)("%s", (name, make) => {
    test("takes labels as rows, tensor and table", () => {
      const expected = make().fit(features, Ys.topics).predict(rows);
      expect(make().fit(features, tensor(Ys.topics)).predict(rows)).toEqual(expected);
      const [a, b, c] = [0, 1, 2].map((k) => Ys.topics.map((row) => row[k]!));
      const table = DataFrame.fromColumns({ a: a!, b: b!, c: c! });
      expect(make().fit(features, table).predict(rows)).toEqual(expected);
    });

    test("survives JSON, and a clone has learned nothing", () => {
      const model = make().fit(features, Ys.topics);
      const json = JSON.parse(JSON.stringify(model));
      const restored = (model.constructor as typeof ClassifierChain).fromJSON(
        json,
      ) as never as typeof model;
      expect(restored.predict(rows)).toEqual(model.predict(rows));
      expect(restored.classes).toEqual([
        [0, 1],
        [0, 1],
        [0, 1],
      ]);
      expect(() => model.clone().predict(rows)).toThrow(NotFittedError);
      expect(model.withParams({ "estimator.C": 3 }).estimator.C).toBe(3);
      expect(model.estimators).toHaveLength(3);
    });

    test("weighs rows in fit and score", () => {
      const sampleWeight = features.map((_, i) => (i < 30 ? 1 : 0));
      const half = make().fit(features.slice(0, 30), Ys.topics.slice(0, 30));
      const weighted = make().fit(features, Ys.topics, { sampleWeight });
      expect(weighted.predict(features)).toEqual(half.predict(features));
      expect(weighted.score(features, Ys.topics, { sampleWeight })).toBeCloseTo(
        half.score(features.slice(0, 30), Ys.topics.slice(0, 30)),
        12,
      );
    });

    test("refuses what does not fit", () => {
      const model = make();
      expect(() => model.fit(features, Ys.topics.slice(1))).toThrow(
        `${name}.fit: expected as many rows of labels as rows of X, 60, got 59`,
      );
      expect(() => model.fit(features, [[1], [1, 2]])).toThrow(ShapeError);
      expect(() => model.fit(features, [])).toThrow(ShapeError);
      expect(() => model.fit(features, tensor([1, 2]))).toThrow(ShapeError);
      expect(() => model.fit(features, [1, 2] as never)).toThrow(ValueError);
      expect(() =>
        model.fit(
          features,
          Ys.topics.map(() => [Number.NaN, 1, 1]),
        ),
      ).toThrow(ValueError);
      expect(() => model.fit(features, Ys.topics, { sampleWeight: [1] })).toThrow(ShapeError);
      expect(() => model.predict(rows)).toThrow(NotFittedError);
      model.fit(features, Ys.topics);
      expect(() => model.predict([[1]])).toThrow(ShapeError);
      expect(() => model.predict([[1, 2, Number.NaN, 0]])).toThrow(ValueError);
    });
  });

  test("outputs may have labels of different kinds, but not in a chain", () => {
    const mixed = Ys.topics.map(([a, b]) => [a === 1 ? "yes" : "no", b === 1]);
    const model = new MultiOutputClassifier({ estimator }).fit(features, mixed);
    expect(model.classes).toEqual([
      ["no", "yes"],
      [false, true],
    ]);
    expect(model.predictProba(rows).map(({ shape }) => shape)).toEqual([
      [8, 2],
      [8, 2],
    ]);
    const chain = new ClassifierChain({ estimator });
    expect(() => chain.fit(features, mixed)).toThrow("which become features, got text");
  });

  test("a chain's decisions are there for outputs of two labels", () => {
    const chain = new ClassifierChain({ estimator }).fit(features, Ys.topics);
    expect(chain.decisionFunction(rows).shape).toEqual([8, 3]);
    const three = new ClassifierChain({ estimator }).fit(features, Ys.kinds);
    expect(() => three.predictProba(rows)).toThrow("expected outputs of two labels, got 3");
    expect(new ClassifierChain({ estimator: new GaussianNB() }).decisionFunction).toBeUndefined();
    expect(new MultiOutputClassifier({ estimator: inners.GaussianNB() }).predictProba).toBeTypeOf(
      "function",
    );
  });

  test("refuse options that cannot be", () => {
    const make = (options: object) => () => new ClassifierChain({ estimator, ...options });
    expect(make({ estimator: new Ridge() })).toThrow(ParameterError);
    expect(make({ chainMethod: "transform" })).toThrow(ParameterError);
    expect(make({ order: [1, 1] })).toThrow(ParameterError);
    expect(make({ cv: "all" })).toThrow(ParameterError);
    expect(make({ seed: 1.5 })).toThrow(ParameterError);
    expect(() => new MultiOutputClassifier({ estimator: new Ridge() as never })).toThrow(
      ParameterError,
    );
    expect(() => make({ order: [0] })().fit(features, Ys.topics)).toThrow(ParameterError);
    expect(() => make({ cv: new KFold() })().toJSON()).toThrow(
      "ClassifierChain.toJSON: expected cv to be a number or folds",
    );
  });
});
