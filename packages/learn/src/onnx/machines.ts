import type { Operator } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import {
  classLabels,
  fittedEstimator,
  matrix,
  numbersIn,
  numbersOf,
  refuseOperator,
  single,
} from "./operators";
import { expectOnly, type Predictor } from "./predictor";

const KERNELS: Readonly<Record<string, string>> = {
  LINEAR: "linear",
  POLY: "poly",
  RBF: "rbf",
  SIGMOID: "sigmoid",
};

/** What all machines have: a kernel and support vectors. */
function machineOf(operator: Operator, width: number) {
  const name = single(operator, "kernel_type", "LINEAR");
  const kernel = KERNELS[name] ?? refuseOperator(operator, `a kernel ${name}`);
  const [gamma = 1, coef0 = 0, degree = 3] = numbersIn(operator, "kernel_params") ?? [];
  const values = numbersOf(operator, "support_vectors");
  const nVectors = values.length / width;
  const vectors = matrix(operator, values, nVectors, width);
  const params = { kernel, degree, gamma: gamma || "scale", coef0 };
  const support = Int32Array.from({ length: nVectors }, (_, i) => i);
  const fitted = { kernel: { kernel, degree, gamma, coef0 }, support, vectors, nFeaturesIn: width };
  return { params, fitted, nVectors };
}

/** A regression, or with the sign behind it a machine that tells outliers. */
export function machineRegressor(operator: Operator, width: number): Predictor {
  const { params, fitted, nVectors } = machineOf(operator, width);
  const weights = numbersOf(operator, "coefficients");
  const [intercept = 0] = numbersIn(operator, "rho") ?? [];
  if (weights.length !== nVectors) refuseOperator(operator, "no coefficient for each vector");
  const state = { ...fitted, weights, intercept, nIter: 0 };
  return {
    finish(after) {
      expectOnly(after, ["Cast", "Identity", "Reshape", "Sign"]);
      const isOneClass =
        single(operator, "one_class", 0) === 1 || after.some(({ type }) => type === "Sign");
      return fittedEstimator(isOneClass ? "OneClassSVM" : "SVR", params, state);
    },
  };
}

/** A machine for each pair of classes. */
export function machineClassifier(operator: Operator, width: number): Predictor {
  const { params, fitted, nVectors } = machineOf(operator, width);
  const classes = classLabels(operator);
  const nPairs = (classes.length * (classes.length - 1)) / 2;
  const rho = numbersOf(operator, "rho");
  const nSupport = Int32Array.from(numbersOf(operator, "vectors_per_class"));
  if (rho.length !== nPairs || nSupport.length !== classes.length) {
    refuseOperator(operator, `rho and vectors for ${classes.length} classes`);
  }
  const coefficients = numbersOf(operator, "coefficients");
  const a = numbersIn(operator, "prob_a");
  const b = numbersIn(operator, "prob_b");
  const hasSigmoids = a !== undefined && a.length === nPairs && b?.length === nPairs;
  const state = {
    ...fitted,
    classes,
    nSupport,
    dualCoef: matrix(operator, coefficients, classes.length - 1, nVectors),
    intercept: tensor(rho),
    nIter: new Int32Array(nPairs),
    ...(hasSigmoids && { sigmoids: Array.from(a, (one, k) => ({ a: one, b: b![k]! })) }),
  };
  return {
    finish(after) {
      const chosen = after.filter(({ type }) => type === "ArrayFeatureExtractor");
      const isVoted = chosen.length === 2 * nPairs && classes.length > 2;
      expectOnly(after, isVoted ? [...PLAIN, ...VOTES] : PLAIN);
      return fittedEstimator("SVC", { ...params, probability: hasSigmoids }, state);
    },
  };
}

const PLAIN = ["Cast", "Identity", "Reshape", "ZipMap"];
/** The operators that turn the scores of pairs into scores of classes. */
const VOTES = ["Less", "Neg", "ArrayFeatureExtractor", "Sum", "Add", "Concat", "Abs", "Mul", "Div"];
