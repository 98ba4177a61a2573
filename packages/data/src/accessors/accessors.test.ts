import { ParameterError } from "@gradus/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import fixture from "../../fixtures/accessors.json" with { type: "json" };
import { CategoryColumn, type Cell, DateColumn, type IntegerColumn, StringColumn } from "../index";
import { expectCells } from "../testing/pandas-cells";

const accessors: Readonly<Record<string, object>> = {
  str: new StringColumn("text", fixture.texts).str,
  dt: new DateColumn(
    "date",
    Float64Array.from(fixture.dates, (time) => time ?? Number.NaN),
  ).dt,
};

/** A regular expression stands in the fixture as its source. */
function argument(given: unknown): unknown {
  const isExpression = typeof given === "object" && given !== null && "regex" in given;
  return isExpression ? new RegExp(given.regex as string) : given;
}

describe("agree with pandas", () => {
  const cases = fixture.cases.map((c, i) => ({
    ...c,
    name: `${i} ${c.accessor}.${c.method} ${JSON.stringify(c.arguments)}`,
  }));
  test.each(cases)("$name", ({ accessor, method, arguments: given, expected }) => {
    const found = Reflect.get(accessors[accessor]!, method, accessors[accessor]) as unknown;
    const of = accessors[accessor]!;
    const column = given
      ? Reflect.apply(found as () => unknown, of, (given as unknown[]).map(argument))
      : found;
    expectCells(column as Iterable<Cell>, expected);
  });
});

describe("methods of text", () => {
  test("also of the categories of a column", () => {
    const size = new CategoryColumn("size", Int32Array.of(1, -1, 0), ["Large", "Small"]);
    expect(size.str.lower().toArray()).toEqual(["small", null, "large"]);
    expectTypeOf(size.str.length()).toEqualTypeOf<IntegerColumn>();
  });

  test("an expression's flags g and y do not carry from row to row", () => {
    const column = new StringColumn("t", ["aa", "aa", "ba"]);
    expect(column.str.contains(/a/gy).toArray()).toEqual([true, true, true]);
    expect(column.str.extract(/(?<letter>a)/g, "letter").toArray()).toEqual(["a", "a", "a"]);
    expect(column.str.count("a").toArray()).toEqual([2, 2, 1]);
  });

  test("refuse parts, groups and paddings that are none", () => {
    const { str } = new StringColumn("t", ["a"]);
    expect(() => str.split(",", 0.5)).toThrow(ParameterError);
    expect(() => str.extract(/a/)).toThrow(ParameterError);
    expect(() => str.extract(/(?<b>a)/, "c")).toThrow(ParameterError);
    expect(() => str.pad(-1)).toThrow(ParameterError);
    expect(() => str.pad(1, { fill: "ab" })).toThrow(ParameterError);
    expect(() => str.pad(1, { side: "top" as "left" })).toThrow(ParameterError);
  });
});

test("dates refuse frequencies of no fixed length, unknown letters and offsets that are none", () => {
  const { dt } = new DateColumn("day", Float64Array.of(0));
  expect(() => dt.floor("MS")).toThrow(ParameterError);
  expect(() => dt.ceil("hour")).toThrow(ParameterError);
  expect(() => dt.round("YE")).toThrow(ParameterError);
  expect(() => dt.format("%Q")).toThrow(ParameterError);
  expect(() => dt.format("100%")).toThrow(ParameterError);
  expect(() => dt.add({ months: 0.5 })).toThrow(ParameterError);
  expect(() => dt.add({ days: Number.NaN })).toThrow(ParameterError);
});

describe("categories", () => {
  const size = new CategoryColumn("size", Int32Array.of(1, -1, 0), ["large", "small"]);

  test("are renamed, reordered, added and removed; the rows keep theirs", () => {
    const turned = size.cat.reorder(["small", "large"]).cat.asOrdered();
    expect(turned.toArray()).toEqual(size.toArray());
    expect(turned.cat.codes.toArray()).toEqual([0, Number.NaN, 1]);
    expect([turned.ordered, turned.cat.asUnordered().ordered]).toEqual([true, false]);
    const more = size.cat.add("middle");
    expect(more.cat.categories).toEqual(["large", "small", "middle"]);
    expect(more.cat.removeUnused().cat.categories).toEqual(["large", "small"]);
    expect(size.cat.rename({ large: "L" }).toArray()).toEqual(["small", null, "L"]);
  });

  test("refuse unknown and repeated ones", () => {
    expect(() => size.cat.rename({ big: "L" })).toThrow(ParameterError);
    expect(() => size.cat.rename({ large: "small" })).toThrow(ParameterError);
    expect(() => size.cat.reorder(["small"])).toThrow(ParameterError);
    expect(() => size.cat.reorder(["small", "large", "small"])).toThrow(ParameterError);
    expect(() => size.cat.add("large")).toThrow(ParameterError);
  });
});
