import { ParameterError, RandomState } from "@gradus/core";
import { anySeed } from "../base/seeds";

/** How rows are dealt out. */
export interface FoldOptions {
  readonly nFolds: number;
  readonly shuffle: boolean;
  readonly seed: number | undefined;
}

/**
 * The fold of each row, for as many folds of about one size; with classes, each class in about one size.
 * For the same seed the folds are those of scikit-learn's KFold and StratifiedKFold.
 *
 * @param codes the class of each row, if there are classes
 * @throws ParameterError for more folds than rows, or than rows of the largest class.
 */
export function targetFolds(
  where: string,
  nRows: number,
  codes: Int32Array | undefined,
  { nFolds, shuffle, seed }: FoldOptions,
): Int32Array {
  const random = shuffle ? new RandomState(seed ?? anySeed()) : undefined;
  const counts = codes ? classCounts(codes) : [nRows];
  if (nFolds > Math.max(...counts)) {
    throw new ParameterError(
      `${where}: cv must be at most the number of rows${codes ? " of the largest class" : ""}, ${Math.max(...counts)}, got ${nFolds}`,
    );
  }
  return codes ? stratified(codes, counts, nFolds, random) : plain(nRows, nFolds, random);
}

function plain(nRows: number, nFolds: number, random: RandomState | undefined): Int32Array {
  const order = random?.permutation(nRows) ?? Int32Array.from({ length: nRows }, (_, i) => i);
  const folds = new Int32Array(nRows);
  let place = 0;
  for (let fold = 0; fold < nFolds; fold++) {
    const size = Math.floor(nRows / nFolds) + (fold < nRows % nFolds ? 1 : 0);
    for (let k = 0; k < size; k++) folds[order[place++]!] = fold;
  }
  return folds;
}

/** How many rows each class has, in the order of their first rows. */
function classCounts(codes: Int32Array): number[] {
  return [...countByCode(codes).values()];
}

function countByCode(codes: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function stratified(
  codes: Int32Array,
  counts: readonly number[],
  nFolds: number,
  random: RandomState | undefined,
): Int32Array {
  const folds = new Int32Array(codes.length);
  let before = 0;
  [...countByCode(codes).keys()].forEach((code, k) => {
    // Rows sorted by class are dealt out in turn: the folds of this class's share of that row of cards.
    const dealt = Int32Array.from({ length: counts[k]! }, (_, i) => (before + i) % nFolds).sort();
    before += counts[k]!;
    const order = random?.permutation(dealt.length);
    let next = 0;
    codes.forEach((other, i) => {
      if (other !== code) return;
      folds[i] = dealt[order ? order[next]! : next]!;
      next++;
    });
  });
  return folds;
}
