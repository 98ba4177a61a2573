import { setWarningSink, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { decodeModel, encodeModel } from "@gradus/files";
import * as learn from "@gradus/learn";
import { isTensor, SparseTensor, tensor } from "@gradus/tensor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const {
  estimatorFromJSON,
  KNeighborsClassifier,
  LogisticRegression,
  Pipeline,
  Ridge,
  StandardScaler,
} = learn;

/** What is the same for every class of estimators. */
interface Model {
  readonly estimatorType?: string;
  readonly typeName?: string;
  fit(X: unknown, y?: unknown): Model;
  toJSON(): learn.EstimatorJSON;
  getParams(): object;
  readonly [method: string]: unknown;
}
type ModelClass = new (params?: object) => Model;

const X = Array.from({ length: 24 }, (_, i) => [
  Math.sin(i) + (i % 2) * 2,
  Math.cos(3 * i) * (1 + (i % 2)),
  ((i * 7) % 11) / 3 + (i % 2),
]);
const y = X.map(([a, b, c], i) => 2 * a! - b! + 0.3 * c! + Math.sin(5 * i) / 4);
const labels = X.map((_, i) => (i % 2 ? "yes" : "no"));
const counts = X.map((row) => row.map((value) => Math.round(Math.abs(value) * 2)));
const towns = DataFrame.fromColumns({
  town: X.map((_, i) => ["Ames", "Boone", null][i % 3]!),
  size: X.map((_, i) => ["s", "m", "l"][(i * i) % 3]!),
});
const texts = ["the cat sat", "a dog ran far", "the dog sat", "cats and dogs"];
const classes: Readonly<Record<string, unknown>> = learn;

/** Options of the classes that cannot do without any. */
const options: Readonly<Record<string, object>> = {
  BaggingClassifier: { estimator: new LogisticRegression(), nEstimators: 3, seed: 0 },
  BaggingRegressor: { estimator: new Ridge(), nEstimators: 3, seed: 0 },
  CalibratedClassifierCV: { estimator: new LogisticRegression(), cv: 2 },
  ClassifierChain: { estimator: new LogisticRegression() },
  ColumnTransformer: {
    transformers: [
      ["scale", new StandardScaler(), [0, 1]],
      ["rest", "passthrough", [2]],
    ],
  },
  FeatureHasher: { nFeatures: 16 },
  FeatureUnion: { transformerList: [["scale", new StandardScaler()]] },
  FixedThresholdClassifier: { estimator: new LogisticRegression(), threshold: 0.4 },
  FrozenEstimator: { estimator: new LogisticRegression().fit(X, labels) },
  GridSearchCV: { estimator: new Ridge(), paramGrid: { alpha: [1, 2] }, cv: 2 },
  HalvingGridSearchCV: { estimator: new Ridge(), paramGrid: { alpha: [1, 2] }, cv: 2, seed: 0 },
  HashingVectorizer: { nFeatures: 16 },
  MultiOutputClassifier: { estimator: new LogisticRegression() },
  MultiOutputRegressor: { estimator: new Ridge() },
  NuSVC: { probability: true, seed: 0 },
  OneVsOneClassifier: { estimator: new LogisticRegression() },
  OneVsRestClassifier: { estimator: new LogisticRegression() },
  OutputCodeClassifier: { estimator: new LogisticRegression(), seed: 0 },
  Pipeline: {
    steps: [
      ["scale", new StandardScaler()],
      ["ridge", new Ridge()],
    ],
  },
  RadiusNeighborsClassifier: { radius: 9 },
  RadiusNeighborsRegressor: { radius: 9 },
  RandomizedSearchCV: {
    estimator: new Ridge(),
    paramDistributions: { alpha: [1, 2] },
    nIter: 2,
    cv: 2,
    seed: 0,
  },
  RegressorChain: { estimator: new Ridge() },
  RFE: { estimator: new Ridge() },
  RFECV: { estimator: new Ridge(), cv: 2 },
  SGDClassifier: { loss: "logLoss", seed: 0 },
  SGDRegressor: { seed: 0 },
  SVC: { probability: true, seed: 0 },
  SelectFromModel: { estimator: new Ridge() },
  SelectKBest: { k: 2 },
  SequentialFeatureSelector: { estimator: new Ridge(), nFeaturesToSelect: 2, cv: 2 },
  StackingClassifier: { estimators: [["a", new LogisticRegression()]], cv: 2 },
  StackingRegressor: { estimators: [["a", new Ridge()]], cv: 2 },
  TPESearchCV: {
    estimator: new Ridge(),
    paramDistributions: { alpha: [1, 2] },
    nIter: 2,
    cv: 2,
    seed: 0,
  },
  TransformedTargetRegressor: { regressor: new Ridge() },
  TunedThresholdClassifierCV: { estimator: new LogisticRegression(), cv: 2 },
  VotingClassifier: { estimators: [["a", new LogisticRegression()]] },
  VotingRegressor: { estimators: [["a", new Ridge()]] },
};

