import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/windows.json" with { type: "json" };
import {
  DataFrame,
  DateColumn,
  type DateRangeOptions,
  dateRange,
  type ExponentialOptions,
  NumberColumn,
  type ResampleOptions,
} from "../index";
import { expectCells, type FixtureCell } from "../testing/pandas-cells";

// Every case of reference/data_windows.py.

type Statistic = "sum" | "mean" | "std" | "variance" | "min" | "max" | "median" | "count";

interface Case {
  readonly kind: string;
  readonly series: string;
  readonly window: number | string;
  readonly options: object;
  readonly statistic: Statistic;
  readonly periods: number;
  readonly rule: string;
  readonly rows: number;
  readonly expected: FixtureCell[];
  readonly time: FixtureCell[];
  readonly mean: FixtureCell[];
  readonly sum: FixtureCell[];
  readonly size: FixtureCell[];
}

const table = DataFrame.fromColumns({
  time: new DateColumn("time", Float64Array.from(fixture.table.time)),
  x: numbers(fixture.table.x),
  n: fixture.table.n,
});

function numbers(cells: readonly (number | null)[]): NumberColumn {
  return new NumberColumn(
    "x",
    Float64Array.from(cells, (cell) => cell ?? Number.NaN),
  );
}

const run: Readonly<Record<string, (column: NumberColumn, c: Case) => NumberColumn>> = {
  rolling: (column, c) => column.rolling(c.window, c.options)[c.statistic](),
  expanding: (column, c) => column.expanding(c.options)[c.statistic](),
  ewm: (column, c) => column.ewm(c.options as ExponentialOptions)[c.statistic as "mean"](),
  shift: (column, c) => column.shift(c.periods),
  diff: (column, c) => column.diff(c.periods),
  pctChange: (column, c) => column.pctChange(c.periods),
  cumSum: (column) => column.cumSum(),
  cumProd: (column) => column.cumProd(),
  cumMin: (column) => column.cumMin(),
  cumMax: (column) => column.cumMax(),
};

const cases = fixture.cases as unknown as Case[];
const named = (...kinds: string[]) =>
  cases
    .filter(({ kind }) => kinds.includes(kind))
    .map((c, i) => {
      const { kind, series = "", statistic = "", window = "", rule = "", options = {} } = c;
      const parts = [kind, i, series, window, statistic, rule, JSON.stringify(options)];
      return { ...c, name: parts.join(" ") };
    });

describe("agree with pandas", () => {
  test.each(named(...Object.keys(run)))("$name", (c) => {
    const values = fixture.series[c.series as "gaps"];
    const rtol = c.series === "far" && c.kind === "ewm" ? 1e-6 : 1e-12;
    expectCells(run[c.kind]!(numbers(values), c), c.expected, c.kind, rtol);
  });

  test.each(named("rollingTime"))("$name", (c) => {
    const rolled = table.column("x").rolling(c.window, { on: table.column("time") });
    expectCells(rolled[c.statistic](), c.expected, c.statistic, 1e-10);
  });

  test.each(named("resample"))("$name", (c) => {
    const groups = table.head(c.rows).resample("time", c.rule, c.options as ResampleOptions);
    const result = groups.agg({ x: "mean", n: "sum" });
    expectCells(result.column("time").toArray(), c.time, "time");
    expectCells(result.column("x").toArray(), c.mean, "mean");
    expectCells(result.column("n").toArray(), c.sum, "sum");
    expectCells(groups.size().column("size").toArray(), c.size, "size");
  });

  test.each(named("dateRange"))("$name", (c) => {
    expectCells(dateRange(c.options as DateRangeOptions), c.expected);
  });
});

test("fixtures hold every kind of case", () => {
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(
    new Set([...Object.keys(run), "rollingTime", "resample", "dateRange"]),
  );
});
