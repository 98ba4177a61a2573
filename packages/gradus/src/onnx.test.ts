import { DataFrame, loadDiabetes, loadIris, loadPenguins } from "@gradus/data";
import { encodeOnnx } from "@gradus/files";
import {
  BayesianRidge,
  BernoulliNB,
  Binarizer,
  ColumnTransformer,
  ComplementNB,
  ElasticNet,
  FeatureUnion,
  FunctionTransformer,
  GaussianNB,
  HuberRegressor,
  KBinsDiscretizer,
  KNeighborsClassifier,
  KNeighborsRegressor,
  Lasso,
  LinearDiscriminantAnalysis,
  LinearRegression,
  LinearSVC,
  LinearSVR,
  LogisticRegression,
  MaxAbsScaler,
  MinMaxScaler,
  MultinomialNB,
  makePipeline,
  NearestCentroid,
  Normalizer,
  NuSVC,
  NuSVR,
  OneClassSVM,
  OneHotEncoder,
  OrdinalEncoder,
  Perceptron,
  PolynomialFeatures,
  PowerTransformer,
  QuadraticDiscriminantAnalysis,
  QuantileRegressor,
  RANSACRegressor,
  RandomOverSampler,
  Ridge,
  RobustScaler,
  SelectKBest,
  SGDClassifier,
  SGDRegressor,
  SimpleImputer,
  StandardScaler,
  SVC,
  SVR,
  TargetEncoder,
} from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";
import { beforeAll, describe, expect, test } from "vitest";
import { runOnnx } from "./testing/onnx-run";

/** What the issue of models in other programs asks for. */
const close = 1e-5;

let X: number[][];
let target: number[];
let XIris: number[][];
let species: string[];

beforeAll(async () => {
  const diabetes = await loadDiabetes();
  X = diabetes.drop("progression").toTensor().toArray() as number[][];
  target = diabetes.column("progression").toArray() as number[];
  const iris = await loadIris();
  XIris = iris.drop("species").toTensor().toArray() as number[][];
  species = iris.column("species").toArray() as string[];
});

/** Numbers as the model got them: a float32 is not the number that it was rounded from. */
const rounded = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(Math.fround));

function expectClose(got: readonly (number | string)[], expected: ArrayLike<number>): void {
  expect(got).toHaveLength(expected.length);
  const isClose = (one: number, other: number) =>
    Object.is(one, other) || Math.abs(one - other) <= close * Math.max(1, Math.abs(other));
  const off = got.flatMap((one, i) =>
    isClose(one as number, expected[i]!) ? [] : [{ place: i, got: one, expected: expected[i] }],
  );
  expect(off).toEqual([]);
}

describe("regressors in onnxruntime", () => {
  test.each([
    new LinearRegression(),
    new Ridge({ alpha: 0.3 }),
    new Lasso({ alpha: 0.2 }),
    new ElasticNet({ alpha: 0.05 }),
    new BayesianRidge(),
    new HuberRegressor({ maxIter: 1000 }),
    new QuantileRegressor({ alpha: 0.01 }),
    new RANSACRegressor({ seed: 0 }),
    new SGDRegressor({ seed: 0, maxIter: 2000 }),
    makePipeline(new PolynomialFeatures({ degree: 2 }), new StandardScaler(), new Ridge()),
    new KNeighborsRegressor(),
    new KNeighborsRegressor({ nNeighbors: 3, weights: "distance" }),
    new SVR({ C: 100 }),
    new LinearSVR({ maxIter: 20_000 }),
    new NuSVR({ kernel: "linear" }),
  ])("$constructor.typeName", async (model) => {
    model.fit(X as never, target as never);
    const { prediction } = await runOnnx(model, X);
    expect(prediction!.dims).toEqual([X.length, 1]);
    expectClose(prediction!.data, model.predict(rounded(X) as never).data());
  });

  test("several targets, in double precision", async () => {
    const model = new LinearRegression().fit(
      X,
      target.map((value, i) => [value, X[i]![2]!]),
    );
    const { prediction } = await runOnnx(model, X, { precision: "float64" });
    const expected = model.predict(X).data();
    for (const [i, value] of prediction!.data.entries()) {
      expect(Math.abs((value as number) - expected[i]!)).toBeLessThanOrEqual(1e-11);
    }
  });
});

