/** Numbers further apart than this are looked up by their values, not by their places. */
const WIDEST = 1 << 16;

/** Numbers as places among the different ones. */
export interface CodedNumbers {
  readonly codes: Int32Array;
  /** The different numbers: by size, or in the order of their first appearance. */
  readonly values: readonly number[];
}

/**
 * Codes whole numbers that are close together by a table, which takes no search; gives nothing for others.
 *
 * @param allowMissing let NaN pass, as a number of its own
 */
export function codeWholeNumbers(
  numbers: ArrayLike<number>,
  order: "size" | "appearance",
  allowMissing = false,
): CodedNumbers | undefined {
  const n = numbers.length;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    const value = numbers[i]!;
    if (Math.floor(value) !== value && !(allowMissing && Number.isNaN(value))) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(Number.isSafeInteger(least) && Number.isSafeInteger(most) && most - least < WIDEST)) {
    return undefined;
  }
  /** The place of a missing value in the table. */
  const last = most - least + 1;
  const places = new Int32Array(last + 1).fill(-1);
  const values: number[] = [];
  const codes = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const value = numbers[i]!;
    const at = value >= least ? value - least : last;
    let place = places[at]!;
    if (place < 0) {
      place = values.push(at === last ? Number.NaN : least + at) - 1;
      places[at] = place;
    }
    codes[i] = place;
  }
  return order === "size" ? bySize({ codes, values }) : { codes, values };
}

function bySize({ codes, values }: CodedNumbers): CodedNumbers {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const places = new Int32Array(values.length);
  for (const [place, code] of order.entries()) places[code] = place;
  for (let i = 0; i < codes.length; i++) codes[i] = places[codes[i]!]!;
  return { codes, values: order.map((code) => values[code]!) };
}
