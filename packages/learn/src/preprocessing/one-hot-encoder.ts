import {
  checkBoolean,
  checkOneOf,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ValueError,
} from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import {
  type Cells,
  type CellTable,
  type CellValue,
  cellText,
  readCells,
  readKnownCells,
} from "../base/cells";
import { checkFeatures } from "../base/features";
import { encodedColumn } from "../base/graph";
import { indicatorMatrix, type MaybeSparse } from "../base/indicators";
import {
  type CategoriesOption,
  type CategoryGroups,
  checkCategories,
  checkRare,
  findCategories,
  groupCategories,
  placesOf,
  type RareOptions,
  refuseStrangers,
} from "./categories";

/** Which column of a feature is left out: none, the first, the first of two, or that of a category for each feature. */
export type DropOption = "first" | "ifBinary" | readonly CellValue[];

/** The options of `OneHotEncoder`. */
export interface OneHotEncoderOptions<Sparse extends boolean = boolean> extends RareOptions {
  /** Default "auto": what `fit` finds, sorted. */
  readonly categories?: CategoriesOption;
  /** Which columns are left out, so that a feature's columns do not add up to 1. Default none. */
  readonly drop?: DropOption | undefined;
  /** What an unknown category becomes: an error, zeros, or the column of the rare ones. Default "error". */
  readonly handleUnknown?: "error" | "ignore" | "infrequentIfExist";
  /** Give a SparseTensor. Default false (scikit-learn: true). */
  readonly sparseOutput?: Sparse;
}

interface FittedEncoder {
  readonly features: readonly CategoryGroups[];
  /** The group of each feature whose column is left out; −1 for none. */
  readonly dropped: Int32Array;
}

const RARE = "infrequent_sklearn";

/**
 * A column of zeros and ones for each category of each feature, sorted: numbers by size, text by code
 * units, and a missing value (null, then NaN) last, as a category of its own.
 *
 * Columns are named feature_category as in scikit-learn, with Python's True, None and nan; a whole number
 * has no ".0".
 *
 * @roadmap FEA-012
 * @example
 * ```ts
 * const encoder = new OneHotEncoder().fit([["red"], ["blue"], ["red"]]);
 * encoder.getFeatureNamesOut().join(", "); // → x0_blue, x0_red
 * encoder.transform([["red"]]).toArray(); // → [[0, 1]]
 * ```
 */
export class OneHotEncoder<Sparse extends boolean = false> extends BaseTransformer<
  OneHotEncoderOptions<Sparse>,
  FittedEncoder,
  MaybeSparse<Sparse>