describe("classifiers in onnxruntime", () => {
  const two = () => species.map((name) => name !== "setosa");
  test.each([
    new LogisticRegression({ maxIter: 1000 }),
    new SGDClassifier({ seed: 0 }),
    new Perceptron(),
    new GaussianNB(),
    new MultinomialNB(),
    new ComplementNB(),
    new BernoulliNB({ binarize: 1.5 }),
    makePipeline(new MinMaxScaler(), new LogisticRegression()),
    new LinearDiscriminantAnalysis(),
    new QuadraticDiscriminantAnalysis(),
    new NearestCentroid(),
    new NearestCentroid({ priors: "empirical" }),
    new KNeighborsClassifier({ nNeighbors: 7, algorithm: "kd_tree" }),
    new KNeighborsClassifier({ weights: "distance" }),
    new SVC(),
    new SVC({ breakTies: true }),
    new SVC({ kernel: "poly", decisionFunctionShape: "ovo" }),
    new SVC({ kernel: "sigmoid", gamma: 0.01 }),
    new LinearSVC(),
    new NuSVC({ nu: 0.2, kernel: "linear" }),
  ])("$constructor.typeName", async (model) => {
    for (const labels of [species, two()]) {
      const fitted = model.clone().fit(XIris as never, labels as never) as typeof model;
      const outputs = await runOnnx(fitted, XIris);
      const given = rounded(XIris) as never;
      expect(outputs.label!.data).toEqual(
        fitted.predict(given).map((label) => (typeof label === "boolean" ? Number(label) : label)),
      );
      const { predictProba } = fitted as { predictProba?: (X: never) => Tensor };
      if (outputs.probabilities) {
        expectClose(outputs.probabilities.data, predictProba!.call(fitted, given).data());
      } else {
        const scores = (fitted as SGDClassifier).decisionFunction(given).data();
        expectClose(outputs.scores!.data, scores);
      }
    }
  });
});

test("whole numbers as labels, in onnxruntime", async () => {
  const labels = species.map((name) => (name === "setosa" ? 7 : 3));
  const model = new LogisticRegression().fit(XIris, labels);
  expect((await runOnnx(model, XIris)).label!.data).toEqual(model.predict(XIris));
});

test("a detector of outliers in onnxruntime", async () => {
  const model = new OneClassSVM({ nu: 0.2 }).fit(XIris);
  const { label, scores } = await runOnnx(model, XIris);
  expect(label!.data).toEqual(model.predict(rounded(XIris)));
  expectClose(scores!.data, model.decisionFunction(rounded(XIris)).data());
});

test("a selector chooses its columns in onnxruntime, and a sampler is passed by", async () => {
  const model = makePipeline(
    new StandardScaler(),
    new RandomOverSampler({ seed: 0 }),
    new SelectKBest({ k: 2 }),
    new LogisticRegression(),
  ).fit(XIris, species);
  const { label, probabilities } = await runOnnx(model, XIris);
  expect(label!.data).toEqual(model.predict(rounded(XIris)));
  expectClose(probabilities!.data, model.predictProba(rounded(XIris)).data());
});

describe("transformers in onnxruntime", () => {
  const withGaps = () => X.map((row, i) => row.map((v, j) => ((i + j) % 7 === 0 ? Number.NaN : v)));
  test.each([
    [new StandardScaler(), "gaps"],
    [new StandardScaler({ withStd: false }), "gaps"],
    [new MinMaxScaler({ featureRange: [-1, 2], clip: true }), "full"],
    [new MaxAbsScaler({ clip: true }), "full"],
    [new RobustScaler(), "gaps"],
    [new RobustScaler({ withCentering: false }), "full"],
    [new Normalizer(), "full"],
    [new Normalizer({ norm: "l1" }), "full"],
    [new Normalizer({ norm: "max" }), "full"],
    [new Binarizer({ threshold: 0.01 }), "full"],
    [new KBinsDiscretizer({ encode: "ordinal", strategy: "uniform" }), "full"],
    [new KBinsDiscretizer({ nBins: 3, strategy: "uniform" }), "full"],
    [new PolynomialFeatures({ degree: 3, interactionOnly: true }), "full"],
    [new PolynomialFeatures({ degree: [2, 3], includeBias: false }), "full"],
    [new PowerTransformer(), "full"],
    [new PowerTransformer({ standardize: false }), "gaps"],
    [new SimpleImputer({ strategy: "median", addIndicator: true }), "gaps"],
    [new SimpleImputer({ strategy: "constant", fillValue: 3 }), "gaps"],
    [
      new FeatureUnion({
        transformerList: [
          ["scaled", new StandardScaler()],
          ["same", "passthrough"],
          ["none", "drop"],
        ],
        transformerWeights: { scaled: 2 },
      }),
      "full",
    ],
    [makePipeline(new SimpleImputer(), new StandardScaler(), "passthrough"), "gaps"],
  ] as const)("%o", async (model, kind) => {
    const rows = rounded(kind === "gaps" ? withGaps() : X);
    const fitted = model.fit(rows as never);
    const { transformed } = await runOnnx(fitted, rows);
    const expected = fitted.transform(rows as never) as Tensor;
    expect(transformed!.dims).toEqual(expected.shape);
    expectClose(transformed!.data, expected.data());
  });

  test("Box-Cox, and rows of zeros of a normalizer", async () => {
    const boxCox = new PowerTransformer({ method: "boxCox" }).fit(XIris);
    const { transformed } = await runOnnx(boxCox, XIris);
    expectClose(transformed!.data, boxCox.transform(rounded(XIris)).data());
    const zeros = [[0, 0]];
    const normalized = await runOnnx(new Normalizer().fit(zeros), zeros);
    expect(normalized.transformed!.data).toEqual([0, 0]);
  });
});

