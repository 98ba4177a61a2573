import { CsvKind } from "@gradus/kernels";
import { BooleanColumn, MISSING_BOOLEAN } from "../column/boolean-column";
import type { AnyColumn } from "../column/from-values";
import { endsField } from "./bytes";
import type { Chunk } from "./chunk";
import { ColumnBuilder, enlarged, Kind, type MissingWords, ODD } from "./column-builder";
import type { Field } from "./field";
import { fitted } from "./number-builder";

const WORDS: ReadonlyMap<string, number> = new Map([
  ["true", 1],
  ["True", 1],
  ["TRUE", 1],
  ["false", 0],
  ["False", 0],
  ["FALSE", 0],
]);
const LOWER = 0x20202020;
const TRUE = fourBytes("true");
const FALS = fourBytes("fals");

/** A column of true and false. */
export class BooleanBuilder extends ColumnBuilder {
  readonly kind = Kind.OTHER;
  readonly chunkKind = CsvKind.truth;
  readonly type = "boolean";
  #codes = new Uint8Array(0);
  readonly #missing: MissingWords;

  constructor(missing: MissingWords) {
    super();
    this.#missing = missing;
  }

  grow(capacity: number): void {
    this.#codes = enlarged(this.#codes, capacity);
  }

  skip(nRows: number): void {
    this.#codes.fill(MISSING_BOOLEAN, 0, nRows);
  }

  readFast(bytes: Uint8Array, start: number, row: number, delimiter: number): number {
    if (this.#missing.hasValues) return ODD;
    const word =
      bytes[start]! |
      (bytes[start + 1]! << 8) |
      (bytes[start + 2]! << 16) |
      (bytes[start + 3]! << 24);
    // In words of one case, or with a capital at the start, the other letters are alike in case.
    const cases = ~word & LOWER;
    const isUsual = cases === 0 || cases === 0x20 || cases === LOWER;
    if (!isUsual) return ODD;
    if ((word | LOWER) === TRUE && endsField(bytes[start + 4]!, delimiter)) {
      this.#codes[row] = 1;
      return start + 4;
    }
    const last = bytes[start + 4]!;
    const isE = last === (cases === LOWER ? 0x45 : 0x65);
    if ((word | LOWER) === FALS && isE && endsField(bytes[start + 5]!, delimiter)) {
      this.#codes[row] = 0;
      return start + 5;
    }
    return ODD;
  }

  accept(field: Field, row: number): boolean {
    const isMissing = this.#missing.hasValues && this.#missing.has(field);
    const code = isMissing ? undefined : WORDS.get(field.text().trim());
    if (code === undefined) {
      if (!this.#missing.has(field)) return false;
      this.hasOddMissing ||= this.#missing.isOdd(field);
    }
    this.#codes[row] = code ?? MISSING_BOOLEAN;
    return true;
  }

  take(chunk: Chunk, c: number, row: number): void {
    this.#codes.set(chunk.truths(c), row);
  }

  finish(name: string, nRows: number): AnyColumn {
    return new BooleanColumn(name, fitted(this.#codes, nRows));
  }
}

function fourBytes(text: string): number {
  return [...text].reduceRight((word, character) => (word << 8) | character.charCodeAt(0), 0);
}
