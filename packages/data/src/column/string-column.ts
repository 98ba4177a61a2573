import type { CellTypes } from "../schema";
import { Column, textError } from "./column";

/** A column of text; a missing value is null. */
export class StringColumn extends Column<"string"> {
  readonly type = "string";
  readonly values: readonly (string | null)[];

  constructor(name: string, values: readonly (string | null)[]) {
    super(name);
    this.values = values;
  }

  get length(): number {
    return this.values.length;
  }

  isMissing(i: number): boolean {
    return this.values[i] === null;
  }

  takeUnchecked(indices: ArrayLike<number>): StringColumn {
    const taken = Array.from({ length: indices.length }, (_, i) => this.values[indices[i]!]!);
    return new StringColumn(this.name, taken);
  }

  rename(name: string): StringColumn {
    return new StringColumn(name, this.values);
  }

  /** By code units, not by the rules of a language, so that the order is the same everywhere. */
  compare(i: number, j: number): number {
    const [a, b] = [this.values[i]!, this.values[j]!];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  cell(i: number): CellTypes["string"] {
    return this.values[i]!;
  }

  protected numbers(where: string): never {
    throw textError(where, this.name);
  }
}
