import {
  checkBoolean,
  checkOneOf,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  type GraphValue,
  ValueError,
} from "@gradus/core";
import { fromWriter, type Tensor, tensor, withData } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";
import { columnMoments, presentColumns } from "./column-statistics";
import { POWERS, type PowerMethod } from "./power-functions";
import { isConstant } from "./standard-scaler";

/** The options of `PowerTransformer`. */
export interface PowerTransformerOptions {
  /** "boxCox" takes numbers above 0 only, "yeoJohnson" any. Default "yeoJohnson". */
  readonly method?: PowerMethod;
  /** Also bring the result to mean 0 and variance 1. Default true. */
  readonly standardize?: boolean;
}

interface FittedPowers {
  readonly lambdas: Float64Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
}

const allowMissing = true;

/**
 * Makes features look normal by a power: of all powers λ the most likely one, were the result normal.
 *
 * Box–Cox, for x > 0: (xᵏ − 1) / k with k = λ, and log x for λ = 0. Yeo–Johnson: that of x + 1 with
 * k = λ for x >= 0, and minus that of 1 − x with k = 2 − λ for x < 0. A missing value (NaN) stays one.
 *
 * @see Box and Cox (1964), Journal of the Royal Statistical Society B 26(2), 211–252.
 * @see Yeo and Johnson (2000), Biometrika 87(4), 954–959.
 * @example
 * ```ts
 * const X = [[1], [2], [4], [8], [16]];
 * const power = new PowerTransformer({ method: "boxCox" }).fit(X);
 * power.lambdas.item().toFixed(4); // → 0.0000
 * ```
 */
export class PowerTransformer extends BaseTransformer<
  Required<PowerTransformerOptions>,
  FittedPowers
> {
  static override readonly typeName: string = "PowerTransformer";
  readonly method: PowerMethod;
  readonly standardize: boolean;

  /** @throws ParameterError for another method, or if `standardize` is no boolean. */
  constructor({ method = "yeoJohnson", standardize = true }: PowerTransformerOptions = {}) {
    super();
    this.method = checkOneOf("PowerTransformer", "method", method, ["boxCox", "yeoJohnson"]);
    this.standardize = checkBoolean("PowerTransformer", "standardize", standardize);
    Object.freeze(this);
  }

  /**
   * Learns each feature's power, and the mean and standard deviation of the result. A second call
   * forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); NaN is a missing value
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, and
   *   with "boxCox" for values <= 0 and for a feature that does not vary.
   */
  fit(X: Matrix): this {
    this.#fit("fit", X);
    return this;
  }

  override fitTransform(X: Matrix): Tensor {
    return this.#standardized(this.#fit("fitTransform", X));
  }

  /**
   * The transformed features, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, for infinite values, and with "boxCox" for values <= 0.
   */
  transform(X: Matrix): Tensor {
    const where = "PowerTransformer.transform";
    const fitted = this.learned("transform");
    const read = checkFeatures(where, X, fitted, { allowMissing });
    if (this.method === "boxCox") checkPositive(where, read);
    return this.#standardized(this.#powered(read, fitted.lambdas));
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { lambdas, mean, scale } = this.learned("toGraph");
    const x = X.matrix();
    const powered = Array.from(lambdas, (lambda, j) => {
      const column = x.columns([j]);
      if (this.method === "boxCox") return powerInGraph(column, lambda);
      const above = powerInGraph(column.maximum(0).add(1), lambda);
      const below = powerInGraph(column.neg().maximum(0).add(1), 2 - lambda);
      return above.sub(below);
    });
    const transformed = graph.besides(powered);
    return {
      transformed: this.standardize
        ? transformed.sub(tensor(mean)).div(tensor(scale))
        : transformed,
    };
  }

  /** The features in their own units again; NaN for what no feature could become. @throws as `transform`. */
  inverseTransform(Z: Matrix): Tensor {
    const { lambdas, mean, scale, ...fitted } = this.learned("inverseTransform");
    const read = checkFeatures("PowerTransformer.inverseTransform", Z, fitted, { allowMissing });
    const { inverse } = POWERS[this.method];
    return mapColumns(read, (z, j) => inverse(z * scale[j]! + mean[j]!, lambdas[j]!));
  }

  /** The power of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get lambdas(): Tensor {
    return tensor(this.learned("lambdas").lambdas);
  }

  #fit(method: string, X: Matrix): Tensor {
    const where = `PowerTransformer.${method}`;
    const { X: read, names } = checkMatrix(where, X, { allowMissing });
    if (this.method === "boxCox") checkPositive(where, read);
    const nFeaturesIn = read.shape[1]!;
    const constant = constantColumns(read);
    const lambdas = Float64Array.from(presentColumns(read), (column, j) => {
      if (!constant[j] && column.length > 0) return POWERS[this.method].bestLambda(column);
      if (this.method === "yeoJohnson" || column.length < 2) return 1;
      throw new ValueError(`${where}: expected a feature that varies, got the same in column ${j}`);
    });
    const powered = this.#powered(read, lambdas);
    const { mean, scale } = this.#spreadOf(powered);
    this.keep({ lambdas, mean, scale, nFeaturesIn, featureNamesIn: names });
    return powered;
  }

  #powered(X: Tensor, lambdas: Float64Array): Tensor {
    const { forward } = POWERS[this.method];
    return mapColumns(X, (x, j) => forward(x, lambdas[j]!));
  }

  #spreadOf(powered: Tensor): { mean: Float64Array; scale: Float64Array } {
    const { mean, squares, count } = columnMoments(powered);
    if (!this.standardize) return { mean: mean.map(() => 0), scale: mean.map(() => 1) };
    const scale = squares.map((sum, j) => {
      const variance = sum / count[j]!;
      return isConstant(count[j]!, mean[j]!, variance) ? 1 : Math.sqrt(variance);
    });
    return { mean, scale };
  }

  #standardized(powered: Tensor): Tensor {
    if (!this.standardize) return powered;
    const { mean, scale } = this.learned("transform");
    return powered.sub(tensor(mean)).div(tensor(scale));
  }
}

/** (xᵏ − 1) / k, or log x for k = 0. */
function powerInGraph(x: GraphValue, k: number): GraphValue {
  return Math.abs(k) < Number.EPSILON ? x.log() : x.pow(k).sub(1).div(k);
}

function constantColumns(X: Tensor): boolean[] {
  const { count, mean, squares } = columnMoments(X);
  return Array.from(mean, (value, j) => isConstant(count[j]!, value, squares[j]! / count[j]!));
}

/** A function of each value and the number of its column. */
function mapColumns(X: Tensor, f: (x: number, j: number) => number): Tensor {
  const [nRows, nColumns] = X.shape as [number, number];
  const x = X.data();
  return fromWriter([nRows, nColumns], "float64", (out) => {
    for (let i = 0, at = 0; i < nRows; i++) {
      for (let j = 0; j < nColumns; j++, at++) out[at] = f(x[at]!, j);
    }
  });
}

function checkPositive(where: string, X: Tensor): void {
  const nColumns = X.shape[1]!;
  const at = withData(X, (x) => (x as Float64Array).findIndex((value) => value <= 0));
  if (at < 0) return;
  throw new ValueError(
    `${where}: expected numbers above 0 for "boxCox", got ${X.data()[at]} at row ${Math.floor(at / nColumns)}, column ${at % nColumns}; "yeoJohnson" takes any`,
  );
}
