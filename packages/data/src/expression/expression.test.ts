import { DTypeError, OutOfRangeError, ParameterError, ValueError } from "@gradus/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type BooleanColumn,
  CategoryColumn,
  type Cell,
  col,
  count,
  DataFrame,
  type DateColumn,
  type Expression,
  lit,
  type NumberColumn,
  type StringColumn,
  when,
} from "../index";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const houses = DataFrame.fromColumns({
  town: ["Ames", "Boone", null, "Ames"],
  area: [80, 120, 100, Number.NaN],
  price: [200, 330, 240, 260],
  sold: [true, false, null, true],
  day: [day("2024-01-31"), day("2024-02-29"), null, day("2023-12-31")],
});

/** The values of an expression on the houses. */
const values = (expression: Expression<never, never> | Expression): Cell[] =>
  (houses as DataFrame).select({ x: expression }).column("x").toArray();

const truths = (expression: Expression) => values(expression).map((cell) => cell);

describe("arithmetic", () => {
  const area = col("area");
  test.each([
    ["add", area.add(1), [81, 121, 101, Number.NaN]],
    ["sub", area.sub(col("price")), [-120, -210, -140, Number.NaN]],
    ["mul", area.mul(0.5), [40, 60, 50, Number.NaN]],
    ["div", col("price").div(area), [2.5, 2.75, 2.4, Number.NaN]],
    ["mod", col("price").sub(300).mod(70), [40, 30, 10, 30]],
    ["floorDivide", col("price").floorDivide(-100), [-2, -4, -3, -3]],
    ["pow", area.div(10).pow(2), [64, 144, 100, Number.NaN]],
    ["neg and abs", area.neg().abs(), [80, 120, 100, Number.NaN]],
    ["sqrt", area.sub(20).sqrt().floor(), [7, 10, 8, Number.NaN]],
    ["exp and log", area.log().exp().round(6), [80, 120, 100, Number.NaN]],
    ["log10 and ceil", area.log10().ceil(), [2, 3, 2, Number.NaN]],
    ["log1p", area.sub(area).log1p(), [0, 0, 0, Number.NaN]],
    ["clip", area.clip(90, 110), [90, 110, 100, Number.NaN]],
    ["a constant", lit(2).mul(col("price")), [400, 660, 480, 520]],
    ["true as 1", col("sold").add(0), [1, 0, Number.NaN, 1]],
    [
      "days",
      col("day")
        .sub(lit(day("2024-01-01")))
        .div(86_400_000),
      [30, 59, Number.NaN, -1],
    ],
    ["a statistic beside a column", area.sub(area.mean()), [-20, 20, 0, Number.NaN]],
  ])("%s", (_, expression, expected) => {
    expect(values(expression)).toEqual(expected);
  });

  test("round takes halves to the even neighbour", () => {
    const frame = DataFrame.fromColumns({ x: [0.5, 1.5, 2.5, -0.5, -1.5, 2.345] });
    expect(
      frame
        .select({ x: col("x").round() })
        .column("x")
        .toArray(),
    ).toEqual([0, 2, 2, -0, -2, 2]);
    expect(
      frame
        .select({ x: col("x").round(1) })
        .column("x")
        .at(5),
    ).toBe(2.3);
  });

  test("text is an error that names the column", () => {
    expect(() => values(col("town").add(1))).toThrow(
      new DTypeError(
        'DataFrame.select: add: expected a column of numbers, got "town", which holds text',
      ),
    );
    expect(() => values(col("area").add("x" as never))).toThrow(DTypeError);
  });
});

