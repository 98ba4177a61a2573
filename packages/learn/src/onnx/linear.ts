import type { Operator, OperatorModel } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import type { Estimator } from "../base/estimator";
import type { Label } from "../base/labels";
import {
  classLabels,
  constantInput,
  constantNumbers,
  fittedEstimator,
  matrix,
  numbersIn,
  numbersOf,
  refuseOperator,
  single,
} from "./operators";
import { expectOnly, hasTypes, type Predictor } from "./predictor";

/** X · coef + intercept for each target. */
export function linearRegressor(operator: Operator, width: number): Predictor {
  if (single(operator, "post_transform", "NONE") !== "NONE") {
    refuseOperator(operator, "a function of the prediction");
  }
  const nTargets = single(operator, "targets", 1);
  const coefs = matrix(operator, numbersOf(operator, "coefficients"), nTargets, width);
  const intercepts = tensor(numbersIn(operator, "intercepts") ?? new Float64Array(nTargets));
  const fitted = { coefs, intercepts, isVector: nTargets === 1, nFeaturesIn: width };
  return {
    finish(after) {
      expectOnly(after, ["Identity", "Cast", "Reshape", "Flatten"]);
      return fittedEstimator("LinearRegression", {}, fitted);
    },
  };
}

/** Scores of classes, with or without probabilities. */
export function linearClassifier(operator: Operator, width: number): Predictor {
  const classes = classLabels(operator);
  const rows = numbersOf(operator, "coefficients");
  const nRows = rows.length / width;
  const intercepts = numbersIn(operator, "intercepts") ?? new Float64Array(nRows);
  const link = single(operator, "post_transform", "NONE");
  const isPair = classes.length === 2;
  if (!["NONE", "LOGISTIC", "SOFTMAX"].includes(link) || (link === "LOGISTIC" && !isPair)) {
    refuseOperator(operator, `probabilities by ${link} of ${classes.length} classes`);
  }
  if (nRows !== classes.length && !(isPair && nRows === 1)) {
    refuseOperator(operator, `${rows.length} coefficients of ${width} columns`);
  }
  // Of two classes one row of coefficients says all: the second's, or what it is ahead of the first.
  const last = (values: Float64Array, size: number) => {
    const own = values.slice(-size);
    return link === "SOFTMAX" && nRows === 2 ? own.map((value, j) => value - values[j]!) : own;
  };
  const coef = isPair ? last(rows, width) : rows;
  const fitted = {
    classes,
    coef: matrix(operator, coef, isPair ? 1 : classes.length, width),
    intercept: tensor(isPair ? last(intercepts, 1) : intercepts),
    nIter: 0,
    nFeaturesIn: width,
  };
  return {
    finish(after, model) {
      const allowed = ["Normalizer", "ZipMap", "Identity", "Cast", "Reshape"];
      // Of two classes the score of the second one is taken.
      const ofSecond = after.filter(({ type }) => type === "ArrayFeatureExtractor");
      for (const one of ofSecond) {
        if (!isPair || constantInput(model, one, 1).values[0] !== 1) refuseOperator(one);
      }
      expectOnly(after, [...allowed, "ArrayFeatureExtractor"]);
      const sums = after.find(({ type }) => type === "Normalizer");
      if (sums && (single(sums, "norm", "MAX") !== "L1" || link === "NONE")) refuseOperator(sums);
      return fittedEstimator(link === "NONE" ? "LinearSVC" : "LogisticRegression", {}, fitted);
    },
  };
}

/** X · W, and what other operators make of it: a regression, scores of classes, or naive Bayes of counts. */
export function product(operator: Operator, width: number, model: OperatorModel): Predictor {
  const { shape } = constantInput(model, operator, 1);
  const [, nScores = 1] = shape;
  const weights = matrix(operator, constantNumbers(model, operator, 1), width, nScores);
  const coef = weights.transpose().clone();
  return {
    finish(after) {
      const [first, ...rest] = after;
      const isShifted = first?.type === "Add" && model.constants[first.inputs[1]!] !== undefined;
      const intercept = isShifted ? constantNumbers(model, first, 1) : new Float64Array(nScores);
      const others = (isShifted ? rest : after).filter(({ type }) => !PLAIN.includes(type));
      if (others.length === 0) {
        const isVector = nScores === 1;
        const fitted = { coefs: coef, intercepts: tensor(intercept), isVector, nFeaturesIn: width };
        return fittedEstimator("LinearRegression", {}, fitted);
      }
      const classes = labelsOf(others, model);
      const state = { classes, coef, intercept: tensor(intercept), nIter: 0, nFeaturesIn: width };
      const isPair = nScores === 1 && classes.length === 2;
      if (isPair && hasTypes(others, ["Mul", "Concat", ...NAMED])) {
        return fittedEstimator("LinearSVC", {}, state);
      }
      if (classes.length !== nScores) refuseOperator(others[0]!);
      if (hasTypes(others, NAMED)) return fittedEstimator("LinearSVC", {}, state);
      if (hasTypes(others, [...NAMED, ...SOFTMAX])) {
        return countsOrLogistic(state);
      }
      return refuseOperator(others[0]!);
    },
  };
}

/** Operators that change no number. */
const PLAIN = ["Identity", "Cast", "Reshape", "Flatten", "ZipMap"];
/** The operators that give the name of the largest score. */
export const NAMED = ["ArgMax", "ArrayFeatureExtractor"];
/** exp(s − log Σ exp(s)). */
export const SOFTMAX = ["ReduceLogSumExp", "Sub", "Exp"];

/** The classes, which the place of the largest score chooses from. */
export function labelsOf(operators: readonly Operator[], model: OperatorModel): readonly Label[] {
  const found = operators.find(({ type }) => type === "ArrayFeatureExtractor");
  if (found === undefined) return refuseOperator(operators[0]!);
  return constantInput(model, found, 0).values as readonly Label[];
}

interface LinearState {
  readonly classes: readonly Label[];
  readonly coef: ReturnType<typeof tensor>;
  readonly intercept: ReturnType<typeof tensor>;
  readonly nFeaturesIn: number;
}

/** Naive Bayes of counts where the numbers are logarithms of shares; otherwise the same by another name. */
function countsOrLogistic(state: LinearState): Estimator {
  const { classes, coef, intercept, nFeaturesIn } = state;
  const sums = [intercept.exp().sum().item(), ...coef.exp().sum(1).data()];
  if (sums.some((sum) => Math.abs(sum - 1) > 1e-4)) {
    return fittedEstimator("LogisticRegression", {}, state);
  }
  // The counts are not in the file: learning more from there gives NaN.
  return fittedEstimator(
    "MultinomialNB",
    {},
    {
      classes,
      classCount: intercept.mul(Number.NaN),
      featureCount: coef.mul(Number.NaN),
      classLogPrior: intercept,
      featureLogProb: coef,
      nFeaturesIn,
    },
  );
}
