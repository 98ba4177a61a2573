import { IsotonicRegression } from "../isotonic/isotonic-regression";
import { fitSigmoid, plattTargets, type Sigmoid, sigmoidAt } from "../svm/sigmoid-fit";

/** How scores become probabilities. */
export type CalibrationMethod = "sigmoid" | "isotonic" | "temperature";

/** What turns the scores of one class into probabilities; or with a temperature those of all classes. */
export type Calibrator = Sigmoid | IsotonicRegression | { readonly beta: number };

/** Scores of rows: one column for two classes, otherwise one for each class. */
export interface Scores {
  readonly columns: readonly Float64Array[];
  /** Whether they are probabilities. */
  readonly isShares: boolean;
}

/** Learns from scores and whether each row is of the class. */
export function fitCalibrator(
  method: "sigmoid" | "isotonic",
  scores: Float64Array,
  isPositive: Int32Array,
  weights: Float64Array | undefined,
): Calibrator {
  if (method === "isotonic") {
    const options = weights ? { sampleWeight: weights } : {};
    const model = new IsotonicRegression({ outOfBounds: "clip" });
    return model.fit(scores, Float64Array.from(isPositive), options);
  }
  const { targets, start } = plattTargets(isPositive, weights);
  return fitSigmoid({ scores, targets, weights }, { start, tol: 1e-10 * scores.length });
}

/** Probabilities of one class. */
export function calibrated(calibrator: Calibrator, scores: Float64Array): Float64Array {
  if (calibrator instanceof IsotonicRegression) {
    return calibrator.predict(scores).data() as Float64Array;
  }
  return scores.map((score) => sigmoidAt(calibrator as Sigmoid, score));
}

/**
 * The factor β = 1 / temperature of the logits with the least cross-entropy. Its slope grows with β, so that halving
 * finds where it is 0.
 *
 * @see Guo, Pleiss, Sun and Weinberger (2017), International Conference on Machine Learning 34, 1321–1330.
 */
export function fitTemperature(
  scores: Scores,
  codes: Int32Array,
  weights: Float64Array | undefined,
): { readonly beta: number } {
  const logits = logitsOf(scores);
  let [low, high] = [-10, 10];
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (slopeAt(logits, codes, weights, Math.exp(middle)) > 0) high = middle;
    else low = middle;
  }
  return { beta: Math.exp((low + high) / 2) };
}

/** Probabilities of all classes, a column each. */
export function softened(scores: Scores, beta: number): Float64Array[] {
  const logits = logitsOf(scores);
  const columns = logits.map((column) => new Float64Array(column.length));
  const own = new Float64Array(logits.length);
  for (let i = 0; i < logits[0]!.length; i++) {
    softmaxAt(logits, i, beta, own);
    columns.forEach((column, k) => {
      column[i] = own[k]!;
    });
  }
  return columns;
}

/** What is added to probabilities, so that 0 has a logarithm. */
const LEAST = 1e-12;

/** Logarithms of probabilities; decisions as they are, of two classes with both signs. */
function logitsOf({ columns, isShares }: Scores): Float64Array[] {
  if (isShares) {
    const first = columns[0]!;
    const shares = columns.length > 1 ? columns : [first.map((share) => 1 - share), first];
    return shares.map((column) => column.map((share) => Math.log(share + LEAST)));
  }
  return columns.length > 1 ? [...columns] : [columns[0]!.map((score) => -score), columns[0]!];
}

function slopeAt(
  logits: readonly Float64Array[],
  codes: Int32Array,
  weights: Float64Array | undefined,
  beta: number,
): number {
  const shares = new Float64Array(logits.length);
  let sum = 0;
  codes.forEach((code, i) => {
    softmaxAt(logits, i, beta, shares);
    let mean = 0;
    for (let k = 0; k < shares.length; k++) mean += shares[k]! * logits[k]![i]!;
    sum += (weights?.[i] ?? 1) * (mean - logits[code]![i]!);
  });
  return sum;
}

function softmaxAt(
  logits: readonly Float64Array[],
  i: number,
  beta: number,
  into: Float64Array,
): void {
  let most = -Infinity;
  for (const column of logits) most = Math.max(most, beta * column[i]!);
  let total = 0;
  logits.forEach((column, k) => {
    into[k] = Math.exp(beta * column[i]! - most);
    total += into[k]!;
  });
  for (let k = 0; k < into.length; k++) into[k]! /= total;
}
