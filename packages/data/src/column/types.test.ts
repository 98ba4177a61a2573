import { DTypeError, displaySymbol, ParameterError, ValueError } from "@gradus/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  CategoryColumn,
  DataFrame,
  DateColumn,
  IntegerColumn,
  NumberColumn,
  parseCSV,
  StringColumn,
} from "../index";
import { parseDate } from "./dates";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("types of columns", () => {
  const frame = DataFrame.fromColumns({
    count: Int32Array.of(3, 1, 3),
    when: [day("2024-02-01"), null, day("2024-01-31")],
    size: new CategoryColumn("size", Int32Array.of(2, -1, 0), ["low", "middle", "high"], true),
  });

  test("are found from the values and known to TypeScript", () => {
    expect(frame.types).toEqual({ count: "integer", when: "date", size: "category" });
    expectTypeOf(frame.column("count")).toEqualTypeOf<IntegerColumn>();
    expectTypeOf(frame.column("when")).toEqualTypeOf<DateColumn>();
    expectTypeOf(frame.rows()[0]!.size).toEqualTypeOf<string | null>();
  });

  test("cells, missing values and different values of each", () => {
    expect(frame.column("when").toArray()).toEqual([day("2024-02-01"), null, day("2024-01-31")]);
    expect(frame.column("size").toArray()).toEqual(["high", null, "low"]);
    expect(frame.columnList().map((column) => column.missingCount)).toEqual([0, 1, 1]);
    expect(frame.column("count").unique()).toEqual([3, 1]);
    const twice = frame.column("when").take([0, 2, 0]);
    expect([...twice.valueCounts()]).toEqual([
      [day("2024-02-01"), 2],
      [day("2024-01-31"), 1],
    ]);
  });

  test("categories sort in their own order, dates in time, missing values last", () => {
    expect(frame.sortBy("size").column("size").toArray()).toEqual(["low", "high", null]);
    expect(frame.sortBy("when", { descending: true }).column("when").toArray()).toEqual([
      day("2024-02-01"),
      day("2024-01-31"),
      null,
    ]);
  });

  test("a negative row is a missing value in every type, which joins rely on", () => {
    const all = DataFrame.fromColumns({
      n: [1],
      t: ["a"],
      b: [true],
      d: StringColumn.fromCodes("d", Int32Array.of(0), ["x"]),
    });
    for (const column of [...frame.columnList(), ...all.columnList()]) {
      const taken = column.takeUnchecked([0, -1]);
      expect([taken.isMissing(0), taken.isMissing(1)]).toEqual([false, true]);
      expect(taken.type).toBe(column.type);
    }
  });

  test("print: whole numbers without decimals, dates without a time where there is none", () => {
    expect(frame.toString()).toBe(
      [
        "count  when        size",
        "    3  2024-02-01  high",
        "    1  NA          NA",
        "    3  2024-01-31  low",
        "[3 rows × 3 columns]",
      ].join("\n"),
    );
    const noon = new DateColumn("t", Float64Array.of(0, 43_200_000));
    expect(noon[displaySymbol]().rows).toEqual([["1970-01-01 00:00:00"], ["1970-01-01 12:00:00"]]);
  });

  test("a column keeps the array it is given", () => {
    const values = Float64Array.of(1, 2);
    expect(new NumberColumn("x", values).values).toBe(values);
    expect(new IntegerColumn("x", values).rename("y").values).toBe(values);
  });

  test("text held as a dictionary behaves like text held as strings", () => {
    const plain = new StringColumn("t", ["b", null, "a", "b"]);
    const coded = StringColumn.fromCodes("t", Int32Array.of(1, -1, 0, 1), ["a", "b", "unused"]);
    expect(coded.toArray()).toEqual(plain.toArray());
    expect(coded.values).toEqual(plain.values);
    expect(coded.unique()).toEqual(["b", "a"]);
    expect(coded.factorize()).toEqual(plain.factorize());
    expect(coded.take([2, 0]).toArray()).toEqual(["a", "b"]);
    expect(coded.rename("u").at(0)).toBe("b");
    expect(coded.compare(0, 2)).toBe(plain.compare(0, 2));
    expect(coded.length).toBe(4);
  });

  test("statistics of dates are in milliseconds, of categories an error", () => {
    expect(frame.column("when").max()).toBe(day("2024-02-01").getTime());
    expect(() => frame.column("size").mean()).toThrow(DTypeError);
    expect(() => frame.toTensor(["when"])).toThrow(ValueError);
    expect(() => frame.toTensor(["size"])).toThrow(ValueError);
    expect(frame.toTensor(["count"]).toArray()).toEqual([[3], [1], [3]]);
  });

  test("refuse categories that come twice", () => {
    expect(() => new CategoryColumn("c", Int32Array.of(0), ["a", "a"])).toThrow(ParameterError);
  });
});

