import { describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { isTensor, SparseTensor, type Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";

/** A function of a matrix: float64, shape (nSamples, nFeatures), in which NaN is a missing value. */
export type MatrixFunction = (X: Tensor) => Tensor;

/** The options of `FunctionTransformer`. */
export interface FunctionTransformerOptions {
  /** What `transform` does; it must keep the rows. Default nothing. */
  readonly func?: MatrixFunction | undefined;
  /** What `inverseTransform` does. Default nothing. */
  readonly inverseFunc?: MatrixFunction | undefined;
  /** The names of the columns that come out, from those that go in. Default the same. */
  readonly featureNamesOut?: "oneToOne" | ((inputFeatures: readonly string[]) => string[]);
}

/**
 * Makes a transformer of a function, for pipelines.
 *
 * The function should look at one row at a time, as log1p does: it is told nothing of the rows of `fit`.
 * JSON cannot hold a function, so that a pipeline with one cannot be saved.
 *
 * @example
 * ```ts
 * const log = new FunctionTransformer({ func: (X) => X.log1p(), inverseFunc: (X) => X.expm1() });
 * log.fitTransform([[0], [Math.E - 1]]).toArray(); // → [[0], [1]]
 * ```
 */
export class FunctionTransformer extends BaseTransformer<FunctionTransformerOptions, object> {
  static override readonly typeName: string = "FunctionTransformer";
  readonly func: MatrixFunction | undefined;
  readonly inverseFunc: MatrixFunction | undefined;
  readonly featureNamesOut: "oneToOne" | ((inputFeatures: readonly string[]) => string[]);

  protected override get learnsFromRows(): boolean {
    return false;
  }

  /** @throws ParameterError for what is no function. */
  constructor({
    func,
    inverseFunc,
    featureNamesOut = "oneToOne",
  }: FunctionTransformerOptions = {}) {
    super();
    this.func = checkFunction("func", func);
    this.inverseFunc = checkFunction("inverseFunc", inverseFunc);
    this.featureNamesOut =
      featureNamesOut === "oneToOne"
        ? featureNamesOut
        : checkFunction("featureNamesOut", featureNamesOut)!;
    Object.freeze(this);
  }

  /**
   * Notes the number of features.
   *
   * @param X features, shape (nSamples, nFeatures); NaN is a missing value
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values.
   */
  fit(X: Matrix): this {
    const { X: read, names } = checkMatrix("FunctionTransformer.fit", X, { allowMissing: true });
    return this.keep({ nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  /**
   * What the function gives.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features, and if the function
   *   does not keep the rows; ValueError for columns other than those of `fit`, for infinite values, and
   *   if the function gives no tensor.
   */
  transform(X: Matrix): Tensor {
    return this.#apply("transform", X, this.func);
  }

  /**
   * What the inverse function gives.
   *
   * @throws NotFittedError before `fit`; ShapeError if the function does not keep the rows; ValueError
   *   for infinite values and if the function gives no tensor.
   */
  inverseTransform(Z: Matrix): Tensor {
    this.learned("inverseTransform");
    const where = "FunctionTransformer.inverseTransform";
    const { X } = checkMatrix(where, Z, { allowMissing: true });
    return checkResult(where, X, this.inverseFunc ? this.inverseFunc(X) : X);
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    return this.featureNamesOut === "oneToOne" ? names : this.featureNamesOut(names);
  }

  #apply(method: string, X: Matrix, func: MatrixFunction | undefined): Tensor {
    const where = `FunctionTransformer.${method}`;
    const read = checkFeatures(where, X, this.learned(method), { allowMissing: true });
    return checkResult(where, read, func ? func(read) : read);
  }
}

function checkResult(where: string, X: Tensor, result: Tensor): Tensor {
  if (!isTensor(result)) {
    const hint =
      (result as unknown) instanceof SparseTensor ? "a SparseTensor" : describeValue(result);
    throw new ValueError(`${where}: expected a tensor from the function, got ${hint}`);
  }
  if (result.ndim === 2 && result.shape[0] === X.shape[0]) return result;
  throw new ShapeError(
    `${where}: expected a matrix of ${X.shape[0]} rows from the function, got shape (${result.shape.join(", ")})`,
  );
}

function checkFunction<F>(name: string, value: F): F {
  if (value === undefined || typeof value === "function") return value;
  throw new ParameterError(
    `FunctionTransformer: ${name} must be a function, got ${describeValue(value)}`,
  );
}
