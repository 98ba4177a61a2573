import { checkBoolean, describeValue, ParameterError, warn } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { checkTargets, type Matrix, type Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { LinearRegression } from "../linear-model/linear-regression";

/** A transformer that goes both ways: scalers, powers, quantiles. */
export interface InvertibleTransformer {
  fitTransform(X: Matrix): Tensor;
  inverseTransform(Z: Matrix): Tensor;
  clone(): InvertibleTransformer;
}

/** The options of `TransformedTargetRegressor`. */
export interface TransformedTargetRegressorOptions {
  /** What predicts the transformed targets. Default `LinearRegression`. */
  readonly regressor?: Regressor;
  /** What transforms the targets; not together with `func`. */
  readonly transformer?: InvertibleTransformer | undefined;
  /** A function of the targets, elementwise; with `inverseFunc`. */
  readonly func?: ((y: Tensor) => Tensor) | undefined;
  /** Its inverse. */
  readonly inverseFunc?: ((y: Tensor) => Tensor) | undefined;
  /** Warn if the functions are not inverse to each other on the targets. Default true. */
  readonly checkInverse?: boolean;
}

interface FittedRegressor {
  readonly fittedRegressor: Regressor;
  readonly fittedTransformer: InvertibleTransformer | null;
  readonly isVector: boolean;
}

/**
 * Predicts targets that were transformed, and transforms the predictions back: the logarithm of a price,
 * and then the price. Its score is that of the targets in their own units.
 *
 * @example
 * ```ts
 * const model = new TransformedTargetRegressor({ func: (y) => y.log(), inverseFunc: (y) => y.exp() });
 * model.fit([[0], [1], [2]], [1, Math.E, Math.E ** 2]);
 * Math.log(model.predict([[3]]).item()).toFixed(6); // → 3.000000
 * ```
 */
export class TransformedTargetRegressor extends BaseRegressor<
  TransformedTargetRegressorOptions,
  FittedRegressor
> {
  static override readonly typeName: string = "TransformedTargetRegressor";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly regressor: Regressor;
  readonly transformer: InvertibleTransformer | undefined;
  readonly func: ((y: Tensor) => Tensor) | undefined;
  readonly inverseFunc: ((y: Tensor) => Tensor) | undefined;
  readonly checkInverse: boolean;

  /** @throws ParameterError for both a transformer and functions, for one function alone, and for what is no regressor. */
  constructor({
    regressor = new LinearRegression(),
    transformer,
    func,
    inverseFunc,
    checkInverse = true,
  }: TransformedTargetRegressorOptions = {}) {
    super();
    const where = "TransformedTargetRegressor";
    if (regressor?.estimatorType !== "regressor") {
      throw new ParameterError(
        `${where}: regressor must be a regressor, got ${describeValue(regressor)}`,
      );
    }
    if (transformer !== undefined && typeof transformer?.inverseTransform !== "function") {
      throw new ParameterError(
        `${where}: transformer must have inverseTransform, got ${describeValue(transformer)}`,
      );
    }
    const functions = [func, inverseFunc].filter((one) => one !== undefined);
    const isPair = functions.length === 2 && functions.every((one) => typeof one === "function");
    if ((functions.length > 0 && !isPair) || (transformer && functions.length > 0)) {
      throw new ParameterError(
        `${where}: func and inverseFunc must be two functions, and left out with a transformer`,
      );
    }
    this.regressor = regressor;
    this.transformer = transformer;
    this.func = func;
    this.inverseFunc = inverseFunc;
    this.checkInverse = checkBoolean(where, "checkInverse", checkInverse);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the transformer on y, and one of the regressor on what comes out. A second call
   * forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite
   *   numbers; and what the regressor throws.
   */
  fit(X: Matrix, y: Targets, options: FitOptions = {}): this {
    const { Y, isVector } = checkTargets("TransformedTargetRegressor.fit", "y", y);
    const transformer = this.transformer?.clone() ?? null;
    const Z = transformer ? transformer.fitTransform(Y) : (this.func?.(Y) ?? Y);
    if (this.checkInverse) this.#checkInverse(Y, Z, transformer);
    const targets = isVector ? Z.reshape([Z.shape[0]!]) : Z;
    const regressor = this.regressor.clone().fit(X, targets, options);
    const { nFeaturesIn, featureNamesIn } = regressor;
    return this.keep({
      fittedRegressor: regressor,
      fittedTransformer: transformer,
      isVector,
      nFeaturesIn,
      featureNamesIn,
    });
  }

  /** Predictions in the units of y. @throws NotFittedError before `fit`; and what the regressor throws. */
  predict(X: Matrix): Tensor {
    const { fittedRegressor, fittedTransformer, isVector } = this.learned("predict");
    const predicted = fittedRegressor.predict(X);
    const Z = predicted.ndim === 1 ? predicted.unsqueeze(1) : predicted;
    const Y = this.#inverted(Z, fittedTransformer);
    return isVector ? Y.reshape([Y.shape[0]!]) : Y;
  }

  /** The regressor of the transformed targets, fitted. @throws NotFittedError before `fit`. */
  get fittedRegressor(): Regressor {
    return this.learned("fittedRegressor").fittedRegressor;
  }

  #inverted(Z: Tensor, transformer: InvertibleTransformer | null): Tensor {
    return transformer ? transformer.inverseTransform(Z) : (this.inverseFunc?.(Z) ?? Z);
  }

  #checkInverse(Y: Tensor, Z: Tensor, transformer: InvertibleTransformer | null): void {
    const back = this.#inverted(Z, transformer).data();
    const given = Y.data();
    const isInverse = given.every(
      (value, i) => Math.abs(back[i]! - value) <= 1e-8 + 1e-5 * Math.abs(value),
    );
    if (isInverse) return;
    warn(
      "data",
      "TransformedTargetRegressor.fit: expected functions that are inverse to each other on y, got others; checkInverse: false silences this",
    );
  }
}
