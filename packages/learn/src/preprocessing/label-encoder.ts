import { describeValue, OutOfRangeError, ValueError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import { encodeLabels, type Label, type Labels, readLabels } from "../base/labels";

interface FittedLabels {
  readonly classes: readonly Label[];
}

/**
 * Numbers labels: 0, 1, 2, … in the order of the labels.
 *
 * It is for targets; `OrdinalEncoder` is for features. Our classifiers take labels as they are.
 *
 * @roadmap FEA-013
 * @example
 * ```ts
 * const encoder = new LabelEncoder().fit(["b", "a", "b"]);
 * encoder.transform(["a", "b"]); // → Int32Array [0, 1]
 * ```
 */
export class LabelEncoder extends BaseEstimator<object, FittedLabels> {
  static override readonly typeName: string = "LabelEncoder";

  constructor() {
    super();
    Object.freeze(this);
  }

  /**
   * Learns the labels. A second call forgets the first.
   *
   * @param y labels, shape (nSamples,): all text, all whole numbers, or all booleans
   * @throws ShapeError unless there is one dimension and at least one label; ValueError for missing
   *   labels and labels of several kinds.
   */
  fit(y: Labels): this {
    const { classes } = encodeLabels("LabelEncoder.fit", "y", y);
    return this.keep({ classes, nFeaturesIn: 1, featureNamesIn: undefined });
  }

  /** The numbers of labels. @throws NotFittedError before `fit`; as `fit`, and ValueError for an unknown label. */
  transform(y: Labels): Int32Array {
    const { classes } = this.learned("transform");
    const places = new Map(classes.map((label, k) => [label, k]));
    return Int32Array.from(readLabels("LabelEncoder.transform", "y", y), (label) => {
      const place = places.get(label);
      if (place !== undefined) return place;
      throw new ValueError(
        `LabelEncoder.transform: expected labels of fit, got ${describeValue(label)}`,
      );
    });
  }

  /** `fit` and `transform` on the same labels. @throws as `fit`. */
  fitTransform(y: Labels): Int32Array {
    return this.fit(y).transform(y);
  }

  /** The labels of numbers. @throws NotFittedError before `fit`; OutOfRangeError for a number that no label has. */
  inverseTransform(codes: Tensor | ArrayLike<number>): Label[] {
    const { classes } = this.learned("inverseTransform");
    return Array.from(isTensor(codes) ? codes.data() : codes, (code) => {
      const label = classes[code];
      if (label !== undefined) return label;
      throw new OutOfRangeError(
        `LabelEncoder.inverseTransform: expected numbers from 0 to ${classes.length - 1}, got ${code}`,
      );
    });
  }

  /** The labels in their order. @throws NotFittedError before `fit`. */
  get classes(): readonly Label[] {
    return this.learned("classes").classes;
  }
}
