import {
  checkOneOf,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { fromWriter, scoped, type Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import {
  type Cells,
  type CellTable,
  type CellValue,
  isMissing,
  readCells,
  readKnownCells,
} from "../base/cells";
import { checkFeatures } from "../base/features";
import { encodedColumn } from "../base/graph";
import type { Matrix } from "../base/inputs";
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

/** The options of `OrdinalEncoder`. */
export interface OrdinalEncoderOptions extends RareOptions {
  /** Default "auto": what `fit` finds, sorted. Give them where they have an order that means something. */
  readonly categories?: CategoriesOption;
  /** What an unknown category is: an error, or `unknownValue`. Default "error". */
  readonly handleUnknown?: "error" | "useEncodedValue";
  /** The number of unknown categories, which no known one may have; only with "useEncodedValue", and needed there. */
  readonly unknownValue?: number | undefined;
  /** The number of missing values. Default NaN, a missing value again. */
  readonly encodedMissingValue?: number;
}

interface FittedEncoder {
  readonly features: readonly CategoryGroups[];
}

const RARE = "infrequent_sklearn";
/** Columns are written for so many rows at a time, whose numbers stay in the processor's cache meanwhile. */
const ROWS_AT_ONCE = 256;

/**
 * Numbers each feature's categories: 0, 1, 2, … in their order.
 *
 * Most models take the numbers for amounts: give the categories in an order that means something, or
 * use `OneHotEncoder`.
 *
 * @roadmap FEA-013
 * @example
 * ```ts
 * const sizes = new OrdinalEncoder({ categories: [["small", "middle", "large"]] });
 * sizes.fitTransform([["large"], ["small"]]).toArray(); // → [[2], [0]]
 * ```
 */
export class OrdinalEncoder extends BaseTransformer<OrdinalEncoderOptions, FittedEncoder> {
  static override readonly typeName: string = "OrdinalEncoder";
  readonly categories: CategoriesOption;
  readonly handleUnknown: "error" | "useEncodedValue";
  readonly unknownValue: number | undefined;
  readonly encodedMissingValue: number;
  readonly minFrequency: number | undefined;
  readonly maxCategories: number | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    categories = "auto",
    handleUnknown = "error",
    unknownValue,
    encodedMissingValue = Number.NaN,
    minFrequency,
    maxCategories,
  }: OrdinalEncoderOptions = {}) {
    super();
    const where = "OrdinalEncoder";
    this.categories = checkCategories(where, categories);
    const ways = ["error", "useEncodedValue"] as const;
    this.handleUnknown = checkOneOf(where, "handleUnknown", handleUnknown, ways);
    this.unknownValue = checkUnknown(handleUnknown, unknownValue);
    if (typeof encodedMissingValue !== "number") {
      throw new ParameterError(
        `${where}: encodedMissingValue must be a number, got ${describeValue(encodedMissingValue)}`,
      );
    }
    this.encodedMissingValue = encodedMissingValue;
    checkRare(where, { minFrequency, maxCategories });
    this.minFrequency = minFrequency;
    this.maxCategories = maxCategories;
    Object.freeze(this);
  }

  /**
   * Learns each feature's categories. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), each column of numbers, text or booleans
   * @throws ShapeError unless X has rows and columns; ValueError for a column that mixes kinds, for cells
   *   that are not among given categories, and if `unknownValue` is the number of a category.
   */
  fit(X: Cells): this {
    return this.#learn("OrdinalEncoder.fit", readCells("OrdinalEncoder.fit", X));
  }

  #learn(where: string, table: CellTable): this {
    const refuses = this.handleUnknown === "error";
    const categories = findCategories(where, table, this.categories, refuses);
    const features = table.columns.map((column, j) =>
      groupCategories(column, categories[j]!, this, true),
    );
    this.#checkNumbers(where, features);
    return this.keep({ features, nFeaturesIn: features.length, featureNamesIn: table.names });
  }

  /**
   * The numbers, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, and for unknown categories if they are an error.
   */
  transform(X: Cells): Tensor {
    const where = "OrdinalEncoder.transform";
    const fitted = this.learned("transform");
    return scoped(() => this.#encoded(where, readKnownCells(where, X, fitted)));
  }

  #encoded(where: string, table: CellTable): Tensor {
    const fitted = this.learned("transform");
    const numbers = table.columns.map((column, j) => {
      const { categories, groups } = fitted.features[j]!;
      if (this.handleUnknown === "error") {
        refuseStrangers(where, column, categories, table.names?.[j] ?? j);
      }
      return Float64Array.from(placesOf(column, categories), (place) => {
        if (place < 0) return this.unknownValue!;
        return isMissing(categories[place]) ? this.encodedMissingValue : groups[place]!;
      });
    });
    if (table.encode) return table.encode(numbers);
    const { nRows, columns } = table;
    const nColumns = columns.length;
    return fromWriter([nRows, nColumns], "float64", (out) => {
      for (let from = 0; from < nRows; from += ROWS_AT_ONCE) {
        const end = Math.min(from + ROWS_AT_ONCE, nRows);
        for (let j = 0; j < nColumns; j++) {
          const [own, { codes }] = [numbers[j]!, columns[j]!];
          for (let i = from, at = i * nColumns + j; i < end; i++, at += nColumns) {
            out[at] = own[codes[i]!]!;
          }
        }
      }
    });
  }

  /** An unknown category gives `unknownValue`, or NaN where it is an error. */
  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { features } = this.learned("toGraph");
    const parts = features.map(({ categories, groups }, j) => {
      const known = categories.map((category, k) =>
        isMissing(category) ? this.encodedMissingValue : groups[k]!,
      );
      const numbers = Float64Array.of(...known, this.unknownValue ?? Number.NaN);
      return encodedColumn(graph, X, j, { categories, numbers, width: 1 });
    });
    return { transformed: graph.besides(parts) };
  }

  override fitTransform(X: Cells): Tensor {
    const where = "OrdinalEncoder.fitTransform";
    return scoped(() => {
      const table = readCells(where, X);
      return this.#learn(where, table).#encoded(where, table);
    });
  }

  /**
   * The categories of numbers; null for unknown ones, and "infrequent_sklearn" for rare ones.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for a
   *   number that no category has.
   */
  inverseTransform(Z: Matrix): CellValue[][] {
    const where = "OrdinalEncoder.inverseTransform";
    const fitted = this.learned("inverseTransform");
    const read = checkFeatures(where, Z, fitted, { allowMissing: true });
    const z = read.data();
    const nColumns = read.shape[1]!;
    return Array.from({ length: read.shape[0]! }, (_, i) =>
      fitted.features.map((feature, j) => this.#category(where, feature, z[i * nColumns + j]!)),
    );
  }

  /** The categories of each feature. @throws NotFittedError before `fit`. */
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

  #category(where: string, feature: CategoryGroups, number: number): CellValue {
    const { categories, groups, nGroups, hasRare } = feature;
    const missing = categories.find(isMissing);
    if (missing !== undefined && Object.is(number, this.encodedMissingValue)) return missing;
    if (this.handleUnknown === "useEncodedValue" && Object.is(number, this.unknownValue))
      return null;
    if (hasRare && number === nGroups - 1) return RARE;
    const place = groups.indexOf(number);
    if (place >= 0 && number >= 0) return categories[place]!;
    throw new ValueError(
      `${where}: expected numbers of categories, from 0 to ${nGroups - 1}, got ${number}`,
    );
  }

  #checkNumbers(where: string, features: readonly CategoryGroups[]): void {
    const special = {
      unknownValue: this.unknownValue,
      encodedMissingValue: this.encodedMissingValue,
    };
    for (const [name, value] of Object.entries(special)) {
      const taken = features.find(
        ({ nGroups, categories }) =>
          Number.isInteger(value) &&
          value! >= 0 &&
          value! < nGroups &&
          (name === "unknownValue" || categories.some(isMissing)),
      );
      if (!taken) continue;
      throw new ValueError(
        `${where}: expected ${name} to be no number of a category, from 0 to ${taken.nGroups - 1}, got ${value}`,
      );
    }
  }
}

function checkUnknown(
  handleUnknown: "error" | "useEncodedValue",
  value: number | undefined,
): number | undefined {
  const isNeeded = handleUnknown === "useEncodedValue";
  const isNumber = Number.isInteger(value) || Number.isNaN(value);
  if (isNeeded ? isNumber : value === undefined) return value;
  throw new ParameterError(
    `OrdinalEncoder: unknownValue must be ${isNeeded ? "a whole number or NaN" : 'left out unless handleUnknown is "useEncodedValue"'}, got ${describeValue(value)}`,
  );
}