> {
  static override readonly typeName: string = "OneHotEncoder";
  readonly categories: CategoriesOption;
  readonly drop: DropOption | undefined;
  readonly handleUnknown: "error" | "ignore" | "infrequentIfExist";
  readonly minFrequency: number | undefined;
  readonly maxCategories: number | undefined;
  readonly sparseOutput: Sparse;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    categories = "auto",
    drop,
    handleUnknown = "error",
    minFrequency,
    maxCategories,
    sparseOutput = false as Sparse,
  }: OneHotEncoderOptions<Sparse> = {}) {
    super();
    const where = "OneHotEncoder";
    this.categories = checkCategories(where, categories);
    this.drop = checkDrop(drop);
    const ways = ["error", "ignore", "infrequentIfExist"] as const;
    this.handleUnknown = checkOneOf(where, "handleUnknown", handleUnknown, ways);
    checkRare(where, { minFrequency, maxCategories });
    this.minFrequency = minFrequency;
    this.maxCategories = maxCategories;
    this.sparseOutput = checkBoolean(where, "sparseOutput", sparseOutput) as Sparse;
    Object.freeze(this);
  }

  /**
   * Learns each feature's categories. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), each column of numbers, text or booleans
   * @throws ShapeError unless X has rows and columns; ValueError for a column that mixes kinds, for cells
   *   that are not among given categories, and for categories to drop that there are not.
   */
  fit(X: Cells): this {
    return this.#learn(readCells("OneHotEncoder.fit", X));
  }

  #learn(table: CellTable): this {
    const where = "OneHotEncoder.fit";
    const refuses = this.handleUnknown === "error";
    const categories = findCategories(where, table, this.categories, refuses);
    const features = table.columns.map((column, j) =>
      groupCategories(column, categories[j]!, this),
    );
    if (Array.isArray(this.drop) && this.drop.length !== features.length) {
      throw new ValueError(
        `${where}: expected a category to drop for each feature, ${features.length}, got ${this.drop.length}`,
      );
    }
    const dropped = Int32Array.from(features, (feature, j) => this.#droppedOf(where, feature, j));
    return this.keep({
      features,
      dropped,
      nFeaturesIn: features.length,
      featureNamesIn: table.names,
    });
  }

  /**
   * Zeros and ones, shape (nSamples, number of columns).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, and for unknown categories if they are an error.
   */
  transform(X: Cells): MaybeSparse<Sparse> {
    const table = readKnownCells("OneHotEncoder.transform", X, this.learned("transform"));
    return this.#encoded("OneHotEncoder.transform", table);
  }

  #encoded(where: string, table: CellTable): MaybeSparse<Sparse> {
    const fitted = this.learned("transform");
    const { starts, nColumns } = columnPlan(fitted);
    const columns = table.columns.map((column, j) => {
      const feature = fitted.features[j]!;
      if (this.handleUnknown === "error") {
        refuseStrangers(where, column, feature.categories, table.names?.[j] ?? j);
      }
      const places = placesOf(column, feature.categories).map((place) => {
        const group = place < 0 ? this.#unknownGroup(feature) : feature.groups[place]!;
        return columnOf(group, starts[j]!, fitted.dropped[j]!);
      });
      return takeCodes(places, column.codes);
    });
    return indicatorMatrix({ columns, nRows: table.nRows, nColumns }, this.sparseOutput);
  }

  /** An unknown category gives zeros, or that of the rare ones where `handleUnknown` says so. */
  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { features, dropped } = this.learned("toGraph");
    const parts = features.flatMap((feature, j) => {
      const width = feature.nGroups - (dropped[j]! >= 0 ? 1 : 0);
      if (width === 0) return [];
      const numbers = new Float64Array((feature.categories.length + 1) * width);
      [...feature.groups, this.#unknownGroup(feature)].forEach((group, k) => {
        const column = columnOf(group, 0, dropped[j]!);
        if (column >= 0) numbers[k * width + column] = 1;
      });
      const table = { categories: feature.categories, numbers, width };
      return [encodedColumn(graph, X, j, table)];
    });
    return { transformed: graph.besides(parts) };
  }

  override fitTransform(X: Cells): MaybeSparse<Sparse> {
    const where = "OneHotEncoder.fitTransform";
    const table = readCells(where, X);
    return this.#learn(table).#encoded(where, table);
  }

  /**
   * The categories: of a row of zeros the one that was dropped, or null for an unknown one; of rare ones
   * the text "infrequent_sklearn".
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for a row
   *   of zeros where nothing was dropped and unknown categories are an error.
   */
  inverseTransform(Z: Tensor | SparseTensor | readonly (readonly number[])[]): CellValue[][] {
    const where = "OneHotEncoder.inverseTransform";
    const fitted = this.learned("inverseTransform");
    const { starts, nColumns } = columnPlan(fitted);
    const dense = "toDense" in Z ? Z.toDense() : Z;
    const read = checkFeatures(where, dense, { nFeaturesIn: nColumns, featureNamesIn: undefined });
    const z = read.data();
    const names = fitted.features.map(groupValues);
    return Array.from({ length: read.shape[0]! }, (_, i) =>
      fitted.features.map((_, j) => {
        const [from, to] = [starts[j]!, starts[j + 1] ?? nColumns];
        const row = z.subarray(i * nColumns + from, i * nColumns + to);
        const place = row.findIndex((value) => value !== 0);
        const dropped = fitted.dropped[j]!;
        if (place >= 0) return names[j]![place + (dropped >= 0 && place >= dropped ? 1 : 0)]!;
        if (dropped >= 0) return names[j]![dropped]!;
        if (this.handleUnknown !== "error") return null;
        throw new ValueError(`${where}: expected a 1 for feature ${j}, got zeros at row ${i}`);
      }),
    );
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    const { features, dropped } = this.learned("getFeatureNamesOut");
    return features.flatMap((feature, j) =>
      groupValues(feature)
        .filter((_, group) => group !== dropped[j])
        .map((value) => `${names[j]}_${cellText(value)}`),
    );
  }

  /** The categories of each feature, those that are rare or dropped among them. @throws NotFittedError before `fit`. */
  get categoriesFound(): (readonly CellValue[])[] {
    return this.learned("categoriesFound").features.map(({ categories }) => categories);
  }

  /** The rare categories of each feature. @throws NotFittedError before `fit`. */
  get infrequentCategories(): CellValue[][] {
    return this.learned("infrequentCategories").features.map(
      ({ categories, groups, hasRare, nGroups }) =>
        categories.filter((_, k) => hasRare && groups[k] === nGroups - 1),
    );
  }

  #unknownGroup({ hasRare, nGroups }: CategoryGroups): number {
    return hasRare && this.handleUnknown === "infrequentIfExist" ? nGroups - 1 : -1;
  }

  #droppedOf(where: string, feature: CategoryGroups, j: number): number {
    const { drop } = this;
    if (drop === undefined) return -1;
    if (drop === "first") return 0;
    if (drop === "ifBinary") return feature.nGroups === 2 ? 0 : -1;
    const category = drop[j]!;
    const place = feature.categories.findIndex((found) => Object.is(found, category));
    const group = feature.groups[place] ?? -1;
    if (place >= 0 && !(feature.hasRare && group === feature.nGroups - 1)) return group;
    throw new ValueError(
      `${where}: expected ${describeValue(category)}, which is to be dropped, among the frequent categories of feature ${j}, got ${place < 0 ? "none" : "a rare one"}`,
    );
  }
}

