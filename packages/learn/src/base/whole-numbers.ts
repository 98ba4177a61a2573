/** Numbers further apart than this are looked up by their values, not by their places. */
const WIDEST = 1 << 16;

/** Numbers as places among the different ones. */
export interface CodedNumbers {
  readonly codes: Int32Array;
  /** The different numbers: by size, or in the order of their first appearance. */
  readonly values: readonly number[];
}

/** Codes whole numbers that are close together by a table, which takes no search; gives nothing for others. */
export function codeWholeNumbers(
  numbers: ArrayLike<number>,
  order: "size" | "appearance",
): CodedNumbers | undefined {
  const n = numbers.length;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    const value = numbers[i]!;
    if (!Number.isSafeInteger(value)) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most >= least && most - least < WIDEST)) return undefined;
  const places = new Int32Array(most - least + 1).fill(-1);
  const values: number[] = [];
  for (let i = 0; i < n; i++) {
    const at = numbers[i]! - least;
    if (places[at]! < 0) places[at] = values.push(least + at) - 1;
  }
  if (order === "size") {
    values.sort((a, b) => a - b);
    for (const [place, value] of values.entries()) places[value - least] = place;
  }
  const codes = new Int32Array(n);
  for (let i = 0; i < n; i++) codes[i] = places[numbers[i]! - least]!;
  return { codes, values };
}