describe("comparison and logic", () => {
  const price = col("price");
  test.each([
    ["gt", price.gt(240), [false, true, false, true]],
    ["ge", price.ge(240), [false, true, true, true]],
    ["lt", price.lt(240), [true, false, false, false]],
    ["le", price.le(240), [true, false, true, false]],
    ["equal", price.equal(240), [false, false, true, false]],
    ["between", price.between(200, 250), [true, false, true, false]],
    ["a missing number", col("area").lt(1000), [true, true, true, false]],
    ["notEqual, true for a missing value", col("area").notEqual(80), [false, true, true, true]],
    ["text", col("town").equal("Ames"), [true, false, false, true]],
    ["the order of text", lit("B").lt(col("town")), [false, true, false, false]],
    ["text that is missing", col("town").notEqual("Ames"), [false, true, true, false]],
    ["a constant null", col("town").equal(lit(null)), [false, false, false, false]],
    ["dates", col("day").gt(day("2024-01-31")), [false, true, false, false]],
    ["dates with a text", col("day").le("2024-01-31"), [true, false, false, true]],
    ["true and false", col("sold").equal(true), [true, false, false, true]],
    ["isIn numbers", price.isIn([240, 200]), [true, false, true, false]],
    ["isIn text", col("town").isIn(["Boone", "Nevada"]), [false, true, false, false]],
    ["isIn dates", col("day").isIn([day("2023-12-31")]), [false, false, false, true]],
    ["isMissing", col("town").isMissing(), [false, false, true, false]],
    ["notMissing", col("area").notMissing(), [true, true, true, false]],
    ["not", col("sold").not(), [false, true, null, false]],
    [
      "and, missing only where it matters",
      col("sold").and(price.gt(200)),
      [false, false, null, true],
    ],
    ["or", col("sold").or(price.gt(200)), [true, true, true, true]],
    ["or with a missing one", col("sold").or(price.gt(300)), [true, true, null, true]],
    ["and false", col("sold").and(false), [false, false, false, false]],
    ["infinities are equal", price.mul(Infinity).equal(Infinity), [true, true, true, true]],
  ])("%s", (_, expression, expected) => {
    expect(truths(expression)).toEqual(expected);
  });

  test("ordered categories compare by their order", () => {
    const size = new CategoryColumn(
      "size",
      Int32Array.of(2, 0, -1),
      ["low", "middle", "high"],
      true,
    );
    const frame = DataFrame.fromColumns([size]);
    expect(frame.filter(col("size").gt("low")).nRows).toBe(1);
    expect(
      frame
        .filter(lit("high").gt(col("size")))
        .column("size")
        .toArray(),
    ).toEqual(["low"]);
    expect(frame.filter(col("size").equal("other")).nRows).toBe(0);
  });

  test("what cannot be compared is an error", () => {
    expect(() => values(col("town").gt(3))).toThrow(DTypeError);
    expect(() => values(col("town").gt(col("price")))).toThrow(DTypeError);
    expect(() => values(col("price").gt("Ames"))).toThrow(DTypeError);
    expect(() => values(col("day").gt("yesterday"))).toThrow(
      /expected a date for gt, got "yesterday"/,
    );
    expect(() => values(col("price").and(true))).toThrow(DTypeError);
    expect(() => values(col("sold").and(1 as never))).toThrow(DTypeError);
  });
});

describe("choices, missing values, types", () => {
  test("when takes the first condition that is true", () => {
    const label = when(col("price").gt(300), "dear")
      .when(col("sold"), "gone")
      .otherwise(col("town"));
    expect(values(label)).toEqual(["gone", "dear", null, "gone"]);
    expect(values(when(col("sold"), 1).otherwise(null))).toEqual([1, Number.NaN, Number.NaN, 1]);
    expect(() => values(when(col("sold"), 1).otherwise("x"))).toThrow(DTypeError);
    expect(() => values(when(col("price") as never, 1).otherwise(2))).toThrow(ParameterError);
  });

  test("fillMissing by a value, a column or a statistic", () => {
    expect(values(col("area").fillMissing(0))).toEqual([80, 120, 100, 0]);
    expect(values(col("area").fillMissing(col("price")))).toEqual([80, 120, 100, 260]);
    expect(values(col("area").fillMissing(col("area").mean()))).toEqual([80, 120, 100, 100]);
    expect(values(col("town").fillMissing("?"))).toEqual(["Ames", "Boone", "?", "Ames"]);
    expect(() => values(col("town").fillMissing(0))).toThrow(DTypeError);
  });

  test("whole numbers stay whole", () => {
    const frame = DataFrame.fromColumns({ n: Int32Array.of(1, 2) }).take([0, 1]);
    const given = frame.takeUnchecked([0, -1, 1]);
    expect(
      given
        .select({ n: col("n").fillMissing(3) })
        .column("n")
        .toArray(),
    ).toEqual([1, 3, 2]);
    expect(given.select({ n: col("n").fillMissing(3) }).types).toEqual({ n: "integer" });
    expect(() => given.select({ n: col("n").fillMissing(0.5) })).toThrow(
      /expected values of type integer to fill "n" with, got number values/,
    );
    const both = given.select({ x: when(col("n").gt(1), 0.5).otherwise(col("n")) });
    expect(both.column("x").toArray()).toEqual([1, Number.NaN, 0.5]);
  });

  test("categories are filled with categories", () => {
    const codes = Int32Array.of(1, -1);
    const frame = DataFrame.fromColumns([new CategoryColumn("c", codes, ["low", "high"], true)]);
    const filled = frame.select({ c: col("c").fillMissing("low") }).column("c");
    expect(filled.type).toBe("category");
    expect(filled.toArray()).toEqual(["high", "low"]);
    expect(() => frame.select({ c: col("c").fillMissing("none") })).toThrow(DTypeError);
  });

  test("astype and map", () => {
    expect(values(col("price").astype("string"))).toEqual(["200", "330", "240", "260"]);
    expect(() => values(col("town").astype("integer"))).toThrow(ValueError);
    const twice = col("price").map("double", (column) => column.take([0, 0, 1, 1]));
    expect(values(twice)).toEqual([200, 200, 330, 330]);
    const short = col("price").map("head", (column) => column.take([0]));
    expect(() => values(short)).toThrow(/expected 4 values from head, got 1/);
  });
});

