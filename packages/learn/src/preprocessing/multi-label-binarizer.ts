import {
  checkBoolean,
  describeValue,
  ParameterError,
  ShapeError,
  ValueError,
  warn,
} from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { MaybeSparse } from "../base/indicators";
import { checkMatrix, type Matrix } from "../base/inputs";
import { type Label, readLabels, sortLabels } from "../base/labels";

/** The labels of each row: as many as it has. */
export type LabelSets = readonly (readonly Label[])[];

/** The options of `MultiLabelBinarizer`. */
export interface MultiLabelBinarizerOptions<Sparse extends boolean = boolean> {
  /** The labels in the order of the columns. Default those of `fit`, sorted. */
  readonly classes?: readonly Label[] | undefined;
  /** Give a SparseTensor. Default false. */
  readonly sparseOutput?: Sparse;
}

interface FittedLabels {
  readonly found: readonly Label[];
}

/**
 * A column of zeros and ones for each label, where a row has any number of labels: tags of a film, topics
 * of a text.
 *
 * @example
 * ```ts
 * const binarizer = new MultiLabelBinarizer().fit([["war", "love"], ["love"], []]);
 * binarizer.transform([["war"], []]).toArray(); // → [[0, 1], [0, 0]]
 * ```
 */
export class MultiLabelBinarizer<Sparse extends boolean = false> extends BaseEstimator<
  MultiLabelBinarizerOptions<Sparse>,
  FittedLabels
> {
  static override readonly typeName: string = "MultiLabelBinarizer";
  readonly classes: readonly Label[] | undefined;
  readonly sparseOutput: Sparse;

  /** @throws ParameterError if a label comes twice or `sparseOutput` is no boolean. */
  constructor({
    classes,
    sparseOutput = false as Sparse,
  }: MultiLabelBinarizerOptions<Sparse> = {}) {
    super();
    const where = "MultiLabelBinarizer";
    if (classes && new Set(classes).size !== classes.length) {
      throw new ParameterError(
        `${where}: classes must be different labels, got ${describeValue(classes)}`,
      );
    }
    this.classes = classes;
    this.sparseOutput = checkBoolean(where, "sparseOutput", sparseOutput) as Sparse;
    Object.freeze(this);
  }

  /**
   * Learns the labels. A second call forgets the first.
   *
   * @param y the labels of each row
   * @throws ValueError unless they are lists of labels of one kind.
   */
  fit(y: LabelSets): this {
    const all = readSets("MultiLabelBinarizer.fit", y);
    const found = this.classes ?? sortLabels(new Set(all.flat()));
    return this.keep({ found, nFeaturesIn: 1, featureNamesIn: undefined });
  }

  /**
   * The zeros and ones, shape (nSamples, nClasses). A label that `fit` has not seen is left out, with a
   * warning.
   *
   * @throws NotFittedError before `fit`; as `fit`.
   */
  transform(y: LabelSets): MaybeSparse<Sparse> {
    const where = "MultiLabelBinarizer.transform";
    const { found } = this.learned("transform");
    const places = new Map(found.map((label, k) => [label, k]));
    const sets = readSets(where, y).map((labels) => [...new Set(labels)]);
    const unknown = [...new Set(sets.flat())].filter((label) => !places.has(label));
    if (unknown.length > 0) {
      warn(
        "data",
        `${where}: expected labels of fit, got ${unknown.map(describeValue).join(", ")}`,
      );
    }
    const rows: number[] = [];
    const columns: number[] = [];
    sets.forEach((labels, i) => {
      for (const label of labels) {
        const place = places.get(label);
        if (place === undefined) continue;
        rows.push(i);
        columns.push(place);
      }
    });
    const ones = new Float64Array(rows.length).fill(1);
    const sparse = SparseTensor.fromTriplets(rows, columns, ones, [sets.length, found.length]);
    return (this.sparseOutput ? sparse : sparse.toDense()) as MaybeSparse<Sparse>;
  }

  /** `fit` and `transform` on the same rows. @throws as `fit`. */
  fitTransform(y: LabelSets): MaybeSparse<Sparse> {
    return this.fit(y).transform(y);
  }

  /**
   * The labels of each row.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for other
   *   numbers than 0 and 1.
   */
  inverseTransform(Y: Matrix | SparseTensor): Label[][] {
    const where = "MultiLabelBinarizer.inverseTransform";
    const { found } = this.learned("inverseTransform");
    const { X } = checkMatrix(where, Y instanceof SparseTensor ? Y.toDense() : Y);
    if (X.shape[1] !== found.length) {
      throw new ShapeError(`${where}: expected ${found.length} columns, got ${X.shape[1]}`);
    }
    const values = X.data();
    const strange = values.find((value) => value !== 0 && value !== 1);
    if (strange !== undefined) {
      throw new ValueError(`${where}: expected zeros and ones, got ${strange}`);
    }
    return Array.from({ length: X.shape[0]! }, (_, i) =>
      found.filter((_, k) => values[i * found.length + k] === 1),
    );
  }

  /** The labels in the order of the columns. @throws NotFittedError before `fit`. */
  get classesFound(): readonly Label[] {
    return this.learned("classesFound").found;
  }
}

function readSets(where: string, y: LabelSets): LabelSets {
  const bad = Array.isArray(y) ? y.find((labels) => !Array.isArray(labels)) : y;
  if (!Array.isArray(y) || bad !== undefined) {
    throw new ValueError(
      `${where}: expected a list of labels for each row, got ${describeValue(bad)}`,
    );
  }
  if (y.flat().length > 0) readLabels(where, "y", y.flat());
  return y;
}
