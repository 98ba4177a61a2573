import { readdirSync, readFileSync } from "node:fs";
import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import * as learn from "../index";
import { labels, X, y } from "../testing/contract-data";

// The roadmaps ask that every regressor and every classifier passes one suite of tests. That suite is
// `estimatorContract`. Here the list of those that are exported is joined with the tests that run it, and the four
// properties that the roadmaps name (clone, get/setParams, idempotent fit, NaN errors) are held for each of them,
// without an exception.

/** What the suite needs of a model. */
interface Model {
  fit(X: unknown, y: unknown): Model;
  predict(X: unknown): Tensor | readonly unknown[];
  clone(): Model;
  getParams(): object;
  withParams(params: object): Model;
}

/** A model and what it learns from, where that is not as for the others. */
interface Entry {
  readonly make: () => unknown;
  readonly X?: readonly (readonly number[])[];
  readonly y?: readonly unknown[];
  /** Why its own tests hold the contract in another way. */
  readonly reason?: string;
}

const logistic = () => new learn.LogisticRegression();
const pair = () => [
  ["a", logistic()] as const,
  ["b", new learn.KNeighborsClassifier({ nNeighbors: 2 })] as const,
];
const ridge = () => new learn.Ridge();
const ridges = () => [["a", ridge()] as const, ["b", new learn.Ridge({ alpha: 5 })] as const];
const whole = X.map((row) => row.map(Math.round));
const first = X.map(([a]) => [a!]);
const twoLabels = labels.map((label, i) => [label, i % 2 === 0 ? "even" : "odd"]);
const twoTargets = y.map((value) => [value, -value]);
const manyLabels = "it learns several labels at once, which the contract of one label cannot say";

const classifiers: Readonly<Record<string, Entry>> = {
  BaggingClassifier: {
    make: () => new learn.BaggingClassifier({ estimator: logistic(), nEstimators: 3, seed: 1 }),
  },
  BernoulliNB: { make: () => new learn.BernoulliNB() },
  CalibratedClassifierCV: {
    make: () => new learn.CalibratedClassifierCV({ estimator: logistic(), cv: 2 }),
  },
  CategoricalNB: {
    make: () => new learn.CategoricalNB({ minCategories: 20 }),
    X: whole,
    reason: "fractions are no categories",
  },
  ClassifierChain: {
    make: () => new learn.ClassifierChain({ estimator: logistic() }),
    y: twoLabels.map((row) => row.map((label) => Number(label === "yes" || label === "even"))),
    reason: manyLabels,
  },
  ComplementNB: { make: () => new learn.ComplementNB() },
  DummyClassifier: { make: () => new learn.DummyClassifier() },
  FixedThresholdClassifier: {
    make: () => new learn.FixedThresholdClassifier({ estimator: logistic() }),
  },
  GaussianNB: { make: () => new learn.GaussianNB() },
  GaussianProcessClassifier: {
    make: () => new learn.GaussianProcessClassifier({ optimizer: null }),
  },
  KNeighborsClassifier: { make: () => new learn.KNeighborsClassifier({ nNeighbors: 2 }) },
  LinearDiscriminantAnalysis: { make: () => new learn.LinearDiscriminantAnalysis() },
  LinearSVC: { make: () => new learn.LinearSVC({ seed: 0 }) },
  LogisticRegression: { make: logistic },
  LogisticRegressionCV: { make: () => new learn.LogisticRegressionCV({ Cs: 2, cv: 2 }) },
  MultiOutputClassifier: {
    make: () => new learn.MultiOutputClassifier({ estimator: logistic() }),
    y: twoLabels,
    reason: manyLabels,
  },
  MultinomialNB: { make: () => new learn.MultinomialNB() },
  NearestCentroid: { make: () => new learn.NearestCentroid() },
  NuSVC: { make: () => new learn.NuSVC() },
  OneVsOneClassifier: { make: () => new learn.OneVsOneClassifier({ estimator: logistic() }) },
  OneVsRestClassifier: { make: () => new learn.OneVsRestClassifier({ estimator: logistic() }) },
  OutputCodeClassifier: {
    make: () => new learn.OutputCodeClassifier({ estimator: logistic(), seed: 0 }),
  },
  Perceptron: { make: () => new learn.Perceptron() },
  QuadraticDiscriminantAnalysis: {
    make: () => new learn.QuadraticDiscriminantAnalysis({ regParam: 0.1 }),
  },
  RadiusNeighborsClassifier: { make: () => new learn.RadiusNeighborsClassifier({ radius: 5 }) },
  SGDClassifier: { make: () => new learn.SGDClassifier({ seed: 0 }) },
  StackingClassifier: { make: () => new learn.StackingClassifier({ estimators: pair(), cv: 2 }) },
  SVC: { make: () => new learn.SVC() },
  TunedThresholdClassifierCV: {
    make: () => new learn.TunedThresholdClassifierCV({ estimator: logistic(), cv: 2 }),
  },
  VotingClassifier: { make: () => new learn.VotingClassifier({ estimators: pair() }) },
};

