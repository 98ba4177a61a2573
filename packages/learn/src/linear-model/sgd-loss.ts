/** A loss of a score p for a target y (for classes −1 or 1), and its derivative for p. */
export interface SGDLoss {
  value(y: number, p: number): number;
  slope(y: number, p: number): number;
}

/** The losses of `SGDRegressor`. */
export type RegressionLoss =
  | "squaredError"
  | "huber"
  | "epsilonInsensitive"
  | "squaredEpsilonInsensitive";

/** The losses of `SGDClassifier`. */
export type ClassificationLoss =
  | "hinge"
  | "squaredHinge"
  | "perceptron"
  | "logLoss"
  | "modifiedHuber"
  | RegressionLoss;

export const REGRESSION_LOSSES: readonly RegressionLoss[] = [
  "squaredError",
  "huber",
  "epsilonInsensitive",
  "squaredEpsilonInsensitive",
];

export const CLASSIFICATION_LOSSES: readonly ClassificationLoss[] = [
  "hinge",
  "squaredHinge",
  "perceptron",
  "logLoss",
  "modifiedHuber",
  ...REGRESSION_LOSSES,
];

/** The loss of that name; `epsilon` is where huber bends and the insensitive ones begin. */
export function sgdLoss(name: ClassificationLoss, epsilon: number): SGDLoss {
  return MAKERS[name](epsilon);
}

const MAKERS: Readonly<Record<ClassificationLoss, (epsilon: number) => SGDLoss>> = {
  hinge: () => hingeFrom(1),
  perceptron: () => hingeFrom(0),
  squaredHinge: () => ({
    value: (y, p) => Math.max(0, 1 - y * p) ** 2,
    slope: (y, p) => -2 * y * Math.max(0, 1 - y * p),
  }),
  logLoss: () => ({
    value: (y, p) => Math.log1p(Math.exp(-Math.abs(p))) + Math.max(0, -y * p),
    slope: (y, p) => -y / (1 + Math.exp(y * p)),
  }),
  modifiedHuber: () => ({
    value: (y, p) => (y * p >= -1 ? Math.max(0, 1 - y * p) ** 2 : -4 * y * p),
    slope: (y, p) => (y * p >= -1 ? -2 * y * Math.max(0, 1 - y * p) : -4 * y),
  }),
  squaredError: () => ({ value: (y, p) => (p - y) ** 2 / 2, slope: (y, p) => p - y }),
  huber: (epsilon) => ({
    value: (y, p) => {
      const size = Math.abs(p - y);
      return size <= epsilon ? size ** 2 / 2 : epsilon * (size - epsilon / 2);
    },
    slope: (y, p) => Math.max(-epsilon, Math.min(epsilon, p - y)),
  }),
  epsilonInsensitive: (epsilon) => ({
    value: (y, p) => Math.max(0, Math.abs(p - y) - epsilon),
    slope: (y, p) => (Math.abs(p - y) > epsilon ? Math.sign(p - y) : 0),
  }),
  squaredEpsilonInsensitive: (epsilon) => ({
    value: (y, p) => Math.max(0, Math.abs(p - y) - epsilon) ** 2,
    slope: (y, p) => 2 * Math.sign(p - y) * Math.max(0, Math.abs(p - y) - epsilon),
  }),
};

/** max(0, margin − y·p) */
function hingeFrom(margin: number): SGDLoss {
  return {
    value: (y, p) => Math.max(0, margin - y * p),
    slope: (y, p) => (y * p <= margin ? -y : 0),
  };
}
