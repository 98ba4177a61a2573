import { warn } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner } from "../base/inner";
import { checkSupervised, type Matrix, type Supervised, type Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { r2Score } from "../metrics/r2-score";
import { type BaggingDraws, type CheckedDraws, checkDraws, drawAll } from "./bagging-draws";
import { fitParts, leftOut, type Part, takeFeatures } from "./bagging-parts";

/** The options of `BaggingRegressor`. */
export interface BaggingRegressorOptions<R extends Regressor = Regressor> extends BaggingDraws {
  /** The regressor of which copies are fitted. */
  readonly estimator: R;
}

interface Params<R extends Regressor> extends CheckedDraws {
  readonly estimator: R;
}

interface FittedBagging {
  readonly parts: readonly Part<Regressor>[];
  readonly oob: { readonly score: number; readonly predictions: Tensor } | undefined;
}

/**
 * Bagging: copies of a regressor, each fitted on rows drawn with replacement, and on some of the features if asked for,
 * whose predictions are averaged.
 *
 * With weights, rows are drawn as often as they weigh. With a seed the draws are scikit-learn's with that `random_state`.
 * There is no default estimator; scikit-learn's is a decision tree.
 *
 * @see Breiman (1996), Bagging predictors, Machine Learning 24, 123–140.
 * @roadmap SUP-017
 * @example
 * ```ts
 * const model = new BaggingRegressor({ estimator: new LinearRegression(), seed: 1 });
 * model.fit([[0], [1], [2], [3]], [1, 3, 5, 7]).predict([[4]]).toArray(); // → [9]
 * ```
 */
export class BaggingRegressor<R extends Regressor = Regressor>
  extends BaseRegressor<Params<R>, FittedBagging>
  implements CheckedDraws
{
  static override readonly typeName: string = "BaggingRegressor";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: R;
  readonly nEstimators: number;
  readonly maxSamples: number;
  readonly maxFeatures: number;
  readonly bootstrap: boolean;
  readonly bootstrapFeatures: boolean;
  readonly oobScore: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no regressor, and for amounts, booleans and seeds that cannot be. */
  constructor({ estimator, ...options }: BaggingRegressorOptions<R>) {
    super();
    const where = "BaggingRegressor";
    this.estimator = checkInner(where, "estimator", estimator, ["regressor"]);
    const draws = checkDraws(where, options);
    this.nEstimators = draws.nEstimators;
    this.maxSamples = draws.maxSamples;
    this.maxFeatures = draws.maxFeatures;
    this.bootstrap = draws.bootstrap;
    this.bootstrapFeatures = draws.bootstrapFeatures;
    this.oobScore = draws.oobScore;
    this.seed = draws.seed;
    Object.freeze(this);
  }

  /**
   * Draws, and fits the copies. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for weights
   *   that are negative or all 0; ParameterError for more rows or features than there are; and what the regressor throws.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "BaggingRegressor.fit";
    const data = checkSupervised(where, X, y, sampleWeight);
    const shape = data.X.shape as [number, number];
    const weights = data.weights?.data() as Float64Array | undefined;
    const draws = drawAll(where, this, shape, weights);
    const targets = data.isVector ? data.Y.reshape([shape[0]]) : data.Y;
    const parts = fitParts<Regressor>(this.estimator, data.X, targets, draws);
    return this.keep({
      parts,
      oob: this.oobScore ? outOfBag(where, data, parts) : undefined,
      nFeaturesIn: shape[1],
      featureNamesIn: data.names,
    });
  }

  /** The fitted copies. @throws NotFittedError before `fit`. */
  get estimators(): readonly R[] {
    return this.learned("estimators").parts.map(({ model }) => model as R);
  }

  /** The rows of each copy, as they were drawn. @throws NotFittedError before `fit`. */
  get estimatorsSamples(): readonly Int32Array[] {
    return this.learned("estimatorsSamples").parts.map(({ rows }) => rows);
  }

  /** The features of each copy. @throws NotFittedError before `fit`. */
  get estimatorsFeatures(): readonly Int32Array[] {
    return this.learned("estimatorsFeatures").parts.map(({ features }) => features);
  }

  /** The R² on rows by the copies that have not seen them, with `oobScore`. @throws NotFittedError before `fit`. */
  get outOfBagScore(): number | undefined {
    return this.learned("outOfBagScore").oob?.score;
  }

  /** The predictions for rows by the copies that have not seen them, 0 where all have. @throws NotFittedError before `fit`. */
  get outOfBagPredictions(): Tensor | undefined {
    return this.learned("outOfBagPredictions").oob?.predictions;
  }

  /**
   * The mean of the copies' predictions, shape (nSamples,) or (nSamples, nTargets).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than
   *   those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const { parts, ...fitted } = this.learned("predict");
    const read = checkFeatures("BaggingRegressor.predict", X, fitted);
    return parts
      .map(({ model, features }) => model.predict(takeFeatures(read, features)))
      .reduce((sum, predicted) => sum.add(predicted))
      .div(parts.length);
  }
}

function outOfBag(
  where: string,
  { X, Y, isVector }: Supervised,
  parts: readonly Part<Regressor>[],
): { score: number; predictions: Tensor } {
  const [n, nTargets] = Y.shape as [number, number];
  const sums = new Float64Array(n * nTargets);
  const counts = new Float64Array(n);
  for (const part of parts) {
    const rows = leftOut(part, n);
    if (rows.length === 0) continue;
    const found = part.model.predict(takeFeatures(X.take(rows, 0), part.features)).data();
    rows.forEach((row, i) => {
      counts[row]! += 1;
      for (let j = 0; j < nTargets; j++) sums[row * nTargets + j]! += found[i * nTargets + j]!;
    });
  }
  if (counts.includes(0)) {
    warn(
      "data",
      `${where}: expected every row to be left out by some estimator, got too few estimators`,
    );
  }
  const means = sums.map((sum, at) => sum / Math.max(1, counts[Math.floor(at / nTargets)]!));
  const predictions = tensor(means, { shape: [n, nTargets] });
  return {
    score: r2Score(Y, predictions),
    predictions: isVector ? predictions.reshape([n]) : predictions,
  };
}
