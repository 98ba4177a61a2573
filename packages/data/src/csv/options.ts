import { checkInteger, checkOneOf, ParameterError } from "@gradus/core";
import { COLUMN_TYPES, type ColumnType, type Schema } from "../schema";
import { DEFAULT_MISSING } from "./missing";

/** A line that could not be read and was left out. */
export interface BadLine {
  /** The number of the line, from 1. */
  readonly line: number;
  /** Where in the line it goes wrong, from 1. */
  readonly column: number;
  /** What is wrong with it. */
  readonly message: string;
  /** The line itself. */
  readonly text: string;
}

/** How a CSV text is to be read. */
export interface CSVOptions<T extends Schema = Schema> {
  /**
   * The character between fields. Default "auto": a comma; and where the first line has no comma, one of
   * semicolon, tab and | if it splits all of the first lines alike.
   */
  readonly delimiter?: string;
  /** Whether the first line names the columns. Default true unless `names` are given. */
  readonly header?: boolean;
  /** The names of the columns: of a text without a header line, or with `header: true` in place of it. */
  readonly names?: readonly string[];
  /** The only columns to read, by name; the table has them in the text's order. Default all. */
  readonly columns?: readonly string[];
  /** Types of columns that are known; the others are found from the values. */
  readonly types?: T;
  /** Unquoted fields that stand for a missing value. Default "", NA, N/A, NaN, nan, null, NULL. */
  readonly missing?: readonly string[];
  /** How many lines to pass over before the header line. Default 0. */
  readonly skipLines?: number;
  /** Read at most this many rows. Default all. */
  readonly nRows?: number;
  /**
   * What to do with a line that has too many or too few fields or a broken quote: "error" (the default)
   * throws, "skip" leaves it out and lists it in `csvReport(table).skipped`, a function leaves it out
   * and is given it.
   */
  readonly onBadLine?: "error" | "skip" | ((line: BadLine) => void);
  /** What errors call the text: a file's name. */
  readonly source?: string;
}

/** Options that have been checked. */
export interface ReaderSettings {
  readonly delimiter: number;
  readonly hasHeader: boolean;
  readonly names: readonly string[] | undefined;
  readonly columns: readonly string[] | undefined;
  readonly types: Schema;
  readonly missing: readonly string[];
  readonly skipLines: number;
  readonly maxRows: number;
  readonly onBadLine: "error" | ((line: BadLine) => void);
  readonly source: string | undefined;
}

/** @throws ParameterError for an option that cannot be. */
export function checkOptions(
  where: string,
  options: CSVOptions<Schema>,
  sniff: () => string,
): ReaderSettings {
  const { delimiter = "auto", names, columns, missing = DEFAULT_MISSING, onBadLine } = options;
  const { skipLines = 0, nRows = Number.POSITIVE_INFINITY, source } = options;
  if (nRows !== Number.POSITIVE_INFINITY) checkInteger(where, "nRows", nRows);
  return {
    delimiter: checkDelimiter(where, delimiter === "auto" ? sniff() : delimiter),
    hasHeader: options.header ?? names === undefined,
    names,
    columns,
    types: options.types ?? {},
    missing,
    skipLines: checkInteger(where, "skipLines", skipLines),
    maxRows: nRows,
    onBadLine: checkOnBadLine(where, onBadLine),
    source,
  };
}

/** @throws ParameterError for a type that there is not. */
export function checkType(where: string, name: string, type: ColumnType): void {
  checkOneOf<ColumnType>(where, `types.${name}`, type, COLUMN_TYPES);
}

function checkOnBadLine(
  where: string,
  given: CSVOptions["onBadLine"] = "error",
): ReaderSettings["onBadLine"] {
  if (typeof given === "function") return given;
  checkOneOf(where, "onBadLine", given, ["error", "skip"] as const);
  return given === "error" ? "error" : () => {};
}

function checkDelimiter(where: string, delimiter: string): number {
  const code = delimiter.length === 1 ? delimiter.charCodeAt(0) : 0;
  const usable = code > 0 && code < 128 && !'"\r\n'.includes(delimiter);
  if (!usable) {
    throw new ParameterError(
      `${where}: delimiter must be one ASCII character other than a quote or a line end, got ${JSON.stringify(delimiter)}`,
    );
  }
  return code;
}
