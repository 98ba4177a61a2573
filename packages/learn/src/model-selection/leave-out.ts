import { checkInteger, ParameterError } from "@gradus/core";
import type { Labels } from "../base/labels";
import {
  type CrossValidator,
  codesOfRows,
  countRows,
  type Fold,
  type FoldRows,
} from "./cross-validator";

/**
 * Every row is tested alone, and trained on all others.
 *
 * @example
 * ```ts
 * [...new LeaveOneOut().split(3)].map(({ test }) => [...test]); // → [[0], [1], [2]]
 * ```
 */
export class LeaveOneOut implements CrossValidator {
  /** The folds. @throws ParameterError for a single row. */
  *split(X: FoldRows): Generator<Fold> {
    const n = countRows("LeaveOneOut.split", X);
    yield* leaveOut(
      "LeaveOneOut.split",
      Int32Array.from({ length: n }, (_, i) => i),
      n,
      1,
    );
  }

  /** As many as there are rows. */
  getNSplits(X: FoldRows): number {
    return countRows("LeaveOneOut.getNSplits", X);
  }
}

/**
 * Every choice of p rows is tested once.
 *
 * @example
 * ```ts
 * new LeavePOut(2).getNSplits(4); // → 6
 * ```
 */
export class LeavePOut implements CrossValidator {
  readonly p: number;

  /** @throws ParameterError unless p is a whole number above 0. */
  constructor(p: number) {
    this.p = checkInteger("LeavePOut", "p", p, 1);
    Object.freeze(this);
  }

  /** The folds. @throws ParameterError for no more than p rows. */
  *split(X: FoldRows): Generator<Fold> {
    const n = countRows("LeavePOut.split", X);
    yield* leaveOut(
      "LeavePOut.split",
      Int32Array.from({ length: n }, (_, i) => i),
      n,
      this.p,
    );
  }

  /** As many as there are choices of p rows. */
  getNSplits(X: FoldRows): number {
    return choose(countRows("LeavePOut.getNSplits", X), this.p);
  }
}

/**
 * Every group is tested alone.
 *
 * @example
 * ```ts
 * const folds = [...new LeaveOneGroupOut().split(3, undefined, ["a", "b", "a"])];
 * folds.map(({ test }) => [...test]); // → [[0, 2], [1]]
 * ```
 */
export class LeaveOneGroupOut implements CrossValidator {
  /** The folds. @throws ParameterError for no groups, or a single one. */
  *split(X: FoldRows, _y?: Labels, groups?: Labels): Generator<Fold> {
    const where = "LeaveOneGroupOut.split";
    const { codes, count } = codesOfRows(where, "groups", groups, countRows(where, X));
    yield* leaveOut(where, codes, count, 1);
  }

  /** As many as there are groups. @throws ParameterError for no groups. */
  getNSplits(X: FoldRows, _y?: Labels, groups?: Labels): number {
    const where = "LeaveOneGroupOut.getNSplits";
    return codesOfRows(where, "groups", groups, countRows(where, X)).count;
  }
}

/**
 * Every choice of p groups is tested once.
 *
 * @example
 * ```ts
 * const groups = ["a", "b", "c"];
 * new LeavePGroupsOut(2).getNSplits(3, undefined, groups); // → 3
 * ```
 */
export class LeavePGroupsOut implements CrossValidator {
  readonly p: number;

  /** @throws ParameterError unless p is a whole number above 0. */
  constructor(p: number) {
    this.p = checkInteger("LeavePGroupsOut", "p", p, 1);
    Object.freeze(this);
  }

  /** The folds. @throws ParameterError for no groups, or no more than p. */
  *split(X: FoldRows, _y?: Labels, groups?: Labels): Generator<Fold> {
    const where = "LeavePGroupsOut.split";
    const { codes, count } = codesOfRows(where, "groups", groups, countRows(where, X));
    yield* leaveOut(where, codes, count, this.p);
  }

  /** As many as there are choices of p groups. @throws ParameterError for no groups. */
  getNSplits(X: FoldRows, _y?: Labels, groups?: Labels): number {
    const where = "LeavePGroupsOut.getNSplits";
    return choose(codesOfRows(where, "groups", groups, countRows(where, X)).count, this.p);
  }
}

function* leaveOut(where: string, codes: Int32Array, count: number, p: number): Generator<Fold> {
  if (p >= count) {
    throw new ParameterError(
      `${where}: expected more than ${p} to choose from, so that some are left to train on, got ${count}`,
    );
  }
  const rows = Int32Array.from(codes.keys());
  for (const chosen of combinations(count, p)) {
    const isTested = (row: number) => chosen.includes(codes[row]!);
    yield { train: rows.filter((row) => !isTested(row)), test: rows.filter(isTested) };
  }
}

/** Every choice of p of the numbers below n, in lexicographic order. */
function* combinations(n: number, p: number, from = 0): Generator<number[]> {
  if (p === 0) yield [];
  else {
    for (let first = from; first <= n - p; first++) {
      for (const rest of combinations(n, p - 1, first + 1)) yield [first, ...rest];
    }
  }
}

function choose(n: number, p: number): number {
  let count = 1;
  for (let i = 1; i <= p; i++) count = (count * (n - p + i)) / i;
  return Math.round(count);
}
