import { checkBoolean, checkOneOf, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Matrix } from "../base/inputs";
import { checkMissingValues, gapFeatures, indicatorsOf, readGaps, readKnownGaps } from "./gaps";

/** The options of `MissingIndicator`. */
export interface MissingIndicatorOptions {
  /** The number that stands for a missing value. Default NaN. */
  readonly missingValues?: number;
  /** Columns for the features that have gaps in `fit`, or for all. Default "missingOnly". */
  readonly features?: "missingOnly" | "all";
  /** Refuse gaps in features that had none in `fit`, with "missingOnly". Default true. */
  readonly errorOnNew?: boolean;
}

interface FittedIndicator {
  readonly places: Int32Array;
}

/**
 * Zeros and ones: 1 where a value is missing. That a value is missing may tell something by itself.
 *
 * @example
 * ```ts
 * new MissingIndicator().fitTransform([[1, NaN], [2, 3]]).toArray(); // → [[1], [0]]
 * ```
 */
export class MissingIndicator extends BaseTransformer<
  Required<MissingIndicatorOptions>,
  FittedIndicator
> {
  static override readonly typeName: string = "MissingIndicator";
  readonly missingValues: number;
  readonly features: "missingOnly" | "all";
  readonly errorOnNew: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    missingValues = Number.NaN,
    features = "missingOnly",
    errorOnNew = true,
  }: MissingIndicatorOptions = {}) {
    super();
    const where = "MissingIndicator";
    this.missingValues = checkMissingValues(where, missingValues);
    this.features = checkOneOf(where, "features", features, ["missingOnly", "all"]);
    this.errorOnNew = checkBoolean(where, "errorOnNew", errorOnNew);
    Object.freeze(this);
  }

  /**
   * Learns which features have gaps. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, and
   *   for NaN if another number stands for missing values.
   */
  fit(X: Matrix): this {
    const { X: read, names } = readGaps("MissingIndicator.fit", X, this.missingValues);
    const hasGaps = gapFeatures(read);
    const all = Int32Array.from(hasGaps.keys());
    const places = this.features === "all" ? all : all.filter((j) => hasGaps[j]);
    return this.keep({ places, nFeaturesIn: hasGaps.length, featureNamesIn: names });
  }

  /**
   * The zeros and ones, float64 of shape (nSamples, number of features with gaps).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, for infinite values, and for gaps where `fit` saw none.
   */
  transform(X: Matrix): Tensor {
    const where = "MissingIndicator.transform";
    const fitted = this.learned("transform");
    const read = readKnownGaps(where, X, fitted, this.missingValues);
    if (this.errorOnNew) {
      const fresh = gapFeatures(read).findIndex((has, j) => has && !fitted.places.includes(j));
      if (fresh >= 0) {
        const name = fitted.featureNamesIn?.[fresh] ?? `x${fresh}`;
        throw new ValueError(
          `${where}: expected gaps only in features that had some in fit, got one in ${name}`,
        );
      }
    }
    return indicatorsOf(read, fitted.places);
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    const { places } = this.learned("getFeatureNamesOut");
    return Array.from(places, (j) => `missingindicator_${names[j]}`);
  }

  /** The places of the features that have a column. @throws NotFittedError before `fit`. */
  get featuresFound(): number[] {
    return [...this.learned("featuresFound").places];
  }
}
