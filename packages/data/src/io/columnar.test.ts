import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DTypeError, ParameterError, ParseError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/columnar.json" with { type: "json" };
import written from "../../fixtures/columnar-written.json" with { type: "json" };
import { encodeArrow, readArrow, writeArrow } from "../arrow/arrow";
import { unpackLZ4Frame } from "../arrow/lz4";
import { CategoryColumn } from "../column/category-column";
import { IntegerColumn } from "../column/integer-column";
import { DataFrame } from "../frame/data-frame";
import { parseJSONLines, readJSONLines } from "../json/json-lines";
import { parseJSON, readJSON } from "../json/read-json";
import { formatJSON, writeJSON } from "../json/write-json";
import { readParquet } from "../parquet/read-parquet";
import { encodeParquet, writeParquet } from "../parquet/write-parquet";
import { isMissingCell } from "../schema";

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const read = { parquet: readParquet, arrow: readArrow };

/** The cells as the fixture has them: missing ones null, dates milliseconds. */
function cellsOf(table: DataFrame, name: string): unknown[] {
  return table
    .column(name)
    .toArray()
    .map((cell) => (isMissingCell(cell) ? null : cell instanceof Date ? cell.getTime() : cell));
}

function sample(): DataFrame {
  return DataFrame.fromColumns([
    ...DataFrame.fromColumns({
      number: [0.1, NaN, -1e300, 4],
      text: ["a", null, "", "日本 😀"],
      flag: [true, null, false, true],
      date: [new Date(0), null, new Date("2024-02-29T12:30:00.123Z"), new Date("1905-01-01")],
    }).columnList(),
    new IntegerColumn("whole", Float64Array.of(1, NaN, Number.MAX_SAFE_INTEGER, -5)),
    new CategoryColumn("level", Int32Array.of(2, -1, 0, 2), ["low", "mid", "high"], true),
  ]);
}

describe("what pyarrow and pandas wrote", () => {
  test.each(fixture.cases)("$name", async ({ kind, file }) => {
    const table = await read[kind as "parquet"](bytesOf(file));
    expect(table.columns).toEqual(Object.keys(fixture.columns));
    expect(table.types).toMatchObject({
      number: "number",
      single: "number",
      whole: "integer",
      small: "integer",
      gaps: "integer",
      text: "string",
      flag: "boolean",
      time: "date",
      day: "date",
      level: "category",
    });
    for (const [name, values] of Object.entries(fixture.columns)) {
      expect(cellsOf(table, name)).toEqual(values);
    }
    const level = table.column("level") as CategoryColumn;
    if (kind === "arrow")
      expect([level.categories, level.ordered]).toEqual([["low", "mid", "high"], true]);
  });

  test.each(["parquet", "arrow"] as const)("long columns in %s, packed", async (kind) => {
    for (const file of Object.values(fixture.long[kind])) {
      const table = await read[kind](bytesOf(file));
      expect(table.nRows).toBe(fixture.long.rows);
      const k = table.column("k").toArray();
      expect(k.every((value, i) => value === i % 16)).toBe(true);
      const texts = ["abc", "abd", null, "x"];
      expect(
        table
          .column("t")
          .toArray()
          .every((value, i) => value === texts[i % 4]),
      ).toBe(true);
    }
  });

  test.each(["parquet", "arrow"] as const)(
    "what a table cannot hold is refused: %s",
    async (kind) => {
      const file = bytesOf(fixture.nested[kind]);
      expect((await read[kind](file, { columns: ["n"] })).rows()).toEqual([{ n: 1 }, { n: 2 }]);
      await expect(read[kind](file)).rejects.toThrow(DTypeError);
      await expect(read[kind](file, { columns: ["bytes"] })).rejects.toThrow(/column "bytes"/);
      await expect(read[kind](file, { columns: ["big"] })).rejects.toThrow(ValueError);
      await expect(read[kind](file, { columns: ["m"] })).rejects.toThrow(ParameterError);
      await expect(read[kind](new Uint8Array(50))).rejects.toThrow(ValueError);
    },
  );

  test.each(Object.entries(fixture.json))("JSON, %s", (orient, text) => {
    const table = orient === "lines" ? parseJSONLines(text) : parseJSON(text);
    for (const name of [
      "number",
      "single",
      "whole",
      "small",
      "gaps",
      "text",
      "flag",
      "level",
    ] as const) {
      expect(cellsOf(table, name)).toEqual(fixture.columns[name]);
    }
  });
});

