/** What the loss is measured on. */
export interface LogisticTargets {
  /** The place of each row's class. */
  readonly codes: Int32Array;
  /** A weight for each row; 1 each if absent. */
  readonly weights: Float64Array | undefined;
}

/** The number of score rows for so many classes: two classes need one. */
export function scoreCount(nClasses: number): number {
  return nClasses === 2 ? 1 : nClasses;
}

/**
 * The logistic loss Σ sᵢ·(−log pᵢ), with pᵢ the probability that the scores give row i's own class, by the sigmoid of
 * one score for two classes and by softmax for more. Scores become their derivatives, in place.
 *
 * @param scores K × n with one row of scores a class, or 1 × n for two classes
 */
export function logisticLoss(
  scores: Float64Array,
  targets: LogisticTargets,
  nScores: number,
): number {
  return nScores === 1 ? binaryLoss(scores, targets) : multinomialLoss(scores, targets, nScores);
}

/** So many factors of at most 2 do not overflow. */
const FACTORS = 512;

/** log(1 + e^z) − y·z, with e^−|z| so that nothing overflows. */
function binaryLoss(scores: Float64Array, { codes, weights }: LogisticTargets): number {
  if (weights !== undefined) return weightedLoss(scores, codes, weights);
  let loss = 0;
  // The sum of logarithms as the logarithm of a product: one for many rows.
  for (let from = 0; from < scores.length; from += FACTORS) {
    const end = Math.min(from + FACTORS, scores.length);
    let product = 1;
    for (let i = from; i < end; i++) {
      const z = scores[i]!;
      const isSecond = codes[i] === 1;
      // The score against the row's own class.
      const against = isSecond ? -z : z;
      const small = Math.exp(z < 0 ? z : -z);
      const larger = 1 / (1 + small);
      product *= 1 + small;
      if (against > 0) loss += against;
      const wrong = against > 0 ? larger : small * larger;
      scores[i] = isSecond ? -wrong : wrong;
    }
    loss += Math.log(product);
  }
  return loss;
}

function weightedLoss(scores: Float64Array, codes: Int32Array, weights: Float64Array): number {
  let loss = 0;
  for (let i = 0; i < scores.length; i++) {
    const isSecond = codes[i] === 1;
    const against = isSecond ? -scores[i]! : scores[i]!;
    const small = Math.exp(-Math.abs(against));
    const larger = 1 / (1 + small);
    const s = weights[i]!;
    loss += s * (Math.log1p(small) + (against > 0 ? against : 0));
    const wrong = against > 0 ? larger : small * larger;
    scores[i] = isSecond ? -s * wrong : s * wrong;
  }
  return loss;
}

function multinomialLoss(
  scores: Float64Array,
  { codes, weights }: LogisticTargets,
  nScores: number,
): number {
  const n = codes.length;
  const exps = new Float64Array(nScores);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    let largest = scores[i]!;
    for (let k = 1; k < nScores; k++) largest = Math.max(largest, scores[k * n + i]!);
    let sum = 0;
    for (let k = 0; k < nScores; k++) {
      exps[k] = Math.exp(scores[k * n + i]! - largest);
      sum += exps[k]!;
    }
    const s = weights === undefined ? 1 : weights[i]!;
    const own = codes[i]!;
    loss += s * (Math.log(sum) + largest - scores[own * n + i]!);
    for (let k = 0; k < nScores; k++) scores[k * n + i] = (s * exps[k]!) / sum;
    // 1 − p as the sum of the others keeps its digits where p is nearly 1.
    let others = 0;
    for (let k = 0; k < nScores; k++) if (k !== own) others += exps[k]!;
    scores[own * n + i] = (-s * others) / sum;
  }
  return loss;
}

/** The probabilities that scores stand for, n × K, in place of the scores of class-major order. */
export function probabilities(scores: Float64Array, nSamples: number): Float64Array {
  const nScores = scores.length / nSamples;
  const nClasses = nScores === 1 ? 2 : nScores;
  const shares = new Float64Array(nSamples * nClasses);
  for (let i = 0; i < nSamples; i++) {
    if (nScores === 1) {
      const z = scores[i]!;
      const small = Math.exp(-Math.abs(z));
      shares[2 * i + (z > 0 ? 1 : 0)] = 1 / (1 + small);
      shares[2 * i + (z > 0 ? 0 : 1)] = small / (1 + small);
      continue;
    }
    let largest = scores[i]!;
    for (let k = 1; k < nClasses; k++) largest = Math.max(largest, scores[k * nSamples + i]!);
    let sum = 0;
    for (let k = 0; k < nClasses; k++) {
      const value = Math.exp(scores[k * nSamples + i]! - largest);
      shares[i * nClasses + k] = value;
      sum += value;
    }
    for (let k = 0; k < nClasses; k++) shares[i * nClasses + k]! /= sum;
  }
  return shares;
}
