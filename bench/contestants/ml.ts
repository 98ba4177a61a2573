import type { ArrayFile, Workload } from "../workload";
import { readArray, serve, type Task } from "./serve";

// The estimators of ml.js: a package each, optional guests whose own types may be missing.

/** The part of ml-matrix that is used. */
interface MatrixModule {
  readonly Matrix: {
    from1DArray(rows: number, columns: number, values: ArrayLike<number>): Matrix;
    columnVector(values: ArrayLike<number>): Matrix;
  };
}

interface Matrix {
  to1DArray(): number[];
  to2DArray(): number[][];
}

interface Regression {
  predict(X: Matrix): Matrix;
}

interface Trained {
  train(X: Matrix, y: unknown): void;
  predict(X: Matrix): number[];
}

type Rows = readonly (readonly number[])[];

/** As its page recommends. */
const LOGISTIC = { numSteps: 1000, learningRate: 5e-3 };

const names = [
  "ml-matrix",
  "ml-knn",
  "ml-naivebayes",
  "ml-logistic-regression",
  "ml-regression-multivariate-linear",
] as const;

const loaded = await Promise.all(names.map((name) => import(name).catch(() => undefined)));
const missing = names.filter((_, i) => loaded[i] === undefined);
const [{ Matrix }, knn, bayes, logistic, linear] = loaded as unknown as [
  MatrixModule,
  {
    default: new (X: Rows, y: readonly number[], options: object) => { predict(X: Rows): number[] };
  },
  { GaussianNB: new () => Trained },
  { default: new (options: object) => Trained },
  { default: new (X: Matrix, y: Matrix) => Regression },
];

await serve({
  version: "ml.js",
  setting: "1 thread",
  missing: missing.length > 0 ? `${missing.join(", ")} not installed` : undefined,
  tasks: {
    linearRegression: ({ arrays }) => {
      const [X, y] = [matrix(arrays.X!), numbers(arrays.y!)];
      const Y = Matrix.columnVector(y);
      let model: Regression;
      return {
        repetition: () => {
          model = new linear.default(X, Y);
        },
        score: () => r2(y, model.predict(X).to1DArray()),
      };
    },
    kNeighbors: ({ arrays, settings }) => {
      const [X, queries] = [matrix(arrays.X!).to2DArray(), matrix(arrays.queries!).to2DArray()];
      const y = [...numbers(arrays.y!)];
      let predicted: number[] = [];
      return {
        repetition: () => {
          predicted = new knn.default(X, y, { k: settings.k! }).predict(queries);
        },
        score: () => predicted.reduce((a, b) => a + b, 0) / predicted.length,
      };
    },
    model: (workload) => {
      if (workload.model === "gaussianNB") {
        return classifying(
          workload,
          () => new bayes.GaussianNB(),
          (y) => [...y],
        );
      }
      const make = () => new logistic.default(LOGISTIC);
      return classifying(workload, make, (y) => Matrix.columnVector(y));
    },
  },
});

function classifying(
  { arrays }: Workload,
  make: () => Trained,
  labelsOf: (y: Float64Array) => unknown,
): Task {
  const [X, y] = [matrix(arrays.X!), numbers(arrays.y!)];
  const labels = labelsOf(y);
  let predicted: number[] = [];
  return {
    repetition: () => {
      const model = make();
      model.train(X, labels);
      predicted = model.predict(X);
    },
    score: () => y.filter((label, i) => label === predicted[i]).length / y.length,
  };
}

function r2(y: Float64Array, predicted: readonly number[]): number {
  const mean = y.reduce((a, b) => a + b, 0) / y.length;
  let [rest, all] = [0, 0];
  for (const [i, value] of y.entries()) {
    rest += (value - predicted[i]!) ** 2;
    all += (value - mean) ** 2;
  }
  return 1 - rest / all;
}

function numbers(file: ArrayFile): Float64Array {
  return Float64Array.from(readArray(file));
}

function matrix(file: ArrayFile): Matrix {
  const [rows, columns] = file.shape as [number, number];
  return Matrix.from1DArray(rows, columns, numbers(file));
}
