import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, labelArray, normalArray } from "../data";
import type { ArrayFile, ModelName, PeerName } from "../workload";

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

/** Which of them JavaScript's libraries are timed on too: ml.js takes minutes for more rows of logistic regression. */
const IN_JAVASCRIPT: Readonly<Record<string, readonly PeerName[]>> = {
  "LogisticRegression 2,000 × 20, 2 classes": ["ml.js", "scikit.js"],
  "GaussianNB 100,000 × 50, 5 classes": ["ml.js"],
  "StandardScaler 100,000 × 50": ["scikit.js"],
  "RobustScaler 100,000 × 50": ["scikit.js"],
};

/** What no more than JavaScript's libraries are timed on: tables that they finish in seconds. */
const SMALL: readonly (readonly [...(typeof MODELS)[number], peer: PeerName])[] = [
  ["LinearRegression 2,000 × 20", "linear", () => targets(2_000, 20), "scikit.js"],
  ["Ridge 2,000 × 20", "ridge", () => targets(2_000, 20), "scikit.js"],
  ["Lasso 2,000 × 20", "lasso", () => targets(2_000, 20), "scikit.js"],
  ["ElasticNet 2,000 × 20", "elasticNet", () => targets(2_000, 20), "scikit.js"],
  ["LinearSVC 2,000 × 20, 2 classes", "linearSVC", () => classes([2_000, 20, 2]), "scikit.js"],
  ["LinearSVR 2,000 × 20", "linearSVR", () => targets(2_000, 20), "scikit.js"],
  ["GaussianNB 20,000 × 20, 4 classes", "gaussianNB", () => classes([20_000, 20, 4]), "scikit.js"],
  ["MultinomialNB 20,000 × 100, 5 classes", "multinomialNB", () => counts(20_000, 100, 5), "ml.js"],
  [
    "KNeighborsClassifier 2,000 × 20, its own rows asked",
    "kNeighborsClassifier",
    () => classes([2_000, 20, 2]),
    "scikit.js",
  ],
  [
    "KNeighborsRegressor 2,000 × 20, its own rows asked",
    "kNeighborsRegressor",
    () => targets(2_000, 20),
    "scikit.js",
  ],
  ["MinMaxScaler 20,000 × 20", "minMaxScaler", () => plain(20_000, 20), "scikit.js"],
  ["MaxAbsScaler 20,000 × 20", "maxAbsScaler", () => plain(20_000, 20), "scikit.js"],
  ["Normalizer 20,000 × 20", "normalizer", () => plain(20_000, 20), "scikit.js"],
  [
    "SimpleImputer 20,000 × 20, a tenth missing",
    "simpleImputer",
    () => gaps(20_000, 20),
    "scikit.js",
  ],
  [
    "OrdinalEncoder 20,000 × 10, 50 categories",
    "ordinalEncoder",
    () => categories(20_000, 10, 50),
    "scikit.js",
  ],
  [
    "OneHotEncoder, sparse, scikit.js dense, 20,000 × 10, 50 categories",
    "oneHot",
    () => categories(20_000, 10, 50),
    "scikit.js",
  ],
  [
    "OneHotEncoder, dense, 20,000 × 10, 50 categories",
    "oneHotDense",
    () => categories(20_000, 10, 50),
    "scikit.js",
  ],
];

/** Estimators with all that they do: fit, and then predict or transform. */
export const learning: readonly Maker[] = [
  ...MODELS.map((model) => timed(model, ["scikit-learn", ...(IN_JAVASCRIPT[model[0]] ?? [])])),
  ...SMALL.map(([name, model, arrays, peer]) => timed([name, model, arrays], [peer])),
];

function timed([name, model, arrays]: (typeof MODELS)[number], peers: readonly PeerName[]): Maker {
  const goalOf = (peer: PeerName) => (peer === "scikit-learn" ? 1.5 : 0.1);
  return {
    name,
    subject: "Estimators",
    goals: Object.fromEntries(peers.map((peer) => [peer, goalOf(peer)])),
    make: () => ({ task: "model", model, settings: {}, arrays: arrays(), repeat: 1, peers }),
  };
}

type Arrays = Readonly<Record<string, ArrayFile>>;

function plain(rows: number, features: number): Arrays {
  return { X: normalArray("learning-X", [rows, features], 101) };
}

function categories(rows: number, features: number, count: number): Arrays {
  return { X: labelArray("learning-categories", [rows, features], { classes: count, seed: 102 }) };
}

/** Standard normal numbers, every tenth of them missing on average. */
function gaps(rows: number, features: number): Arrays {
  const X = arrayFile("learning-gaps", [rows, features], () => {
    const random = new RandomGenerator(105);
    return () => (random.uniform() < 0.1 ? Number.NaN : random.normal());
  });
  return { X };
}

/** Counts from 0 to 4; a class has more in every feature whose number leaves its own as the rest. */
function counts(rows: number, features: number, count: number): Arrays {
  const y = labelArray(`learning-counted-${count}`, [rows], { classes: count, seed: 106 });
  const X = arrayFile(`learning-counts-${count}`, [rows, features], () => {
    const labels = new RandomGenerator(106);
    const random = new RandomGenerator(107);
    let [column, label] = [features, 0];
    return () => {
      if (column === features) [column, label] = [0, Math.floor(count * labels.uniform())];
      return Math.floor((column++ % count === label ? 5 : 4) * random.uniform() ** 2);
    };
  });
  return { X, y };
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
