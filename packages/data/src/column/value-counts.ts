import { type Displayable, type DisplayTable, displaySymbol, displayText } from "@gradus/core";
import { formatCells } from "../format";
import type { Cell, ColumnType } from "../schema";

const SHOWN_ROWS = 10;

/** How often each value of a column occurs: a Map that is shown as a table, the most frequent values first. */
export class ValueCounts<K> extends Map<K, number> implements Displayable {
  readonly #name: string;
  readonly #type: ColumnType;

  /** @param column whose values were counted */
  constructor(
    { name, type }: { readonly name: string; readonly type: ColumnType },
    counts: Iterable<readonly [K, number]>,
  ) {
    super(counts);
    this.#name = name;
    this.#type = type;
  }

  [displaySymbol](): DisplayTable {
    const pairs = [...this].sort((a, b) => b[1] - a[1]).slice(0, SHOWN_ROWS);
    const values = formatCells(
      pairs.map(([value]) => value as Cell),
      this.#type,
    );
    return {
      kind: "table",
      columns: [
        { name: this.#name, type: this.#type },
        { name: "count", type: "integer" },
      ],
      rows: pairs.map(([, count], i) => [values[i]!, String(count)]),
      nRows: this.size,
    };
  }

  /** The table as text. */
  override toString(): string {
    return displayText(this[displaySymbol]());
  }
}