describe("what we write, we read", () => {
  test.each(["snappy", "gzip", "none"] as const)("Parquet, %s", async (codec) => {
    const table = await readParquet(encodeParquet(sample(), { codec }));
    expect(table.types).toEqual(sample().types);
    expect(table.rows()).toEqual(sample().rows());
    expect((table.column("level") as CategoryColumn).ordered).toBe(true);
  });

  test.each(["file", "stream"] as const)("Arrow, %s", async (format) => {
    const table = await readArrow(encodeArrow(sample(), { format }));
    expect(table.types).toEqual(sample().types);
    expect(table.rows()).toEqual(sample().rows());
    expect((table.column("level") as CategoryColumn).categories).toEqual(["low", "mid", "high"]);
  });

  test.each(["records", "columns", "split", "lines"] as const)("JSON, %s", (orient) => {
    const text = formatJSON(sample(), { orient });
    const options = { types: { date: "date", level: "category" } } as const;
    const table = orient === "lines" ? parseJSONLines(text, options) : parseJSON(text, options);
    expect(table.rows()).toEqual(sample().rows());
  });

  test("the bytes are those that pyarrow read", () => {
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
    expect(base64(encodeParquet(sample()))).toBe(written["table.parquet"]);
    expect(base64(encodeArrow(sample()))).toBe(written["table.arrow"]);
    expect(base64(encodeArrow(sample(), { format: "stream" }))).toBe(written["table.arrows"]);
  });

  test("to files and back, and without rows", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gradus-io-"));
    try {
      const path = (name: string) => join(folder, name);
      await writeParquet(path("t.parquet"), sample());
      await writeArrow(path("t.arrow"), sample());
      await writeJSON(path("t.json"), sample());
      await writeJSON(path("t.jsonl"), sample(), { orient: "lines" });
      const rows = sample().rows();
      expect((await readParquet(path("t.parquet"))).rows()).toEqual(rows);
      expect((await readArrow(path("t.arrow"))).rows()).toEqual(rows);
      expect((await readJSON(path("t.json"), { types: { date: "date" } })).rows()).toEqual(rows);
      expect((await readJSONLines(path("t.jsonl"), { types: { date: "date" } })).rows()).toEqual(
        rows,
      );
      expect((await readFile(path("t.jsonl"), "utf8")).split("\n")).toHaveLength(5);
      await expect(writeJSON(path("no/t.json"), sample())).rejects.toThrow(ValueError);
    } finally {
      await rm(folder, { recursive: true });
    }
    const empty = sample().head(0);
    expect((await readParquet(encodeParquet(empty))).shape).toEqual([0, 6]);
    expect((await readArrow(encodeArrow(empty))).shape).toEqual([0, 6]);
  });

  test("options that cannot be", () => {
    expect(() => encodeParquet(sample(), { codec: "rar" as never })).toThrow(ParameterError);
    expect(() => encodeArrow(sample(), { format: "csv" as never })).toThrow(ParameterError);
    expect(() => formatJSON(sample(), { orient: "index" as never })).toThrow(ParameterError);
    expect(() => formatJSON(DataFrame.fromColumns({ n: [Infinity] }))).toThrow(ValueError);
  });

  test("a codec that this Node does not have is named", () => {
    const has = "zstdCompressSync" in process.getBuiltinModule("node:zlib");
    const write = () => encodeParquet(sample(), { codec: "zstd" });
    if (has) expect(write().length).toBeGreaterThan(0);
    else expect(write).toThrow(/Node 22\.15/);
  });
});

describe("JSON that is wrong", () => {
  test.each([
    ['[{"a": 1},\n {"a" 2}]', "t.json:2:7: expected JSON"],
    ["[1, 2]", "t.json:1:1: expected an array of rows"],
    ["3", "t.json:1:1: expected an array of rows"],
    [
      '[{"a": [1]}]',
      't.json:1:1: expected a number, text, true, false or null in column "a", got [1] in row 0',
    ],
  ])("%j", (text, message) => {
    expect(() => parseJSON(text, { source: "t.json" })).toThrow(ParseError);
    expect(() => parseJSON(text, { source: "t.json" })).toThrow(message);
  });

  test("mixed types, and types of columns that are not there", async () => {
    expect(() => parseJSON('[{"a": 1}, {"a": "x"}]')).toThrow(DTypeError);
    expect(() => parseJSON('[{"a": 1}]', { types: { b: "date" } })).toThrow(ParameterError);
    await expect(readJSON(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toThrow(ParseError);
  });

  test("lines: the number of the bad one, or all of them reported", () => {
    const text = '{"a": 1}\n\n{"a": \n[2]\n{"a": 3, "b": "x"}';
    expect(() => parseJSONLines(text, { source: "t.jsonl" })).toThrow("t.jsonl:3:");
    const lines: number[] = [];
    const table = parseJSONLines(text, { onBadLine: ({ line }) => void lines.push(line) });
    expect(lines).toEqual([3, 4]);
    expect(table.rows()).toEqual([
      { a: 1, b: null },
      { a: 3, b: "x" },
    ]);
    expect(() => parseJSONLines(text, { onBadLine: "skip" as never })).toThrow(ParameterError);
  });
});

describe("unpackLZ4Frame", () => {
  test("refuses what is no frame or is cut off", () => {
    expect(() => unpackLZ4Frame(new Uint8Array(20), 4)).toThrow(ValueError);
    const frame = Uint8Array.of(
      0x04,
      0x22,
      0x4d,
      0x18,
      0x40,
      0x40,
      0xc0,
      3,
      0,
      0,
      0x80,
      1,
      2,
      3,
      0,
      0,
      0,
      0,
    );
    expect([...unpackLZ4Frame(frame, 3)]).toEqual([1, 2, 3]);
    expect(() => unpackLZ4Frame(frame, 4)).toThrow(ValueError);
    expect(() => unpackLZ4Frame(frame.subarray(0, 14), 3)).toThrow(ValueError);
  });
});
