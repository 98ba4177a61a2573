import { checkInteger, type Displayable, type DisplayData, displaySymbol } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import { unknownColumn } from "../frame/unknown-column";
import { profileColumn } from "./column-profile";
import { profileDuplicates } from "./duplicates";
import { profileMissing } from "./missing";
import { measured, profileRelations } from "./relations";
import { reportHTML } from "./report/report";
import { reportText } from "./report/text";
import { profileTarget } from "./target";
import type {
  ColumnProfile,
  DuplicateProfile,
  MissingProfile,
  ProfileData,
  ProfileWarning,
  RelationProfile,
  TargetRelation,
} from "./types";
import { findWarnings } from "./warnings";

/** How a table is profiled. */
export interface ProfileOptions {
  /** The column that shall be predicted: then every other column is asked how much it tells of it. */
  readonly target?: string;
  /** The heading of the report. Default "Profile of a table". */
  readonly title?: string;
  /** How many bins a histogram has. Default 20. */
  readonly bins?: number;
}

const WHERE = "profile";

/**
 * A first look at a table: types, missing values and their patterns, distributions, outliers, correlations, duplicates,
 * and in sentences what asks for a look before anything is modelled.
 *
 * The numbers are those of pandas: quartiles by linear interpolation, standard deviations with n − 1, skewness and
 * kurtosis corrected for the sample's size, correlations over the rows that have both values. `display` shows the report
 * in the course and a text in a terminal.
 *
 * @throws ParameterError for a target that the table lacks, or fewer than two bins.
 * @roadmap DAT-009
 * @example
 * ```ts
 * const houses = DataFrame.fromColumns({
 *   area: [80, 120, 95, 80],
 *   town: ["Ames", null, "Boone", "Ames"],
 * });
 * const found = profile(houses);
 * found.column("area").numbers?.mean; // → 93.75
 * found.duplicates.rows; // → 1
 * found.warnings.map((warning) => warning.kind); // → ["duplicate-rows", "missing"]
 * ```
 */
export function profile(df: DataFrame, options: ProfileOptions = {}): Profile {
  const { target, title = "Profile of a table", bins = 20 } = options;
  checkInteger(WHERE, "bins", bins, 2);
  if (target !== undefined && !df.has(target)) throw unknownColumn(WHERE, target, df.columns);
  const columns = df.columnList();
  const factors = columns.map((column) => column.factorize());
  const all = columns.map((column, i) => measured(WHERE, column, factors[i]!));
  const aimed = all.find(({ column }) => column.name === target);
  const found = {
    title,
    nRows: df.nRows,
    nColumns: df.nColumns,
    ...(target === undefined ? {} : { target }),
    columns: columns.map((column, i) => profileColumn(WHERE, column, factors[i]!, bins)),
    missing: profileMissing(columns, df.nRows),
    duplicates: profileDuplicates(columns, factors),
    relations: profileRelations(all),
    targetRelations: aimed ? profileTarget(all, aimed) : [],
  };
  return new Profile({ ...found, warnings: findWarnings(found) });
}

/** What {@link profile} finds in a table: data to compute with, and a report to read. */
export class Profile implements ProfileData, Displayable {
  readonly #data: ProfileData;

  /** @param data what `toJSON` gave */
  constructor(data: ProfileData) {
    this.#data = data;
  }

  get title(): string {
    return this.#data.title;
  }

  get nRows(): number {
    return this.#data.nRows;
  }

  get nColumns(): number {
    return this.#data.nColumns;
  }

  /** The column that shall be predicted, if one was named. */
  get target(): string | undefined {
    return this.#data.target;
  }

  /** What is known of each column, in the table's order. */
  get columns(): readonly ColumnProfile[] {
    return this.#data.columns;
  }

  get missing(): MissingProfile {
    return this.#data.missing;
  }

  get duplicates(): DuplicateProfile {
    return this.#data.duplicates;
  }

  get relations(): RelationProfile {
    return this.#data.relations;
  }

  /** What each column tells of the target, the strongest first; empty without a target. */
  get targetRelations(): readonly TargetRelation[] {
    return this.#data.targetRelations;
  }

  /** What asks for a look, the gravest first. */
  get warnings(): readonly ProfileWarning[] {
    return this.#data.warnings;
  }

  /** What is known of one column. @throws ParameterError if the table has none of that name. */
  column(name: string): ColumnProfile {
    const found = this.columns.find((column) => column.name === name);
    if (found) return found;
    throw unknownColumn(
      "Profile.column",
      name,
      this.columns.map((column) => column.name),
    );
  }

  /**
   * The report as one HTML file that needs no other: light or dark as the reader's system, readable on a phone, and every
   * value in it escaped.
   */
  toHTML(): string {
    return reportHTML(this.#data);
  }

  /** The report as text, as a terminal shows it. */
  toText(): string {
    return reportText(this.#data);
  }

  /** Everything as plain data. `JSON.stringify` writes what is no number (NaN) as null. */
  toJSON(): ProfileData {
    return this.#data;
  }

  toString(): string {
    return this.toText();
  }

  [displaySymbol](): DisplayData {
    return { kind: "page", title: this.title, html: this.toHTML(), text: this.toText() };
  }
}
