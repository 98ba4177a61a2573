import { CategoryColumn } from "../column/category-column";
import { type Factors, NumberTable, wholeRange } from "../column/factorize";
import { Float64Column } from "../column/float64-column";
import type { AnyColumn } from "../column/from-values";
import { StringColumn } from "../column/string-column";
import { withMissing } from "../group/grouping";

/** The keys of two tables, numbered by the right one: −1 for a left key that does not occur there. */
export interface Looked {
  readonly left: Int32Array;
  readonly right: Factors;
}

/**
 * The right key's values numbered, and the left rows' numbers looked up among them; nothing for types that have to be
 * made alike first. Only the smaller table's keys, as it mostly is, are put into a table this way.
 */
export function lookUp(left: AnyColumn, right: AnyColumn): Looked | undefined {
  const present = right.factorize();
  const factors = withMissing(present);
  const hasMissing = factors.firstRows.length > present.firstRows.length;
  const missing = hasMissing ? factors.codes[present.codes.indexOf(-1)]! : -1;
  if (left instanceof Float64Column && right instanceof Float64Column) {
    if ((left.type === "date") !== (right.type === "date")) return undefined;
    return { left: numbersAmong(left.values, right.values, factors, missing), right: factors };
  }
  if (isText(left) && isText(right)) {
    return { left: textsAmong(left, right, factors, missing), right: factors };
  }
  return undefined;
}

function numbersAmong(
  values: Float64Array,
  among: Float64Array,
  { firstRows }: Factors,
  missing: number,
): Int32Array {
  const codes = new Int32Array(values.length);
  const range = wholeRange(among);
  if (range) {
    const { least, size } = range;
    const table = new Int32Array(size).fill(-1);
    for (let code = 0; code < firstRows.length; code++) {
      const value = among[firstRows[code]!]!;
      if (!Number.isNaN(value)) table[value - least] = code;
    }
    for (let i = 0; i < values.length; i++) {
      const place = values[i]! - least;
      // Numbers with a fraction, and NaN, are no place of the table.
      if (place >= 0 && place < size) codes[i] = place === (place | 0) ? table[place | 0]! : -1;
      else codes[i] = Number.isNaN(place) ? missing : -1;
    }
    return codes;
  }
  const table = new NumberTable();
  const codeOf = new Int32Array(firstRows.length);
  for (let code = 0; code < firstRows.length; code++) {
    const value = among[firstRows[code]!]!;
    if (!Number.isNaN(value)) codeOf[table.add(value)] = code;
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      codes[i] = missing;
      continue;
    }
    const found = table.get(value);
    codes[i] = found < 0 ? -1 : codeOf[found]!;
  }
  return codes;
}

function textsAmong(
  column: StringColumn | CategoryColumn,
  among: StringColumn | CategoryColumn,
  { firstRows }: Factors,
  missing: number,
): Int32Array {
  const codeOf = new Map<string, number>();
  firstRows.forEach((row, code) => {
    const text = among.cell(row);
    if (text !== null) codeOf.set(text, code);
  });
  const find = (text: string | null) => (text === null ? missing : (codeOf.get(text) ?? -1));
  const encoded =
    column instanceof CategoryColumn
      ? { codes: column.codes, dictionary: column.categories }
      : column.encoded;
  if (encoded) {
    const ofEntry = Int32Array.from(encoded.dictionary, find);
    return encoded.codes.map((code) => (code < 0 ? missing : ofEntry[code]!));
  }
  const { values } = column as StringColumn;
  const codes = new Int32Array(values.length);
  for (let i = 0; i < codes.length; i++) codes[i] = find(values[i]!);
  return codes;
}

function isText(column: AnyColumn): column is StringColumn | CategoryColumn {
  return column instanceof StringColumn || column instanceof CategoryColumn;
}
