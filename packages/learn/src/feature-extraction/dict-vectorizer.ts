import { checkBoolean, describeValue, ParameterError, ShapeError } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { MaybeSparse } from "../base/indicators";
import { markFittedOn } from "../base/leakage";
import { type AnyMatrix, checkAnyFeatures } from "../base/sparse-inputs";
import { rowsOfEntries } from "./entries";
import { checkRecords, type FeatureRecord, visitFeature } from "./records";
import { placesOf } from "./vocabulary";
import { compareTexts } from "./words";

/** The options of `DictVectorizer`. */
export interface DictVectorizerOptions<Sparse extends boolean = boolean> {
  /** What stands between the name and the category in the name of a column. Default "=". */
  readonly separator?: string;
  /** Give a SparseTensor. Default true. */
  readonly sparse?: Sparse;
  /** Sort the columns by their names; else they stand in the order in which they come first. Default true. */
  readonly sort?: boolean;
}

interface FittedNames {
  readonly names: readonly string[];
}

/**
 * Records as rows of numbers: a number stays one, and a text becomes a column of its own, name=text, with a 1.
 *
 * What a record does not have is 0; null is NaN. New names are passed over.
 *
 * @roadmap FEA-014
 * @example
 * ```ts
 * const vectorizer = new DictVectorizer({ sparse: false });
 * const rows = [{ town: "Ames", area: 80 }, { town: "Boone", area: 120 }];
 * vectorizer.fitTransform(rows).toArray(); // → [[80, 1, 0], [120, 0, 1]]
 * vectorizer.getFeatureNamesOut().join(", "); // → area, town=Ames, town=Boone
 * ```
 */
export class DictVectorizer<Sparse extends boolean = true> extends BaseTransformer<
  Required<DictVectorizerOptions<Sparse>>,
  FittedNames,
  MaybeSparse<Sparse>,
  readonly FeatureRecord[]
> {
  static override readonly typeName: string = "DictVectorizer";
  readonly separator: string;
  readonly sparse: Sparse;
  readonly sort: boolean;

  /** @throws ParameterError unless `separator` is a text and the others are booleans. */
  constructor({
    separator = "=",
    sparse = true as Sparse,
    sort = true,
  }: DictVectorizerOptions<Sparse> = {}) {
    super();
    const where = "DictVectorizer";
    if (typeof separator !== "string") {
      throw new ParameterError(
        `${where}: separator must be a text, got ${describeValue(separator)}`,
      );
    }
    this.separator = separator;
    this.sparse = checkBoolean(where, "sparse", sparse) as Sparse;
    this.sort = checkBoolean(where, "sort", sort);
    Object.freeze(this);
  }

  /**
   * Learns the names of the columns. A second call forgets the first.
   *
   * @param X records
   * @param _y not looked at
   * @throws ShapeError if there are no records, or no features in them; ValueError for values that are none.
   */
  fit(X: readonly FeatureRecord[], _y?: unknown): this {
    const where = "DictVectorizer.fit";
    const found = new Set<string>();
    checkRecords(where, X).forEach((record, row) => {
      for (const feature of Object.entries(record)) {
        visitFeature({ where, row }, feature, this.separator, (column) => found.add(column));
      }
    });
    if (found.size === 0) {
      throw new ShapeError(`${where}: expected records with at least one feature, got none`);
    }
    const names = [...found];
    if (this.sort) names.sort(compareTexts);
    return this.keep({ names, nFeaturesIn: names.length, featureNamesIn: undefined });
  }

  /** `fit` and `transform` on the same records. @throws as `fit`. */
  override fitTransform(X: readonly FeatureRecord[], _y?: unknown): MaybeSparse<Sparse> {
    return markFittedOn(this.fit(X).transform(X), this.typeName);
  }

  /**
   * The numbers, float64, shape (nRecords, nColumns).
   *
   * @throws NotFittedError before `fit`; ShapeError if there are no records; ValueError for values that are none.
   */
  transform(X: readonly FeatureRecord[]): MaybeSparse<Sparse> {
    const { names } = this.learned("transform");
    const where = "DictVectorizer.transform";
    const places = placesOf(names);
    const [rows, columns, values]: [number[], number[], number[]] = [[], [], []];
    const records = checkRecords(where, X);
    records.forEach((record, row) => {
      for (const feature of Object.entries(record)) {
        visitFeature({ where, row }, feature, this.separator, (column, value) => {
          const place = places.get(column);
          if (place === undefined) return;
          rows.push(row);
          columns.push(place);
          values.push(value);
        });
      }
    });
    const matrix = SparseTensor.fromTriplets(rows, columns, values, [records.length, names.length]);
    return (this.sparse ? matrix : matrix.toDense()) as MaybeSparse<Sparse>;
  }

  /**
   * Rows as records of the columns that are not 0, by their names: town=Ames stays the name of a 1.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for values that are no finite
   *   numbers.
   */
  inverseTransform(X: AnyMatrix): Record<string, number>[] {
    const { names } = this.learned("inverseTransform");
    const fitted = { nFeaturesIn: names.length, featureNamesIn: undefined };
    const read = checkAnyFeatures("DictVectorizer.inverseTransform", X, fitted);
    return rowsOfEntries(read, (columns, values) =>
      Object.fromEntries(Array.from(columns, (column, p) => [names[column]!, values[p]!])),
    );
  }

  /**
   * Keeps only some of the columns, for instance those that a selector chose (`getSupport`).
   *
   * @param support for each column whether it stays
   * @throws NotFittedError before `fit`; ShapeError for another number of columns.
   */
  restrict(support: readonly boolean[]): this {
    const { names } = this.learned("restrict");
    if (support.length !== names.length) {
      throw new ShapeError(
        `DictVectorizer.restrict: expected a boolean for each of ${names.length} columns, got ${support.length}`,
      );
    }
    const kept = names.filter((_, j) => support[j]);
    return this.keep({ names: kept, nFeaturesIn: kept.length, featureNamesIn: undefined });
  }

  /** The names of the columns, as `getFeatureNamesOut`. @throws NotFittedError before `fit`. */
  get featureNames(): string[] {
    return [...this.learned("featureNames").names];
  }

  /** The place of each column by its name. @throws NotFittedError before `fit`. */
  get vocabulary(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.learned("vocabulary").names.map((name, place) => [name, place]));
  }

  /** The names of the columns. @throws NotFittedError before `fit`. */
  override getFeatureNamesOut(): string[] {
    return [...this.learned("getFeatureNamesOut").names];
  }
}
