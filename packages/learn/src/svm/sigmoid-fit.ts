/** The sigmoid 1 / (1 + exp(a·score + b)) as a probability of the positive class. */
export interface Sigmoid {
  readonly a: number;
  readonly b: number;
}

/** Scores, and the probability that each should have. */
export interface SigmoidData {
  readonly scores: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  /** How much each counts. Default 1. */
  readonly weights?: ArrayLike<number> | undefined;
}

/** The start of Newton's method and its end: the largest element of the gradient that may be left. */
interface SigmoidLimits {
  readonly start: Sigmoid;
  readonly tol: number;
}

/**
 * The probabilities that Platt aims at, which leave room for errors: (positives + 1) / (positives + 2) and
 * 1 / (negatives + 2).
 *
 * @returns for each score, and the intercept to start from
 */
export function plattTargets(isPositive: ArrayLike<number>, weights?: ArrayLike<number>) {
  let positives = 0;
  let negatives = 0;
  for (let i = 0; i < isPositive.length; i++) {
    if (isPositive[i]) positives += weights?.[i] ?? 1;
    else negatives += weights?.[i] ?? 1;
  }
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const targets = Float64Array.from(isPositive, (value) => (value ? high : low));
  return { targets, start: { a: 0, b: Math.log((negatives + 1) / (positives + 1)) } };
}

/**
 * The sigmoid with the least cross-entropy, by Newton's method with steps that are halved until they help.
 *
 * @see Lin, Lin and Weng (2007), Machine Learning 68, 267–276.
 */
export function fitSigmoid(data: SigmoidData, { start, tol }: SigmoidLimits): Sigmoid {
  let at = start;
  let loss = entropyOf(data, at);
  for (let round = 0; round < 200; round++) {
    const { ga, gb, haa, hab, hbb } = derivatives(data, at);
    if (Math.abs(ga) < tol && Math.abs(gb) < tol) break;
    const determinant = haa * hbb - hab * hab;
    const da = -(hbb * ga - hab * gb) / determinant;
    const db = -(haa * gb - hab * ga) / determinant;
    const slope = ga * da + gb * db;
    let length = 1;
    for (; length >= 1e-10; length /= 2) {
      const next = { a: at.a + length * da, b: at.b + length * db };
      const lower = entropyOf(data, next);
      if (lower >= loss + 1e-4 * length * slope) continue;
      at = next;
      loss = lower;
      break;
    }
    if (length < 1e-10) break;
  }
  return at;
}

/** The probability of the positive class. */
export function sigmoidAt({ a, b }: Sigmoid, score: number): number {
  const z = a * score + b;
  return z >= 0 ? Math.exp(-z) / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(z));
}

function entropyOf({ scores, targets, weights }: SigmoidData, { a, b }: Sigmoid): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const z = a * scores[i]! + b;
    // t·z + log(1 + e⁻ᶻ), in the form that does not overflow.
    const own = targets[i]! * z + (z >= 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z);
    sum += (weights?.[i] ?? 1) * own;
  }
  return sum;
}

function derivatives({ scores, targets, weights }: SigmoidData, at: Sigmoid) {
  // A little on the diagonal keeps the Hessian positive where all probabilities are 0 or 1.
  const sums = { ga: 0, gb: 0, haa: 1e-12, hab: 0, hbb: 1e-12 };
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    const weight = weights?.[i] ?? 1;
    const p = sigmoidAt(at, score);
    const slope = weight * (targets[i]! - p);
    const curvature = weight * p * (1 - p);
    sums.ga += score * slope;
    sums.gb += slope;
    sums.haa += score * score * curvature;
    sums.hab += score * curvature;
    sums.hbb += curvature;
  }
  return sums;
}