const regressors: Readonly<Record<string, Entry>> = {
  BaggingRegressor: {
    make: () => new learn.BaggingRegressor({ estimator: ridge(), nEstimators: 3, seed: 1 }),
  },
  BayesianRidge: { make: () => new learn.BayesianRidge() },
  DummyRegressor: { make: () => new learn.DummyRegressor() },
  ElasticNet: { make: () => new learn.ElasticNet({ alpha: 0.1 }) },
  ElasticNetCV: { make: () => new learn.ElasticNetCV({ alphas: 3, cv: 2 }) },
  GaussianProcessRegressor: { make: () => new learn.GaussianProcessRegressor({ alpha: 0.1 }) },
  HuberRegressor: { make: () => new learn.HuberRegressor() },
  IsotonicRegression: {
    make: () => new learn.IsotonicRegression(),
    X: first,
    reason: "it takes one feature, the contract has three",
  },
  KNeighborsRegressor: { make: () => new learn.KNeighborsRegressor({ nNeighbors: 2 }) },
  KernelRidge: { make: () => new learn.KernelRidge({ kernel: "rbf" }) },
  Lars: { make: () => new learn.Lars() },
  Lasso: { make: () => new learn.Lasso({ alpha: 0.1 }) },
  LassoCV: { make: () => new learn.LassoCV({ alphas: 3, cv: 2 }) },
  LassoLars: { make: () => new learn.LassoLars({ alpha: 0.1 }) },
  LinearRegression: { make: () => new learn.LinearRegression() },
  LinearSVR: { make: () => new learn.LinearSVR({ seed: 0 }) },
  MultiOutputRegressor: {
    make: () => new learn.MultiOutputRegressor({ estimator: ridge() }),
    y: twoTargets,
  },
  NuSVR: { make: () => new learn.NuSVR() },
  QuantileRegressor: { make: () => new learn.QuantileRegressor({ alpha: 0.1 }) },
  RANSACRegressor: {
    make: () => new learn.RANSACRegressor({ seed: 0, residualThreshold: 2 }),
  },
  RadiusNeighborsRegressor: { make: () => new learn.RadiusNeighborsRegressor({ radius: 5 }) },
  RegressorChain: {
    make: () => new learn.RegressorChain({ estimator: ridge() }),
    y: twoTargets,
  },
  Ridge: { make: ridge },
  RidgeCV: { make: () => new learn.RidgeCV() },
  SGDRegressor: { make: () => new learn.SGDRegressor({ seed: 0, eta0: 0.001 }) },
  SVR: { make: () => new learn.SVR() },
  StackingRegressor: { make: () => new learn.StackingRegressor({ estimators: ridges(), cv: 2 }) },
  TransformedTargetRegressor: {
    make: () => new learn.TransformedTargetRegressor({ regressor: ridge() }),
  },
  VotingRegressor: { make: () => new learn.VotingRegressor({ estimators: ridges() }) },
};

const run = namesThatRunTheContract();

test("roadmap SUP-002: every regressor runs the contract of estimators and keeps its API", () => {
  expect(Object.keys(regressors).sort()).toEqual(
    exported(learn.BaseRegressor, /(Regressor|RegressorChain)$/),
  );
  expectRun(regressors);
  for (const [name, entry] of Object.entries(regressors)) expectApi(name, entry, y);
});

test("roadmap SUP-003: every classifier runs the contract of estimators and keeps its API", () => {
  expect(Object.keys(classifiers).sort()).toEqual(
    exported(learn.BaseClassifier, /(Classifier|ClassifierChain)$/),
  );
  expectRun(classifiers);
  for (const [name, entry] of Object.entries(classifiers)) expectApi(name, entry, labels);
});

