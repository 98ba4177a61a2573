import type { ArrayFile, Workload } from "../workload";
import { accuracy, r2 } from "./scores";
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

/** A curve through points. */
interface Curve {
  predict(x: Row): number[];
}

interface Trained {
  train(X: Matrix, y: unknown): void;
  predict(X: Matrix): number[];
}

/** libsvm, compiled to WebAssembly. */
interface LibSVM {
  readonly KERNEL_TYPES: { readonly RBF: number };
  readonly SVM_TYPES: { readonly C_SVC: number };
  new (options: object): { train(X: Rows, y: Row): void; predict(X: Rows): number[]; free(): void };
}

type Row = readonly number[];
type Rows = readonly Row[];

/** As its page recommends. */
const LOGISTIC = { numSteps: 1000, learningRate: 5e-3 };

const names = [
  "ml-matrix",
  "ml-knn",
  "ml-naivebayes",
  "ml-logistic-regression",
  "ml-regression-multivariate-linear",
  "ml-regression-polynomial",
  "ml-regression-simple-linear",
] as const;

const loaded = await Promise.all(names.map((name) => import(name).catch(() => undefined)));
const missing = names.filter((_, i) => loaded[i] === undefined);
const [{ Matrix }, knn, bayes, logistic, linear, curve, line] = loaded as unknown as [
  MatrixModule,
  {
    default: new (X: Rows, y: readonly number[], options: object) => { predict(X: Rows): number[] };
  },
  { GaussianNB: new () => Trained; MultinomialNB: new () => Trained },
  { default: new (options: object) => Trained },
  { default: new (X: Matrix, y: Matrix) => Regression },
  { PolynomialRegression: new (x: Row, y: Row, degree: number) => Curve },
  { SimpleLinearRegression: new (x: Row, y: Row) => Curve },
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
    polynomial: ({ arrays, settings }) => {
      const [x, y] = [[...numbers(arrays.X!)], [...numbers(arrays.y!)]];
      const degree = settings.degree!;
      let predicted: number[] = [];
      return {
        repetition: () => {
          const model =
            degree === 1
              ? new line.SimpleLinearRegression(x, y)
              : new curve.PolynomialRegression(x, y, degree);
          predicted = model.predict(x);
        },
        score: () => r2(Float64Array.from(y), predicted),
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
    svc: async ({ arrays }) => {
      const name = "libsvm-js"; // loaded here only, since it reports how it is loaded
      const SVM = await ((await import(name)) as { default: Promise<LibSVM> }).default;
      const [X, queries] = [matrix(arrays.X!).to2DArray(), matrix(arrays.queries!).to2DArray()];
      const y = [...numbers(arrays.y!)];
      const options = {
        kernel: SVM.KERNEL_TYPES.RBF,
        type: SVM.SVM_TYPES.C_SVC,
        gamma: 1 / (arrays.X!.shape[1]! * variance(numbers(arrays.X!))),
        cacheSize: 200,
        quiet: true,
      };
      let predicted: number[] = [];
      return {
        repetition: () => {
          const machine = new SVM(options);
          machine.train(X, y);
          predicted = machine.predict(queries);
          machine.free();
        },
        score: () => predicted.reduce((a, b) => a + b, 0) / predicted.length,
      };
    },
    model: (workload) => {
      const list = (y: Float64Array) => [...y];
      switch (workload.model) {
        case "gaussianNB":
          // Its predict looks at the first two features only, whatever their number: hence its score.
          return classifying(workload, () => new bayes.GaussianNB(), list);
        case "multinomialNB":
          return classifying(workload, () => new bayes.MultinomialNB(), list);
        default: {
          const make = () => new logistic.default(LOGISTIC);
          return classifying(workload, make, (y) => Matrix.columnVector(y));
        }
      }
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
    score: () => accuracy(y, predicted),
  };
}

function variance(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

function numbers(file: ArrayFile): Float64Array {
  return Float64Array.from(readArray(file));
}

function matrix(file: ArrayFile): Matrix {
  const [rows, columns] = file.shape as [number, number];
  return Matrix.from1DArray(rows, columns, numbers(file));
}
