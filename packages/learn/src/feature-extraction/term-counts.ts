import { SparseTensor } from "@gradus/tensor";
import type { Analyze } from "./analyzer";

/** How often each term comes in each document, row after row. */
export interface TermCounts {
  readonly nTerms: number;
  /** nDocuments + 1 numbers: where each row begins. */
  readonly starts: Int32Array;
  /** The place of each entry's term. */
  readonly columns: Int32Array;
  readonly counts: Float64Array;
}

/**
 * Counts the terms of documents.
 *
 * @param places the place of each term, from 0 on; terms that have none are given the next one if `learns`, else passed over
 */
export function countTerms(
  texts: readonly string[],
  analyze: Analyze,
  places: Map<string, number>,
  { learns, binary }: { readonly learns: boolean; readonly binary: boolean },
): TermCounts {
  const starts = new Int32Array(texts.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  /** Where a term's entry of the row stands in which it came last. */
  const entries: number[] = new Array(places.size).fill(-1);
  texts.forEach((text, row) => {
    const start = columns.length;
    for (const term of analyze(text)) {
      let place = places.get(term);
      if (place === undefined) {
        if (!learns) continue;
        place = places.size;
        places.set(term, place);
        entries.push(-1);
      }
      const entry = entries[place]!;
      if (entry >= start) {
        if (!binary) counts[entry]! += 1;
        continue;
      }
      entries[place] = columns.length;
      columns.push(place);
      counts.push(1);
    }
    starts[row + 1] = columns.length;
  });
  return {
    nTerms: places.size,
    starts,
    columns: Int32Array.from(columns),
    counts: Float64Array.from(counts),
  };
}

/** The counts as a matrix in which term k of the counts stands in column `columnOf[k]`, and nowhere if that is < 0. */
export function countsMatrix(
  { starts, columns, counts }: TermCounts,
  columnOf: Int32Array | undefined,
  nColumns: number,
): SparseTensor {
  const rows = new Int32Array(columns.length);
  const kept = new Int32Array(columns.length);
  const values = new Float64Array(columns.length);
  let n = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let p = starts[row]!; p < starts[row + 1]!; p++) {
      const column = columnOf ? columnOf[columns[p]!]! : columns[p]!;
      if (column < 0) continue;
      rows[n] = row;
      kept[n] = column;
      values[n++] = counts[p]!;
    }
  }
  const shape = [starts.length - 1, nColumns] as const;
  return SparseTensor.fromTriplets(
    rows.subarray(0, n),
    kept.subarray(0, n),
    values.subarray(0, n),
    shape,
  );
}

/** In how many documents each term comes. */
export function documentCounts({ nTerms, columns }: Pick<TermCounts, "nTerms" | "columns">) {
  const found = new Float64Array(nTerms);
  for (const column of columns) found[column]! += 1;
  return found;
}

/** How often each term comes in all documents together. */
export function totalCounts({ nTerms, columns, counts }: TermCounts): Float64Array {
  const totals = new Float64Array(nTerms);
  columns.forEach((column, p) => {
    totals[column]! += counts[p]!;
  });
  return totals;
}
