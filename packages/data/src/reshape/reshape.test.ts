import { DTypeError, OutOfRangeError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  CategoryColumn,
  cut,
  DataFrame,
  DateColumn,
  IntegerColumn,
  NumberColumn,
  qcut,
  StringColumn,
} from "../index";

const sales = DataFrame.fromColumns({
  town: ["Ames", "Boone", "Ames"],
  year: ["23", "23", "23"],
  price: [2, 1, 4],
  rooms: Int32Array.of(5, 6, 7),
});
const numbers = (...values: number[]) => new NumberColumn("x", Float64Array.from(values));

describe("wide and long", () => {
  test("TypeScript knows the columns of a long table", () => {
    const long = sales.melt({ ids: ["town"], values: ["price", "rooms"], valueName: "n" });
    expectTypeOf(long.column("n")).toEqualTypeOf<NumberColumn>();
    expectTypeOf(long.column("variable")).toEqualTypeOf<StringColumn>();
    expectTypeOf(long.column("town")).toEqualTypeOf<StringColumn>();
    expect(long.types).toEqual({ town: "string", variable: "string", n: "number" });
    expect(sales.melt({ values: ["rooms"] }).types.value).toBe("integer");
  });

  test("melt refuses types that do not go together, no columns, and names that clash", () => {
    expect(() => sales.melt({ ids: ["town"] })).toThrow(DTypeError);
    expect(() => sales.select("town").melt({ ids: ["town"] })).toThrow(ParameterError);
    expect(() => sales.melt({ ids: ["town"], values: ["price"], valueName: "town" })).toThrow(
      ParameterError,
    );
    expect(() => sales.melt({ values: ["prise" as "price"] })).toThrow(ParameterError);
  });

  test("pivot refuses two rows for one cell and names them", () => {
    expect(() => sales.pivot({ index: "town", columns: "year", values: "price" })).toThrow(
      new ValueError(
        "DataFrame.pivot: expected one value a cell, got two, of rows 0 and 2; pivotTable combines them",
      ),
    );
    expect(() => sales.pivot({ index: [], columns: "year", values: "price" })).toThrow(
      ParameterError,
    );
  });

  test("pivotTable with a function, and with another name of a statistic", () => {
    const spread = (values: Float64Array) => Math.max(...values) - Math.min(...values);
    const table = sales.pivotTable({ index: "town", values: "price", aggregate: spread });
    expect(table.rows()).toEqual([
      { town: "Ames", price: 2 },
      { town: "Boone", price: 0 },
    ]);
    const wrong = { index: "town", values: "price", aggregate: "average" as "mean" } as const;
    expect(() => sales.pivotTable(wrong)).toThrow(ParameterError);
    expect(() => sales.pivotTable({ index: "town", values: "year" })).toThrow(DTypeError);
  });

  test("melting undoes pivoting", () => {
    const cell = fc.record({
      a: fc.integer({ min: 0, max: 5 }),
      b: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, { selector: ({ a, b }) => `${a} ${b}`, minLength: 1, maxLength: 20 }),
        (cells) => {
          const long = DataFrame.fromColumns({
            a: cells.map(({ a }) => a),
            b: cells.map(({ b }) => `b${b}`),
            value: cells.map((_, i) => i),
          });
          const back = long
            .pivot({ index: "a", columns: "b", values: "value" })
            .melt({ ids: ["a"], variableName: "b" })
            .dropMissing()
            .sortBy("value");
          expect(back.rows()).toEqual(long.rows());
        },
      ),
    );
  });

  test("transpose names its columns by row or by a header", () => {
    expect(sales.select("price", "rooms").transpose().rows()).toEqual([
      { column: "price", 0: 2, 1: 1, 2: 4 },
      { column: "rooms", 0: 5, 1: 6, 2: 7 },
    ]);
    const head = sales.head(2).select("town", "price").transpose({ header: "town" });
    expect(head.rows()).toEqual([{ column: "price", Ames: 2, Boone: 1 }]);
    expect(() => sales.select("town", "price").transpose({ header: "town" })).toThrow(
      ParameterError,
    );
    expect(() => sales.transpose()).toThrow(DTypeError);
    expect(sales.select("town").transpose({ header: "town" }).shape).toEqual([0, 1]);
  });

  test("explode keeps rows whose text is missing, and refuses numbers", () => {
    const films = DataFrame.fromColumns({ id: [1, 2], kinds: ["a, b", null] });
    expect(films.explode("kinds", /,\s*/).rows()).toEqual([
      { id: 1, kinds: "a" },
      { id: 1, kinds: "b" },
      { id: 2, kinds: null },
    ]);
    expect(() => films.explode("id", ",")).toThrow(DTypeError);
  });

  test("getDummies knows categories that do not occur, and can name missing values", () => {
    const size = new CategoryColumn("size", Int32Array.of(1, -1), ["s", "m", "l"], true);
    const frame = DataFrame.fromColumns([size]);
    expect(frame.getDummies([], { missing: true, separator: "=" }).toTensor().toArray()).toEqual([
      [0, 1, 0, 0],
      [0, 0, 0, 1],
    ]);
    expect(frame.getDummies([], { missing: true, separator: "=" }).columns.at(-1)).toBe("size=NA");
    const clash = DataFrame.fromColumns({ a: ["x"], a_x: [1] });
    expect(() => clash.getDummies(["a"])).toThrow(ParameterError);
  });
});

