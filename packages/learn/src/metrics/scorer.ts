import { checkBoolean, describeValue, ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Classifier, FitOptions, Regressor } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { accuracyScore } from "./accuracy-score";
import { averagePrecisionScore } from "./average-precision-score";
import { balancedAccuracyScore } from "./balanced-accuracy-score";
import { brierScoreLoss } from "./brier-score-loss";
import { d2AbsoluteErrorScore } from "./d2-absolute-error-score";
import { d2LogLossScore } from "./d2-log-loss-score";
import { explainedVarianceScore } from "./explained-variance-score";
import { f1Score } from "./f1-score";
import { jaccardScore } from "./jaccard-score";
import { logLoss } from "./log-loss";
import { matthewsCorrcoef } from "./matthews-corrcoef";
import { maxError } from "./max-error";
import { meanAbsoluteError } from "./mean-absolute-error";
import { meanAbsolutePercentageError } from "./mean-absolute-percentage-error";
import { meanGammaDeviance } from "./mean-gamma-deviance";
import { meanPoissonDeviance } from "./mean-poisson-deviance";
import { meanSquaredError } from "./mean-squared-error";
import { meanSquaredLogError } from "./mean-squared-log-error";
import { medianAbsoluteError } from "./median-absolute-error";
import { precisionScore } from "./precision-score";
import { r2Score } from "./r2-score";
import { recallScore } from "./recall-score";
import { rocAucScore } from "./roc-auc-score";
import { rootMeanSquaredError } from "./root-mean-squared-error";
import { rootMeanSquaredLogError } from "./root-mean-squared-log-error";

/** An estimator that predicts. */
export type Predictor = Regressor | Classifier;

/** Scores a fitted estimator on rows: the higher, the better. */
export type Scorer = (
  estimator: Predictor,
  X: Matrix,
  y: Targets | Labels,
  options?: FitOptions,
) => number;

/** What of an estimator's answers a metric looks at. */
export type ResponseMethod = "predict" | "predictProba" | "decisionFunction";

/** What `makeScorer` can be told. */
export interface ScorerOptions {
  /** Whether the metric is a score; a loss is negated. Default true. */
  readonly greaterIsBetter?: boolean;
  /** What the metric is given: the first of these that the estimator has. Default "predict". */
  readonly responseMethod?: ResponseMethod | readonly ResponseMethod[];
}

/** A metric as `makeScorer` takes it: of true values and answers. */
export type Metric = (yTrue: never, answers: never, options: never) => number;

/**
 * A scorer out of a metric: for searches and cross-validation, which call it with a fitted estimator.
 *
 * Of the probabilities or decisions of two classes the metric gets those of the second class.
 *
 * @param metric called with true values, answers, and `{ sampleWeight }` if there are weights
 * @throws ParameterError for an unknown response method.
 * @example
 * ```ts
 * const worst = makeScorer((y: number[], p: Tensor) => Math.max(...p.sub(tensor(y)).abs().data()), {
 *   greaterIsBetter: false,
 * });
 * worst(new LinearRegression().fit([[0], [1], [2]], [0, 1, 2]), [[3]], [5]).toFixed(6); // → -2.000000
 * ```
 */
export function makeScorer(
  metric: Metric,
  { greaterIsBetter = true, responseMethod = "predict" }: ScorerOptions = {},
): Scorer {
  checkBoolean("makeScorer", "greaterIsBetter", greaterIsBetter);
  const methods = [responseMethod].flat() as ResponseMethod[];
  const unknown = methods.find((method) => !METHODS.includes(method));
  if (unknown !== undefined) {
    throw new ParameterError(
      `makeScorer: responseMethod must be one of ${METHODS.join(", ")}, got ${describeValue(unknown)}`,
    );
  }
  const sign = greaterIsBetter ? 1 : -1;
  return (estimator, X, y, { sampleWeight } = {}) => {
    const answers = respond(estimator, X, methods);
    const options = sampleWeight === undefined ? {} : { sampleWeight };
    return sign * metric(y as never, answers as never, options as never);
  };
}

const METHODS: readonly ResponseMethod[] = ["predict", "predictProba", "decisionFunction"];

/** An estimator's answers by the first method that it has. @throws ParameterError if it has none of them. */
function respond(
  estimator: Predictor,
  X: Matrix,
  methods: readonly ResponseMethod[],
): Tensor | Label[] {
  const own = estimator as Partial<Record<ResponseMethod, (X: Matrix) => Tensor>>;
  const method = methods.find((name) => typeof own[name] === "function");
  if (method === undefined) {
    throw new ParameterError(
      `scoring: expected an estimator with ${methods.join(" or ")}, got one without`,
    );
  }
  const answers = own[method]!(X);
  const isPair = method === "predictProba" && answers.shape[1] === 2;
  return isPair ? answers.slice([], 1) : answers;
}

/** Averages by the endings of scorers' names, as in "f1Macro". */
const AVERAGES = {
  Macro: "macro",
  Micro: "micro",
  Weighted: "weighted",
  Samples: "samples",
} as const;

