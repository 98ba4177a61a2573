import { setWarningSink } from "@gradus/core";
import { makeClassification } from "@gradus/data";
import { getNumThreads, isTensor, setNumThreads, type Tensor, threadStats } from "@gradus/tensor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  BayesianRidge,
  ElasticNet,
  GaussianNB,
  KernelRidge,
  KNeighborsClassifier,
  KNNImputer,
  Lasso,
  LinearDiscriminantAnalysis,
  LinearRegression,
  LinearSVC,
  LogisticRegression,
  MultinomialNB,
  PolynomialFeatures,
  QuadraticDiscriminantAnalysis,
  QuantileTransformer,
  Ridge,
  RidgeCV,
  StandardScaler,
  SVC,
  SVR,
} from "../index";

// The contract asks the same of every estimator on eight rows, which no operation shares out; here operations are large
// enough that a second thread takes part.

interface Model {
  fit(X: Tensor, y?: never): Model;
  readonly predict?: (X: Tensor) => unknown;
  readonly predictProba?: (X: Tensor) => unknown;
  readonly transform?: (X: Tensor) => unknown;
}

let X: Tensor;
let labels: number[];
let targets: number[];
let before: number;
let previous: ReturnType<typeof setWarningSink>;

beforeAll(async () => {
  previous = setWarningSink(() => undefined);
  before = getNumThreads();
  const made = makeClassification({ nSamples: 1500, nFeatures: 60, nInformative: 20, seed: 3 });
  X = made.X;
  labels = Array.from(made.y.data());
  targets = Array.from(X.slice([], 0).mul(2).sub(X.slice([], 1)).data(), (v, i) => v + (i % 7));
  setNumThreads(2);
  // A helper thread joins once the engine has started it.
  for (let k = 0; k < 400 && threadStats().nHelpers === 0; k++) {
    X.matmul(X.transpose());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
});
afterAll(() => {
  setNumThreads(before);
  setWarningSink(previous);
});

/** All that a fitted model says about the first rows, as bytes. */
function answers(model: Model, y: readonly number[]): unknown[] {
  model.fit(X, y as never);
  const rows = X.slice([0, 300]);
  const { predict, predictProba, transform } = model;
  return [predict, predictProba, transform].map((method) => {
    const answer = method?.call(model, rows);
    return isTensor(answer) ? answer.data() : answer;
  });
}

describe("large fits give the same to the last bit with one thread and with two", () => {
  test("since there is a second thread", () => {
    expect(threadStats().unavailable ?? threadStats().nHelpers).toBeGreaterThan(0);
  });

  test.each([
    new BayesianRidge(),
    new ElasticNet(),
    new KernelRidge({ kernel: "rbf" }),
    new KNNImputer(),
    new Lasso(),
    new LinearRegression(),
    new PolynomialFeatures(),
    new QuantileTransformer({ nQuantiles: 50 }),
    new Ridge(),
    new RidgeCV(),
    new StandardScaler(),
    new SVR(),
  ])("$constructor.typeName", (model) => {
    same(model as unknown as Model, targets);
  });

  test.each([
    new GaussianNB(),
    new KNeighborsClassifier(),
    new LinearDiscriminantAnalysis(),
    new LinearSVC(),
    new LogisticRegression(),
    new QuadraticDiscriminantAnalysis({ regParam: 0.1 }),
    new SVC({ probability: true, seed: 0 }),
  ])("$constructor.typeName", (model) => {
    same(model as unknown as Model, labels);
  });

  test("MultinomialNB", () => {
    const given = X;
    X = X.abs().round();
    same(new MultinomialNB() as unknown as Model, labels);
    X = given;
  });
});

function same(model: Model, y: readonly number[]): void {
  const [one, two] = [1, 2].map((threads) => {
    setNumThreads(threads);
    return answers(model, y);
  });
  expect(two).toEqual(one);
}