/** Rows and targets for the classes that learn from others than numbers. */
const rows: Readonly<Record<string, readonly [X: unknown, y?: unknown]>> = {
  CategoricalNB: [counts, labels],
  CategoryImputer: [towns],
  ClassifierChain: [X, counts.map(([a, b]) => [a! % 2, b! % 2])],
  ComplementNB: [counts, labels],
  CountVectorizer: [texts],
  DictVectorizer: [[{ a: 1, b: "x" }, { b: "y" }]],
  FeatureHasher: [[{ a: 1 }, { b: 2 }]],
  GenericUnivariateSelect: [X, labels],
  HashingVectorizer: [texts],
  IsotonicRegression: [X.map(([a]) => [a!]), y],
  LabelBinarizer: [labels],
  LabelEncoder: [labels],
  MultiLabelBinarizer: [[["a"], ["b", "a"], []]],
  MultinomialNB: [counts, labels],
  MultiOutputClassifier: [X, counts.map(([a, b]) => [a! % 2, b! % 2])],
  MultiOutputRegressor: [X, X.map(([a, b]) => [a! + b!, a! - b!])],
  OneHotEncoder: [towns.select("size")],
  OrdinalEncoder: [towns.select("size")],
  RegressorChain: [X, X.map(([a, b]) => [a! + b!, a! - b!])],
  SelectFdr: [X, labels],
  SelectFpr: [X, labels],
  SelectFwe: [X, labels],
  SelectKBest: [X, labels],
  SelectPercentile: [X, labels],
  TargetEncoder: [towns.select("size"), y],
  TfidfVectorizer: [texts],
};

/** What is not made by itself, or learns nothing that is kept. */
const ABSTRACT = /^(Base|ProbabilisticClassifier$|RowSampler$)/;
const names = Object.keys(classes).filter(
  (name) =>
    typeof (classes[name] as { fromJSON?: unknown } | undefined)?.fromJSON === "function" &&
    !ABSTRACT.test(name),
);

function made(name: string): { model: Model; data: readonly [X: unknown, y?: unknown] } {
  const model = new (classes[name] as ModelClass)(options[name]);
  const isClassifier = model.estimatorType === "classifier" || model.estimatorType === "sampler";
  const data = rows[name] ?? [X, isClassifier ? labels : y];
  return { model, data };
}

/** Everything that a fitted estimator says about rows. */
function answers(model: Model, [X, y]: readonly [X: unknown, y?: unknown]): unknown[] {
  const methods = ["predict", "predictProba", "decisionFunction", "transform", "fitResample"];
  if (model.constructor.name === "NearestNeighbors") methods.push("kneighborsGraph");
  const has = methods.filter((method) => typeof model[method] === "function");
  return has.map((method) => [
    method,
    plain((model[method] as (X: unknown, y?: unknown) => unknown)(X, y)),
  ]);
}

/** Values that can be compared to the last bit. */
function plain(value: unknown): unknown {
  if (isTensor(value)) return [value.shape, value.dtype, value.data()];
  if (value instanceof SparseTensor) return plain(value.toDense());
  if (value instanceof DataFrame) return value.columns.map((name) => value.column(name).toArray());
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

let previous: ReturnType<typeof setWarningSink>;
beforeAll(() => {
  previous = setWarningSink(() => undefined);
});
afterAll(() => {
  setWarningSink(previous);
});

describe("model files", () => {
  test("are asked of every estimator", () => {
    expect(names.length).toBeGreaterThanOrEqual(100);
  });

  test.each(names)("%s gives the same to the last bit", (name) => {
    const { model, data } = made(name);
    if (model.estimatorType !== "sampler") model.fit(...data);
    const bytes = encodeModel(model);
    const restored = decodeModel(bytes, estimatorFromJSON) as unknown as Model;
    expect(restored).toBeInstanceOf(classes[name]);
    expect(JSON.stringify(restored)).toBe(JSON.stringify(model));
    const given = answers(model, data);
    expect(given.length).toBeGreaterThan(0);
    if (model.estimatorType !== "sampler") expect(answers(restored, data)).toEqual(given);
  });

  test("are refused with a typed error wherever they are cut or changed", () => {
    const model = new Pipeline({
      steps: [
        ["scale", new StandardScaler()],
        ["model", new LogisticRegression()],
      ],
    }).fit(X, labels);
    const bytes = encodeModel(model);
    for (let length = 0; length < bytes.length; length += 13) {
      const cut = bytes.subarray(0, length);
      expect(() => decodeModel(cut, estimatorFromJSON)).toThrow(ValueError);
    }
    for (let bit = 0; bit < bytes.length * 8; bit += 29) {
      const damaged = bytes.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => decodeModel(damaged, estimatorFromJSON)).toThrow(ValueError);
    }
  });

  test("of estimators that are not known are refused by name", () => {
    class Mine extends Ridge {
      static override readonly typeName: string = "Mine";
    }
    const bytes = encodeModel(new Mine());
    expect(() => decodeModel(bytes, estimatorFromJSON)).toThrow("got a Mine");
    const own = (json: learn.EstimatorJSON) => estimatorFromJSON(json, { Mine });
    expect(decodeModel(bytes, own)).toBeInstanceOf(Mine);
  });

  test("are smaller than JSON: eight bytes a number", () => {
    const many = tensor(
      Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i)),
      { shape: [2000, 10] },
    );
    const ids = Array.from({ length: 2000 }, (_, i) => i % 3);
    const model = new KNeighborsClassifier().fit(many, ids);
    expect(encodeModel(model).length).toBeLessThan(0.5 * JSON.stringify(model).length);
  });
});