const shares = { responseMethod: "predictProba" } as const;
const ranks = { responseMethod: ["decisionFunction", "predictProba"] } as const;
const loss = { greaterIsBetter: false } as const;
const ovr = (average: "macro" | "weighted", multiClass: "ovr" | "ovo"): Scorer =>
  makeScorer(
    (y: Labels, p: Tensor, options: object) =>
      rocAucScore(y, p, { ...options, average, multiClass }),
    shares,
  );

/**
 * A scorer for two classes. The second one that the classifier knows is positive, whatever its name, and also
 * where the rows to score have none of it.
 */
function ofTwo(metric: Metric, options?: ScorerOptions): Scorer {
  return (estimator, X, y, fitOptions) => {
    const { classes } = estimator as Partial<Classifier>;
    const posLabel = classes?.length === 2 ? classes[1] : undefined;
    const ofPositive = (yTrue: Labels, answers: Tensor, own: object) =>
      metric(yTrue as never, answers as never, { ...own, posLabel } as never);
    const scorer = makeScorer(posLabel === undefined ? metric : ofPositive, options);
    return scorer(estimator, X, y, fitOptions);
  };
}

const averaged = {
  precision: precisionScore,
  recall: recallScore,
  f1: f1Score,
  jaccard: jaccardScore,
};
type AveragedName = keyof typeof averaged;

const named = {
  accuracy: makeScorer(accuracyScore),
  balancedAccuracy: makeScorer(balancedAccuracyScore),
  matthewsCorrcoef: makeScorer(matthewsCorrcoef),
  rocAuc: makeScorer(rocAucScore as Metric, ranks),
  rocAucOvr: ovr("macro", "ovr"),
  rocAucOvo: ovr("macro", "ovo"),
  rocAucOvrWeighted: ovr("weighted", "ovr"),
  rocAucOvoWeighted: ovr("weighted", "ovo"),
  averagePrecision: ofTwo(averagePrecisionScore, ranks),
  negLogLoss: makeScorer(logLoss, { ...loss, ...shares }),
  negBrierScore: ofTwo(brierScoreLoss, { ...loss, ...shares }),
  r2: makeScorer(r2Score as Metric),
  negMeanSquaredError: makeScorer(meanSquaredError as Metric, loss),
  negRootMeanSquaredError: makeScorer(rootMeanSquaredError as Metric, loss),
  negMeanAbsoluteError: makeScorer(meanAbsoluteError as Metric, loss),
  negMedianAbsoluteError: makeScorer(medianAbsoluteError as Metric, loss),
  negMeanAbsolutePercentageError: makeScorer(meanAbsolutePercentageError as Metric, loss),
  negMeanSquaredLogError: makeScorer(meanSquaredLogError as Metric, loss),
  negRootMeanSquaredLogError: makeScorer(rootMeanSquaredLogError as Metric, loss),
  negMeanPoissonDeviance: makeScorer(meanPoissonDeviance, loss),
  negMeanGammaDeviance: makeScorer(meanGammaDeviance, loss),
  negMaxError: makeScorer(maxError, loss),
  explainedVariance: makeScorer(explainedVarianceScore as Metric),
  d2AbsoluteErrorScore: makeScorer(d2AbsoluteErrorScore as Metric),
  d2LogLossScore: makeScorer(d2LogLossScore, shares),
};

const scorers: Readonly<Record<string, Scorer>> = {
  ...named,
  ...Object.fromEntries(
    Object.entries(averaged).flatMap(([name, metric]) => averages(name, metric)),
  ),
};

/** A metric's scorers: for two classes under its own name, and one for each way to average. */
function averages(name: string, metric: (typeof averaged)[AveragedName]): [string, Scorer][] {
  const ofSeveral = Object.entries(AVERAGES).map(([ending, average]): [string, Scorer] => [
    name + ending,
    makeScorer((y: Labels, p: Label[], options: object) => metric(y, p, { ...options, average })),
  ]);
  return [[name, ofTwo(metric)], ...ofSeveral];
}

/** The names that `scoring` takes. Losses carry "neg": the higher, the better. */
export type ScorerName =
  | keyof typeof named
  | AveragedName
  | `${AveragedName}${keyof typeof AVERAGES}`;

/** How estimators are scored: by a name, or a scorer of one's own. */
export type Scoring = ScorerName | Scorer;

/**
 * The scorer of a name.
 *
 * @throws ParameterError for an unknown name, with all that there are.
 * @example
 * ```ts
 * const model = new LinearRegression().fit([[0], [1], [2]], [0, 1, 2]);
 * getScorer("r2")(model, [[3], [4]], [3, 4]); // → 1
 * ```
 */
export function getScorer(scoring: Scoring): Scorer {
  if (typeof scoring === "function") return scoring;
  const scorer = scorers[scoring];
  if (scorer) return scorer;
  throw new ParameterError(
    `scoring must be a scorer or one of ${Object.keys(scorers).join(", ")}, got ${describeValue(scoring)}`,
  );
}
