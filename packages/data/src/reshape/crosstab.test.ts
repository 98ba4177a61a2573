import { ParameterError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/crosstab.json" with { type: "json" };
import { type CrosstabOptions, crosstab, DataFrame, type PivotTableOptions } from "../index";
import { expectFrame, type FixtureColumns, frameOf } from "../testing/pandas-cells";

// Every case of reference/data_crosstab.py.

const table = frameOf(fixture.table as FixtureColumns, fixture.types);

interface Case {
  readonly kind: string;
  readonly options: object;
  readonly index?: string[];
  readonly columns?: string[];
  readonly values?: string;
  readonly expected: unknown;
}

/** The keys as text, as the fixture has them. */
function shown(got: DataFrame, keys: readonly string[]): DataFrame {
  return got.astype(Object.fromEntries(keys.map((key) => [key, "string"]))) as unknown as DataFrame;
}

describe("agree with pandas", () => {
  const named = (fixture.cases as Case[]).map((one) => ({
    ...one,
    name: `${one.kind} ${one.index ?? ""} ${one.columns ?? ""} ${JSON.stringify(one.options)}`,
  }));

  test.each(named.filter(({ kind }) => kind === "pivotTable"))("$name", ({ options, expected }) => {
    const given = options as PivotTableOptions<string>;
    expectFrame(shown(table.pivotTable(given), [given.index].flat()), expected as FixtureColumns);
  });

  test.each(named.filter(({ kind }) => kind === "crosstab"))("$name", (one) => {
    const [rows, heads] = [one.index!, one.columns!].map((names) =>
      names.map((name) => table.column(name)),
    );
    const values = one.values ? { values: table.column(one.values) } : {};
    const got = crosstab(rows!, heads!, { ...(one.options as CrosstabOptions), ...values });
    expectFrame(shown(got, one.index!), one.expected as FixtureColumns);
  });
});

describe("margins", () => {
  const sales = DataFrame.fromColumns({
    town: ["Ames", "All", "Ames"],
    kind: ["old", "old", "new"],
    price: [1, 2, 3],
    count: [1, 1, 1],
  });

  test("stand last, and a group of their name is an error", () => {
    const options = { index: "town", columns: "kind", values: "price", margins: true } as const;
    expect(() => sales.pivotTable(options)).toThrow(ValueError);
    const got = sales.pivotTable({ ...options, marginsName: "Total", aggregate: "sum" });
    expect(got.columns).toEqual(["town", "new", "old", "Total"]);
    expect(got.column("town").toArray()).toEqual(["All", "Ames", "Total"]);
    expect(got.column("Total").toArray()).toEqual([2, 4, 6]);
    const wide = { ...options, index: "kind", columns: "town" } as const;
    expect(() => sales.pivotTable(wide)).toThrow(/marginsName that no group has, got "All"/);
  });

  test("functions as statistics, and a value for empty cells", () => {
    const spread = (x: Float64Array) => Math.max(...x) - Math.min(...x);
    const options = {
      index: "town",
      columns: "kind",
      values: "price",
      marginsName: "all",
    } as const;
    const got = sales.pivotTable({ ...options, margins: true, aggregate: spread, fillValue: -1 });
    expect(got.rows()).toEqual([
      { town: "All", new: -1, old: 0, all: 0 },
      { town: "Ames", new: 0, old: 0, all: 2 },
      { town: "all", new: 0, old: 1, all: 2 },
    ]);
  });

  test("crosstab counts columns of any name, and refuses what it cannot do", () => {
    const got = crosstab(sales.column("town"), sales.column("count"));
    expect(got.columns).toEqual(["town", "1"]);
    expect(got.types).toMatchObject({ "1": "integer" });
    const [town, kind] = [sales.column("town"), sales.column("kind")];
    expect(() => crosstab(town, kind, { normalize: "rows" as never })).toThrow(ParameterError);
    expect(() => crosstab(town, town)).toThrow(ParameterError);
    expect(() => crosstab([], kind)).toThrow(ParameterError);
  });
});