/** The value of each group: its category, or the name of the rare ones. */
function groupValues({ categories, groups, nGroups, hasRare }: CategoryGroups): CellValue[] {
  return Array.from({ length: nGroups }, (_, group) =>
    hasRare && group === nGroups - 1 ? RARE : categories[groups.indexOf(group)]!,
  );
}

/** The first column of each feature, and how many there are. */
function columnPlan({ features, dropped }: FittedEncoder) {
  let nColumns = 0;
  const starts = features.map(({ nGroups }, j) => {
    const start = nColumns;
    nColumns += nGroups - (dropped[j]! >= 0 ? 1 : 0);
    return start;
  });
  return { starts, nColumns };
}

/** What stands at the place of each code: a loop, since the array's own `map` takes several times as long. */
function takeCodes(values: Int32Array, codes: Int32Array): Int32Array {
  const taken = new Int32Array(codes.length);
  for (let i = 0; i < taken.length; i++) taken[i] = values[codes[i]!]!;
  return taken;
}

function columnOf(group: number, start: number, dropped: number): number {
  if (group < 0 || group === dropped) return -1;
  return start + group - (dropped >= 0 && group > dropped ? 1 : 0);
}

function checkDrop(drop: DropOption | undefined): DropOption | undefined {
  if (drop === undefined || drop === "first" || drop === "ifBinary" || Array.isArray(drop)) {
    return drop;
  }
  throw new ParameterError(
    `OneHotEncoder: drop must be "first", "ifBinary" or a category for each feature, got ${describeValue(drop)}`,
  );
}
