import { CsvKind } from "@gradus/kernels";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
import { CR, LF, QUOTE } from "./bytes";
import { ColumnBuilder, Kind, type MissingWords, ODD } from "./column-builder";
import type { Field } from "./field";

/** A column that has had no value yet, only missing ones. */
export class UnknownBuilder extends ColumnBuilder {
  readonly kind = Kind.OTHER;
  readonly chunkKind = CsvKind.unknown;
  readonly type = undefined;
  readonly #missing: MissingWords;

  constructor(missing: MissingWords) {
    super();
    this.#missing = missing;
  }

  grow(): void {}

  skip(): void {}

  readFast(): number {
    return ODD;
  }

  accept(field: Field): boolean {
    if (!this.#missing.has(field)) return false;
    this.hasOddMissing ||= this.#missing.isOdd(field);
    return true;
  }

  take(): void {}

  finish(name: string, nRows: number): AnyColumn {
    return new NumberColumn(name, new Float64Array(nRows).fill(Number.NaN));
  }
}

/** A column that is not wanted. */
export class SkipBuilder extends ColumnBuilder {
  readonly kind = Kind.OTHER;
  readonly chunkKind = CsvKind.skipped;
  readonly type = undefined;

  grow(): void {}

  skip(): void {}

  readFast(bytes: Uint8Array, start: number, _row: number, delimiter: number): number {
    let i = start;
    let byte = bytes[i]!;
    if (byte === QUOTE) return ODD;
    while (byte !== delimiter && byte !== LF && byte !== CR) byte = bytes[++i]!;
    return i;
  }

  accept(): boolean {
    return true;
  }

  take(): void {}

  finish(name: string): AnyColumn {
    return new NumberColumn(name, new Float64Array(0));
  }
}
