import { gzipSync } from "node:zlib";
import { ParameterError, ParseError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { DataFrame } from "../frame/data-frame";
import type { BadLine } from "./options";
import { parseCSV } from "./parse-csv";
import { readCSVChunks } from "./read-csv-chunks";
import { csvReport } from "./report";

describe("types found from the values", () => {
  test("integers, numbers, dates, booleans and text, and why", () => {
    const table = parseCSV(
      "i,n,d,b,t,zip,none\n1,1,2024-01-31,true,a,02134,\n-2,2.5,2024-02-29 12:30:00,FALSE,3,50010,NA\n",
    );
    expect(table.types).toEqual({
      i: "integer",
      n: "number",
      d: "date",
      b: "boolean",
      t: "string",
      zip: "string",
      none: "number",
    });
    expect(table.column("d").at(1)).toEqual(new Date("2024-02-29T12:30:00Z"));
    expect(csvReport(table)!.inference.map(({ reason }) => reason)).toEqual([
      "every value is a whole number",
      'line 3 has "2.5", which is not whole',
      "every value is a date in ISO 8601",
      "every value is true or false",
      'line 2 has "a", which is neither a number, a date, nor true or false',
      'line 2 has "02134", which would lose digits as a number',
      "there is no value",
    ]);
  });

  test("a column that turns to text late is text from the first row on", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${i}.50,2024-01-01,true,NA`);
    const table = parseCSV(`n,d,b,m\n${rows.join("\n")}\n"NA",soon,maybe,"NA"\n`);
    expect(table.types).toEqual({ n: "number", d: "string", b: "string", m: "number" });
    const late = parseCSV(`n,d,b,m\n${rows.join("\n")}\nten,soon,maybe,x\n`);
    expect(late.column("n").at(0)).toBe("0.50");
    expect(late.column("d").at(-1)).toBe("soon");
    expect(late.column("b").at(1)).toBe("true");
    expect(late.column("m").at(2)).toBeNull();
    expect(csvReport(late)!.inference[0]).toEqual({
      name: "n",
      type: "string",
      line: 3002,
      value: "ten",
      reason: 'line 3002 has "ten", which is not a number, as the values before it are',
    });
  });

  test("a quoted word among missing values is a value when the column is text", () => {
    expect(parseCSV('t,u\n"NA",1\n,2\nx,3\n').column("t").toArray()).toEqual(["NA", null, "x"]);
  });

  test("words for missing values that could be numbers, dates or truths are missing all the same", () => {
    const missing = ["", "-999", "1900-01-01", "false"];
    const text = 'n,d,b,i\n-999,2024-01-31,true,-999\n2.5,1900-01-01,false,3\n-999.5,,,"-999"\n';
    const table = parseCSV(text, { missing });
    expect(table.types).toEqual({ n: "number", d: "date", b: "boolean", i: "integer" });
    expect(table.column("n").toArray()).toEqual([Number.NaN, 2.5, -999.5]);
    expect(table.column("d").toArray()).toEqual([new Date("2024-01-31"), null, null]);
    expect(table.column("b").toArray()).toEqual([true, null, null]);
    expect(table.column("i").toArray()).toEqual([Number.NaN, 3, Number.NaN]);
    // As much text as the kernel would read.
    const long = parseCSV(`n\n${"17\n-999\n".repeat(40_000)}`, { missing });
    expect([long.nRows, long.column("n").missingCount]).toEqual([80_000, 40_000]);
  });

  test("dates that are none are text, and a given type is kept", () => {
    for (const text of [
      "2023-02-29",
      "2024-13-01",
      "2024-1-1",
      "24-01-01",
      "2024-01-01T25:00:00",
    ]) {
      expect(parseCSV(`d,x\n${text},1\n`).types).toEqual({ d: "string", x: "integer" });
    }
    const table = parseCSV("c,i\nb,1.0\na,2\n", { types: { c: "category", i: "integer" } });
    expect(table.column("c").categories).toEqual(["a", "b"]);
    expect(table.column("i").toArray()).toEqual([1, 2]);
    expect(csvReport(table)!.inference[0]!.reason).toBe("asked for");
    expect(() => parseCSV("i\n1.5\n", { types: { i: "integer" } })).toThrow("text:2:1");
    expect(() => parseCSV("d\nsoon\n", { types: { d: "date" } })).toThrow("text:2:1");
  });

  test("a column with hardly a text twice, with doubled quotes and beyond ASCII", () => {
    const texts = Array.from({ length: 30_000 }, (_, i) => (i % 3 ? `é${i}` : `say "${i}"`));
    const lines = texts.map((t, i) => `"${t.replaceAll('"', '""')}",${i % 7 ? "" : "NA"}`);
    const table = parseCSV(`t,m\n${lines.join("\n")}`);
    expect(table.column("t").toArray()).toEqual(texts);
    expect(table.column("m").missingCount).toBe(30_000);
  });
});

