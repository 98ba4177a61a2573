/** One thing that is timed, the same for every contestant. */
export interface Workload {
  /** What the table calls it; the command's filter looks here. */
  readonly name: string;
  /** Which of a contestant's tasks it is. */
  readonly task: TaskName;
  /** Of the task "model", which one. */
  readonly model?: ModelName;
  /** Numbers that the task wants to know: steps, batch, learning rate, … */
  readonly settings: Readonly<Record<string, number>>;
  /** Data files (see data.ts), by the name under which the task knows them. */
  readonly arrays: Readonly<Record<string, ArrayFile>>;
  /** Repetitions inside one timed run, so that a run is long enough to time. */
  readonly repeat: number;
  /** Floating-point operations of one repetition, for GFLOP/s. */
  readonly flop?: number;
  readonly peers: readonly PeerName[];
  /** A repetition of several steps stops after the step that passes this time, in milliseconds. Default none. */
  readonly limit?: number;
}

export type TaskName =
  | "matmul"
  | "convolution"
  | "convolutionGradients"
  | "mlp"
  | "cnn"
  | "lstm"
  | "gru"
  | "gpt"
  | "add"
  | "mulSumBackward"
  | "svd"
  | "eigh"
  | "solve"
  | "linearRegression"
  | "ridge"
  | "polynomial"
  | "model"
  | "kNeighbors"
  | "nearest"
  | "svc"
  | "linearSVC"
  | "gridSearch"
  | "textClassifier"
  | "mutualInfo"
  | "classMetrics"
  | "regressionMetrics"
  | "groupMean"
  | "innerJoin"
  | "readCSV";

/** The estimators of the task "model". */
export type ModelName =
  | "logistic"
  | "gaussianNB"
  | "discriminant"
  | "bagging"
  | "logisticCV"
  | "lasso"
  | "lassoCV"
  | "huber"
  | "ridgeScores"
  | "standardScaler"
  | "robustScaler"
  | "quantileTransformer"
  | "powerTransformer"
  | "polynomialFeatures"
  | "kBins"
  | "oneHot"
  | "linear"
  | "ridge"
  | "elasticNet"
  | "linearSVC"
  | "linearSVR"
  | "multinomialNB"
  | "kNeighborsClassifier"
  | "kNeighborsRegressor"
  | "minMaxScaler"
  | "maxAbsScaler"
  | "normalizer"
  | "simpleImputer"
  | "ordinalEncoder"
  | "oneHotDense";

export type PeerName =
  | "numpy"
  | "pytorch"
  | "scikit-learn"
  | "tfjs"
  | "jax-js"
  | "ml-matrix"
  | "ml.js"
  | "scikit.js"
  | "pandas"
  | "arquero";

/** An array in a file that every contestant reads: little-endian float32, rows first; or a table as CSV. */
export interface ArrayFile {
  readonly path: string;
  readonly shape: readonly number[];
}

/** What one timed run of a contestant gives back. */
export interface Run {
  /** Milliseconds of one repetition. */
  readonly milliseconds: number;
  /** A number that contestants with equal results share, a checksum or the final loss; null without an end. */
  readonly score: number | null;
  /** How much of the repetition was done until its limit; the milliseconds are of a whole one all the same. */
  readonly share: number;
}
