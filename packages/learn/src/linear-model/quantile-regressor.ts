import {
  checkBetween,
  checkBoolean,
  checkNonNegative,
  ParameterError,
  ShapeError,
} from "@gradus/core";
import { concatenate, eye, ones, type Tensor, tensor, zeros } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkSupervised, type Matrix, type Supervised, type Targets } from "../base/inputs";
import { leastPinball } from "./pinball";
import { type FittedSingleLinear, SingleLinearRegressor } from "./single-linear-regressor";

/** The options of `QuantileRegressor`. */
export interface QuantileRegressorOptions {
  /** Which quantile is predicted, between 0 and 1. Default 0.5, the median. */
  readonly quantile?: number;
  /** Strength of the L1 penalty, at least 0. Default 1. */
  readonly alpha?: number;
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
}

interface FittedQuantile extends FittedSingleLinear {
  readonly nIter: number;
}

/**
 * A linear prediction of a quantile: minimizes Σ sᵢ·ρ(yᵢ − xᵢw − b)/Σ sᵢ + alpha·‖w‖₁, where ρ(r) is quantile·r above 0
 * and (quantile − 1)·r below. About that share of the targets lies below the predictions.
 *
 * A linear program, by an interior-point method and then exactly, through as many rows as there are unknowns. Where
 * several solutions are equally good, it is one of them.
 *
 * @see Koenker and Bassett (1978), Econometrica 46(1), 33–50; Portnoy and Koenker (1997), Stat. Sci. 12(4), 279–300.
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4]];
 * const model = new QuantileRegressor({ alpha: 0 }).fit(X, [0, 1, 2, 3, 40]);
 * model.coef.item().toFixed(3); // → 1.000
 * ```
 */
export class QuantileRegressor extends SingleLinearRegressor<
  Required<QuantileRegressorOptions>,
  FittedQuantile
> {
  static override readonly typeName: string = "QuantileRegressor";
  readonly quantile: number;
  readonly alpha: number;
  readonly fitIntercept: boolean;

  /** @throws ParameterError if `quantile` is not between 0 and 1, or `alpha` negative. */
  constructor({ quantile = 0.5, alpha = 1, fitIntercept = true }: QuantileRegressorOptions = {}) {
    super();
    const where = "QuantileRegressor";
    this.quantile = checkBetween(where, "quantile", quantile, [0, 1]);
    if (quantile === 0 || quantile === 1) {
      throw new ParameterError(`${where}: quantile must be between 0 and 1, got ${quantile}`);
    }
    this.alpha = checkNonNegative(where, "alpha", alpha);
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "QuantileRegressor.fit";
    const supervised = checkSupervised(where, X, y, sampleWeight);
    if (supervised.Y.shape[1] !== 1) {
      throw new ShapeError(`${where}: expected one target, got ${supervised.Y.shape[1]}`);
    }
    const { X: read, Y, own } = countedRows(supervised);
    const [n, p] = read.shape as [number, number];
    const total = own.reduce((sum, weight) => sum + weight, 0);
    const strength = this.alpha * total;
    const design = this.fitIntercept ? withColumn(read, 1) : read;
    // alpha·|w| is the loss of one more row, at which the feature alone is 1 and the target 0.
    const penalized = this.fitIntercept ? withColumn(eye(p), 0) : eye(p);
    const rows = strength === 0 ? design : concatenate([design, penalized]);
    const counts = strength === 0 ? n : n + p;
    const targets = new Float64Array(counts);
    targets.set(Y.data());
    const cost = (share: number) =>
      Float64Array.from({ length: counts }, (_, i) => (i < n ? share * own[i]! : strength));
    const { solution, nIter } = leastPinball({
      rows,
      targets,
      above: cost(this.quantile),
      below: cost(1 - this.quantile),
    });
    return this.keep({
      coef: tensor(solution.slice(0, p)),
      intercept: this.fitIntercept ? solution[p]! : 0,
      nIter,
      nFeaturesIn: p,
      featureNamesIn: supervised.names,
    });
  }

  /** The iterations of the interior-point method. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }
}

/** The rows with a weight above 0. */
function countedRows({ X, Y, weights }: Supervised) {
  if (weights === undefined) return { X, Y, own: new Float64Array(X.shape[0]!).fill(1) };
  const own = weights.data() as Float64Array;
  const rows = Int32Array.from(own.keys()).filter((i) => own[i]! > 0);
  return { X: X.take(rows, 0), Y: Y.take(rows, 0), own: own.filter((weight) => weight > 0) };
}

function withColumn(X: Tensor, value: 0 | 1): Tensor {
  const shape = [X.shape[0]!, 1];
  const options = { dtype: "float64" } as const;
  return concatenate([X, value === 1 ? ones(shape, options) : zeros(shape, options)], 1);
}
