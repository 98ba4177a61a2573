import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { ParameterError, ParseError, ValueError } from "@gradus/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCSV } from "./read-csv";

const TEXT = "a,b\n1,x\n2,é\n";
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradus-csv-"));
  path = join(folder, "table.csv");
  await writeFile(path, TEXT);
});

afterAll(() => rm(folder, { recursive: true }));

describe("readCSV", () => {
  test("reads text, a path, a URL, a Blob, bytes and a stream alike", async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const sources = [
      TEXT,
      path,
      pathToFileURL(path),
      pathToFileURL(path).href,
      `data:text/csv,${encodeURIComponent(TEXT)}`,
      new Blob([bytes]),
      bytes,
      new Blob([bytes]).stream(),
    ];
    for (const source of sources) {
      const frame = await readCSV(source);
      expect(frame.rows()).toEqual([
        { a: 1, b: "x" },
        { a: 2, b: "é" },
      ]);
    }
  });

  test("unpacks gzip, and says when it is damaged", async () => {
    const packed = new Uint8Array(gzipSync(TEXT));
    expect((await readCSV(packed)).nRows).toBe(2);
    await expect(readCSV(packed.subarray(0, 15))).rejects.toThrow(ValueError);
  });

  test("an error names the file", async () => {
    const ragged = join(folder, "ragged.csv");
    await writeFile(ragged, "a,b\n1\n");
    await expect(readCSV(ragged)).rejects.toThrow(
      `${ragged}:2:2: expected 2 fields in the row, as in the first one, got 1`,
    );
    const file = new File(["a,a\n"], "twice.csv");
    await expect(readCSV(file)).rejects.toThrow("twice.csv:1:3");
  });

  test("a file that is not there is an error with its path", async () => {
    await expect(readCSV("/no/such/file.csv")).rejects.toThrow(ValueError);
    await expect(readCSV("/no/such/file.csv")).rejects.toThrow("/no/such/file.csv");
    await expect(readCSV(5 as never)).rejects.toThrow(ValueError);
  });

  test("other encodings are read when named, and found out when not", async () => {
    const latin = new Uint8Array([0x61, 0x0a, 0xe9, 0x0a]);
    const frame = await readCSV(latin, { encoding: "windows-1252" });
    expect(frame.column("a").at(0)).toBe("é");
    await expect(readCSV(latin)).rejects.toThrow(ParseError);
    const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x31, 0]);
    await expect(readCSV(utf16)).rejects.toThrow(/UTF-16/);
    expect((await readCSV(utf16, { encoding: "utf-16le" })).rows()).toEqual([{ a: 1 }]);
    await expect(readCSV(latin, { encoding: "no-such" })).rejects.toThrow(ParameterError);
  });

  test("types asked for are known to TypeScript", async () => {
    const frame = await readCSV(TEXT, { types: { a: "number" } });
    const sum: number = frame.rows().reduce((total, row) => total + row.a, 0);
    expect(sum).toBe(3);
  });
});
