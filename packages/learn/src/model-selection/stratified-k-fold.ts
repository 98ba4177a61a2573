import { ParameterError, type RandomState, warn } from "@gradus/core";
import type { Labels } from "../base/labels";
import {
  checkEnoughRows,
  codesOfRows,
  countRows,
  type Fold,
  type FoldCount,
  type FoldOptions,
  type FoldRows,
  FoldsByTurns,
  foldsOf,
  shuffledList,
} from "./cross-validator";

/**
 * k folds in which every class has the share that it has of all rows.
 *
 * With a seed the folds are those of scikit-learn with that `random_state`.
 *
 * @roadmap EVA-003
 * @example
 * ```ts
 * const y = ["a", "a", "b", "b"];
 * const folds = [...new StratifiedKFold({ nSplits: 2 }).split(y, y)];
 * folds.map(({ test }) => [...test]); // → [[0, 2], [1, 3]]
 * ```
 */
export class StratifiedKFold extends FoldsByTurns {
  /** @throws ParameterError for fewer than 2 folds, or a seed without `shuffle`. */
  constructor(options: FoldOptions = {}) {
    super("StratifiedKFold", options);
  }

  /**
   * The folds.
   *
   * @throws ParameterError for fewer rows than folds, no y, or classes that all have fewer rows than there
   *   are folds; ShapeError unless y has a class for each row; ValueError for missing labels.
   */
  *split(X: FoldRows, y?: Labels): Generator<Fold> {
    const n = countRows("StratifiedKFold.split", X);
    const size = { n, nSplits: this.nSplits };
    checkEnoughRows("StratifiedKFold.split", size);
    yield* stratifiedFolds("StratifiedKFold.split", y, size, this.generator());
  }
}

/** k stratified folds of n rows, drawn if there is a generator. */
export function stratifiedFolds(
  where: string,
  y: Labels | undefined,
  size: FoldCount,
  random?: RandomState,
): Generator<Fold> {
  const { n, nSplits } = size;
  const { codes, count } = codesOfRows(where, "y", y, n);
  const classes = byAppearance(codes, count);
  checkClassSizes(where, classes, count, size);
  const shares = sharesOfFolds(classes, count, nSplits);
  const testFold = new Int32Array(n);
  for (let k = 0; k < count; k++) {
    const folds = shares.flatMap((share, fold) => Array<number>(share[k]!).fill(fold));
    const places = random ? shuffledList(folds, random) : folds;
    let next = 0;
    classes.forEach((code, row) => {
      if (code === k) testFold[row] = places[next++]!;
    });
  }
  return foldsOf(testFold, nSplits);
}

/** Classes numbered in the order in which they first appear. */
function byAppearance(codes: Int32Array, count: number): Int32Array {
  const numbers = new Int32Array(count).fill(-1);
  let next = 0;
  return codes.map((code) => {
    if (numbers[code] === -1) numbers[code] = next++;
    return numbers[code]!;
  });
}

function checkClassSizes(
  where: string,
  classes: Int32Array,
  count: number,
  { nSplits, option = "nSplits" }: FoldCount,
): void {
  const sizes = new Int32Array(count);
  for (const k of classes) sizes[k]! += 1;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (most < nSplits) {
    throw new ParameterError(
      `${where}: ${option} must be at most the number of rows of the largest class, ${most}, got ${nSplits}`,
    );
  }
  if (least >= nSplits) return;
  warn(
    "data",
    `${where}: expected at least ${nSplits} rows of each class, got a class with ${least}; some folds lack it`,
  );
}

/** How many rows of each class each fold tests: every k-th of the rows, sorted by class. */
function sharesOfFolds(classes: Int32Array, count: number, nSplits: number): Int32Array[] {
  const sorted = classes.slice().sort();
  return Array.from({ length: nSplits }, (_, fold) => {
    const share = new Int32Array(count);
    for (let i = fold; i < sorted.length; i += nSplits) share[sorted[i]!]! += 1;
    return share;
  });
}