describe("tables in onnxruntime", () => {
  const cells = {
    city: ["Rome", "Oslo", null, "Rome", "Bonn", "Oslo"],
    size: [1, 2, 3, Number.NaN, 2, 1],
    open: [true, false, true, true, false, false],
  };
  const table = () =>
    DataFrame.fromColumns({
      city: cells.city as string[],
      size: cells.size,
      open: cells.open as boolean[],
    });

  test.each([
    new OneHotEncoder(),
    new OneHotEncoder({ drop: "first" }),
    new OneHotEncoder({ minFrequency: 2, handleUnknown: "infrequentIfExist" }),
    new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: -1 }),
  ])("%o", async (encoder) => {
    const fitted = encoder.fit(table());
    const { transformed } = await runOnnx(fitted, cells);
    const expected = fitted.transform(table()) as Tensor;
    expect(transformed!.dims).toEqual(expected.shape);
    expectClose(transformed!.data, expected.data());
  });

  test("an unknown category", async () => {
    const strangers = { city: ["Paris"], size: [9], open: [true] };
    const ignore = new OneHotEncoder({ handleUnknown: "ignore" }).fit(table());
    const { transformed } = await runOnnx(ignore, strangers);
    expect(transformed!.data.reduce((a, b) => (a as number) + (b as number))).toBe(1);
    const useValue = { handleUnknown: "useEncodedValue", unknownValue: -1 } as const;
    const ordinal = await runOnnx(new OrdinalEncoder(useValue).fit(table()), strangers);
    expect(ordinal.transformed!.data).toEqual([-1, -1, 1]);
  });

  test("TargetEncoder, of numbers and of classes", async () => {
    const X = table().select("city", "size");
    for (const y of [
      [1.5, 2, 0.5, 3, 4, 1],
      ["a", "b", "c", "a", "b", "c"],
    ]) {
      const fitted = new TargetEncoder({ seed: 0 }).fit(X, y as never);
      const { transformed } = await runOnnx(fitted, cells);
      expectClose(transformed!.data, fitted.transform(X).data());
    }
  });

  test("a whole pipeline, on penguins with gaps", async () => {
    const penguins = await loadPenguins();
    const features = penguins.select("island", "sex", "bill_length_mm", "body_mass_g");
    const species = penguins.column("species").toArray() as string[];
    const numeric = makePipeline(new SimpleImputer(), new StandardScaler());
    const model = makePipeline(
      new ColumnTransformer({
        transformers: [
          ["numbers", numeric, ["bill_length_mm", "body_mass_g"]],
          ["kinds", new OneHotEncoder({ handleUnknown: "ignore" }), ["island", "sex"]],
        ],
      }),
      new LogisticRegression(),
    ).fit(features, species);
    const columns = Object.fromEntries(
      features.columns.map((name) => [name, features.column(name).toArray() as unknown[]]),
    );
    const { label, probabilities } = await runOnnx(model, columns);
    expect(label!.data).toEqual(model.predict(features));
    expectClose(probabilities!.data, model.predictProba(features).data());
  });
});

describe("encodeOnnx refuses", () => {
  test("what is not fitted, what cannot be written, and other precisions", () => {
    expect(() => encodeOnnx(new Ridge())).toThrow(
      "Ridge.nFeaturesIn: expected a fitted model, call fit first",
    );
    const double = new FunctionTransformer({ func: (x) => x.mul(2) }).fit([[1]]);
    expect(() => encodeOnnx(double)).toThrow("FunctionTransformer.toGraph: expected an estimator");
    expect(() => encodeOnnx({} as never)).toThrow("encodeOnnx: expected a fitted estimator");
    const y = [0, 1, 0, 1];
    const rows = [[1], [2], [3], [4]];
    const own = new SVC({ kernel: (a, b) => a.matmul(b.transpose()) }).fit(rows, y);
    expect(() => encodeOnnx(own)).toThrow("SVC.toGraph: expected a kernel by its name");
    const near = { nNeighbors: 2, metric: "manhattan" } as const;
    expect(() => encodeOnnx(new KNeighborsClassifier(near).fit(rows, y))).toThrow(
      "KNeighborsClassifier.toGraph: expected the Euclidean distance",
    );
    const ridge = new Ridge().fit([[1], [2]], [1, 2]);
    expect(() => encodeOnnx(ridge, { precision: "half" as never })).toThrow("precision");
  });
});
