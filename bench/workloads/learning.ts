import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, labelArray, normalArray } from "../data";
import type { ArrayFile, ModelName } from "../workload";

/** Rows, features and classes of made data. */
type Size = readonly [rows: number, features: number, classes: number];

const MODELS: readonly (readonly [name: string, model: ModelName, arrays: () => Arrays])[] = [
  ["LogisticRegression 100,000 × 50, 2 classes", "logistic", () => classes([100_000, 50, 2])],
  ["LogisticRegression 50,000 × 30, 5 classes", "logistic", () => classes([50_000, 30, 5])],
  ["LogisticRegression 2,000 × 20, 2 classes", "logistic", () => classes([2_000, 20, 2])],
  ["Lasso 100,000 × 50", "lasso", () => targets(100_000, 50)],
  ["LassoCV 20,000 × 50, 5 folds", "lassoCV", () => targets(20_000, 50)],
  ["HuberRegressor 50,000 × 20", "huber", () => targets(50_000, 20)],
  ["GaussianNB 100,000 × 50, 5 classes", "gaussianNB", () => classes([100_000, 50, 5])],
  [
    "LinearDiscriminantAnalysis 100,000 × 50, 4 classes",
    "discriminant",
    () => classes([100_000, 50, 4]),
  ],
  [
    "bagging of 10 logistic regressions 20,000 × 20, 4 classes",
    "bagging",
    () => classes([20_000, 20, 4]),
  ],
  ["LogisticRegressionCV 10,000 × 20, 2 classes", "logisticCV", () => classes([10_000, 20, 2])],
  ["cross-validation of Ridge, 50,000 × 50, 5 folds", "ridgeScores", () => targets(50_000, 50)],
  ["StandardScaler 100,000 × 50", "standardScaler", () => plain(100_000, 50)],
  ["RobustScaler 100,000 × 50", "robustScaler", () => plain(100_000, 50)],
  ["QuantileTransformer 100,000 × 20", "quantileTransformer", () => plain(100_000, 20)],
  ["PowerTransformer 50,000 × 10", "powerTransformer", () => plain(50_000, 10)],
  ["PolynomialFeatures 20,000 × 20, degree 2", "polynomialFeatures", () => plain(20_000, 20)],
  ["KBinsDiscretizer 100,000 × 20", "kBins", () => plain(100_000, 20)],
  ["OneHotEncoder 100,000 × 10, 50 categories", "oneHot", () => categories(100_000, 10, 50)],
];

/** What ml.js is timed on too: it has no other estimators of this list, and takes minutes for more rows of the first. */
const IN_ML_JS: ReadonlySet<string> = new Set([
  "LogisticRegression 2,000 × 20, 2 classes",
  "GaussianNB 100,000 × 50, 5 classes",
]);

/** Estimators with all that they do: fit, and then predict or transform. */
export const learning: readonly Maker[] = MODELS.map(([name, model, arrays]) => ({
  name,
  subject: "Estimators",
  goals: { "scikit-learn": 1.5, ...(IN_ML_JS.has(name) && { "ml.js": 0.1 }) },
  make: () => ({
    task: "model",
    model,
    settings: {},
    arrays: arrays(),
    repeat: 1,
    peers: IN_ML_JS.has(name) ? ["scikit-learn", "ml.js"] : ["scikit-learn"],
  }),
}));

type Arrays = Readonly<Record<string, ArrayFile>>;

function plain(rows: number, features: number): Arrays {
  return { X: normalArray("learning-X", [rows, features], 101) };
}

function categories(rows: number, features: number, count: number): Arrays {
  return { X: labelArray("learning-categories", [rows, features], { classes: count, seed: 102 }) };
}

/** y = Xw + noise; half of the weights are 0. */
function targets(rows: number, features: number): Arrays {
  const y = arrayFile(`learning-y-${features}`, [rows], () => {
    const X = new RandomGenerator(101);
    const random = new RandomGenerator(103);
    const w = Array.from({ length: features }, (_, j) => (j % 2 ? 0 : 10 * random.normal()));
    return () => {
      let target = 3 + 20 * random.normal();
      for (const weight of w) target += weight * Math.fround(X.normal());
      return target;
    };
  });
  return { ...plain(rows, features), y };
}

/** The class is that of the largest of as many noisy linear scores. */
function classes([rows, features, count]: Size): Arrays {
  const y = arrayFile(`learning-classes-${features}-${count}`, [rows], () => {
    const X = new RandomGenerator(101);
    const random = new RandomGenerator(104);
    const W = Array.from({ length: count }, () =>
      Array.from({ length: features }, () => random.normal()),
    );
    return () => {
      const x = Array.from({ length: features }, () => Math.fround(X.normal()));
      const scores = W.map((w) =>
        w.reduce((sum, weight, j) => sum + weight * x[j]!, 5 * random.normal()),
      );
      return scores.indexOf(Math.max(...scores));
    };
  });
  return { ...plain(rows, features), y };
}