describe("missing and other special values", () => {
  const ragged = DataFrame.fromColumns({
    n: new IntegerColumn("n", Float64Array.of(1, Number.NaN)),
    day: new DateColumn("day", Float64Array.of(Number.NaN, 864e5)),
    ok: [true, null],
    size: new CategoryColumn("size", Int32Array.of(0, -1), ["s", "m"]),
  });

  test("every type is filled with a value of its own", () => {
    const filled = ragged.fillMissing({ n: 7, day: new Date(0), ok: false, size: "m" });
    expect(filled.rows()[1]).toEqual({ n: 7, day: new Date(864e5), ok: false, size: "m" });
    expect(filled.column("day").at(0)).toEqual(new Date(0));
    expect(filled.types).toEqual(ragged.types);
    expect(ragged.isMissing().rows()).toEqual([
      { n: false, day: true, ok: false, size: false },
      { n: true, day: false, ok: true, size: true },
    ]);
    expect(ragged.fillMissing({ method: "backward" }).missingCounts()).toEqual({
      n: 1,
      day: 0,
      ok: 1,
      size: 1,
    });
  });

  test("of another type a value is refused", () => {
    expect(() => ragged.column("n").fillMissing(0.5)).toThrow(DTypeError);
    expect(() => ragged.column("ok").fillMissing(1)).toThrow(DTypeError);
    expect(() => ragged.column("size").fillMissing("l")).toThrow(ValueError);
    expect(() => ragged.column("size").fillMissing(1)).toThrow(DTypeError);
    expect(() => ragged.column("n").fillMissing({ method: "linear" })).toThrow(DTypeError);
    expect(() => ragged.fillMissing({ method: "nearest" as "linear" })).toThrow(ParameterError);
    expect(() => ragged.fillMissing({ method: "forward", limit: 0 })).toThrow(ParameterError);
    expect(() => ragged.fillMissing({ m: 1 } as object)).toThrow(ParameterError);
  });

  test("replace goes through the columns that can hold the value", () => {
    const swapped = ragged.replace(
      new Map<string | number, string | number>([
        ["s", "m"],
        [1, 2],
      ]),
    );
    expect(swapped.rows()[0]).toEqual({ n: 2, day: null, ok: true, size: "m" });
    expect(ragged.replace(true, null).column("ok").missingCount).toBe(2);
    expect(() => ragged.replace(1, "one")).toThrow(DTypeError);
    expect(() => ragged.column("n").replace(Number.NaN, 0)).toThrow(ParameterError);
  });

  test("clip keeps the type, and refuses text and bounds the wrong way round", () => {
    const days = ragged.column("day").clip({ upper: new Date(5) });
    expect(days.toArray()).toEqual([null, new Date(5)]);
    expect(() => numbers(1).clip({ lower: 2, upper: 1 })).toThrow(ParameterError);
    expect(() => ragged.column("n").clip({ lower: 0.5 })).toThrow(DTypeError);
    expect(() => new StringColumn("t", ["a"]).clip({ lower: 1 })).toThrow(DTypeError);
  });

  test("an unknown keep or a name that is not there", () => {
    expect(() => sales.duplicated([], { keep: "both" as "none" })).toThrow(ParameterError);
    expect(() => sales.dropDuplicates(["twon" as "town"])).toThrow(ParameterError);
    expect([...sales.dropDuplicates().duplicated()]).toEqual([false, false, false]);
    expect(DataFrame.fromColumns({}).dropDuplicates().nRows).toBe(0);
  });
});

