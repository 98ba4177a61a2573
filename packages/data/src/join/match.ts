import { stackColumns } from "../column/concat";
import type { AnyColumn } from "../column/from-values";
import { cross, Grouping, withMissing } from "../group/grouping";

/** The rows of two tables that belong together, side by side; −1 stands for no row. */
export interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** The rows of two tables with one number for each combination of keys that occurs in either. */
export interface Matched {
  readonly left: Int32Array;
  readonly right: Grouping;
}

/**
 * Numbers the keys of both tables together. Missing keys are equal to one another, as in pandas.
 *
 * @throws DTypeError for keys of types that cannot be compared.
 */
export function matchKeys(
  where: string,
  leftKeys: readonly AnyColumn[],
  rightKeys: readonly AnyColumn[],
): Matched {
  const nLeft = leftKeys[0]!.length;
  const { codes, firstRows } = leftKeys
    .map((key, k) => withMissing(stackColumns(where, [key, rightKeys[k]!]).factorize()))
    .reduce(cross);
  return { left: codes.subarray(0, nLeft), right: new Grouping(codes.subarray(nLeft), firstRows) };
}

/** Every left row with every right row of the same key, in the left's order, then in the right's. */
export function matchingPairs({ left, right }: Matched, keepUnmatched: boolean): Pairs {
  const { starts, rows } = right;
  let total = 0;
  for (let i = 0; i < left.length; i++) {
    const n = starts[left[i]! + 1]! - starts[left[i]!]!;
    total += n === 0 && keepUnmatched ? 1 : n;
  }
  const pairs = { left: new Int32Array(total), right: new Int32Array(total) };
  let at = 0;
  for (let i = 0; i < left.length; i++) {
    const end = starts[left[i]! + 1]!;
    let k = starts[left[i]!]!;
    if (k === end && keepUnmatched) {
      pairs.left[at] = i;
      pairs.right[at++] = -1;
    }
    for (; k < end; k++) {
      pairs.left[at] = i;
      pairs.right[at++] = rows[k]!;
    }
  }
  return pairs;
}

/** The left rows that have, or have not, a right row of the same key. */
export function rowsWithMatch({ left, right }: Matched, wanted: boolean): Int32Array {
  const { starts } = right;
  const rows = new Int32Array(left.length);
  let n = 0;
  for (let i = 0; i < left.length; i++) {
    if (starts[left[i]! + 1]! > starts[left[i]!]! === wanted) rows[n++] = i;
  }
  return rows.subarray(0, n);
}

/** Pairs with those right rows behind them that stand in none. */
export function withUnmatchedRight(pairs: Pairs, nRight: number): Pairs {
  const isMatched = new Uint8Array(nRight);
  for (const row of pairs.right) if (row >= 0) isMatched[row] = 1;
  const alone = Int32Array.from(isMatched.keys()).filter((row) => isMatched[row] === 0);
  return {
    left: joined(pairs.left, new Int32Array(alone.length).fill(-1)),
    right: joined(pairs.right, alone),
  };
}

/** Every left row with every right row. */
export function allPairs(nLeft: number, nRight: number): Pairs {
  const left = new Int32Array(nLeft * nRight);
  return {
    left: left.map((_, k) => Math.floor(k / nRight)),
    right: left.map((_, k) => k % nRight),
  };
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
