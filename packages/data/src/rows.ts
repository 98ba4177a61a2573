import { describeValue, OutOfRangeError } from "@gradus/core";

/** @throws OutOfRangeError unless every index is that of one of `nRows` rows. */
export function checkRows(where: string, indices: ArrayLike<number>, nRows: number): void {
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]!;
    if (Number.isInteger(row) && row >= 0 && row < nRows) continue;
    throw new OutOfRangeError(
      `${where}: expected rows from 0 to ${nRows - 1}, got ${describeValue(row)}`,
    );
  }
}