describe("the list of tests that run the contract", () => {
  test("knows a class that is named there, and none that is only used", () => {
    const source = `describe("A", () => {\n  estimatorContract(\n    () => new B({ inner: new C() }),\n  );\n});\n`;
    expect([...contractedIn(source)]).toEqual(["B"]);
  });
});

/** The names of the exported classes of a kind that are no common base, in alphabetical order. */
function exported(base: abstract new (...args: never) => object, named: RegExp): string[] {
  return Object.entries(learn)
    .filter(([name, value]) => {
      if (typeof value !== "function" || !Object.hasOwn(value, "typeName")) return false;
      return value.prototype instanceof base || named.test(name);
    })
    .map(([name]) => name)
    .sort();
}

function expectRun(entries: Readonly<Record<string, Entry>>): void {
  for (const [name, { reason }] of Object.entries(entries)) {
    expect(run.has(name) || reason !== undefined, `${name}: no test runs estimatorContract`).toBe(
      true,
    );
    expect(run.has(name) && reason !== undefined, `${name}: needs no reason`).toBe(false);
  }
}

/** Clone, get/setParams, idempotent fit, NaN errors. */
function expectApi(name: string, entry: Entry, targets: readonly unknown[]): void {
  const rows = entry.X ?? X;
  const target = entry.y ?? targets;
  const make = entry.make as () => Model;
  const model = make().fit(rows, target);
  const before = values(model.predict(rows));
  expect(
    before.every((value) => typeof value !== "number" || Number.isFinite(value)),
    name,
  ).toBe(true);

  const params = model.getParams();
  for (const copy of [model.clone(), model.withParams(params)]) {
    expect(copy.constructor, name).toBe(model.constructor);
    expect(copy.getParams(), name).toEqual(params);
    expect(() => copy.predict(rows), name).toThrow(NotFittedError);
  }
  expect(() => model.withParams({ "no such": 1 }), name).toThrow(ParameterError);

  const again = model.fit(rows, target);
  expect(again, name).toBe(model);
  expect(values(again.predict(rows)), `${name}: a second fit`).toEqual(before);
  // What other rows taught is forgotten as well.
  again.fit(rows.toReversed(), target).fit(rows, target);
  expect(values(again.predict(rows)), `${name}: a fit after another`).toEqual(before);

  const missing = rows.map((row, i) => row.map((value, j) => (i + j === 0 ? Number.NaN : value)));
  expect(() => make().fit(missing, target), name).toThrow(ValueError);
  expect(() => model.predict(missing), name).toThrow(ValueError);
  if (typeof target[0] === "number") {
    const [, ...rest] = target;
    expect(() => make().fit(rows, [Number.NaN, ...rest]), name).toThrow(ValueError);
  }
}

function values(predicted: Tensor | readonly unknown[]): unknown[] {
  return isTensor(predicted) ? [...predicted.data()] : [...predicted];
}

/** The classes for which some test of this package runs `estimatorContract`. */
function namesThatRunTheContract(): ReadonlySet<string> {
  const root = new URL("..", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  const names = files
    .filter((file) => file.endsWith(".test.ts") && !file.includes("estimator-api"))
    .flatMap((file) => [...contractedIn(readFileSync(new URL(file, root), "utf8"))]);
  return new Set(names);
}

/** The classes whose instances a test hands to `estimatorContract`, itself or as one of a table of classes. */
function contractedIn(source: string): ReadonlySet<string> {
  const alias = (name: string) =>
    source.match(new RegExp(`([A-Z]\\w+) as ${name}\\b`))?.[1] ?? name;
  const made = [...source.matchAll(/\bestimatorContract\(\s*\(\) =>\s*new (\w+)/g)].map(
    ([, name]) => name!,
  );
  const tables = [
    ...source.matchAll(
      /describe\.each\(Object\.(?:entries|keys)\((\w+)\).*\n(?:.*\n){0,3}?\s*estimatorContract\(/g,
    ),
  ];
  const listed = tables.flatMap(([, table]) => {
    const [, inside = ""] = source.match(new RegExp(`const ${table} = \\{([^}]*)\\}`)) ?? [];
    return inside.split(",").map((name) => name.trim());
  });
  return new Set([...made.map(alias), ...listed].filter((name) => name !== ""));
}
