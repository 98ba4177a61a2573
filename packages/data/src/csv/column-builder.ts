import type { CsvKind } from "@gradus/kernels";
import type { AnyColumn } from "../column/from-values";
import type { ColumnType } from "../schema";
import type { Chunk } from "./chunk";
import type { Field } from "./field";

/** What a fast path gives when the field needs the slow one. */
export const ODD = -2;

/** The kinds of builders that the loop over the fields calls directly, and the others. */
export const Kind = { NUMBER: 0, TEXT: 1, OTHER: 2 } as const;

/** Gathers the values of one column while a text is read. */
export abstract class ColumnBuilder {
  abstract readonly kind: number;
  /** What the kernel calls such a column. */
  abstract readonly chunkKind: CsvKind;
  /** The type of the column as far as its values tell; nothing before the first one. */
  abstract readonly type: ColumnType | undefined;
  /** Whether a field was taken for missing that would be a value in a column of text. */
  hasOddMissing = false;

  /** Makes room for this many rows. */
  abstract grow(capacity: number): void;

  /** Makes the first rows missing ones. */
  abstract skip(nRows: number): void;

  /** Reads a field in its usual form. @returns the place after it, or ODD */
  abstract readFast(bytes: Uint8Array, start: number, row: number, delimiter: number): number;

  /** Takes the field as the value of the row, or says that it is none of this type. */
  abstract accept(field: Field, row: number): boolean;

  /** Takes the values of column `c` of a chunk for the rows from `row` on. There is room for them. */
  abstract take(chunk: Chunk, c: number, row: number): void;

  abstract finish(name: string, nRows: number): AnyColumn;
}

/** The words that stand for a missing value. */
export class MissingWords {
  readonly words: ReadonlySet<string>;
  /** No word is longer than so many bytes. */
  readonly longest: number;
  /** Whether a word, such as -999, could be read as a number, a date or a truth: then it is asked for first. */
  readonly hasValues: boolean;

  readonly #encoded: readonly Uint8Array[];

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    this.#encoded = words.map((word) => new TextEncoder().encode(word));
    this.hasValues = looksLikeValue(words);
    this.longest = Math.max(0, ...this.#encoded.map((word) => word.length));
  }

  /** Whether the field is missing where text is not a value: empty, or one of the words, quoted or not. */
  has(field: Field): boolean {
    const { bytes } = field;
    let { start, end } = field;
    while (start < end && bytes[start]! <= 0x20) start++;
    while (end > start && bytes[end - 1]! <= 0x20) end--;
    if (start === end) return true;
    return end - start <= this.longest && this.words.has(field.text().trim());
  }

  /** Whether `bytes[start, end)` is exactly one of the words. */
  includes(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length > this.longest) return false;
    return this.#encoded.some(
      (word) => word.length === length && word.every((byte, i) => byte === bytes[start + i]),
    );
  }

  /** Whether `has` took a field for missing that text would keep. */
  isOdd(field: Field): boolean {
    return field.isQuoted || !this.includes(field.bytes, field.start, field.end);
  }
}

/** Whether one of the words could be read as a number, a date or a truth. */
export function looksLikeValue(words: readonly string[]): boolean {
  return words.some((word) => /^(?:[-+.]*\d|true$|false$)/i.test(word.trim()));
}

/** The same values with room for more. */
export function enlarged<T extends Float64Array | Int32Array | Uint8Array>(
  values: T,
  capacity: number,
): T {
  const larger = new (values.constructor as new (length: number) => T)(capacity);
  larger.set(values);
  return larger;
}
