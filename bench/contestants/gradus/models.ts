import {
  accuracyScore,
  BaggingClassifier,
  type Classifier,
  crossValScore,
  ElasticNet,
  GaussianNB,
  HuberRegressor,
  KBinsDiscretizer,
  KNeighborsClassifier,
  KNeighborsRegressor,
  Lasso,
  LassoCV,
  LinearDiscriminantAnalysis,
  LinearRegression,
  LinearSVC,
  LinearSVR,
  LogisticRegression,
  LogisticRegressionCV,
  MaxAbsScaler,
  MinMaxScaler,
  MultinomialNB,
  Normalizer,
  OneHotEncoder,
  OrdinalEncoder,
  PolynomialFeatures,
  PowerTransformer,
  QuantileTransformer,
  type Regressor,
  Ridge,
  RobustScaler,
  r2Score,
  SimpleImputer,
  StandardScaler,
} from "@gradus/learn";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import type { ModelName, Workload } from "../../workload";
import { meanAbsolute, type Task } from "../serve";
import { loadAll } from "./load";

interface Data {
  readonly X: Tensor;
  /** Targets, or classes as whole numbers. */
  readonly y: Tensor;
  readonly labels: Int32Array;
}

/** Does all of the work; gives what tells the score of it. */
type Work = (data: Data) => () => number;

interface Transforming {
  fitTransform(X: Tensor): Tensor | SparseTensor;
}

const transforming =
  (make: () => Transforming): Work =>
  ({ X }) => {
    const output = make().fitTransform(X);
    return () => meanAbsolute(output instanceof SparseTensor ? output.values : output.data());
  };

const regressing =
  (make: () => Regressor): Work =>
  ({ X, y }) => {
    const predicted = make().fit(X, y).predict(X);
    return () => r2Score(y, predicted);
  };

const classifying =
  (make: () => Classifier): Work =>
  ({ X, labels }) => {
    const predicted = make().fit(X, labels).predict(X);
    return () => accuracyScore(labels, predicted);
  };

const works: Readonly<Record<ModelName, Work>> = {
  logistic: classifying(() => new LogisticRegression({ maxIter: 200 })),
  gaussianNB: classifying(() => new GaussianNB()),
  discriminant: classifying(() => new LinearDiscriminantAnalysis()),
  bagging: classifying(
    () => new BaggingClassifier({ estimator: new LogisticRegression(), seed: 0 }),
  ),
  logisticCV: classifying(() => new LogisticRegressionCV()),
  lasso: regressing(() => new Lasso({ alpha: 0.1 })),
  lassoCV: regressing(() => new LassoCV()),
  huber: regressing(() => new HuberRegressor()),
  ridgeScores: ({ X, y }) => {
    const scores = crossValScore(new Ridge(), X, y);
    return () => scores.reduce((sum, score) => sum + score, 0) / scores.length;
  },
  standardScaler: transforming(() => new StandardScaler()),
  robustScaler: transforming(() => new RobustScaler()),
  quantileTransformer: transforming(() => new QuantileTransformer({ seed: 0 })),
  powerTransformer: transforming(() => new PowerTransformer()),
  polynomialFeatures: transforming(() => new PolynomialFeatures()),
  kBins: transforming(() => new KBinsDiscretizer({ encode: "ordinal", subsample: 1_000_000 })),
  oneHot: transforming(() => new OneHotEncoder({ sparseOutput: true })),
  linear: regressing(() => new LinearRegression()),
  ridge: regressing(() => new Ridge()),
  elasticNet: regressing(() => new ElasticNet({ alpha: 0.1 })),
  linearSVC: classifying(() => new LinearSVC()),
  linearSVR: regressing(() => new LinearSVR()),
  multinomialNB: classifying(() => new MultinomialNB()),
  kNeighborsClassifier: classifying(() => new KNeighborsClassifier()),
  kNeighborsRegressor: regressing(() => new KNeighborsRegressor()),
  minMaxScaler: transforming(() => new MinMaxScaler()),
  maxAbsScaler: transforming(() => new MaxAbsScaler()),
  normalizer: transforming(() => new Normalizer()),
  simpleImputer: transforming(() => new SimpleImputer()),
  ordinalEncoder: transforming(() => new OrdinalEncoder()),
  oneHotDense: transforming(() => new OneHotEncoder({ sparseOutput: false })),
};

/** An estimator of the workload's name. */
export function model({ model: name, arrays }: Workload): Task {
  const { X, y = X! } = loadAll(arrays);
  const labels = y.ndim === 1 ? Int32Array.from(y.data()) : new Int32Array(0);
  let score = () => Number.NaN;
  return {
    repetition: () => {
      score = works[name!]({ X: X!, y, labels });
    },
    score: () => score(),
  };
}
