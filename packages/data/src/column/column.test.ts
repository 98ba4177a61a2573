import { DTypeError, OutOfRangeError, toDisplayData, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { DataFrame } from "../frame/data-frame";

const frame = DataFrame.fromColumns({
  number: [3, 1, null, 2, 1],
  text: ["b", "a", null, "b", ""],
  flag: [true, false, null, true, true],
});
const number = frame.column("number");
const text = frame.column("text");
const flag = frame.column("flag");

describe("a column", () => {
  test("counts its values and its missing ones", () => {
    for (const column of [number, text, flag]) {
      expect(column.length).toBe(5);
      expect(column.missingCount).toBe(1);
    }
  });

  test("at counts from both ends and refuses rows that are not there", () => {
    expect(number.at(0)).toBe(3);
    expect(number.at(-1)).toBe(1);
    expect(number.at(2)).toBeNaN();
    expect(text.at(2)).toBeNull();
    expect(() => text.at(5)).toThrow(OutOfRangeError);
    expect(() => text.at(-6)).toThrow(OutOfRangeError);
    expect(() => text.at(0.5)).toThrow(OutOfRangeError);
  });

  test("take gives rows in any order, and refuses rows that are not there", () => {
    expect(number.take([3, 0, 0]).toArray()).toEqual([2, 3, 3]);
    expect(text.take([2]).toArray()).toEqual([null]);
    expect(flag.take([1]).toArray()).toEqual([false]);
    expect(() => number.take([5])).toThrow(OutOfRangeError);
  });

  test("unique and valueCounts follow the first appearance and skip missing values", () => {
    expect(number.unique()).toEqual([3, 1, 2]);
    expect(text.unique()).toEqual(["b", "a", ""]);
    expect([...flag.valueCounts()]).toEqual([
      [true, 3],
      [false, 1],
    ]);
  });

  test("statistics skip missing values", () => {
    expect(number.sum()).toBe(7);
    expect(number.mean()).toBe(1.75);
    expect(number.min()).toBe(1);
    expect(number.max()).toBe(3);
    expect(number.median()).toBe(1.5);
    expect(number.quantile(0.25)).toBe(1);
    expect(number.variance()).toBeCloseTo(0.9166666666666666, 15);
    expect(number.std({ ddof: 0 })).toBeCloseTo(Math.sqrt(0.6875), 15);
    expect(() => number.quantile(1.1)).toThrow(OutOfRangeError);
  });

  test("the mean of a boolean column is the share of true", () => {
    expect(flag.mean()).toBe(0.75);
  });

  test("statistics of text are an error that names the column", () => {
    expect(() => text.mean()).toThrow(
      new DTypeError('Column.mean: expected a column of numbers, got "text", which holds text'),
    );
    for (const statistic of ["sum", "min", "max", "variance", "std", "median"] as const) {
      expect(() => text[statistic]()).toThrow(DTypeError);
    }
    expect(() => text.quantile(0.5)).toThrow(DTypeError);
  });

  test("statistics of nothing are NaN", () => {
    const empty = DataFrame.fromColumns({ x: [Number.NaN] }).column("x");
    expect([empty.mean(), empty.min(), empty.max(), empty.median(), empty.std()]).toEqual(
      Array(5).fill(Number.NaN),
    );
    expect(empty.sum()).toBe(0);
  });

  test("the mean of large numbers close together keeps its last digits", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => 1e15 + (i % 2));
    const column = DataFrame.fromColumns({ x: values }).column("x");
    expect(column.mean()).toBe(1e15 + 0.5);
    expect(column.variance({ ddof: 0 })).toBe(0.25);
  });

  test("toTensor refuses missing values and text", () => {
    const whole = DataFrame.fromColumns({ x: [1, 2] }).column("x");
    expect(whole.toTensor().toArray()).toEqual([1, 2]);
    expect(whole.toTensor({ dtype: "float32" }).dtype).toBe("float32");
    expect(() => number.toTensor()).toThrow(ValueError);
    expect(() => text.toTensor()).toThrow(ValueError);
  });

  test("iterates and prints", () => {
    expect([...text]).toEqual(["b", "a", null, "b", ""]);
    expect(number.toString()).toBe("number\n     3\n     1\n    NA\n     2\n     1");
  });
});

test("valueCounts is a Map that prints as a table, the most frequent first", () => {
  const frame = DataFrame.fromColumns({
    town: ["Ames", "Boone", "Boone", null],
    n: [0.5, 3, 3, 3],
  });
  const counts = frame.column("town").valueCounts();
  expect(counts).toBeInstanceOf(Map);
  expect(counts.get("Boone")).toBe(2);
  expect(String(counts)).toBe(" town  count\nBoone      2\n Ames      1");
  expect(toDisplayData(frame.column("n").valueCounts())).toMatchObject({
    columns: [{ name: "n" }, { name: "count", type: "integer" }],
    nRows: 2,
  });
});
