import { joinArrays } from "@gradus/core";
import { stackColumns } from "../column/concat";
import type { AnyColumn } from "../column/from-values";
import { cross, Grouping, withMissing } from "../group/grouping";
import { lookUp } from "./lookup";

/** The rows of two tables that belong together, side by side; −1 stands for no row. */
export interface Pairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Whether the left rows are all rows of the table, once and in order, so that its columns need no copy. */
  readonly allOfLeft?: boolean;
}

/** The rows of two tables with one number for each combination of keys of the right one; −1 is none at the left. */
export interface Matched {
  readonly left: Int32Array;
  readonly right: Grouping;
  /** Whether only keys of the right table have numbers, so that each number is that of a right row. */
  readonly isLookedUp?: boolean;
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
  const looked = leftKeys.length === 1 ? lookUp(leftKeys[0]!, rightKeys[0]!) : undefined;
  if (looked) {
    const right = new Grouping(looked.right.codes, looked.right.firstRows);
    return { left: looked.left, right, isLookedUp: true };
  }
  const nLeft = leftKeys[0]!.length;
  const { codes, firstRows } = leftKeys
    .map((key, k) => withMissing(stackColumns(where, [key, rightKeys[k]!]).factorize()))
    .reduce(cross);
  return { left: codes.subarray(0, nLeft), right: new Grouping(codes.subarray(nLeft), firstRows) };
}

/** Every left row with every right row of the same key, in the left's order, then in the right's. */
export function matchingPairs({ left, right, isLookedUp }: Matched, keepUnmatched: boolean): Pairs {
  if (isLookedUp && right.nGroups === right.codes.length)
    return pairsWithOne(left, right, keepUnmatched);
  const { starts, rows } = right;
  const counts = right.sizes();
  let total = 0;
  for (let i = 0; i < left.length; i++) {
    const n = left[i]! < 0 ? 0 : counts[left[i]!]!;
    total += n === 0 && keepUnmatched ? 1 : n;
  }
  const pairs = { left: new Int32Array(total), right: new Int32Array(total) };
  let at = 0;
  for (let i = 0; i < left.length; i++) {
    const code = left[i]!;
    const end = code < 0 ? 0 : starts[code + 1]!;
    let k = code < 0 ? 0 : starts[code]!;
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

/** The pairs when every right row has a key of its own, so that no left row comes twice. */
function pairsWithOne(left: Int32Array, { firstRows }: Grouping, keepUnmatched: boolean): Pairs {
  const pairs = { left: new Int32Array(left.length), right: new Int32Array(left.length) };
  let at = 0;
  for (let i = 0; i < left.length; i++) {
    const code = left[i]!;
    if (code < 0 && !keepUnmatched) continue;
    pairs.left[at] = i;
    pairs.right[at++] = code < 0 ? -1 : firstRows[code]!;
  }
  if (at === left.length) return { ...pairs, allOfLeft: true };
  return { left: pairs.left.subarray(0, at), right: pairs.right.subarray(0, at) };
}

/** The left rows that have, or have not, a right row of the same key. */
export function rowsWithMatch({ left, right }: Matched, wanted: boolean): Int32Array {
  const counts = right.sizes();
  const rows = new Int32Array(left.length);
  let n = 0;
  for (let i = 0; i < left.length; i++) {
    if (left[i]! >= 0 && counts[left[i]!]! > 0 === wanted) rows[n++] = i;
    else if (left[i]! < 0 && !wanted) rows[n++] = i;
  }
  return rows.subarray(0, n);
}

/** Pairs with those right rows behind them that stand in none. */
export function withUnmatchedRight(pairs: Pairs, nRight: number): Pairs {
  const isMatched = new Uint8Array(nRight);
  for (const row of pairs.right) if (row >= 0) isMatched[row] = 1;
  const alone = Int32Array.from(isMatched.keys()).filter((row) => isMatched[row] === 0);
  return {
    left: joinArrays(Int32Array, [pairs.left, new Int32Array(alone.length).fill(-1)]),
    right: joinArrays(Int32Array, [pairs.right, alone]),
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
