import { createRequire } from "node:module";
import { join } from "node:path";
import type { ArrayFile, ModelName, Workload } from "../workload";
import { accuracy, r2 } from "./scores";
import { meanAbsolute, readArray, serve, type Task, versionOf } from "./serve";

// It brings some 600 MB, so that it is no dependency: the environment variable names a folder where it is installed.

/** The part of TensorFlow.js that is used. */
interface TensorFlow {
  ready(): Promise<void>;
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
type Library = Readonly<Record<string, Maker>> & { setBackend(tf: TensorFlow): void };

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
  tasks: { model },
});

function found(name: string): unknown {
  try {
    return load(name) as unknown;
  } catch {
    return undefined;
  }
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
      if (answers === undefined) return meanAbsolute(output);
      return isLabel ? accuracy(answers, output) : r2(answers, output);
    },
  };
}