describe("options of parseCSV", () => {
  test.each([",", ";", "\t", "|"])("finds the delimiter %j", (delimiter) => {
    const table = parseCSV(
      ["a,b,c", "1,x y,2", '2,"q,;|\t",3'].join("\n").replace(/,(?![^"]*"\s*,)/g, delimiter),
    );
    expect(table.columns).toHaveLength(3);
    expect(csvReport(table)!.delimiter).toBe(delimiter);
  });

  test("one column with other marks in some lines stays one column", () => {
    expect(parseCSV("genres\nAction|Comedy\nDrama\n").columns).toEqual(["genres"]);
  });

  test("header, names, columns, skipped lines and a number of rows", () => {
    const text = "made today\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n";
    const table = parseCSV(text, { skipLines: 1, columns: ["c", "a"], nRows: 2 });
    expect(table.rows()).toEqual([
      { a: 1, c: 3 },
      { a: 4, c: 6 },
    ]);
    expect(parseCSV("a,b\n1,2\n", { header: true, names: ["x", "y"] }).rows()).toEqual([
      { x: 1, y: 2 },
    ]);
    expect(parseCSV("1,2\n", { header: false }).columns).toEqual(["column1", "column2"]);
    expect(parseCSV("a,b\n1,2\n", { nRows: 0 }).shape).toEqual([0, 2]);
    for (const wrong of [
      { columns: ["z"] },
      { nRows: -1 },
      { skipLines: 0.5 },
      { onBadLine: "warn" },
    ]) {
      expect(() => parseCSV("a\n1\n", wrong as never)).toThrow(ParameterError);
    }
  });

  test("bad lines are left out and reported", () => {
    const text = 'a,b\n1,2\n3,4,5\n"x"y,6\n\n7,8\n9\n10,"open\n11,12\n';
    const lines: BadLine[] = [];
    const table = parseCSV(text, { onBadLine: (line) => void lines.push(line) });
    expect(table.rows()).toEqual([
      { a: 1, b: 2 },
      { a: 7, b: 8 },
      { a: 11, b: 12 },
    ]);
    expect(lines.map(({ line, column, text: t }) => [line, column, t])).toEqual([
      [3, 5, "3,4,5"],
      [4, 4, '"x"y,6'],
      [7, 2, "9"],
      [8, 4, '10,"open'],
    ]);
    expect(lines[0]!.message).toBe("expected 2 fields in the row, as in the first one, got 3");
    const skipped = csvReport(parseCSV(text, { onBadLine: "skip" }))!.skipped;
    expect(skipped).toEqual(lines);
    expect(() => parseCSV(text)).toThrow(ParseError);
  });
});

describe("readCSVChunks", () => {
  const text = `n,t\n${Array.from({ length: 1000 }, (_, i) => `${i},"line\n${i}"`).join("\n")}\n`;

  /** The bytes in parts of a given size, so that rows are cut anywhere. */
  function inParts(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
    let at = 0;
    return new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + size));
        at += size;
      },
    });
  }

  async function all(chunks: AsyncIterable<DataFrame>): Promise<DataFrame[]> {
    const tables: DataFrame[] = [];
    for await (const table of chunks) tables.push(table);
    return tables;
  }

  test.each([1, 7, 1000, 1_000_000])("parts of %i bytes give the same rows", async (size) => {
    const source = inParts(new TextEncoder().encode(text.slice(0, 3000)), size);
    const whole = parseCSV(text.slice(0, 3000).replace(/\n[^\n]*$/, ""), { onBadLine: "skip" });
    const tables = await all(readCSVChunks(source, { chunkRows: 64, onBadLine: "skip" }));
    expect(tables.slice(0, -1).every(({ nRows }) => nRows === 64)).toBe(true);
    const rows = tables.flatMap((table) => table.rows());
    expect(rows.slice(0, 180)).toEqual(whole.rows().slice(0, 180));
  });

  test("unpacks gzip, keeps the types of the first part, and stops when asked to", async () => {
    const packed = new Blob([new Uint8Array(gzipSync(text))]);
    const tables = await all(readCSVChunks(packed, { chunkRows: 300, nRows: 700 }));
    expect(tables.map(({ nRows }) => nRows)).toEqual([300, 300, 100]);
    expect(tables.at(-1)!.types).toEqual({ n: "number", t: "string" });
    expect(tables.at(-1)!.column("n").at(-1)).toBe(699);
    for await (const table of readCSVChunks(new Blob([text]), { chunkRows: 1 })) {
      expect(table.nRows).toBe(1);
      break;
    }
  });

  test("a value that does not fit the first part is an error with its line", async () => {
    const late = new Blob([`${text}x,y\n`]);
    await expect(all(readCSVChunks(late, { chunkRows: 10 }))).rejects.toThrow(
      'text:2002:1: expected a number in column "n", got "x"',
    );
    const first = await all(readCSVChunks(late, { chunkRows: 5000 }));
    expect(first[0]!.types).toEqual({ n: "string", t: "string" });
  });

  test("an empty table, and options and sources that cannot be", async () => {
    expect((await all(readCSVChunks(new Blob(["a,b\n"])))).map(({ shape }) => shape)).toEqual([
      [0, 2],
    ]);
    await expect(all(readCSVChunks(new Blob([])))).rejects.toThrow(ParseError);
    await expect(all(readCSVChunks(new Blob(["a"]), { chunkRows: 0 }))).rejects.toThrow(
      ParameterError,
    );
    await expect(all(readCSVChunks("/no/such/file.csv"))).rejects.toThrow("/no/such/file.csv");
    const damaged = new Blob([new Uint8Array(gzipSync(text)).slice(0, 40)]);
    await expect(all(readCSVChunks(damaged))).rejects.toThrow("gzip data is damaged");
    const latin = new Blob([new Uint8Array([0x61, 0x0a, 0xe9, 0x0a])]);
    expect((await all(readCSVChunks(latin, { encoding: "latin1" })))[0]!.rows()).toEqual([
      { a: "é" },
    ]);
  });
});
