import { StringAccessor } from "../accessors/string-accessor";
import type { CellTypes } from "../schema";
import { takeCodes } from "./category-column";
import { textError } from "./column";
import { type Factors, factorizeCodes, factorizeStrings } from "./factorize";
import { registerColumn } from "./make-column";
import { ColumnTransforms } from "./transforms";

/**
 * A column of text; a missing value is null.
 *
 * It is held as the strings themselves, or as a dictionary of different strings and one code a row
 * (`StringColumn.fromCodes`), which grouping, joining and taking rows are faster on.
 */
export class StringColumn extends ColumnTransforms<"string"> {
  static {
    registerColumn("string", (name, values) => new StringColumn(name, values));
  }

  readonly type = "string";
  #values: readonly (string | null)[] | undefined;
  #codes: Int32Array | undefined;
  #dictionary: readonly string[] = [];

  /** @param values kept, not copied; whoever passes them leaves them as they are */
  constructor(name: string, values: readonly (string | null)[]) {
    super(name);
    this.#values = values;
  }

  /**
   * A column from a code for each row, its place in the dictionary or −1 for a missing value.
   *
   * @param dictionary different strings; they need not all occur
   */
  static fromCodes(name: string, codes: Int32Array, dictionary: readonly string[]): StringColumn {
    const column = new StringColumn(name, []);
    column.#values = undefined;
    column.#codes = codes;
    column.#dictionary = dictionary;
    return column;
  }

  /** Methods of text for every row: `town.str.upper()`. */
  get str(): StringAccessor {
    return new StringAccessor(this.name, this.values);
  }

  /** The strings, made from the dictionary when they are first asked for. */
  get values(): readonly (string | null)[] {
    this.#values ??= Array.from(this.#codes!, (code) => this.#dictionary[code] ?? null);
    return this.#values;
  }

  /** The codes and the dictionary, if that is how the column is held. @internal */
  get encoded():
    | { readonly codes: Int32Array; readonly dictionary: readonly string[] }
    | undefined {
    return this.#codes && { codes: this.#codes, dictionary: this.#dictionary };
  }

  get length(): number {
    return (this.#codes ?? this.#values!).length;
  }

  isMissing(i: number): boolean {
    return this.#codes ? this.#codes[i]! < 0 : this.#values![i] === null;
  }

  takeUnchecked(indices: ArrayLike<number>): this {
    if (this.#codes) {
      const codes = takeCodes(this.#codes, indices);
      return StringColumn.fromCodes(this.name, codes, this.#dictionary) as this;
    }
    const values = this.#values!;
    const taken = new Array<string | null>(indices.length);
    for (let i = 0; i < taken.length; i++) {
      const row = indices[i]!;
      taken[i] = row < 0 ? null : values[row]!;
    }
    return new StringColumn(this.name, taken) as this;
  }

  rename(name: string): this {
    if (this.#codes) return StringColumn.fromCodes(name, this.#codes, this.#dictionary) as this;
    return new StringColumn(name, this.#values!) as this;
  }

  /** By code units, not by the rules of a language, so that the order is the same everywhere. */
  compare(i: number, j: number): number {
    const [a, b] = [this.cell(i)!, this.cell(j)!];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  cell(i: number): CellTypes["string"] {
    return this.#codes ? (this.#dictionary[this.#codes[i]!] ?? null) : this.#values![i]!;
  }

  factorize(): Factors {
    if (this.#codes) return factorizeCodes(this.#codes, this.#dictionary.length);
    return factorizeStrings(this.#values!);
  }

  protected numbers(where: string): never {
    throw textError(where, this.name);
  }
}