describe("where expressions go", () => {
  test("assign, filter, select and sortBy", () => {
    const frame = houses.assign({
      perArea: col("price").div(col("area")),
      total: col("price").sum(),
      n: count(),
    });
    expect(frame.column("total").toArray()).toEqual([1030, 1030, 1030, 1030]);
    expect(frame.column("n").type).toBe("integer");
    expect(houses.filter(col("sold")).nRows).toBe(2);
    expect(houses.sortBy(col("price").sub(250).abs()).column("price").toArray()).toEqual([
      240, 260, 200, 330,
    ]);
    const both = houses.sortBy(["town", col("price").neg()], { descending: [true, false] });
    expect(both.column("price").toArray()).toEqual([330, 260, 200, 240]);
    expect(() => houses.sortBy(["town", "price"], { descending: [true] })).toThrow(ParameterError);
    expect(() => houses.filter(col("price") as never)).toThrow(DTypeError);
  });

  test("an empty table", () => {
    const none = houses.filter(lit(false));
    expect(none.shape).toEqual([0, 5]);
    expect(
      none
        .assign({ x: col("price").mean() })
        .column("x")
        .toArray(),
    ).toEqual([]);
  });

  test("TypeScript knows names and types", () => {
    const frame = houses.assign({
      x: col("price").gt(3),
      y: col("day").max(),
      z: col("area").mul(2),
    });
    expectTypeOf(frame.column("x")).toEqualTypeOf<BooleanColumn>();
    expectTypeOf(frame.column("y")).toEqualTypeOf<DateColumn>();
    expectTypeOf(frame.column("z")).toEqualTypeOf<NumberColumn>();
    expect(frame.column("y").at(0)).toEqual(day("2024-02-29"));
    // @ts-expect-error there is no such column
    expect(() => houses.filter(col("prize").gt(1))).toThrow(ParameterError);
    // @ts-expect-error nor here, within
    expect(() => houses.assign({ x: col("price").add(col("arae")) })).toThrow(
      /did you mean "area"/,
    );
    const label = houses.select({ label: when(col("sold"), "yes").otherwise("no") });
    expectTypeOf(label.column("label")).toEqualTypeOf<StringColumn>();
  });
});

