import {
  CategoryColumn,
  type Cell,
  col,
  type DataFrame,
  type FillOptions,
  type NumberColumn,
  type PivotOptions,
  type PivotTableOptions,
  type ResampleOptions,
  type RollingOptions,
} from "../index";
import { type FixtureColumns, frameOf } from "./pandas-cells";

// The calls that reference/acceptance_pandas.py makes of pandas, made of ours.

/** The tables of the fixture. */
export interface PandasTables {
  readonly table: DataFrame;
  readonly right: DataFrame;
  readonly long: DataFrame;
}

/** What a case may say; each kind of case says what it needs. */
export interface CallOptions {
  readonly keys: string[];
  readonly statistic: "mean";
  readonly sort: boolean;
  readonly dropMissing: boolean;
  readonly how: string;
  readonly ids: string[];
  readonly values: string[];
  readonly rule: string;
  readonly name: string;
  readonly names: string[];
  readonly window: number | string;
  readonly on?: string;
  readonly options: RollingOptions;
  readonly value: Cell;
  readonly operation: "add";
  readonly method: string;
  readonly by: string[];
  readonly descending: boolean[];
}

/** A table of the fixture; its ordered categories in their order, not the alphabet's. */
export function pandasTable(
  cells: FixtureColumns,
  { types, sizes }: { readonly types: Record<string, string>; readonly sizes: string[] },
): DataFrame {
  const frame = frameOf(cells, types);
  if (!frame.has("size")) return frame;
  const texts = frame.column("size").toArray() as (string | null)[];
  const codes = Int32Array.from(texts, (text) => sizes.indexOf(text ?? ""));
  return frame.assign({ size: new CategoryColumn("size", codes, sizes, true) });
}

const price = col("price");

type Call = (tables: PandasTables, options: CallOptions, left?: string[]) => DataFrame | Cell[];

/** One call for each kind of case. */
export const pandasCalls: Readonly<Record<string, Call>> = {
  groupby: ({ table }, { keys, statistic, ...options }) =>
    table
      .groupBy(keys, options)
      .agg({ price: price[statistic](), rooms: col("rooms")[statistic]() })
      .select(...keys, "price", "rooms"),
  transform: ({ table }, { keys }) => {
    const centred = col("rooms").sub(col("rooms").mean());
    return table.groupBy(keys).transform({ centred }).column("centred").toArray();
  },
  merge: ({ table, right }, options, left = ["town", "year", "flag", "price", "rooms"]) => {
    const other = options.how === "cross" ? right.select("year") : right;
    const own = options.how === "cross" ? table.head(4) : table;
    return own.select(...left).merge(other, options as never);
  },
  pivot: ({ long }, options) => long.pivot(options as unknown as PivotOptions<string>),
  pivotTable: ({ table }, options) =>
    table.pivotTable(options as unknown as PivotTableOptions<string>),
  melt: ({ table }, options) => table.melt(options as object),
  resample: ({ table }, { rule, ...options }) =>
    table
      .resample("day", rule, options as ResampleOptions)
      .agg({ price: "mean", rooms: "sum" })
      .select("day", "price", "rooms"),
  rolling: ({ table }, { name, window, statistic, on, options }) => {
    const given = on ? { ...options, on: table.column(on) as never } : options;
    return numbers(table, name).rolling(window, given)[statistic]().toArray();
  },
  fill: ({ table }, { name, ...options }) =>
    table
      .column(name)
      .fillMissing(options as unknown as FillOptions)
      .toArray(),
  fillValue: ({ table }, { name, value }) => table.column(name).fillMissing(value).toArray(),
  drop: ({ table }, { names }) => table.dropMissing(...names),
  counts: ({ table }) => Object.values(table.missingCounts()),
  isMissing: ({ table }) => table.isMissing(),
  reduce: ({ table }, { statistic }) => [
    table.select({ it: price[statistic]() }).column("it").at(0),
  ],
  arithmetic: ({ table }, { operation }) =>
    table
      .select({ it: price[operation](col("area")) })
      .column("it")
      .toArray(),
  column: ({ table }, { method }) => numbers(table, "price")[method as "cumSum"]().toArray(),
  sort: ({ table }, { by, descending }) => table.sortBy(by, { descending }),
  greater: ({ table }, { value }) => table.filter(price.gt(value as number)),
  corr: ({ table }) => table.select("price", "area", "rooms").corr(),
};

function numbers(table: DataFrame, name: string): NumberColumn {
  return table.column(name) as NumberColumn;
}
