import { createRequire } from "node:module";
import { join } from "node:path";
import type { ArrayFile, ModelName, Workload } from "../workload";
import { accuracy, r2 } from "./scores";
import { meanAbsolute, readArray, serve, type Task, versionOf } from "./serve";

// It brings some 600 MB, so that it is no dependency: the environment variable names a folder where it is installed.

/** The part of TensorFlow.js that is used. */
interface TensorFlow {
  ready(): Promise<void>;
  /** Gives back what `work` made meanwhile. */
  tidy<T>(work: () => T): T;
  tensor1d(values: ArrayLike<number>, dtype?: string): Tensor;
  tensor2d(values: ArrayLike<number>, shape: readonly number[]): Tensor;
}

interface Tensor {
  dataSync(): ArrayLike<number>;
  dispose(): void;
}

interface Model {
  fit(X: Tensor, y?: Tensor): Promise<unknown> | unknown;
  predict(X: Tensor): Promise<Tensor> | Tensor;
  transform(X: Tensor): Tensor;
}

type Maker = new (options?: object) => Model;
type Library = Readonly<Record<string, Maker>> & {
  setBackend(tf: TensorFlow): void;
  readonly metrics: {
    accuracyScore(y: Tensor, predicted: Tensor): number;
    confusionMatrix(y: Tensor, predicted: Tensor): number[][];
    r2Score(y: Tensor, predicted: Tensor): number;
    meanSquaredError(y: Tensor, predicted: Tensor): number;
  };
};

/** Its name for a model, and the options that make it ours. */
const MODELS: Readonly<Partial<Record<ModelName, readonly [name: string, options?: object]>>> = {
  linear: ["LinearRegression"],
  ridge: ["RidgeRegression"],
  lasso: ["LassoRegression", { alpha: 0.1 }],
  elasticNet: ["ElasticNet", { alpha: 0.1 }],
  logistic: ["LogisticRegression"],
  linearSVC: ["LinearSVC"],
  linearSVR: ["LinearSVR"],
  gaussianNB: ["GaussianNB"],
  kNeighborsClassifier: ["KNeighborsClassifier"],
  kNeighborsRegressor: ["KNeighborsRegressor"],
  standardScaler: ["StandardScaler"],
  robustScaler: ["RobustScaler"],
  minMaxScaler: ["MinMaxScaler"],
  maxAbsScaler: ["MaxAbsScaler"],
  normalizer: ["Normalizer"],
  simpleImputer: ["SimpleImputer", { strategy: "mean" }],
  ordinalEncoder: ["OrdinalEncoder"],
  oneHot: ["OneHotEncoder"], // dense, since it has no sparse matrices
  oneHotDense: ["OneHotEncoder"],
};

const { SCIKITJS: folder } = process.env;
const load = createRequire(join(folder ?? process.cwd(), "package.json"));
const [library, tf] = [found("scikitjs"), found("@tensorflow/tfjs")] as [Library, TensorFlow];
const isHere = library !== undefined && tf !== undefined;

await serve({
  version: isHere ? `scikit.js ${versionOf("scikitjs", load)}` : "scikit.js",
  setting: "1 thread",
  missing: isHere ? undefined : "SCIKITJS names no folder with scikitjs and @tensorflow/tfjs",
  start: async () => {
    library.setBackend(tf);
    await tf.ready();
  },
  tasks: { model, classMetrics, regressionMetrics },
});

function found(name: string): unknown {
  try {
    return load(name) as unknown;
  } catch {
    return undefined;
  }
}

function classMetrics({ arrays }: Workload): Task {
  const labels = [arrays.y!, arrays.predicted!].map((file) =>
    tf.tensor1d(readArray(file), "int32"),
  );
  const [y, predicted] = labels as [Tensor, Tensor];
  const [{ metrics }, nRows] = [library, arrays.y!.shape[0]!];
  let score = Number.NaN;
  return {
    repetition: () => {
      const counts = tf.tidy(() => metrics.confusionMatrix(y, predicted));
      const accuracy = tf.tidy(() => metrics.accuracyScore(y, predicted));
      score = accuracy + counts[1]![2]! / nRows;
    },
    score: () => score,
  };
}

function regressionMetrics({ arrays }: Workload): Task {
  const [y, predicted] = [
    tf.tensor1d(readArray(arrays.y!)),
    tf.tensor1d(readArray(arrays.predicted!)),
  ];
  const { metrics } = library;
  let score = Number.NaN;
  return {
    repetition: () => {
      const error = tf.tidy(() => metrics.meanSquaredError(y, predicted));
      score = tf.tidy(() => metrics.r2Score(y, predicted)) + error;
    },
    score: () => score,
  };
}

function model(workload: Workload): Task {
  const { X, y } = workload.arrays as { X: ArrayFile; y?: ArrayFile };
  const [name, options] = MODELS[workload.model!]!;
  const Model = library[name]!;
  const features = tf.tensor2d(readArray(X), X.shape);
  const answers = y && readArray(y);
  const isLabel = answers?.every(Number.isInteger) ?? false;
  const target = answers && tf.tensor1d(answers, isLabel ? "int32" : "float32");
  let output: ArrayLike<number> = [];
  return {
    repetition: async () => {
      const made = new Model(options);
      await made.fit(features, target);
      const result = await (target ? made.predict(features) : made.transform(features));
      output = result.dataSync(); // before that, nothing may have been computed
      result.dispose();
    },
    score: () => {
      if (workload.model === "oneHot") return meanAbsolute(Array.from(output).filter(Boolean));
      if (answers === undefined) return meanAbsolute(output);
      return isLabel ? accuracy(answers, output) : r2(answers, output);
    },
  };
}
