import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCSV } from "../csv/parse-csv";
import { describeCSV } from "./describe-csv";
import { DistinctCounter } from "./distinct";

describe("describeCSV", () => {
  test("is what the whole table says, in parts of a few rows", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => {
      const value = i % 7 === 0 ? "" : String(1e6 + Math.sin(i));
      return `${value},t${i % 31},${i % 2 === 0},2024-01-${String(1 + (i % 28)).padStart(2, "0")}`;
    });
    const text = `n,t,b,d\n${rows.join("\n")}\n`;
    const table = parseCSV(text);
    const summary = await describeCSV(new Blob([text]), { chunkRows: 17 });
    const n = table.column("n");
    const [row, textRow, flags, dates] = summary.rows();
    expect(row).toMatchObject({
      column: "n",
      type: "number",
      count: 428,
      missing: 72,
      distinct: 428,
    });
    expect(row!.mean).toBeCloseTo(n.mean(), 8);
    expect(row!.std).toBeCloseTo(n.std(), 8);
    expect([row!.min, row!.max]).toEqual([n.min(), n.max()]);
    expect(textRow).toMatchObject({
      count: 500,
      distinct: 31,
      mean: Number.NaN,
      std: Number.NaN,
      max: Number.NaN,
    });
    expect(flags!.mean).toBeCloseTo(0.5, 14);
    expect(flags).toMatchObject({ min: 0, max: 1, distinct: 2 });
    expect(dates).toMatchObject({
      min: Date.UTC(2024, 0, 1),
      max: Date.UTC(2024, 0, 28),
      distinct: 28,
    });
  });

  test("infinite values, no values and no rows", async () => {
    const summary = await describeCSV(new Blob(["a,b\ninf,\n1,\n"]), { chunkRows: 1 });
    expect(summary.column("max").toArray()).toEqual([Infinity, NaN]);
    expect(summary.column("count").toArray()).toEqual([2, 0]);
    expect((await describeCSV(new Blob(["a\n"]))).column("missing").at(0)).toBe(0);
  });
});

describe("DistinctCounter", () => {
  test("is exact up to 2,048 values, and within 3 % far beyond", () => {
    for (const n of [0, 1, 2048, 5000, 60_000, 400_000]) {
      const [numbers, texts] = [new DistinctCounter(), new DistinctCounter()];
      for (let i = 0; i < n; i++) {
        numbers.addNumber(i / 8);
        numbers.addNumber(i / 8);
        if (n < 100_000) texts.addText(`customer ${i}`);
      }
      const slack = n > 2048 ? 0.03 * n : 0;
      expect(Math.abs(numbers.count - n)).toBeLessThanOrEqual(slack);
      if (n < 100_000) expect(Math.abs(texts.count - n)).toBeLessThanOrEqual(slack);
    }
  });

  test("counts few values as a set does", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
        const counter = new DistinctCounter();
        for (const value of values) counter.addNumber(value);
        expect(counter.count).toBe(new Set(values).size);
      }),
    );
  });
});
