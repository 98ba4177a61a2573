import { createHash } from "node:crypto";
import { loadPrideAndPrejudice, loadReviews } from "@gradus/data";
import type { SparseTensor } from "@gradus/tensor";
import { expect } from "vitest";
import { expectAllClose, readFixtureContent } from "./fixtures";

/** What a fixture tells of a matrix: enough to find any difference. */
export interface MatrixSummary {
  readonly shape: number[];
  readonly nnz: number;
  readonly starts: string;
  readonly columns: string;
  readonly total: number;
  readonly values?: string;
  readonly rows?: number[];
  readonly columnSums?: number[];
  readonly sizes?: number[];
}

/** The texts that the fixtures call by these names. */
export type TextTable = "novel" | "reviews" | "scripts";

let tables: Promise<Record<TextTable, string[]>> | undefined;

/** The paragraphs of a novel, 2,000 reviews, and lines in many scripts. */
export function textTables(): Promise<Record<TextTable, string[]>> {
  tables ??= readTables();
  return tables;
}

async function readTables() {
  const [novel, reviews] = await Promise.all([loadPrideAndPrejudice(), loadReviews()]);
  const { scripts } = readFixtureContent<{ scripts: string[] }>("text-features");
  return {
    novel: novel.split("\n\n").filter((part) => part.trim() !== ""),
    reviews: reviews.column("text").toArray() as string[],
    scripts,
  };
}

/** Expects the same entries at the same places: whole numbers exactly, others within the tolerance. */
export function expectMatrix(X: SparseTensor, expected: MatrixSummary, rtol: number): void {
  const { rowStarts, columnIndices } = X;
  const values = X.values as Float64Array;
  expect(X.shape).toEqual(expected.shape);
  expect(X.nnz).toBe(expected.nnz);
  expect(digest(rowStarts)).toBe(expected.starts);
  expect(digest(columnIndices)).toBe(expected.columns);
  expectAllClose(X.sum(), expected.total, { rtol, atol: rtol });
  if (expected.values !== undefined) {
    expect(digest(values)).toBe(expected.values);
    return;
  }
  const [rows, columns] = X.shape as [number, number];
  const u = Float64Array.from({ length: rows }, (_, i) => (((i * 37) % 101) + 1) / 101);
  const v = Float64Array.from({ length: columns }, (_, j) => (((j * 53) % 97) + 1) / 97);
  const ofRows = new Float64Array(rows);
  const ofColumns = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      ofRows[i]! += values[p]! * v[columnIndices[p]!]!;
      ofColumns[columnIndices[p]!]! += values[p]! * u[i]!;
    }
  }
  expectAllClose(few(ofRows), expected.rows, { rtol, atol: rtol });
  expectAllClose(few(ofColumns), expected.columnSums, { rtol, atol: rtol });
  expectAllClose([size(ofRows), size(ofColumns)], expected.sizes, { rtol, atol: rtol });
}

/** The start of the SHA-256 of numbers, or of texts on lines of their own. */
export function digest(content: Int32Array | Float64Array | readonly string[]): string {
  const hash = createHash("sha256");
  if (ArrayBuffer.isView(content))
    hash.update(new Uint8Array(content.buffer, content.byteOffset, content.byteLength));
  else hash.update(content.join("\n"));
  return hash.digest("hex").slice(0, 16);
}

function few(values: Float64Array): number[] {
  const step = Math.max(1, Math.floor(values.length / 40));
  return Array.from(values.filter((_, i) => i % step === 0));
}

function size(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}
