import { DTypeError, OutOfRangeError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DataFrame, DateColumn, dateRange, NumberColumn, StringColumn } from "../index";

const numbers = (...values: number[]) => new NumberColumn("x", Float64Array.from(values));
const days = new DateColumn("day", Float64Array.of(0, 864e5, 2 * 864e5));
const text = new StringColumn("t", ["a"]);

describe("windows", () => {
  test("a large value that has left the window leaves nothing behind", () => {
    const column = numbers(1e16, 0.1, 0.2, 0.3, -1e16, 0.5, 0.25, 0.125);
    expect(column.rolling(3).sum().at(3)).toBeCloseTo(0.6, 15);
    expect(column.rolling(3).mean().at(7)).toBeCloseTo(0.875 / 3, 15);
    expect(column.rolling(3).std().at(3)).toBeCloseTo(0.1, 15);
  });

  test("around 1e8 deviations keep their digits", () => {
    const far = numbers(1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3);
    expect(far.rolling(3).variance().toArray().slice(2)).toEqual([1, 1]);
    expect(far.expanding().variance({ ddof: 0 }).at(-1)).toBe(1.25);
  });

  test("sums and extremes are those of each window computed afresh", () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        (values, w) => {
          const rolled = numbers(...values).rolling(w, { minPeriods: 1 });
          const afresh = rolled.apply((window) => window.reduce((a, b) => a + b));
          expect(rolled.sum().toArray()).toEqual(afresh.toArray());
          const largest = rolled.apply((window) => Math.max(...window));
          expect(rolled.max().toArray()).toEqual(largest.toArray());
          expect(rolled.quantile(1).toArray()).toEqual(largest.toArray());
        },
      ),
    );
  });

  test("infinite values are skipped, as in pandas, and no rows make no rows", () => {
    const column = numbers(1, Number.POSITIVE_INFINITY, 3);
    expect(column.rolling(2, { minPeriods: 1 }).mean().toArray()).toEqual([1, 1, 3]);
    expect(numbers().rolling(2).mean().length).toBe(0);
    expect(numbers(Number.NaN).expanding().mean().toArray()).toEqual([Number.NaN]);
  });

  test("sums keep what large values push out", () => {
    expect(numbers(1e16, 1, -1e16).cumSum().toArray()).toEqual([1e16, 1e16, 1]);
    expect(numbers(Number.POSITIVE_INFINITY, 1).cumSum().at(1)).toBe(Number.POSITIVE_INFINITY);
  });

  test("refuse windows, decays and columns that are none", () => {
    expect(() => numbers(1).rolling(0)).toThrow(ParameterError);
    expect(() => numbers(1).rolling(2, { minPeriods: 3 })).toThrow(ParameterError);
    expect(() => numbers(1).rolling("MS", { on: days })).toThrow(ParameterError);
    expect(() => numbers(1).rolling("2D")).toThrow(ParameterError);
    expect(() => numbers(1).rolling("2D", { on: days })).toThrow(ShapeError);
    expect(() => numbers(1, 2, 3).rolling("2D", { on: days, center: true })).toThrow(
      ParameterError,
    );
    const back = new DateColumn("day", Float64Array.of(1, 0, 2));
    expect(() => numbers(1, 2, 3).rolling("2D", { on: back })).toThrow(ValueError);
    expect(() => numbers(1).expanding({ minPeriods: -1 })).toThrow(ParameterError);
    expect(() => numbers(1).rolling(1).quantile(2)).toThrow(OutOfRangeError);
    expect(() => numbers(1).rolling(1).variance({ ddof: -1 })).toThrow(ParameterError);
    expect(() => numbers(1).ewm({})).toThrow(ParameterError);
    expect(() => numbers(1).ewm({ alpha: 0.5, span: 3 })).toThrow(ParameterError);
    expect(() => numbers(1).ewm({ alpha: 1.5 })).toThrow(ParameterError);
    expect(() => numbers(1).ewm({ span: 0.5 })).toThrow(ParameterError);
    expect(() => numbers(1).ewm({ halflife: 0 })).toThrow(ParameterError);
    expect(() => numbers(1).shift(0.5)).toThrow(ParameterError);
    expect(() => numbers(1).diff(0.5)).toThrow(ParameterError);
    expect(() => text.rolling(1)).toThrow(DTypeError);
    expect(() => text.cumSum()).toThrow(DTypeError);
    expect(() => text.pctChange()).toThrow(DTypeError);
    expect(text.shift().toArray()).toEqual([null]);
  });
});

describe("resampling and ranges", () => {
  const frame = DataFrame.fromColumns([days, numbers(1, 2, 4).rename("n")]);

  test("rows without a date are left out; the date's column is no statistic of its own", () => {
    const gap = new DateColumn("day", Float64Array.of(0, Number.NaN, 2 * 864e5));
    const result = frame.assign({ day: gap }).resample("day", "D").sum();
    expect(result.columns).toEqual(["day", "n"]);
    expect(result.column("n").toArray()).toEqual([1, 0, 4]);
    expect(frame.resample("day", "YS").mean("n").rows()).toEqual([{ day: new Date(0), n: 7 / 3 }]);
  });

  test("refuse frequencies, columns and options that are none", () => {
    expect(() => frame.resample("day", "M")).toThrow(ParameterError);
    expect(() => frame.resample("n", "D")).toThrow(ParameterError);
    expect(() => frame.resample("day", "0D")).toThrow(ParameterError);
    expect(() => frame.resample("day", "D", { closed: "both" as "left" })).toThrow(ParameterError);
    expect(() => frame.resample("day", "D", { origin: "end" as "start" })).toThrow(ParameterError);
    expect(() => frame.head(0).resample("day", "D")).toThrow(ValueError);
    expect(() => frame.resample("day", "D").agg({ m: "sum" })).toThrow(ParameterError);
    expect(() => frame.resample("day", "D").agg({ n: "mode" as "sum" })).toThrow(ParameterError);
    expect(() => dateRange({ start: "2024-02-30", periods: 1 })).toThrow(ParameterError);
    expect(() => dateRange({ start: "2024-02-01" })).toThrow(ParameterError);
    expect(() => dateRange({ start: "2024-02-01", periods: -1 })).toThrow(ParameterError);
  });

  test("a moment of its own as origin", () => {
    const origin = new Date(864e5 / 2);
    const sums = frame.resample("day", "2D", { origin }).sum();
    expect(sums.column("day").at(0)).toEqual(new Date(-1.5 * 864e5));
    expect(sums.column("n").toArray()).toEqual([1, 6]);
  });
});
