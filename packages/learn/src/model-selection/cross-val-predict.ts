import { checkOneOf, ParameterError, ValueError } from "@gradus/core";
import { isTensor, type Tensor, tensor } from "@gradus/tensor";
import type { Classifier, FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import { type Label, type Labels, readLabels, sortLabels } from "../base/labels";
import { warnOfLeakage } from "../base/leakage";
import type { Predictor, ResponseMethod } from "../metrics/scorer";
import { type CrossValidateOptions, rowsOfOptions } from "./cross-validate";
import { countRows, type Fold } from "./cross-validator";
import { foldsOfRows } from "./folding";
import { type Splittable, takeRows } from "./rows";

/** What `crossValPredict` can be told. */
export interface CrossValPredictOptions extends Pick<CrossValidateOptions, "cv" | "groups"> {
  /** What is asked of the fitted estimators. Default "predict". */
  readonly method?: ResponseMethod;
  /** Weights for `fit`, cut into folds like the rows. */
  readonly fitOptions?: FitOptions;
}

/**
 * For every row the answer of an estimator that was not trained on it.
 *
 * Made for looking at (residuals, a confusion matrix) and for stacking. To report a score use
 * `crossValScore`: the mean of the folds' scores is not the score of all answers together.
 *
 * @param method "predictProba" and "decisionFunction" for one row or column of each class
 * @throws ParameterError unless every row is tested in one fold; ValueError if a decision function lacks a
 *   class in some fold; and as `crossValidate`.
 * @example
 * ```ts
 * const X = [[1], [2], [3], [4]];
 * const answers = crossValPredict(new LinearRegression(), X, [1, 2, 3, 4], { cv: 2 });
 * answers.round().toArray(); // → [1, 2, 3, 4]
 * ```
 */
export function crossValPredict(
  estimator: Classifier,
  X: Splittable,
  y: Splittable,
  options?: Omit<CrossValPredictOptions, "method"> & { readonly method?: "predict" },
): Label[];
export function crossValPredict(
  estimator: Predictor,
  X: Splittable,
  y: Splittable,
  options?: CrossValPredictOptions,
): Tensor;
export function crossValPredict(
  estimator: Predictor,
  X: Splittable,
  y: Splittable,
  options: CrossValPredictOptions = {},
): Tensor | Label[] {
  const { method = "predict", fitOptions } = options;
  checkOneOf(WHERE, "method", method, ["predict", "predictProba", "decisionFunction"]);
  warnOfLeakage(WHERE, X);
  const folds = foldsOfRows(WHERE, estimator, [X, y], options);
  const n = countRows(WHERE, X);
  checkPartition(folds, n);
  const isSpread = estimator.estimatorType === "classifier" && method !== "predict";
  const classes = isSpread ? sortLabels(new Set(readLabels(WHERE, "y", y as Labels))) : undefined;
  const parts = folds.map(({ train, test }) => {
    const copy = estimator.clone() as Predictor;
    const yTrain = takeRows(y, train) as Targets & Labels;
    copy.fit(takeRows(X, train) as Matrix, yTrain, rowsOfOptions(fitOptions, train));
    const ask = (copy as unknown as Record<string, ((X: Matrix) => Tensor | Label[]) | undefined>)[
      method
    ];
    if (!ask)
      throw new ParameterError(`${WHERE}: expected an estimator with ${method}, got one without`);
    const answers = ask.call(copy, takeRows(X, test) as Matrix);
    const own = classes && (copy as Classifier).classes;
    return isTensor(answers) && own ? spread(answers, own, classes, method) : answers;
  });
  return inRowOrder(parts, folds, n);
}

const WHERE = "crossValPredict";

function checkPartition(folds: readonly Fold[], n: number): void {
  const tested = new Uint8Array(n);
  for (const { test } of folds) for (const row of test) tested[row]! += 1;
  const bad = tested.findIndex((times) => times !== 1);
  if (bad < 0) return;
  throw new ParameterError(
    `${WHERE}: cv must test every row once, got row ${bad} tested ${tested[bad]} times`,
  );
}

/** Columns for all classes, where a fold has not seen some: their probability is 0. */
function spread(
  answers: Tensor,
  own: readonly Label[],
  classes: readonly Label[],
  method: ResponseMethod,
): Tensor {
  if (own.length === classes.length) return answers;
  if (method === "decisionFunction") {
    throw new ValueError(
      `${WHERE}: expected every class in the training rows of each fold, got ${own.length} of ${classes.length}; fewer folds, or StratifiedKFold, keep them`,
    );
  }
  const n = answers.shape[0]!;
  const given = answers.data();
  const values = new Float64Array(n * classes.length);
  own.forEach((label, k) => {
    const place = classes.indexOf(label);
    for (let i = 0; i < n; i++) values[i * classes.length + place] = given[i * own.length + k]!;
  });
  return tensor(values, { shape: [n, classes.length] });
}

function inRowOrder(
  parts: readonly (Tensor | Label[])[],
  folds: readonly Fold[],
  n: number,
): Tensor | Label[] {
  const first = parts[0]!;
  if (!isTensor(first)) {
    const labels = new Array<Label>(n);
    folds.forEach(({ test }, k) => {
      test.forEach((row, i) => {
        labels[row] = (parts[k] as Label[])[i]!;
      });
    });
    return labels;
  }
  const width = first.size / first.shape[0]!;
  const values = new Float64Array(n * width);
  folds.forEach(({ test }, k) => {
    const answers = (parts[k] as Tensor).data() as Float64Array;
    test.forEach((row, i) => {
      values.set(answers.subarray(i * width, (i + 1) * width), row * width);
    });
  });
  return tensor(values, { shape: [n, ...first.shape.slice(1)] });
}
