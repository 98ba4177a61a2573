import { StringAccessor } from "../accessors/string-accessor";
import type { CellTypes } from "../schema";
import type { ByteStrings } from "../texts/byte-strings";
import { encodeTexts } from "../texts/text-codes";
import { takeCodes } from "./category-column";
import { textError } from "./column";
import { type Factors, factorizeCodes, factorizeStrings } from "./factorize";
import { registerColumn } from "./make-column";
import { ColumnTransforms } from "./transforms";

/** So many cells of a column that is held as bytes are decoded alone. */
const FEW = 64;

/**
 * A column of text; a missing value is null.
 *
 * It is held as the strings themselves, or as a dictionary of different strings and one code a row
 * (`StringColumn.fromCodes`), which grouping, joining and taking rows are faster on. What a file has is held
 * as bytes until somebody asks for more than a few cells.
 */
export class StringColumn extends ColumnTransforms<"string"> {
  static {
    registerColumn("string", (name, values) => new StringColumn(name, values));
  }

  readonly type = "string";
  #values: readonly (string | null)[] | undefined;
  #codes: Int32Array | undefined;
  #dictionary: readonly string[] = [];
  #bytes: ByteStrings | undefined;
  #cellsAsked = 0;

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

  /** A column of texts in UTF-8, which are decoded when they are first asked for. @internal */
  static fromBytes(name: string, bytes: ByteStrings): StringColumn {
    const column = new StringColumn(name, []);
    column.#values = undefined;
    column.#bytes = bytes;
    return column;
  }

  /** Methods of text for every row: `town.str.upper()`. */
  get str(): StringAccessor {
    return new StringAccessor(this.name, this.values);
  }

  /** The strings, made from the dictionary when they are first asked for. */
  get values(): readonly (string | null)[] {
    this.#decode();
    this.#values ??= Array.from(this.#codes!, (code) => this.#dictionary[code] ?? null);
    return this.#values;
  }

  /** The codes and the dictionary, if that is how the column is held. @internal */
  get encoded():
    | { readonly codes: Int32Array; readonly dictionary: readonly string[] }
    | undefined {
    this.#decode();
    return this.#codes && { codes: this.#codes, dictionary: this.#dictionary };
  }

  get length(): number {
    return (this.#bytes ?? this.#codes ?? this.#values!).length;
  }

  isMissing(i: number): boolean {
    if (this.#bytes) return this.#bytes.isMissing(i);
    return this.#codes ? this.#codes[i]! < 0 : this.#values![i] === null;
  }

  takeUnchecked(indices: ArrayLike<number>): this {
    if (this.#bytes && indices.length <= FEW) {
      const cells = Array.from(indices, (row) => (row < 0 ? null : this.cell(row)));
      return new StringColumn(this.name, cells) as this;
    }
    this.#decode();
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
    if (this.#bytes) return StringColumn.fromBytes(name, this.#bytes) as this;
    if (this.#codes) return StringColumn.fromCodes(name, this.#codes, this.#dictionary) as this;
    return new StringColumn(name, this.#values!) as this;
  }

  /** By code units, not by the rules of a language, so that the order is the same everywhere. */
  compare(i: number, j: number): number {
    const [a, b] = [this.cell(i)!, this.cell(j)!];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  cell(i: number): CellTypes["string"] {
    if (this.#bytes) {
      // A few cells, such as the first rows for a print, are decoded alone.
      if (this.#cellsAsked++ < FEW) return this.#bytes.text(i);
      this.#decode();
    }
    return this.#codes ? (this.#dictionary[this.#codes[i]!] ?? null) : this.#values![i]!;
  }

  factorize(): Factors {
    this.#decode();
    if (this.#codes) return factorizeCodes(this.#codes, this.#dictionary.length);
    return factorizeStrings(this.#values!);
  }

  /** Makes codes of the bytes; strings where hardly a text comes twice. */
  #decode(): void {
    const bytes = this.#bytes;
    if (!bytes) return;
    const encoded = encodeTexts(bytes);
    this.#codes = encoded?.codes;
    this.#dictionary = encoded?.dictionary ?? [];
    if (!encoded) this.#values = bytes.decode();
    this.#bytes = undefined;
  }

  protected numbers(where: string): never {
    throw textError(where, this.name);
  }
}
