/** How long a row is: the sum of the absolute values, the root of the sum of squares, or the largest absolute value. */
export type RowNorm = "l1" | "l2" | "max";

type Values = Float64Array | Float32Array;

/** The length of the numbers from a place up to, not including, another. */
export const rowLengths: Readonly<
  Record<RowNorm, (x: Values, from: number, to: number) => number>
> = {
  l1: (x, from, to) => {
    let sum = 0;
    for (let k = from; k < to; k++) sum += Math.abs(x[k]!);
    return sum;
  },
  l2: (x, from, to) => {
    let sum = 0;
    for (let k = from; k < to; k++) sum += x[k]! * x[k]!;
    return Math.sqrt(sum);
  },
  max: (x, from, to) => {
    let most = 0;
    for (let k = from; k < to; k++) most = Math.max(most, Math.abs(x[k]!));
    return most;
  },
};

/** Divides each row of a sparse matrix by its length, in place; rows of zeros stay. */
export function normalizeRows(values: Values, rowStarts: Int32Array, norm: RowNorm): void {
  const lengthOf = rowLengths[norm];
  for (let row = 0; row + 1 < rowStarts.length; row++) {
    const [from, to] = [rowStarts[row]!, rowStarts[row + 1]!];
    const length = lengthOf(values, from, to);
    if (length === 0) continue;
    for (let p = from; p < to; p++) values[p]! /= length;
  }
}
