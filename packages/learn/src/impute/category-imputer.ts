import { checkOneOf, describeValue, ParameterError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { BaseEstimator } from "../base/base-estimator";
import {
  type CellColumn,
  type Cells,
  type CellValue,
  isMissing,
  readCells,
  readKnownCells,
  sortCells,
} from "../base/cells";
import { inputNames } from "../base/features";

/** The options of `CategoryImputer`. */
export interface CategoryImputerOptions {
  /** What fills the gaps of a column: its most frequent value, or `fillValue`. Default "mostFrequent". */
  readonly strategy?: "mostFrequent" | "constant";
  /** What fills gaps with "constant". Default "missing_value". */
  readonly fillValue?: string | number | boolean;
}

interface FittedImputer {
  readonly statistics: readonly CellValue[];
}

/**
 * Fills missing values of columns of text, numbers or booleans with the most frequent value (of equally
 * frequent ones the first in order) or a constant: scikit-learn's `SimpleImputer` for text.
 *
 * It gives a table, for an encoder behind it. A column without any value stays as it is.
 *
 * @example
 * ```ts
 * const imputer = new CategoryImputer().fit([["red"], [null], ["red"], ["blue"]]);
 * imputer.transform([[null]]).column("x0").toArray(); // → ["red"]
 * ```
 */
export class CategoryImputer extends BaseEstimator<
  Required<CategoryImputerOptions>,
  FittedImputer
> {
  static override readonly typeName: string = "CategoryImputer";
  readonly strategy: "mostFrequent" | "constant";
  readonly fillValue: string | number | boolean;

  /** @throws ParameterError for another strategy, or a missing value to fill with. */
  constructor({
    strategy = "mostFrequent",
    fillValue = "missing_value",
  }: CategoryImputerOptions = {}) {
    super();
    const where = "CategoryImputer";
    this.strategy = checkOneOf(where, "strategy", strategy, ["mostFrequent", "constant"]);
    if (!["string", "number", "boolean"].includes(typeof fillValue) || isMissing(fillValue)) {
      throw new ParameterError(
        `${where}: fillValue must be text, a number or a boolean, got ${describeValue(fillValue)}`,
      );
    }
    this.fillValue = fillValue;
    Object.freeze(this);
  }

  get estimatorType(): "transformer" {
    return "transformer";
  }

  /**
   * Learns what fills each column's gaps. A second call forgets the first.
   *
   * @throws ShapeError unless X has rows and columns; ValueError for a column that mixes kinds.
   */
  fit(X: Cells): this {
    const { columns, names } = readCells("CategoryImputer.fit", X);
    const statistics = columns.map((column) =>
      this.strategy === "constant" ? this.fillValue : mostFrequent(column),
    );
    return this.keep({ statistics, nFeaturesIn: columns.length, featureNamesIn: names });
  }

  /**
   * The table without gaps.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for
   *   columns other than those of `fit`; DTypeError if `fillValue` is of another kind than a column.
   */
  transform(X: Cells): DataFrame {
    const fitted = this.learned("transform");
    const { columns } = readKnownCells("CategoryImputer.transform", X, fitted);
    const names = this.getFeatureNamesOut();
    const filled = columns.map(({ codes, values }, j) => {
      const full = values.map((value) => (isMissing(value) ? fitted.statistics[j]! : value));
      return [names[j]!, Array.from(codes, (code) => full[code]!)];
    });
    return DataFrame.fromColumns(Object.fromEntries(filled));
  }

  /** `fit` and `transform` on the same rows. @throws as both. */
  fitTransform(X: Cells): DataFrame {
    return this.fit(X).transform(X);
  }

  /** The names of the columns. @throws NotFittedError before `fit`; as for every transformer. */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const fitted = this.learned("getFeatureNamesOut");
    return inputNames("CategoryImputer.getFeatureNamesOut", fitted, inputFeatures);
  }

  /** What fills each column's gaps; null where `fit` saw no value. @throws NotFittedError before `fit`. */
  get statistics(): readonly CellValue[] {
    return this.learned("statistics").statistics;
  }
}

function mostFrequent({ codes, values }: CellColumn): CellValue {
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code]! += 1;
  const present = sortCells(values.filter((value) => !isMissing(value)));
  let best: CellValue = null;
  let most = 0;
  for (const value of present) {
    const count = counts[values.indexOf(value)]!;
    if (count > most) [most, best] = [count, value];
  }
  return best;
}