describe("groups", () => {
  const groups = houses.groupBy("town");

  test("agg takes expressions, named statistics and functions", () => {
    const summary = groups.agg({
      mean: col("price").mean(),
      spread: col("price").max().sub(col("price").min()),
      n: count(),
      last: ["day", "last"],
      half: ["price", "quantile"],
      own: ["price", (column) => column.length * 10],
      one: lit(1),
    });
    expect(summary.rows()).toEqual([
      {
        town: "Ames",
        mean: 230,
        spread: 60,
        n: 2,
        last: day("2023-12-31"),
        half: 230,
        own: 20,
        one: 1,
      },
      {
        town: "Boone",
        mean: 330,
        spread: 0,
        n: 1,
        last: day("2024-02-29"),
        half: 330,
        own: 10,
        one: 1,
      },
    ]);
    expectTypeOf(summary.column("town")).toEqualTypeOf<StringColumn>();
    expectTypeOf(summary.column("last")).toEqualTypeOf<DateColumn>();
    expectTypeOf(summary.column("mean")).toEqualTypeOf<NumberColumn>();
  });

  test("agg refuses one value a row, unknown statistics and columns", () => {
    expect(() => groups.agg({ x: col("price").mul(2) })).toThrow(
      /expected one value a group for "x", got one a row/,
    );
    expect(() => groups.agg({ x: ["price", "men" as "mean"] })).toThrow(/did you mean "mean"/);
    expect(() => groups.agg({ x: "price" as never })).toThrow(ParameterError);
    expect(() => groups.agg({ x: col("prize" as "price").mean() })).toThrow(ParameterError);
    expect(() => groups.agg({ x: col("price").quantile(2) })).toThrow(OutOfRangeError);
    expect(() => groups.agg({ x: col("day").sum() })).toThrow(DTypeError);
    expect(() => groups.quantile(-1, "price")).toThrow(OutOfRangeError);
    expect(() => groups.std("town" as never)).toThrow(DTypeError);
  });

  test("transform repeats statistics and leaves rows without a group missing", () => {
    const shared = groups.transform({
      share: col("price").div(col("price").sum()),
      any: col("sold").any(),
    });
    expect(shared.column("share").toArray()).toEqual([200 / 460, 1, Number.NaN, 260 / 460]);
    expect(shared.column("any").toArray()).toEqual([true, false, null, true]);
  });

  test("apply stacks tables or rows, keys in front", () => {
    const top = groups.apply((group) => group.sortBy("price", { descending: true }).head(1));
    expect(top.columns).toEqual(["town", "area", "price", "sold", "day"]);
    expect(top.column("price").toArray()).toEqual([260, 330]);
    const rows = groups.apply((group, key) => ({ label: `${key.town}: ${group.nRows}` }));
    expect(rows.rows()).toEqual([
      { town: "Ames", label: "Ames: 2" },
      { town: "Boone", label: "Boone: 1" },
    ]);
    expect(() => groups.apply(() => 5 as never)).toThrow(DTypeError);
    expect(() =>
      groups.apply((group, key) => (key.town === "Ames" ? group : group.drop("price"))),
    ).toThrow(ParameterError);
  });

  test("iterates, sorts and keeps missing keys on demand", () => {
    expect([...groups].map(([key, group]) => [key.town, group.nRows])).toEqual([
      ["Ames", 2],
      ["Boone", 1],
    ]);
    const all = houses.groupBy(["town"], { sort: true, dropMissing: false });
    expect(all.count().column("town").toArray()).toEqual(["Ames", "Boone", null]);
    const byPrice = houses.groupBy(["price"], { sort: true });
    expect(byPrice.first("town").column("town").toArray()).toEqual(["Ames", null, "Ames", "Boone"]);
  });

  test("all, any and prod over groups", () => {
    const frame = DataFrame.fromColumns({
      k: [1, 1, 2],
      b: [true, false, null],
      n: Int32Array.of(2, 3, 4),
    });
    const summary = frame
      .groupBy("k")
      .agg({ all: col("b").all(), any: col("b").any(), prod: col("n").prod() });
    expect(summary.rows()).toEqual([
      { k: 1, all: false, any: true, prod: 6 },
      { k: 2, all: true, any: false, prod: 4 },
    ]);
    expect(frame.groupBy("k").sum("n").column("n").type).toBe("integer");
    expect(frame.groupBy("k").variance("n").column("n").toArray()).toEqual([0.5, Number.NaN]);
    expect(frame.groupBy("k").nunique("n").column("n").toArray()).toEqual([2, 1]);
    expect(frame.groupBy("k").last("n").column("n").toArray()).toEqual([3, 4]);
  });

  test("sums of infinities are infinite, and small terms beside large ones are not lost", () => {
    const frame = DataFrame.fromColumns({ k: [1, 1, 2, 2, 2, 3], x: [Infinity, 1, 1e16, 1, 1, 5] });
    const { mean, sum } = { mean: frame.groupBy("k").mean("x"), sum: frame.groupBy("k").sum("x") };
    expect(sum.column("x").toArray()).toEqual([Infinity, 1e16 + 2, 5]);
    expect(mean.column("x").toArray()).toEqual([Infinity, (1e16 + 2) / 3, 5]);
  });
});