describe("factorize", () => {
  test.each([
    ["whole numbers", [5, 3, 5, Number.NaN, 4]],
    ["numbers with fractions", [0.5, 1e300, 0.5, Number.NaN, -7]],
    ["whole numbers far apart", [1e15, -1e15, 1e15, Number.NaN, 3]],
  ])("numbers %s by first appearance", (_, values) => {
    const { codes, firstRows } = new NumberColumn("x", Float64Array.from(values)).factorize();
    expect([...codes]).toEqual([0, 1, 0, -1, 2]);
    expect([...firstRows]).toEqual([0, 1, 4]);
  });

  test("takes −0 for 0 and ∞ for itself, and grows", () => {
    const special = Float64Array.of(0.5, 0, -0, Infinity, -Infinity, Infinity);
    expect([...new NumberColumn("x", special).factorize().codes]).toEqual([0, 1, 1, 2, 3, 2]);
    const many = Float64Array.from({ length: 5000 }, (_, i) => (i % 2500) + 0.25);
    const { codes, firstRows } = new NumberColumn("x", many).factorize();
    expect(firstRows).toHaveLength(2500);
    expect(codes.every((code, i) => code === i % 2500)).toBe(true);
  });
});

describe("astype", () => {
  const texts = DataFrame.fromColumns({
    day: ["2024-02-29", null, "2024-03-01 12:30"],
    n: ["3", " 4 ", null],
    flag: ["True", "false", null],
  });

  test("reads numbers, dates and truths out of text, and back", () => {
    const typed = texts.astype({ day: "date", n: "integer", flag: "boolean" });
    expect(typed.types).toEqual({ day: "date", n: "integer", flag: "boolean" });
    expectTypeOf(typed.column("n")).toEqualTypeOf<IntegerColumn>();
    expect(typed.column("n").toArray()).toEqual([3, 4, Number.NaN]);
    expect(typed.column("flag").toArray()).toEqual([true, false, null]);
    const back = typed.astype({ day: "string", n: "number", flag: "category" });
    expect(back.column("day").toArray()).toEqual(["2024-02-29", null, "2024-03-01 12:30:00"]);
    expect(back.column("flag").categories).toEqual(["false", "true"]);
    expect(typed.astype({ day: "number" }).column("day").at(0)).toBe(Date.UTC(2024, 1, 29));
    expect(back.astype({ n: "date" }).column("n").at(0)).toEqual(new Date(3));
  });

  test("names the column and row of what does not fit", () => {
    expect(() => texts.astype({ day: "integer" })).toThrow(
      new ValueError(
        'DataFrame.astype: expected a whole number in column "day", got "2024-02-29" at row 0',
      ),
    );
    const half = DataFrame.fromColumns({ x: [1, 0.5] });
    expect(() => half.astype({ x: "integer" })).toThrow(ValueError);
    expect(() => half.astype({ x: "boolean" })).toThrow(ValueError);
    expect(() => texts.astype({ flag: "date" })).toThrow(ValueError);
    expect(() => half.astype({ x: "decimal" as never })).toThrow(ParameterError);
    expect(() => half.astype({ y: "string" } as never)).toThrow(ParameterError);
  });

  test.each([
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["0044-03-15", Date.parse("0044-03-15T00:00:00Z")],
    ["2024-01-31T23:59:59.125Z", Date.UTC(2024, 0, 31, 23, 59, 59, 125)],
    ["2024-01-31 12:00+01:30", Date.UTC(2024, 0, 31, 10, 30)],
    ["2024-01-31T12:00:00-0500", Date.UTC(2024, 0, 31, 17)],
    ["2023-02-29", Number.NaN],
    ["2024-13-01", Number.NaN],
    ["2024-01-01 24:00", Number.NaN],
    ["31.1.2024", Number.NaN],
    ["", Number.NaN],
  ])("reads %s as a moment", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });
});

describe("types asked of a reader", () => {
  const text = "day,n,kind\n2024-02-01,3,b\nNA,NA,NA\n2024-01-31 06:00,4,a\n";

  test("are read, and written back", () => {
    const types = { day: "date", n: "integer", kind: "category" } as const;
    const table = parseCSV(text, { types });
    expect(table.types).toEqual(types);
    expect(table.column("kind").categories).toEqual(["a", "b"]);
    const again = parseCSV(table.toCSV(), { types });
    expect(again.rows()).toEqual(table.rows());
  });

  test.each([
    ["n", "date", /a date such as/],
    ["day", "integer", /a whole number/],
    ["kind", "number", /a number/],
  ] as const)("an error names what does not fit: %s as %s", (name, type, message) => {
    expect(() => parseCSV(text, { types: { [name]: type } })).toThrow(message);
  });
});
