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
 * @param order of the different ones; in that of their first appearance NaN is a number as others
 */
export function codeWholeNumbers(
  numbers: ArrayLike<number>,
  order: "size" | "appearance",
): CodedNumbers | undefined {
  const n = numbers.length;
  const isBySize = order === "size";
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    const value = numbers[i]!;
    if (Math.floor(value) !== value && (isBySize || !Number.isNaN(value))) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(Number.isSafeInteger(least) && Number.isSafeInteger(most) && most - least < WIDEST)) {
    return undefined;
  }
  return isBySize ? bySize(numbers, least, most) : byAppearance(numbers, least, most);
}

function bySize(numbers: ArrayLike<number>, least: number, most: number): CodedNumbers {
  const codes = new Int32Array(numbers.length);
  const isThere = new Uint8Array(most - least + 1);
  for (let i = 0; i < codes.length; i++) {
    const at = numbers[i]! - least;
    codes[i] = at;
    isThere[at] = 1;
  }
  const values: number[] = [];
  const places = Int32Array.from(isThere, (is, at) => (is ? values.push(least + at) - 1 : -1));
  // Where every number between the extremes is there, the codes are right already.
  if (values.length < isThere.length) {
    for (let i = 0; i < codes.length; i++) codes[i] = places[codes[i]!]!;
  }
  return { codes, values };
}

function byAppearance(numbers: ArrayLike<number>, least: number, most: number): CodedNumbers {
  /** The place of NaN in the table. */
  const last = most - least + 1;
  const places = new Int32Array(last + 1).fill(-1);
  const values: number[] = [];
  const codes = new Int32Array(numbers.length);
  for (let i = 0; i < codes.length; i++) {
    const value = numbers[i]!;
    const at = value >= least ? value - least : last;
    let place = places[at]!;
    if (place < 0) {
      place = values.push(at === last ? Number.NaN : least + at) - 1;
      places[at] = place;
    }
    codes[i] = place;
  }
  return { codes, values };
}
