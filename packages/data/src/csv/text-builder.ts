import { CsvKind } from "@gradus/kernels";
import { CategoryColumn } from "../column/category-column";
import { type AnyColumn, byCodeUnits } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import { ByteStrings } from "../texts/byte-strings";
import { type EncodedTexts, encodeTexts } from "../texts/text-codes";
import { CR, LF, QUOTE } from "./bytes";
import type { Chunk } from "./chunk";
import { ColumnBuilder, Kind, type MissingWords, ODD } from "./column-builder";
import type { Field } from "./field";

/** A column of text, held as the bytes that were read; they are decoded when they are first asked for. */
export class TextBuilder extends ColumnBuilder {
  readonly kind = Kind.TEXT;
  readonly chunkKind = CsvKind.text;
  readonly type: "string" | "category";
  readonly #texts = new ByteStrings();
  readonly #missing: MissingWords;

  constructor(missing: MissingWords, type: "string" | "category" = "string") {
    super();
    this.type = type;
    this.#missing = missing;
  }

  grow(capacity: number): void {
    this.#texts.reserve(capacity);
  }

  skip(nRows: number): void {
    this.#texts.truncate(0);
    while (this.#texts.length < nRows) this.#texts.pushMissing();
  }

  /** Reads a text in ASCII without quotes. @returns the place after it, or ODD */
  readFast(bytes: Uint8Array, start: number, row: number, delimiter: number): number {
    let i = start;
    let byte = bytes[i]!;
    if (byte === QUOTE) return ODD;
    let all = 0;
    const highest = delimiter > CR ? delimiter : CR;
    while (byte > highest || (byte !== delimiter && byte !== LF && byte !== CR)) {
      all |= byte;
      byte = bytes[++i]!;
    }
    if (all >= 0x80) return ODD;
    this.#texts.truncate(row);
    if (this.#missing.includes(bytes, start, i)) this.#texts.pushMissing();
    else this.#texts.push(bytes, start, i);
    return i;
  }

  accept(field: Field, row: number): boolean {
    this.#texts.truncate(row);
    field.checkText();
    if (!field.isQuoted && this.#missing.includes(field.bytes, field.start, field.end))
      this.#texts.pushMissing();
    else this.#texts.push(field.bytes, field.start, field.end, field.hasEscapes);
    return true;
  }

  take(chunk: Chunk, c: number, row: number): void {
    this.#texts.truncate(row);
    this.#texts.append(chunk.textBytes(c), chunk.textEnds(c));
  }

  finish(name: string, nRows: number): AnyColumn {
    this.#texts.truncate(nRows);
    if (this.type === "string") return StringColumn.fromBytes(name, this.#texts);
    return categories(name, encodeTexts(this.#texts, true)!);
  }
}

/** A column of the texts that occur, sorted, as `categoryColumn` makes them. */
function categories(name: string, { codes, dictionary }: EncodedTexts): CategoryColumn {
  const order = dictionary.map((_, code) => code);
  order.sort((a, b) => byCodeUnits(dictionary[a]!, dictionary[b]!));
  const places = new Int32Array(order.length);
  order.forEach((code, place) => {
    places[code] = place;
  });
  const sorted = codes.map((code) => (code < 0 ? -1 : places[code]!));
  return new CategoryColumn(
    name,
    sorted,
    order.map((code) => dictionary[code]!),
  );
}
