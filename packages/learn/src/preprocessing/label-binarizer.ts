import { checkBoolean, checkFinite, ParameterError, ShapeError } from "@gradus/core";
import { fromWriter, SparseTensor, type Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { MaybeSparse } from "../base/indicators";
import { checkMatrix, type Matrix } from "../base/inputs";
import { encodeKnownLabels, encodeLabels, type Label, type Labels } from "../base/labels";

/** The options of `LabelBinarizer`. */
export interface LabelBinarizerOptions<Sparse extends boolean = boolean> {
  /** What stands for a label that is not. Default 0. */
  readonly negLabel?: number;
  /** What stands for a label that is. Default 1. */
  readonly posLabel?: number;
  /** Give a SparseTensor; `negLabel` must be 0 then. Default false. */
  readonly sparseOutput?: Sparse;
}

interface FittedLabels {
  readonly classes: readonly Label[];
}

/**
 * A column for each label, with `posLabel` where it is; two labels share one column, which stands for the
 * second. It is for targets: one against the rest.
 *
 * A label that `fit` has not seen is in no column.
 *
 * @example
 * ```ts
 * new LabelBinarizer().fitTransform(["b", "a", "c"]).toArray(); // → [[0, 1, 0], [1, 0, 0], [0, 0, 1]]
 * ```
 */
export class LabelBinarizer<Sparse extends boolean = false> extends BaseEstimator<
  LabelBinarizerOptions<Sparse>,
  FittedLabels
> {
  static override readonly typeName: string = "LabelBinarizer";
  readonly negLabel: number;
  readonly posLabel: number;
  readonly sparseOutput: Sparse;

  /** @throws ParameterError unless negLabel < posLabel, and negLabel = 0 for sparse output. */
  constructor({
    negLabel = 0,
    posLabel = 1,
    sparseOutput = false as Sparse,
  }: LabelBinarizerOptions<Sparse> = {}) {
    super();
    const where = "LabelBinarizer";
    this.negLabel = checkFinite(where, "negLabel", negLabel);
    this.posLabel = checkFinite(where, "posLabel", posLabel);
    this.sparseOutput = checkBoolean(where, "sparseOutput", sparseOutput) as Sparse;
    if (negLabel >= posLabel) {
      throw new ParameterError(
        `${where}: negLabel must be below posLabel, ${posLabel}, got ${negLabel}`,
      );
    }
    if (sparseOutput && (negLabel !== 0 || posLabel === 0)) {
      throw new ParameterError(`${where}: negLabel must be 0 for sparse output, got ${negLabel}`);
    }
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
    const { classes } = encodeLabels("LabelBinarizer.fit", "y", y);
    return this.keep({ classes, nFeaturesIn: 1, featureNamesIn: undefined });
  }

  /** The columns, shape (nSamples, nClasses), or (nSamples, 1) for up to two labels. @throws NotFittedError before `fit`; as `fit`. */
  transform(y: Labels): MaybeSparse<Sparse> {
    const { classes } = this.learned("transform");
    const codes = encodeKnownLabels("LabelBinarizer.transform", "y", y, classes);
    const nColumns = classes.length <= 2 ? 1 : classes.length;
    // Of two labels the second is the one that counts; a single one never is.
    const places = nColumns > 1 ? codes : codes.map((code) => (code === 1 ? 0 : -1));
    return (
      this.sparseOutput ? this.#sparse(places, nColumns) : this.#dense(places, nColumns)
    ) as MaybeSparse<Sparse>;
  }

  /** `fit` and `transform` on the same labels. @throws as `fit`. */
  fitTransform(y: Labels): MaybeSparse<Sparse> {
    return this.fit(y).transform(y);
  }

  /**
   * The labels: with one column the second label above the threshold, with several that of the largest
   * number.
   *
   * @param threshold default halfway between `negLabel` and `posLabel`
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for values
   *   that are no finite numbers.
   */
  inverseTransform(Y: Matrix | SparseTensor, threshold?: number): Label[] {
    const where = "LabelBinarizer.inverseTransform";
    const { classes } = this.learned("inverseTransform");
    const nColumns = classes.length <= 2 ? 1 : classes.length;
    const { X } = checkMatrix(where, Y instanceof SparseTensor ? Y.toDense() : Y);
    if (X.shape[1] !== nColumns) {
      throw new ShapeError(`${where}: expected ${nColumns} columns, got ${X.shape[1]}`);
    }
    if (nColumns > 1) return Array.from(X.argmax(1).data(), (code) => classes[code]!);
    const limit = threshold ?? (this.negLabel + this.posLabel) / 2;
    const second = classes.length - 1;
    return Array.from(X.data(), (value) => classes[value > limit ? second : 0]!);
  }

  /** The labels in their order. @throws NotFittedError before `fit`. */
  get classes(): readonly Label[] {
    return this.learned("classes").classes;
  }

  #dense(places: Int32Array, nColumns: number): Tensor {
    return fromWriter([places.length, nColumns], "float64", (out) => {
      out.fill(this.negLabel);
      places.forEach((place, i) => {
        if (place >= 0) out[i * nColumns + place] = this.posLabel;
      });
    });
  }

  #sparse(places: Int32Array, nColumns: number): SparseTensor {
    const rows = [...places.keys()].filter((i) => places[i]! >= 0);
    const columns = rows.map((i) => places[i]!);
    const values = rows.map(() => this.posLabel);
    return SparseTensor.fromTriplets(rows, columns, values, [places.length, nColumns]);
  }
}
