import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ValueError } from "@gradus/core";
import { getNumThreads, setNumThreads, threadStats } from "@gradus/kernels";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { DataFrame } from "../frame/data-frame";
import { openFile } from "./file-source";
import { readCSV } from "./read-csv";
import { readText } from "./read-text";
import { csvReport } from "./report";
import { bytesSource } from "./text-source";

const folder = mkdtempSync(join(tmpdir(), "gradus-csv-file-"));
const threadsBefore = getNumThreads();
const N_ROWS = 120_000;

afterEach(() => void setNumThreads(threadsBefore));
afterAll(() => rmSync(folder, { recursive: true }));

/** Some 4 MB: several blocks for the threads, with `row(i)` for each row. */
function longText(row: (i: number) => string): string {
  return `id,x,town,day\n${Array.from({ length: N_ROWS }, (_, i) => row(i)).join("\n")}\n`;
}

const usual = (i: number) => `${i},${i / 7},Town ${i % 50},2024-01-${10 + (i % 20)}`;

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function cells(table: DataFrame) {
  const columns = table.columns.map((name) => table.column(name));
  return {
    columns: columns.map((column) => [column.name, column.type, column.toArray()] as const),
    report: csvReport(table),
  };
}

/** What reading row by row, without the kernel, gives. */
function rowByRow(text: string) {
  return cells(readText("readCSV", {}, bytesSource(new TextEncoder().encode(text)), 0));
}

/** The first row in which two columns differ, or −1; `toEqual` needs a second for what this does in 2 ms. */
function firstDifference(one: readonly unknown[], other: readonly unknown[]): number {
  if (one.length !== other.length) return Math.min(one.length, other.length);
  const plain = (cell: unknown) => (cell instanceof Date ? cell.getTime() : cell);
  return one.findIndex((cell, i) => !Object.is(plain(cell), plain(other[i])));
}

async function helpersAreThere(): Promise<void> {
  for (let k = 0; k < 100 && threadStats().nHelpers === 0; k++) {
    await readCSV(longText(usual));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("a file is read in place", () => {
  test.each([
    ["usual rows", usual],
    ["CR and LF", (i: number) => `${usual(i)}\r`],
    ["quoted line ends", (i: number) => `${i},1,"two\nlines, ${i}",2024-01-10`],
    ["a field that makes its column text, late", (i: number) => usual(i === 90_000 ? 0.5 : i)],
    ["numbers, then text", (i: number) => (i < 70_000 ? usual(i) : `${i},x${i},é,2024-01-10`)],
    [
      "a row longer than a block",
      (i: number) => (i === 60_000 ? `1,1,${"é".repeat(2e6)},` : usual(i)),
    ],
  ])("as row by row, with one thread and with several: %s", async (name, row) => {
    const text = longText(row);
    const path = written(`${name}.csv`, text);
    const expected = rowByRow(text);
    for (const nThreads of [1, 2, 3]) {
      setNumThreads(nThreads);
      if (nThreads > 1) await helpersAreThere();
      const { columns, report } = cells(await readCSV(path));
      expect(report).toEqual(expected.report);
      for (const [c, column] of columns.entries()) {
        expect(column.slice(0, 2)).toEqual(expected.columns[c]!.slice(0, 2));
        expect(firstDifference(column[2], expected.columns[c]![2])).toBe(-1);
      }
    }
  });

  test("a line that cannot be read, and a number of rows, are found in the midst of blocks", async () => {
    const path = written(
      "bad.csv",
      longText((i) => (i === 77_777 ? "1,2,3" : usual(i))),
    );
    await expect(readCSV(path)).rejects.toThrow(`${path}:77779:6: expected 4 fields`);
    const skipped = await readCSV(path, { onBadLine: "skip" });
    expect(skipped.nRows).toBe(N_ROWS - 1);
    expect(csvReport(skipped)!.skipped.map(({ line }) => line)).toEqual([77_779]);
    for (const nRows of [0, 1, 15_000, 77_777]) {
      expect((await readCSV(path, { nRows })).nRows).toBe(nRows);
    }
  });

  test("what is no plain file is read in another way", () => {
    expect(openFile("readCSV", join(folder, "nothing.csv"))).toBeUndefined();
    expect(openFile("readCSV", folder)).toBeUndefined();
    expect(openFile("readCSV", "https://example.org/a.csv")).toBeUndefined();
    expect(openFile("readCSV", new Uint8Array(3))).toBeUndefined();
    expect(openFile("readCSV", written("empty.csv", ""))).toBeUndefined();
  });

  test("a file that becomes shorter meanwhile is an error", () => {
    const path = written("short.csv", longText(usual));
    const file = openFile("readCSV", path)!;
    truncateSync(path, 1000);
    expect(() => readText("readCSV", {}, file)).toThrow(
      new ValueError(`readCSV: cannot read ${path}: it became shorter while it was read`),
    );
    file.close();
  });
});
