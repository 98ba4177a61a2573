import { BooleanColumn } from "../column/boolean-column";
import { textOf } from "../column/convert";
import type { AnyColumn } from "../column/from-values";
import type { FrameBase } from "../frame/frame-base";
import { sortOrder } from "../frame/sort";

/** How columns of categories become columns of true and false. */
export interface DummyOptions {
  /** What stands between the column's name and the category. Default "_". */
  readonly separator?: string;
  /** Whether the first category has no column, so that the columns are not collinear. Default false. */
  readonly dropFirst?: boolean;
  /** Whether missing values have a column, `name_NA`. Default false. */
  readonly missing?: boolean;
}

/** The other columns, then one of true and false for each category of each of these columns. */
export function dummyColumns(
  where: string,
  frame: FrameBase,
  names: readonly string[],
  options: DummyOptions,
): AnyColumn[] {
  const isText = ({ type }: AnyColumn) => type === "string" || type === "category";
  const encoded = names.length
    ? names.map((name) => frame.columnNamed(where, name))
    : frame.columnList().filter(isText);
  const others = frame.columnList().filter((column) => !encoded.includes(column));
  return [...others, ...encoded.flatMap((column) => dummies(column, options))];
}

function dummies(column: AnyColumn, options: DummyOptions): AnyColumn[] {
  const { separator = "_", dropFirst = false, missing = false } = options;
  const { codes, levels } = levelsOf(column);
  const all = levels.map((level, code) => [level, code] as const).slice(dropFirst ? 1 : 0);
  if (missing) all.push(["NA", -1]);
  return all.map(([level, code]) => {
    const truths = Uint8Array.from(codes, (own) => Number(own === code));
    return new BooleanColumn(`${column.name}${separator}${level}`, truths);
  });
}

/** The categories, whether they occur or not; of other columns the values that occur, sorted. */
function levelsOf(column: AnyColumn): { codes: Int32Array; levels: readonly string[] } {
  if (column.type === "category") return { codes: column.codes, levels: column.categories };
  const { codes, firstRows } = column.factorize();
  const order = sortOrder([column.takeUnchecked(firstRows) as AnyColumn], firstRows.length);
  const places = new Int32Array(order.length);
  order.forEach((code, place) => {
    places[code] = place;
  });
  return {
    codes: codes.map((code) => (code < 0 ? -1 : places[code]!)),
    levels: Array.from(order, (code) => textOf(column.cell(firstRows[code]!))),
  };
}
