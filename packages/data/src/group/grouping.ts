import { type Factors, factorizeCodes, factorizeNumbers } from "../column/factorize";
import type { AnyColumn } from "../column/from-values";
import { sortOrder } from "../frame/sort";

/** How rows are put into groups. */
export interface GroupingOptions {
  /** Whether the groups stand in the order of their keys, else in that of their first appearance. Default false. */
  readonly sort?: boolean;
  /** Whether rows with a missing key are left out, else they are a group of their own. Default true. */
  readonly dropMissing?: boolean;
}

/** Products of numbers of levels up to here get a table, above it a hash. */
const LARGEST_TABLE = 1 << 22;

/** Rows in numbered groups: what grouping, pivoting and expressions over groups share. */
export class Grouping {
  /** For each row the number of its group, −1 for a row in none. */
  readonly codes: Int32Array;
  /** For each group its first row. */
  readonly firstRows: Int32Array;
  #rows: Int32Array | undefined;
  #starts: Int32Array | undefined;

  constructor(codes: Int32Array, firstRows: Int32Array) {
    this.codes = codes;
    this.firstRows = firstRows;
  }

  get nGroups(): number {
    return this.firstRows.length;
  }

  /** How many rows each group has. */
  sizes(): Int32Array {
    const { starts } = this;
    return Int32Array.from(this.firstRows, (_, group) => starts[group + 1]! - starts[group]!);
  }

  /** The rows of group `g` are `rows.subarray(starts[g], starts[g + 1])`, in the table's order. */
  get rows(): Int32Array {
    this.#rows ??= this.#arrange();
    return this.#rows;
  }

  /** Where each group begins in `rows`, and where the last one ends. */
  get starts(): Int32Array {
    if (this.#starts) return this.#starts;
    const { codes, nGroups } = this;
    const starts = new Int32Array(nGroups + 1);
    for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) starts[codes[i]! + 1]!++;
    for (let group = 0; group < nGroups; group++) starts[group + 1]! += starts[group]!;
    this.#starts = starts;
    return starts;
  }

  /** The rows of one group. */
  rowsOf(group: number): Int32Array {
    return this.rows.subarray(this.starts[group], this.starts[group + 1]);
  }

  #arrange(): Int32Array {
    const { codes, nGroups, starts } = this;
    const next = starts.slice(0, nGroups);
    const rows = new Int32Array(starts[nGroups]!);
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]!;
      if (code >= 0) rows[next[code]!++] = i;
    }
    return rows;
  }
}

/** All rows as one group. */
export function oneGroup(nRows: number): Grouping {
  return new Grouping(new Int32Array(nRows), new Int32Array(1));
}

/** The rows in groups with equal values in all keys. */
export function groupRows(keys: readonly AnyColumn[], options: GroupingOptions = {}): Grouping {
  const { sort = false, dropMissing = true } = options;
  const factors = keys
    .map((key) => (dropMissing ? key.factorize() : withMissing(key.factorize())))
    .reduce(cross);
  const grouping = new Grouping(factors.codes, factors.firstRows);
  return sort ? sorted(grouping, keys) : grouping;
}

/** The combinations of two factors that occur, numbered by first appearance. */
export function cross(a: Factors, b: Factors): Factors {
  const nA = a.firstRows.length;
  const nB = b.firstRows.length;
  const isSmall = nA * nB <= LARGEST_TABLE;
  const pairs = isSmall ? new Int32Array(a.codes.length) : new Float64Array(a.codes.length);
  const none = isSmall ? -1 : Number.NaN;
  for (let i = 0; i < pairs.length; i++) {
    const [left, right] = [a.codes[i]!, b.codes[i]!];
    pairs[i] = left < 0 || right < 0 ? none : left * nB + right;
  }
  return pairs instanceof Int32Array ? factorizeCodes(pairs, nA * nB) : factorizeNumbers(pairs);
}

/** The factors with missing values as one value more. */
export function withMissing({ codes, firstRows }: Factors): Factors {
  if (!codes.includes(-1)) return { codes, firstRows };
  const last = firstRows.length;
  return factorizeCodes(
    codes.map((code) => (code < 0 ? last : code)),
    last + 1,
  );
}

/** The same groups numbered in the order of their keys, missing ones last. */
function sorted(grouping: Grouping, keys: readonly AnyColumn[]): Grouping {
  const { codes, firstRows } = grouping;
  const heads = keys.map((key) => key.takeUnchecked(firstRows));
  const order = sortOrder(heads, firstRows.length);
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return new Grouping(
    codes.map((code) => (code < 0 ? -1 : places[code]!)),
    Int32Array.from(order, (group) => firstRows[group]!),
  );
}
