/** Numbers further apart than this are looked up by their values, not by their places. */
const WIDEST = 1 << 16;
/** Whole numbers from 0 up to this one are coded in one pass. A power of two. */
const USUAL = 1 << 10;

/** Numbers as places among the different ones. */
export interface CodedNumbers {
  /** An Int32Array that is its own codes is given back as it is. */
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
  if (isBySize && n > 0) {
    const usual = numbers instanceof Int32Array ? usualIntegers(numbers) : usualNumbers(numbers);
    if (usual) return usual;
  }
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

/** Those of an Int32Array, if all are from 0 up to `USUAL`: a loop that reads one kind of array is twice as fast. */
function usualIntegers(numbers: Int32Array): CodedNumbers | undefined {
  const isThere = new Uint8Array(USUAL);
  let bits = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    bits |= value;
    isThere[value & (USUAL - 1)] = 1;
  }
  return bits >>> 0 < USUAL ? placed(numbers, isThere, 0) : undefined;
}

/** As `usualIntegers`, of other arrays. */
function usualNumbers(numbers: ArrayLike<number>): CodedNumbers | undefined {
  const isThere = new Uint8Array(USUAL);
  const codes = new Int32Array(numbers.length);
  for (let i = 0; i < codes.length; i++) {
    const value = numbers[i]!;
    const code = value | 0;
    if (code !== value || code >>> 0 >= USUAL) return undefined;
    codes[i] = code;
    isThere[code] = 1;
  }
  return placed(codes, isThere, 0);
}

function bySize(numbers: ArrayLike<number>, least: number, most: number): CodedNumbers {
  const codes = new Int32Array(numbers.length);
  const isThere = new Uint8Array(most - least + 1);
  for (let i = 0; i < codes.length; i++) {
    const at = numbers[i]! - least;
    codes[i] = at;
    isThere[at] = 1;
  }
  return placed(codes, isThere, least);
}

/** Numbers less `least` as places among those that are there. */
function placed(numbers: Int32Array, isThere: Uint8Array, least: number): CodedNumbers {
  const values: number[] = [];
  const places = new Int32Array(isThere.length);
  for (let at = 0; at < isThere.length; at++) {
    if (isThere[at] === 1) places[at] = values.push(least + at) - 1;
  }
  // Where every number up to the largest is there, the codes are right already.
  if (values.at(-1) === least + values.length - 1) return { codes: numbers, values };
  const codes = new Int32Array(numbers.length);
  for (let i = 0; i < codes.length; i++) codes[i] = places[numbers[i]!]!;
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
