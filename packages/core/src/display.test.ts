import { afterEach, describe, expect, test } from "vitest";
import {
  type DisplayData,
  display,
  displaySymbol,
  displayText,
  formatValue,
  setDisplaySink,
  toDisplayData,
} from "./display";

const table: DisplayData = {
  kind: "table",
  columns: [
    { name: "area", type: "number" },
    { name: "price", type: "number" },
  ],
  rows: [
    ["120", "215000"],
    ["95", "9"],
  ],
  nRows: 5,
};

describe("display", () => {
  const original = setDisplaySink(() => {});
  afterEach(() => setDisplaySink(original));

  test("hands plain data to the sink", () => {
    const seen: DisplayData[] = [];
    setDisplaySink((data) => seen.push(data));
    display({ [displaySymbol]: () => table });
    display([1, 2]);
    expect(seen).toEqual([table, { kind: "text", text: "[1, 2]" }]);
  });

  test("prints a table with aligned columns and the number of hidden rows", () => {
    expect(displayText(table)).toBe("area   price\n 120  215000\n  95       9\n… 3 more rows");
  });

  test("prints a chart as its description", () => {
    const chart = toDisplayData({
      [displaySymbol]: () => ({ kind: "chart", spec: {}, description: "Price rises with area." }),
    });
    expect(displayText(chart)).toBe("Price rises with area.");
    const page = {
      kind: "page",
      title: "Report",
      html: "<p>It rises.</p>",
      text: "It rises.",
    } as const;
    expect(displayText(page)).toBe("It rises.");
    expect(displayText({ kind: "chart", spec: {}, description: "It rises.", text: "⠈⠑" })).toBe(
      "⠈⠑\n\nIt rises.",
    );
  });
});

describe("formatValue", () => {
  test.each([
    ["text", "text"],
    [["text"], '["text"]'],
    [-0, "-0"],
    [null, "null"],
    [undefined, "undefined"],
    [{ a: 1, b: [true] }, "{ a: 1, b: [true] }"],
    [{}, "{}"],
    [new Float64Array([1, 0.5]), "Float64Array [1, 0.5]"],
    [new Map([["w", 2]]), "Map(1) { w => 2 }"],
    [new Set([3]), "Set(1) [3]"],
    [new RangeError("too far"), "RangeError: too far"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [Math.max, "[function max]"],
    [12n, "12"],
  ])("%#", (value, expected) => {
    expect(formatValue(value)).toBe(expected);
  });

  test("cuts what is long or deep, and survives a cycle", () => {
    expect(formatValue(new Array(200).fill(0))).toMatch(/… 100 more\]$/);
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(formatValue(cycle)).toContain("{…}");
  });
});
