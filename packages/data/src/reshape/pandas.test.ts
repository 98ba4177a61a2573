import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/reshape.json" with { type: "json" };
import {
  CategoryColumn,
  type Cell,
  type CorrelationOptions,
  type CutOptions,
  col,
  cut,
  type DataFrame,
  type DescribeOptions,
  type FillOptions,
  type Keep,
  NumberColumn,
  qcut,
  type RankOptions,
} from "../index";
import { expectCells, expectFrame, type FixtureColumns, frameOf } from "../testing/pandas-cells";

// Every case of reference/data_reshape.py: the same rows in the same order, numbers to 1e-12.

const table = withSizes(frameOf(fixture.tables.table as FixtureColumns, fixture.types));
const long = frameOf(fixture.tables.long as FixtureColumns, fixture.types);

/** The fixture's ordered categories, in place of alphabetic ones. */
function withSizes(frame: DataFrame): DataFrame {
  const cells = frame.column("size").toArray() as (string | null)[];
  const codes = Int32Array.from(cells, (cell) => fixture.sizes.indexOf(cell ?? ""));
  return frame.assign({ size: new CategoryColumn("size", codes, fixture.sizes, true) });
}

const numbers = table.select("flag", "price", "area", "rooms");

/** What a case may say; each kind of case says what it needs. */
interface Options {
  readonly index: string[];
  readonly columns: string[];
  readonly values: string[];
  readonly aggregate: "mean";
  readonly names: string[];
  readonly name: string;
  readonly keep: Keep;
  readonly n: number;
  readonly bins: number;
  readonly lower: number;
  readonly upper: number;
  readonly old: Cell[];
  readonly value: Cell;
  readonly normalize: true;
  readonly ddof: number;
  readonly year?: number;
}

interface Case {
  readonly kind: string;
  readonly options: object;
  readonly expected: unknown;
}

const frames: Readonly<Record<string, (options: Options) => DataFrame>> = {
  pivot: (options) =>
    (options.year ? long.filter(col("year").equal(options.year)) : long).pivot(options),
  pivotTable: (options) => table.pivotTable(options),
  melt: (options) => table.melt(options as object),
  getDummies: (options) =>
    table.select(...options.names).getDummies(options.names, options as object),
  dropDuplicates: ({ names, keep }) =>
    table.dropDuplicates(names, { keep }).select("rooms", "price"),
  nLargest: ({ n, names, keep }) =>
    table.nLargest(n, names, { keep: keep as "first" }).select("rooms", "price"),
  nSmallest: ({ n, names }) => table.nSmallest(n, names).select("rooms", "price"),
  corr: (options) => numbers.corr(options as CorrelationOptions),
  cov: (options) => numbers.cov(options),
  describe: (options) => table.describe(options as DescribeOptions),
};

const columns: Readonly<Record<string, (options: Options) => Iterable<Cell>>> = {
  duplicated: ({ names, keep }) => table.duplicated(names, { keep }),
  nunique: () => Object.values(table.nunique()),
  missingCounts: () => Object.values(table.missingCounts()),
  fill: (options) => table.column(options.name).fillMissing(options as unknown as FillOptions),
  clip: ({ name, lower, upper }) => table.column(name).clip({ lower, upper }),
  replace: ({ name, old, value }) => table.column(name).replace(old, value),
  rank: (options) => table.column(options.name).rank(options as RankOptions),
};

const cases = fixture.cases as Case[];
const named = (found: Case[]) =>
  found.map((c, i) => ({ ...c, name: `${c.kind} ${i} ${JSON.stringify(c.options)}` }));

describe("agree with pandas", () => {
  test.each(named(cases.filter(({ kind }) => kind in frames)))("$name", (c) => {
    expectFrame(frames[c.kind]!(c.options as Options), c.expected as FixtureColumns);
  });

  test.each(named(cases.filter(({ kind }) => kind in columns)))("$name", (c) => {
    expectCells(columns[c.kind]!(c.options as Options), c.expected as []);
  });

  test.each(named(cases.filter(({ kind }) => kind === "valueCounts")))("$name", (c) => {
    const { name, ...options } = c.options as Options;
    const got = table.valueCounts([name], options);
    const expected = c.expected as FixtureColumns;
    // Ties may stand in another order: the counts are equal row by row, the values as pairs.
    const counts = options.normalize ? "proportion" : "count";
    expectCells(got.column(counts), expected[counts]!);
    const pairs = (values: Iterable<Cell>, of: Iterable<Cell>) => {
      const list = [...of].map((n) => Number(n).toFixed(12));
      return [...values].map((value, i) => `${value} ${list[i]}`).sort();
    };
    const want = expected[name]!.map((cell) =>
      cell === null && got.types[name] === "integer" ? Number.NaN : cell,
    );
    expect(pairs(got.column(name), got.column(counts))).toEqual(pairs(want, expected[counts]!));
  });

  test.each(named(cases.filter(({ kind }) => kind === "fillValues")))("$name", (c) => {
    const { values } = c as unknown as { values: (number | null)[] };
    const column = new NumberColumn("x", numbersOf(values));
    expectCells(column.fillMissing(c.options as FillOptions), c.expected as []);
  });

  test.each(named(cases.filter(({ kind }) => kind === "cut" || kind === "qcut")))("$name", (c) => {
    const { name, categories } = c as unknown as { name: string; categories: string[] };
    const of = (cases.find((other) => other.options === c.options) as unknown as { name: string })
      .name;
    const column = new NumberColumn(name, numbersOf(fixture.values[of as "price"]));
    const { bins, ...options } = c.options as Options;
    const borders = typeof bins === "number" ? bins : [...numbersOf(bins)];
    const got = (c.kind === "cut" ? cut : qcut)(column, borders, options as CutOptions);
    expect(got.categories).toEqual(categories);
    expectCells(got, c.expected as []);
  });
});

function numbersOf(values: Iterable<number | string | null>): Float64Array {
  return Float64Array.from([...values], (value) => {
    if (value === "inf" || value === "-inf") return value === "inf" ? Infinity : -Infinity;
    return value === null ? Number.NaN : Number(value);
  });
}