describe("samples", () => {
  const frame = DataFrame.fromColumns({ x: Array.from({ length: 100 }, (_, i) => i) });

  test("are the same for one seed, and have no row twice without replacement", () => {
    const drawn = frame.sample({ n: 60, seed: 4 }).column("x").toArray();
    expect(frame.sample({ n: 60, seed: 4 }).column("x").toArray()).toEqual(drawn);
    expect(frame.sample({ n: 60, seed: 5 }).column("x").toArray()).not.toEqual(drawn);
    expect(new Set(drawn).size).toBe(60);
    expect(frame.sample({ fraction: 0.25 }).nRows).toBe(25);
    expect(frame.sample({ n: 300, replace: true }).nRows).toBe(300);
    expect(frame.sample().nRows).toBe(1);
  });

  test("follow the weights", () => {
    const two = DataFrame.fromColumns({ x: [0, 1, 2], w: [3, 1, Number.NaN] });
    const again = two.sample({ n: 20_000, replace: true, weights: "w", seed: 1 }).column("x");
    expect(again.mean()).toBeGreaterThan(0.24);
    expect(again.mean()).toBeLessThan(0.26);
    let firsts = 0;
    for (let seed = 0; seed < 4000; seed++) {
      firsts += two
        .sample({ n: 2, weights: [3, 1, 0], seed })
        .column("x")
        .at(0);
    }
    expect(firsts / 4000).toBeGreaterThan(0.22);
    expect(firsts / 4000).toBeLessThan(0.28);
  });

  test("refuse sizes and weights that cannot be", () => {
    expect(() => frame.sample({ n: 101 })).toThrow(ParameterError);
    expect(() => frame.sample({ n: 1, fraction: 0.1 })).toThrow(ParameterError);
    expect(() => frame.sample({ fraction: -1 })).toThrow(ParameterError);
    expect(() => frame.sample({ weights: [1] })).toThrow(ShapeError);
    expect(() => frame.sample({ weights: new Float64Array(100).fill(-1) })).toThrow(ParameterError);
    expect(() => sales.sample({ weights: "town" })).toThrow(DTypeError);
    expect(() => sales.sample({ n: 2, weights: [1, 0, 0] })).toThrow(ParameterError);
  });
});

describe("intervals, ranks and summaries refuse", () => {
  test("borders that do not ascend, labels that do not fit, nothing to cut", () => {
    expect(() => cut(numbers(1), [1, 1])).toThrow(ValueError);
    expect(() => cut(numbers(1), [0, 2], { labels: ["a", "b"] })).toThrow(ParameterError);
    expect(() => cut(numbers(1), 0)).toThrow(ParameterError);
    expect(() => cut(numbers(Number.NaN), 2)).toThrow(ValueError);
    expect(() => cut(numbers(1, Number.POSITIVE_INFINITY), 2)).toThrow(ValueError);
    expect(() => cut(new StringColumn("t", ["a"]), 2)).toThrow(DTypeError);
    expect(() => qcut(numbers(1, 1, 1), 3)).toThrow(ValueError);
    expect(() => qcut(numbers(1, 2), [0, 2])).toThrow(OutOfRangeError);
    expect(cut(numbers(3, 9), [0, 5], { labels: ["low"] }).toArray()).toEqual(["low", null]);
  });

  test("options that are unknown, and columns that do not go together", () => {
    expect(() => numbers(1).rank({ method: "mean" as "min" })).toThrow(ParameterError);
    expect(() => numbers(1).rank({ missing: "last" as "keep" })).toThrow(ParameterError);
    expect(() => sales.corr({ method: "tau" as "kendall" })).toThrow(ParameterError);
    expect(() => sales.cov({ ddof: -1 })).toThrow(ParameterError);
    expect(() => numbers(1).corr(numbers(1, 2))).toThrow(ShapeError);
    expect(() => numbers(1).cov(numbers(1, 2))).toThrow(ShapeError);
    expect(() => numbers(1).corr(sales.column("town"))).toThrow(DTypeError);
    expect(() => sales.describe({ percentiles: [50] })).toThrow(OutOfRangeError);
    expect(() => sales.nLargest(-1, "price")).toThrow(ParameterError);
    expect(() => sales.nSmallest(1, "price", { keep: "none" as "all" })).toThrow(ParameterError);
    expect(() => sales.valueCounts(["city" as "town"])).toThrow(ParameterError);
  });

  test("columns go with one another whatever is far from 0", () => {
    const x = numbers(1e8 + 1, 1e8 + 2, 1e8 + 4);
    const y = numbers(3, 5, 9);
    expect(x.corr(y)).toBeCloseTo(1, 14);
    expect(x.cov(y)).toBeCloseTo(14 / 3, 12);
  });
});
