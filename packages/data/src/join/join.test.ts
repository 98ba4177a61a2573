import { DTypeError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { col, concat, count, DataFrame, type NumberColumn, type StringColumn } from "../index";

const sales = DataFrame.fromColumns({
  town: ["Ames", "Boone", "Ames", null],
  n: [1, 2, 3, 4],
  note: ["a", "b", "c", "d"],
});
const towns = DataFrame.fromColumns({ town: ["Ames", "Nevada"], note: ["big", "small"] });

describe("merge", () => {
  test("TypeScript knows the columns of the result", () => {
    const merged = sales.merge(towns, { on: "town" });
    expectTypeOf(merged.column("n")).toEqualTypeOf<NumberColumn>();
    expectTypeOf(merged.column("note_x")).toEqualTypeOf<StringColumn>();
    // @ts-expect-error it has a suffix
    expect(() => merged.column("note")).toThrow(ParameterError);
    const named = sales.merge(towns, { on: "town", suffixes: ["", "_town"] });
    expectTypeOf(named.column("note_town")).toEqualTypeOf<StringColumn>();
    expect(named.columns).toEqual(["town", "n", "note", "note_town"]);
  });

  test("tables of columns that are not known can be merged again and again", () => {
    const unknown: DataFrame = sales;
    const merged = unknown.merge(towns, { on: "town" });
    expectTypeOf(merged).toEqualTypeOf<DataFrame>();
    expect(merged.merge(sales as DataFrame, { on: "town" }).nRows).toBe(4);
  });

  test("semi and anti keep this table's columns", () => {
    expect(sales.merge(towns, { on: "town", how: "semi" }).column("n").toArray()).toEqual([1, 3]);
    expect(sales.merge(towns, { on: "town", how: "anti" }).column("n").toArray()).toEqual([2, 4]);
  });

  test("text joins categories, whole numbers join numbers", () => {
    const coded = towns.astype({ town: "category" });
    expect(sales.merge(coded, { on: "town" }).nRows).toBe(2);
    const whole = DataFrame.fromColumns({ n: Int32Array.of(3), x: [1] });
    expect(sales.merge(whole, { on: "n" }).column("note").toArray()).toEqual(["c"]);
  });

  test("validate names the key that comes twice", () => {
    expect(() => sales.merge(towns, { on: "town", validate: "1:1" })).toThrow(
      new ValueError(
        'DataFrame.merge: expected each key once in the left table (validate: "1:1"), got "Ames" again at row 2',
      ),
    );
    expect(() => towns.merge(sales, { on: "town", validate: "m:1" })).toThrow(ValueError);
    expect(sales.merge(towns, { on: "town", validate: "m:1" }).nRows).toBe(2);
    expect(towns.merge(sales, { on: "town", validate: "1:m" }).nRows).toBe(2);
  });

  test("refuses keys that do not go together", () => {
    const untyped = sales as DataFrame;
    expect(() => untyped.merge(towns, { on: "n" } as never)).toThrow(ParameterError);
    expect(() => untyped.merge(towns, {} as never)).toThrow(ParameterError);
    expect(() => untyped.merge(towns, { leftOn: ["town", "n"], rightOn: ["town"] })).toThrow(
      ParameterError,
    );
    expect(() => untyped.merge(towns, { on: "town", leftOn: "n", rightOn: "n" } as never)).toThrow(
      ParameterError,
    );
    expect(() => untyped.merge(towns, { leftOn: "n", rightOn: "town" })).toThrow(DTypeError);
    expect(() => untyped.merge(towns, { on: "town", how: "full" } as never)).toThrow(
      ParameterError,
    );
    expect(() => untyped.merge(towns, { on: "town", validate: "2:1" } as never)).toThrow(
      ParameterError,
    );
  });

  test("suffixes that make one name twice are an error", () => {
    const given = { on: "town", suffixes: ["", ""] } as const;
    expect(() => sales.merge(towns, given)).toThrow(ParameterError);
  });

  test("empty tables", () => {
    const none = towns.filter(() => false);
    expect(sales.merge(none, { on: "town" }).shape).toEqual([0, 4]);
    expect(sales.merge(none, { on: "town", how: "left" }).column("note_y").missingCount).toBe(4);
    expect(none.merge(sales, { on: "town", how: "outer" }).nRows).toBe(4);
    expect(sales.merge(none, { how: "cross" }).nRows).toBe(0);
  });
});

describe("mergeAsof", () => {
  const quotes = DataFrame.fromColumns({ time: [1, 5], price: [9, 8] });

  test("keeps two names of the key, and works on dates", () => {
    const at = (text: string) => new Date(`${text}Z`);
    const trades = DataFrame.fromColumns({
      when: [at("2024-01-02T12:00"), at("2024-01-05T00:00")],
    });
    const days = DataFrame.fromColumns({
      day: [at("2024-01-01T00:00"), at("2024-01-03T00:00")],
      x: [1, 2],
    });
    const options = { leftOn: "when", rightOn: "day", tolerance: 86_400_000 } as const;
    const merged = trades.mergeAsof(days, { ...options, direction: "nearest" });
    expect(merged.columns).toEqual(["when", "day", "x"]);
    expect(merged.column("x").toArray()).toEqual([2, Number.NaN]);
  });

  test("refuses what is not sorted, missing, or no number", () => {
    const times = (...time: number[]) => DataFrame.fromColumns({ time });
    expect(() => times(2, 1).mergeAsof(quotes, { on: "time" })).toThrow(
      new ValueError(
        'DataFrame.mergeAsof: expected column "time" sorted and without missing values, got a smaller value than before it at row 1',
      ),
    );
    expect(() => times(2, Number.NaN).mergeAsof(quotes, { on: "time" })).toThrow(ValueError);
    expect(() => sales.mergeAsof(towns, { on: "town" })).toThrow(DTypeError);
    expect(() => times(1).mergeAsof(quotes, { on: "time", tolerance: -1 })).toThrow(ParameterError);
    expect(() => times(1).mergeAsof(quotes, { on: "time", direction: "up" as never })).toThrow(
      ParameterError,
    );
    expect(() => times(1).mergeAsof(quotes, {})).toThrow(ParameterError);
  });
});

describe("concat", () => {
  test("side by side", () => {
    const both = concat([sales.select("town"), towns.take([0, 0, 0, 1]).select("note")], {
      axis: "columns",
    });
    expect(both.shape).toEqual([4, 2]);
    expect(() => concat([sales, towns.drop("town", "note")], { axis: "columns" })).not.toThrow();
    expect(() => concat([sales, sales], { axis: "columns" })).toThrow(ParameterError);
    expect(() => concat([sales.select("n"), towns.select("note")], { axis: "columns" })).toThrow(
      ShapeError,
    );
  });

  test("refuses nothing, columns that differ when exact, and types that do not go together", () => {
    expect(() => concat([])).toThrow(ParameterError);
    expect(() => concat([sales, towns] as DataFrame[], { join: "exact" })).toThrow(ParameterError);
    const texts = DataFrame.fromColumns({ n: ["x"] });
    expect(() => concat([sales, texts] as DataFrame[])).toThrow(DTypeError);
  });

  test("columns of every type, categories that differ as text", () => {
    const all = DataFrame.fromColumns({
      i: Int32Array.of(1),
      b: [true],
      d: [new Date(0)],
      c: ["x"],
    });
    const one = all.astype({ c: "category" });
    expect(concat([one, one]).types).toEqual({
      i: "integer",
      b: "boolean",
      d: "date",
      c: "category",
    });
    const other = one.assign({ c: ["y"] }).astype({ c: "category" });
    const both = concat<never>([one, other] as never) as unknown as DataFrame;
    expect(both.column("c").toArray()).toEqual(["x", "y"]);
    expect(both.column("c").type).toBe("string");
    expect(concat([one, one]).rows()[1]).toEqual(one.rows()[0]);
  });
});

const key = fc.option(fc.integer({ min: 0, max: 4 }), { nil: Number.NaN });
const word = fc.option(fc.constantFrom("a", "b", "c"), { nil: null });
const rows = fc.array(fc.tuple(key, word, fc.double({ noNaN: true, min: -100, max: 100 })), {
  maxLength: 30,
});
const frameOf = (given: [number, string | null, number][], name: string) =>
  DataFrame.fromColumns([
    DataFrame.fromColumns({ k: Float64Array.from(given, ([k]) => k) }).column("k"),
    DataFrame.fromColumns({ w: [...given.map(([, w]) => w), "x"] })
      .column("w")
      .take(given.map((_, i) => i)),
    DataFrame.fromColumns({ v: Float64Array.from(given, ([, , v]) => v) })
      .column("v")
      .rename(name),
  ]);

describe("against the plainest way", () => {
  test("an inner merge is a nested loop, and left, semi and anti follow from it", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [left, right] = [frameOf(a, "x"), frameOf(b, "y")];
        const expected = a.flatMap(([k, w, x]) =>
          b.filter((r) => Object.is(r[0], k) && r[1] === w).map(([, , y]) => [k, w, x, y]),
        );
        const merged = left.merge(right, { on: ["k", "w"] });
        expect(merged.rows().map((row) => Object.values(row))).toEqual(expected);
        const hasMatch = a.map(([k, w]) => b.some((r) => Object.is(r[0], k) && r[1] === w));
        const alone = hasMatch.filter((has) => !has).length;
        expect(left.merge(right, { on: ["k", "w"], how: "left" }).nRows).toBe(
          expected.length + alone,
        );
        expect(left.merge(right, { on: ["k", "w"], how: "anti" }).nRows).toBe(alone);
        expect(left.merge(right, { on: ["k", "w"], how: "semi" }).nRows).toBe(a.length - alone);
      }),
    );
  });

  test.each(["k", "w"] as const)(
    "so is a merge on %s alone, with keys of one row and of several",
    (on) => {
      fc.assert(
        fc.property(rows, rows, fc.boolean(), (a, b, distinct) => {
          const at = on === "k" ? 0 : 1;
          const isFirst = (r: (typeof b)[number], i: number) =>
            b.findIndex((other) => Object.is(other[at], r[at])) === i;
          const kept = distinct ? b.filter(isFirst) : b;
          const [left, right] = [frameOf(a, "x"), frameOf(kept, "y").select(on, "y")];
          const expected = a.flatMap((l) =>
            kept.filter((r) => Object.is(r[at], l[at])).map((r) => [...l, r[2]]),
          );
          const merged = left.merge(right, { on });
          expect(merged.rows().map((row) => Object.values(row))).toEqual(expected);
        }),
      );
    },
  );

  test("groupBy is a Map of lists", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (a, dropMissing) => {
        const frame = frameOf(a, "x");
        const lists = new Map<string, number[]>();
        for (const [k, w, x] of a) {
          if (dropMissing && (Number.isNaN(k) || w === null)) continue;
          const id = `${k} ${w}`;
          lists.set(id, [...(lists.get(id) ?? []), x]);
        }
        const got = frame
          .groupBy(["k", "w"], { dropMissing })
          .agg({ n: count(), sum: ["x", "sum"], max: ["x", "max"], first: ["x", "first"] });
        expect(got.rows().map((row) => `${row.k} ${row.w}`)).toEqual([...lists.keys()]);
        [...lists.values()].forEach((list, i) => {
          const row = got.rows()[i]!;
          expect([row.n, row.max, row.first]).toEqual([list.length, Math.max(...list), list[0]]);
          expect(row.sum).toBeCloseTo(
            list.reduce((s, x) => s + x, 0),
            9,
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  test("sorting by two columns is a comparison of rows", () => {
    fc.assert(
      fc.property(rows, (a) => {
        const frame = frameOf(a, "x").assign({ at: Float64Array.from(a.keys()) });
        const rank = (w: string | null) => (w === null ? 9 : "abc".indexOf(w));
        const last = (k: number) => (Number.isNaN(k) ? 9 : -k);
        const expected = [...a.keys()].sort(
          (i, j) => rank(a[i]![1]) - rank(a[j]![1]) || last(a[i]![0]) - last(a[j]![0]) || i - j,
        );
        const sorted = frame.sortBy(["w", col("k").neg()]);
        expect(sorted.column("at").toArray()).toEqual(expected);
      }),
    );
  });
});
