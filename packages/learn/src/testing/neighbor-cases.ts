import type { Label } from "../base/labels";
import type { NeighborsOptions } from "../neighbors/neighborhood";
import { readFixtureContent } from "./fixtures";
import { type TableName, tableByName } from "./shipped-tables";

/** What scikit-learn's NearestNeighbors found. */
export interface NeighborCase {
  readonly table: TableName | null;
  readonly options: NeighborsOptions;
  readonly distances: number[][];
  readonly indices: number[][];
  /** The queries whose neighbours all have distances of their own. */
  readonly clear: boolean[];
  readonly radius: number;
  readonly within: number[][];
  readonly graphSum: number;
}

/** The seeded points of the fixture, and what it holds beside models. */
export const neighborContent = readFixtureContent<{
  readonly small: number[][];
  readonly smallY: number[];
  readonly neighbors: NeighborCase[];
  /** Predicted digits, by algorithm and number of neighbours. */
  readonly digits: Record<string, string>;
}>("neighbors");

/** Two rows of three learn, and some of the others ask, as in the fixture. */
export async function neighborSplit(table: TableName | null) {
  const { rows, labels } = await rowsOf(table);
  const places = rows.map((_, i) => i);
  const learning = places.filter((i) => i % 3 !== 2);
  const asking = places.filter((i) => i % 3 === 2);
  const step = Math.max(1, Math.floor(asking.length / 8));
  const queries = asking.filter((_, place) => place % step === 0).slice(0, 8);
  return {
    X: learning.map((i) => rows[i]!),
    y: learning.map((i) => labels[i]!),
    queries: queries.map((i) => rows[i]!),
  };
}

async function rowsOf(
  table: TableName | null,
): Promise<{ rows: number[][]; labels: readonly Label[] }> {
  if (table === null) return { rows: neighborContent.small, labels: neighborContent.smallY };
  const { X, y } = await tableByName(table);
  const names = [...new Set(y)].sort();
  const labels = table === "iris" ? y.map((label) => names.indexOf(label)) : y;
  return { rows: X.toArray() as number[][], labels };
}
