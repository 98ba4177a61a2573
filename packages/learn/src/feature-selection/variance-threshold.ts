import { checkNonNegative, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { checkFeatures } from "../base/features";
import type { Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyFeatures } from "../base/sparse-inputs";
import { BaseSelector, type FittedSupport } from "./base-selector";
import { featureColumns, gappyColumns, mean, scoreEach } from "./scores";

/** The options of `VarianceThreshold`. */
export interface VarianceThresholdOptions {
  /** Features with no larger variance are left out. Default 0: those that do not vary. */
  readonly threshold?: number;
}

interface FittedVariances extends FittedSupport {
  readonly variances: Float64Array;
}

/**
 * Leaves out the features that vary little: whose variance (divisor n) is at most the threshold. It does not look at y.
 *
 * The variance depends on the units of a feature. A missing value (NaN) counts in no variance, and passes through.
 *
 * @roadmap FEA-003
 * @example
 * ```ts
 * const selector = new VarianceThreshold();
 * selector.fitTransform([[0, 2, 1], [0, 2, 3]]).toArray(); // → [[1], [3]]
 * ```
 */
export class VarianceThreshold extends BaseSelector<
  Required<VarianceThresholdOptions>,
  FittedVariances
> {
  static override readonly typeName: string = "VarianceThreshold";
  readonly threshold: number;

  /** @throws ParameterError unless `threshold` is a finite number >= 0. */
  constructor({ threshold = 0 }: VarianceThresholdOptions = {}) {
    super();
    this.threshold = checkNonNegative("VarianceThreshold", "threshold", threshold);
    Object.freeze(this);
  }

  /**
   * Learns the variances. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse; NaN is a missing value where X is dense
   * @param _y not looked at
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, and if no feature varies
   *   more than the threshold.
   */
  fit(X: AnyMatrix, _y?: unknown): this {
    const where = "VarianceThreshold.fit";
    const columns = X instanceof SparseTensor ? featureColumns(where, X) : gappyColumns(where, X);
    const variances = scoreEach(columns, (numbers) => variance(numbers, this.threshold === 0));
    const support = Uint8Array.from(variances, (value) => (value > this.threshold ? 1 : 0));
    if (!support.includes(1)) {
      throw new ValueError(
        `${where}: expected a feature with a variance above the threshold, ${this.threshold}, got none`,
      );
    }
    const { nFeatures: nFeaturesIn, names: featureNamesIn } = columns;
    return this.keep({ variances, support, nFeaturesIn, featureNamesIn });
  }

  /** The variance of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get variances(): Tensor {
    return tensor(this.learned("variances").variances);
  }

  protected override readKnown(where: string, X: AnyMatrix): Tensor | SparseTensor {
    const fitted = this.learned("transform");
    if (X instanceof SparseTensor) return checkAnyFeatures(where, X, fitted);
    return checkFeatures(where, X as Matrix, fitted, { allowMissing: true });
  }
}

/** The variance of the numbers that are not missing, or their range if that is smaller and `orRange`: it has no rounding. */
function variance(numbers: Float64Array, orRange: boolean): number {
  const present = withoutGaps(numbers);
  if (present.length === 0) return Number.NaN;
  const middle = mean(present);
  const squares = new Float64Array(present.length);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < present.length; i++) {
    const value = present[i]!;
    squares[i] = (value - middle) ** 2;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const found = mean(squares);
  return orRange ? Math.min(found, most - least) : found;
}

function withoutGaps(numbers: Float64Array): Float64Array {
  const present = new Float64Array(numbers.length);
  let count = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    if (!Number.isNaN(value)) present[count++] = value;
  }
  return present.subarray(0, count);
}
