import { RandomGenerator } from "@gradus/core";

export type Row = readonly (number | null)[];

/** What goes wrong in `fillNearest`. */
export type Slip = "gap-is-zero" | "sum-not-mean" | "asks-the-silent" | "uses-filled";

/** Rows of four columns with gaps; the first column is always known, so that every two rows have one in common. */
export function makeRows(seed: number): Row[] {
  const random = new RandomGenerator(seed);
  return Array.from({ length: 14 }, () =>
    Array.from({ length: 4 }, (_, j) => {
      const value = Math.round(random.normal(3, 2) * 1000) / 1000;
      return j > 0 && random.uniform() < 0.3 ? null : value;
    }),
  );
}

/** Each gap filled with the mean of the k nearest rows that have a value there, or with one thing done wrong. */
export function fillNearest(rows: readonly Row[], k: number, slip?: Slip): number[][] {
  const filled = rows.map((row) => [...row]);
  const given = slip === "uses-filled" ? filled : rows;
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) {
      if (value === null) filled[i]![j] = fromNearest(given, i, j, k, slip);
    }
  }
  return filled as number[][];
}

function fromNearest(
  rows: readonly Row[],
  i: number,
  j: number,
  k: number,
  slip: Slip | undefined,
): number {
  const others = rows.filter((row, at) =>
    slip === "asks-the-silent" ? at !== i : row[j] !== null,
  );
  const near = others.toSorted((a, b) => far(rows[i]!, a, slip) - far(rows[i]!, b, slip));
  const known = near.slice(0, k).flatMap((row) => row[j] ?? []);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}

function far(a: Row, b: Row, slip: Slip | undefined): number {
  const squares = a.flatMap((x, j) => {
    const y = b[j]!;
    if (slip === "gap-is-zero") return ((x ?? 0) - (y ?? 0)) ** 2;
    return x === null || y === null ? [] : (x - y) ** 2;
  });
  const sum = squares.reduce((total, square) => total + square, 0);
  return slip === "sum-not-mean" ? sum : sum / squares.length;
}
