import {
  DTypeError,
  displaySymbol,
  OutOfRangeError,
  ParameterError,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { NumberColumn } from "../column/number-column";
import { DataFrame } from "./data-frame";

const houses = DataFrame.fromColumns({
  town: ["Ames", "Boone", null, "Ames"],
  price: [215, 105, Number.NaN, 244],
  sold: [true, false, true, null],
});

describe("making a table", () => {
  test("columns keep their order, names and types", () => {
    expect(houses.columns).toEqual(["town", "price", "sold"]);
    expect(houses.types).toEqual({ town: "string", price: "number", sold: "boolean" });
    expect(houses.shape).toEqual([4, 3]);
  });

  test("TypeScript knows the columns", () => {
    expectTypeOf(houses.column("price")).toEqualTypeOf<NumberColumn>();
    expectTypeOf(houses.rows()[0]!.town).toEqualTypeOf<string | null>();
    // @ts-expect-error there is no such column
    expect(() => houses.column("prize")).toThrow(ParameterError);
    expectTypeOf(
      houses.assign({ area: [1, 2, 3, 4] }).column("area"),
    ).toEqualTypeOf<NumberColumn>();
    const takesAny = (frame: DataFrame) => frame.nRows;
    expect(takesAny(houses)).toBe(4);
  });

  test("fromRows fills what a row lacks with missing values", () => {
    const frame = DataFrame.fromRows([{ a: 1, b: "x" }, { a: 2 }, { b: "z" }]);
    expect(frame.column("a").toArray()).toEqual([1, 2, Number.NaN]);
    expect(frame.column("b").toArray()).toEqual(["x", null, "z"]);
  });

  test("typed arrays are copied, so that a later change cannot reach the table", () => {
    const values = Float32Array.of(1, 2);
    const frame = DataFrame.fromColumns({ a: values });
    values[0] = 9;
    expect(frame.column("a").at(0)).toBe(1);
  });

  test("refuses columns of different lengths, mixed types, objects and equal names", () => {
    expect(() => DataFrame.fromColumns({ a: [1, 2], b: [1] })).toThrow(
      new ShapeError('DataFrame.fromColumns: expected 2 rows in column "b", as in "a", got 1'),
    );
    expect(() => DataFrame.fromColumns({ a: [1, null, "x"] })).toThrow(
      new DTypeError('DataFrame.fromColumns: expected a number in column "a", got "x" at row 2'),
    );
    expect(() => DataFrame.fromColumns({ a: [null, new Map() as never] })).toThrow(DTypeError);
    expect(() => DataFrame.fromColumns({ a: 5 as never })).toThrow(DTypeError);
    expect(() => DataFrame.fromColumns([houses.column("price"), houses.column("price")])).toThrow(
      ParameterError,
    );
  });

  test("a table may be empty", () => {
    expect(DataFrame.fromColumns({}).shape).toEqual([0, 0]);
    expect(houses.filter(() => false).shape).toEqual([0, 3]);
    expect(houses.filter(() => false).toString()).toContain("0 rows × 3 columns");
  });
});

describe("columns of a table", () => {
  test("select, drop and rename", () => {
    expect(houses.select("sold", "town").columns).toEqual(["sold", "town"]);
    expect(houses.drop("price").columns).toEqual(["town", "sold"]);
    expect(houses.rename({ price: "cost" }).columns).toEqual(["town", "cost", "sold"]);
  });

  test("an unknown name is an error that proposes the nearest", () => {
    const frame: DataFrame = houses;
    expect(() => frame.column("Prize")).toThrow(
      new ParameterError(
        'DataFrame.column: expected the name of a column, got "Prize"; did you mean "price"?',
      ),
    );
    expect(() => frame.select("nothing-like-it")).toThrow(/the columns are town, price, sold/);
    expect(() => frame.drop("x")).toThrow(ParameterError);
    expect(() => frame.rename({ x: "y" })).toThrow(ParameterError);
    expect(() => frame.sortBy("x")).toThrow(ParameterError);
    expect(() => frame.dropMissing("x")).toThrow(ParameterError);
    expect(() => frame.groupBy("x")).toThrow(ParameterError);
    expect(() => frame.toTensor(["x"])).toThrow(ParameterError);
  });

  test("assign adds columns, replaces them, and takes functions of a row", () => {
    const frame = houses.assign({
      dear: (house, i) => house.price > 200 && i >= 0,
      price: [1, 2, 3, 4],
    });
    expect(frame.columns).toEqual(["town", "price", "sold", "dear"]);
    expect(frame.column("dear").toArray()).toEqual([true, false, false, true]);
    expect(frame.column("price").sum()).toBe(10);
    expect(houses.column("price").sum()).toBe(564);
    expect(() => houses.assign({ x: [1] })).toThrow(ShapeError);
    expect(() => houses.assign({ x: [1, "a", 2, 3] })).toThrow(DTypeError);
  });
});

describe("rows of a table", () => {
  test("filter takes a function or a mask", () => {
    expect(houses.filter((house) => house.price > 110).nRows).toBe(2);
    expect(houses.filter([false, true, false, true]).column("town").toArray()).toEqual([
      "Boone",
      "Ames",
    ]);
    expect(() => houses.filter([true])).toThrow(ShapeError);
  });

  test("a row that a function keeps still shows its own cells later", () => {
    const kept: { readonly price: number }[] = [];
    houses.filter((house) => kept.push(house) > 0);
    expect(kept.map((house) => house.price)).toEqual([215, 105, Number.NaN, 244]);
  });

  test("sortBy is stable and puts missing values last, both ways", () => {
    expect(houses.sortBy("price").column("price").toArray()).toEqual([105, 215, 244, Number.NaN]);
    expect(houses.sortBy("price", { descending: true }).column("price").toArray()).toEqual([
      244,
      215,
      105,
      Number.NaN,
    ]);
    expect(houses.sortBy(["town", "price"]).column("price").toArray()).toEqual([
      215,
      244,
      105,
      Number.NaN,
    ]);
  });

  test("head, tail, slice and take", () => {
    const prices = (frame: DataFrame) => frame.column("price").toArray();
    expect(prices(houses.head(2))).toEqual([215, 105]);
    expect(prices(houses.tail(1))).toEqual([244]);
    expect(prices(houses.tail(0))).toEqual([]);
    expect(prices(houses.slice(-2))).toEqual([Number.NaN, 244]);
    expect(prices(houses.slice(1, 2))).toEqual([105]);
    expect(prices(houses.take([3, 3, 0]))).toEqual([244, 244, 215]);
    expect(() => houses.take([4])).toThrow(OutOfRangeError);
    expect(() => houses.take([0.5])).toThrow(OutOfRangeError);
    expect(() => houses.head(-1)).toThrow(ParameterError);
    expect(() => houses.tail(1.5)).toThrow(ParameterError);
  });

  test("rows gives plain objects", () => {
    expect(houses.rows()[1]).toEqual({ town: "Boone", price: 105, sold: false });
  });

  test("dropMissing looks at all columns or at those named", () => {
    expect(houses.dropMissing().nRows).toBe(2);
    expect(houses.dropMissing("price").nRows).toBe(3);
  });
});

describe("summaries", () => {
  test("describe has one column for each of numbers, as pandas has it", () => {
    const frame = DataFrame.fromColumns({ x: [1, 2, 3, 4, null], t: ["a", "b", "c", "d", "e"] });
    const described = frame.describe();
    expect(described.columns).toEqual(["statistic", "x"]);
    expect(described.column("statistic").toArray()).toEqual([
      "count",
      "mean",
      "std",
      "min",
      "25%",
      "50%",
      "75%",
      "max",
    ]);
    const expected = [4, 2.5, Math.sqrt(5 / 3), 1, 1.75, 2.5, 3.25, 4];
    described
      .column("x")
      .toArray()
      .forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i]!, 14);
      });
  });

  test("groupBy follows the first appearance and leaves out missing keys", () => {
    const grouped = houses.groupBy("town");
    expect(grouped.nGroups).toBe(2);
    expect(grouped.mean().rows()).toEqual([
      { town: "Ames", price: 229.5 },
      { town: "Boone", price: 105 },
    ]);
    expect(grouped.count().rows()).toEqual([
      { town: "Ames", count: 2 },
      { town: "Boone", count: 1 },
    ]);
    expect(houses.groupBy("town", "sold").max("price").rows()).toEqual([
      { town: "Ames", sold: true, price: 215 },
      { town: "Boone", sold: false, price: 105 },
    ]);
    expect(grouped.min("price").column("price").toArray()).toEqual([215, 105]);
    expect(grouped.sum("price").column("price").toArray()).toEqual([459, 105]);
    expect(grouped.median("price").column("price").toArray()).toEqual([229.5, 105]);
    expect(() => grouped.mean("town")).toThrow(DTypeError);
    expect(() => grouped.sum("prize" as never)).toThrow(ParameterError);
    expect(() => (houses as DataFrame).groupBy(...([] as never as [string]))).toThrow(
      ParameterError,
    );
  });
});

