import { describe, expect, test } from "vitest";
import { displaySymbol, displayText, toDisplayData } from "./display";

const shown = (value: unknown) => displayText(toDisplayData(value));

describe("display of plain values", () => {
  test.each([
    [[1, 0.1 + 0.2, -0, Number.NaN], "[1, 0.3, -0, NaN]"],
    [[1234567.125, -1e-9 / 3, 2 ** 53], "[1234567.1, -3.33333e-10, 9007199254740992]"],
    [new Float32Array([0.1]), "Float32Array [0.1]"],
    [new BigInt64Array([5n]), "BigInt64Array [5]"],
    [[], "[]"],
    [["a", 1], '["a", 1]'],
    [
      [
        [1, 2],
        [3, 4],
      ],
      "[[1, 2], [3, 4]]",
    ],
    [{ a: 1, b: [2] }, "{ a: 1, b: [2] }"],
    [new Map(), "Map(0) {}"],
    [[[1, 2], [3]], "[[1, 2], [3]]"],
    [[{ [displaySymbol]: () => ({ kind: "text", text: "me" }) }], "[me]"],
  ])("a line where that is enough: %#", (value, text) => {
    expect(toDisplayData(value)).toEqual({ kind: "text", text });
  });

  test("a long list of numbers is one line that counts the rest", () => {
    const line = shown(Float64Array.from({ length: 1000 }, (_, i) => i / 3));
    expect(line).toMatch(/^Float64Array\(1000\) \[0, 0\.333333, 0\.666667, 1, .*, … \d+ more\]$/);
    expect(line.length).toBeLessThan(120);
    const all = line.match(/\[(.*), … (\d+) more/)!;
    expect(all[1]!.split(", ").length + Number(all[2])).toBe(1000);
    expect(shown(new Array(200).fill(7))).toMatch(/^\(200\) \[7, 7.* more\]$/);
  });

  test("objects, with what is not there left empty", () => {
    const rows = [
      { town: "Ames", price: 1 / 3 },
      { town: "Boone", sold: true },
    ];
    expect(toDisplayData(rows)).toEqual({
      kind: "table",
      columns: [
        { name: "town", type: "string" },
        { name: "price", type: "number" },
        { name: "sold", type: "string" },
      ],
      rows: [
        ["Ames", "0.333333", ""],
        ["Boone", "", "true"],
      ],
      nRows: 2,
    });
    expect(shown(Array.from({ length: 30 }, (_, i) => ({ i })))).toMatch(
      /^i\n[\s\S]*… 20 more rows$/,
    );
  });

  test("a matrix that is too wide for a line, a Map, a long object", () => {
    const matrix = Array.from({ length: 12 }, (_, i) => [i, i / 7, i * 1000]);
    const data = toDisplayData(matrix);
    expect(data).toMatchObject({ kind: "table", nRows: 12 });
    expect(shown(matrix).split("\n")[2]).toBe("1  0.142857  1000");
    expect(
      shown(
        new Map([
          ["w", 2.5],
          ["long", 1],
        ]),
      ),
    ).toBe(" key  value\n   w    2.5\nlong      1");
    const long = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`weight ${i}`, i]));
    expect(toDisplayData(long)).toMatchObject({
      kind: "table",
      columns: [{ name: "name" }, { name: "value" }],
    });
  });

  test("cells that are long or nested are cut, and tables that are too wide are none", () => {
    const { rows } = toDisplayData([{ a: "x".repeat(200), b: [1, 2], c: { d: 1 } }]) as never as {
      rows: string[][];
    };
    expect(rows[0]![0]).toHaveLength(60);
    expect(rows[0]!.slice(1)).toEqual(["[1, 2]", "{ d: 1 }"]);
    const wide = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i}`, i]));
    expect(toDisplayData([wide]).kind).toBe("text");
  });
});
