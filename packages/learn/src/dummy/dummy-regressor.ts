import {
  checkBetween,
  checkFinite,
  checkOneOf,
  describeValue,
  ParameterError,
  ShapeError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkSupervised, type Matrix, type Supervised, type Targets } from "../base/inputs";
import { weightedQuantile } from "../metrics/weighted-quantile";

/** The options of `DummyRegressor`. */
export type DummyRegressorOptions =
  | {
      /** Which number of y is predicted for every row. Default "mean". */
      readonly strategy?: "mean" | "median";
      readonly quantile?: undefined;
      readonly constant?: undefined;
    }
  | {
      readonly strategy: "quantile";
      /** From 0, the least, over 0.5, the median, to 1, the largest. */
      readonly quantile: number;
      readonly constant?: undefined;
    }
  | {
      readonly strategy: "constant";
      /** What is predicted: a number, or one for each target. */
      readonly constant: number | readonly number[];
      readonly quantile?: undefined;
    };

interface Params {
  readonly strategy: "mean" | "median" | "quantile" | "constant";
  readonly quantile: number | undefined;
  readonly constant: number | readonly number[] | undefined;
}

interface FittedDummy {
  /** Shape (nTargets,). */
  readonly constants: Tensor;
  readonly isVector: boolean;
}

/**
 * A regressor that does not look at the features and predicts one number: what every real one has to beat.
 *
 * With weights, median and quantile are those of `medianAbsoluteError`; without, a quantile lies between two values in
 * proportion (NumPy's default).
 *
 * @example
 * ```ts
 * const baseline = new DummyRegressor({ strategy: "median" }).fit([[1], [2], [3]], [10, 20, 90]);
 * baseline.predict([[5]]).toArray(); // → [20]
 * ```
 */
export class DummyRegressor extends BaseRegressor<Params, FittedDummy> {
  static override readonly typeName: string = "DummyRegressor";
  readonly strategy: Params["strategy"];
  readonly quantile: number | undefined;
  readonly constant: number | readonly number[] | undefined;

  /** @throws ParameterError for an unknown strategy, one without its number or a number without its strategy, and a quantile outside 0 to 1. */
  constructor({ strategy = "mean", quantile, constant }: DummyRegressorOptions = {}) {
    super();
    const where = "DummyRegressor";
    this.strategy = checkOneOf(where, "strategy", strategy, [
      "mean",
      "median",
      "quantile",
      "constant",
    ]);
    for (const [name, value] of Object.entries({ quantile, constant })) {
      if ((value !== undefined) === (strategy === name)) continue;
      throw new ParameterError(
        `${where}: ${name} must be given with the strategy "${name}" and only with it, got ${describeValue(value)} with ${describeValue(strategy)}`,
      );
    }
    this.quantile =
      quantile === undefined ? undefined : checkBetween(where, "quantile", quantile, [0, 1]);
    for (const one of [constant ?? []].flat() as number[]) checkFinite(where, "constant", one);
    this.constant = Array.isArray(constant) ? [...constant] : constant;
    Object.freeze(this);
  }

  /**
   * Learns what to predict. A second call forgets the first.
   *
   * @param y shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together, or there is not a constant for each target; ValueError for
   *   values that are no finite numbers and for weights that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const data = checkSupervised("DummyRegressor.fit", X, y, sampleWeight);
    return this.keep({
      constants: tensor(this.#constants(data)),
      isVector: data.isVector,
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** What is predicted of each target, shape (nTargets,). @throws NotFittedError before `fit`. */
  get constants(): Tensor {
    return this.learned("constants").constants;
  }

  /**
   * The same for every row.
   *
   * @returns shape (nSamples,), or (nSamples, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than
   *   those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const fitted = this.learned("predict");
    const n = checkFeatures("DummyRegressor.predict", X, fitted).shape[0]!;
    const row = fitted.constants.data();
    const values = Float64Array.from({ length: n * row.length }, (_, k) => row[k % row.length]!);
    return tensor(values, { shape: fitted.isVector ? [n] : [n, row.length] });
  }

  #constants({ Y, weights }: Supervised): Float64Array {
    const [n, nTargets] = Y.shape as [number, number];
    if (this.strategy === "constant") return this.#given(nTargets);
    const y = Y.data() as Float64Array;
    const w = weights?.data() as Float64Array | undefined;
    return Float64Array.from({ length: nTargets }, (_, j) => {
      const column = Float64Array.from({ length: n }, (_, i) => y[i * nTargets + j]!);
      if (this.strategy === "mean") return mean(column, w);
      const share = this.quantile ?? 0.5;
      return w ? weightedQuantile(column, w, share) : between(column.sort(), share);
    });
  }

  #given(nTargets: number): Float64Array {
    const given = [this.constant!].flat() as number[];
    if (given.length === 1 && typeof this.constant === "number") {
      return new Float64Array(nTargets).fill(given[0]!);
    }
    if (given.length === nTargets) return Float64Array.from(given);
    throw new ShapeError(
      `DummyRegressor.fit: expected a constant for each of ${nTargets} targets, got ${given.length}`,
    );
  }
}

function mean(values: Float64Array, weights: Float64Array | undefined): number {
  let [sum, total] = [0, 0];
  values.forEach((value, i) => {
    const weight = weights?.[i] ?? 1;
    sum += weight * value;
    total += weight;
  });
  return sum / total;
}

/** The quantile of sorted values, in proportion between the two that it falls between. */
function between(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}