describe("out of the table", () => {
  test("toTensor stands the columns side by side", () => {
    const frame = DataFrame.fromColumns({ a: [1, 2, 3], b: [true, false, true] });
    const X = frame.toTensor();
    expect(X.shape).toEqual([3, 2]);
    expect(X.dtype).toBe("float64");
    expect(X.toArray()).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ]);
    expect(frame.toTensor(["b"], { dtype: "float32" }).dtype).toBe("float32");
  });

  test("toTensor names the column and the row of what is not a number", () => {
    expect(() => houses.toTensor(["price"])).toThrow(
      new ValueError(
        'DataFrame.toTensor: expected a number in column "price", got a missing value at row 2; dropMissing() leaves such rows out',
      ),
    );
    expect(() => houses.toTensor(["sold"])).toThrow(ValueError);
    expect(() => houses.toTensor(["town"])).toThrow(
      new ValueError('DataFrame.toTensor: expected numbers in column "town", got "Ames" at row 0'),
    );
  });

  test("prints as a table with aligned columns", () => {
    expect(houses.toString()).toBe(
      [
        "town   price  sold",
        "Ames     215  true",
        "Boone    105  false",
        "NA        NA  true",
        "Ames     244  NA",
        "[4 rows × 3 columns]",
      ].join("\n"),
    );
  });

  test("a long and wide table says what it does not show", () => {
    const long = Object.fromEntries(
      Array.from({ length: 30 }, (_, j) => [`column${j}`, new Float64Array(12)]),
    );
    const text = DataFrame.fromColumns(long).toString();
    expect(text).toContain("[12 rows × 30 columns; 2 rows and 19 columns not shown]");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("shows itself as formatted cells with the number of all rows", () => {
    const shown = houses[displaySymbol]();
    expect(shown.nRows).toBe(4);
    expect(shown.columns[1]).toEqual({ name: "price", type: "number" });
    expect(shown.rows[2]).toEqual(["NA", "NA", "true"]);
  });
});
