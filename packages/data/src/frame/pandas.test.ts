import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/frames.json" with { type: "json" };
import { columnOfType } from "../column/from-values";
import {
  type AsofOptions,
  type Cell,
  col,
  concat,
  count,
  DataFrame,
  type GroupingOptions,
} from "../index";
import type { ColumnType } from "../schema";

// Every case of reference/data_frames.py: the same rows in the same order, numbers to 1e-12.

type Cells = Readonly<Record<string, readonly (string | number | boolean | null)[]>>;

const types: Readonly<Record<string, string>> = fixture.types;
const tables = Object.fromEntries(
  Object.entries(fixture.tables).map(([name, columns]) => [name, frameOf(columns as Cells)]),
);
const { left, right } = tables as { left: DataFrame; right: DataFrame };

function frameOf(columns: Cells): DataFrame {
  return DataFrame.fromColumns(
    Object.entries(columns).map(([name, cells]) => {
      const type = (types[name] ?? "number") as ColumnType;
      const given = type === "date" ? cells.map((cell) => cell && new Date(cell as number)) : cells;
      return columnOfType("fixture", name, type, given as Cell[]);
    }),
  );
}

function expectFrame(got: DataFrame, expected: Cells): void {
  expect(got.columns).toEqual(Object.keys(expected));
  for (const [name, cells] of Object.entries(expected)) {
    const values = got.column(name).toArray().map(plain);
    expect(values.length, name).toBe(cells.length);
    values.forEach((value, i) => {
      const want = cells[i]!;
      if (typeof want !== "number" || typeof value !== "number") expect(value, name).toBe(want);
      else
        expect(Math.abs(value - want), name).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(want)),
        );
    });
  }
}

function plain(cell: Cell): string | number | boolean | null {
  if (cell instanceof Date) return cell.getTime();
  return Number.isNaN(cell) ? null : cell;
}

/** What a case may say; each kind of case says what it needs. */
interface Options extends GroupingOptions, AsofOptions {
  readonly keys: string[];
  readonly names: string[];
  readonly tables: string[];
  readonly descending: boolean[];
  readonly rename?: Record<string, string>;
  readonly join?: "outer" | "inner";
}

const price = col("price");
const rooms = col("rooms");
const statistics = {
  count: price.count(),
  sum: price.sum(),
  rooms_sum: rooms.sum(),
  prod: price.prod(),
  mean: price.mean(),
  rooms_mean: rooms.mean(),
  median: price.median(),
  min: price.min(),
  max: price.max(),
  rooms_max: rooms.max(),
  std: price.std(),
  rooms_std: rooms.std(),
  variance: price.variance(),
  first: price.first(),
  last: price.last(),
  rooms_last: rooms.last(),
  nunique: price.nunique(),
  rooms_nunique: rooms.nunique(),
  quantile: price.quantile(0.5),
  q20: price.quantile(0.2),
  size: count(),
};
const town = col("town");
const ofText = {
  town_min: town.min(),
  town_max: town.max(),
  town_first: town.first(),
  town_count: town.count(),
  town_nunique: town.nunique(),
};

const run: Readonly<Record<string, (options: Options, given: readonly string[]) => DataFrame>> = {
  groupby: ({ keys, ...options }) => {
    const groups = left.groupBy(keys, options);
    const isText = !keys.includes("town");
    return groups.agg(isText ? { ...statistics, ...ofText } : statistics);
  },
  transform: ({ keys }) =>
    left
      .groupBy(keys)
      .transform({
        share: price.div(price.sum()),
        centred: rooms.sub(rooms.mean()),
        size: count(),
      })
      .select("share", "centred", "size"),
  merge: ({ rename, ...options }, [a = "left", b = "right"]) => {
    const other = rename ? tables[b]!.rename(rename) : tables[b]!;
    return tables[a]!.merge(other, options as never);
  },
  asof: (options) => tables.trades!.mergeAsof(tables.quotes!, { on: "time", ...options }),
  sort: ({ by, descending }) => left.sortBy(by as string[], { descending }),
  concat: ({ tables: names, ...options }) =>
    concat(
      names.map((name) => tables[name]!),
      options,
    ),
  dropna: ({ names }) => left.dropMissing(...names),
};

describe("tables agree with pandas", () => {
  const named = fixture.cases.map((one) => ({
    ...one,
    name: `${one.kind} ${JSON.stringify(one.options)}`,
  }));

  test("in 104 cases", () => {
    expect(named).toHaveLength(104);
    expect(right.nRows).toBe(14);
  });

  test.each(named)("$name", ({ kind, options, expected, ...rest }) => {
    const given = "tables" in rest ? (rest.tables as string[]) : [];
    const got = run[kind]!(options as unknown as Options, given);
    const names = Object.keys(expected);
    expectFrame(kind === "groupby" ? got.select(...names) : got, expected as unknown as Cells);
  });
});
