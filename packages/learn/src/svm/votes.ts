/**
 * Which class wins most of its pairs, for each row; of equal ones the first.
 *
 * @param scores of each row and pair, above 0 for the first class
 */
export function voteOfPairs(
  scores: ArrayLike<number>,
  pairs: readonly (readonly [number, number])[],
  nClasses: number,
): Int32Array {
  const votes = new Int32Array(nClasses);
  return Int32Array.from({ length: scores.length / pairs.length }, (_, row) => {
    votes.fill(0);
    pairs.forEach(([i, j], k) => {
      votes[scores[row * pairs.length + k]! > 0 ? i : j]! += 1;
    });
    return votes.indexOf(Math.max(...votes));
  });
}

/**
 * A score for each class: its votes, and as a fraction of less than 1 between equal ones, the sum of its scores.
 *
 * @returns nClasses numbers for each row
 */
export function scoresOfClasses(
  scores: ArrayLike<number>,
  pairs: readonly (readonly [number, number])[],
  nClasses: number,
): Float64Array {
  const nRows = scores.length / pairs.length;
  const found = new Float64Array(nRows * nClasses);
  const sums = new Float64Array(nClasses);
  for (let row = 0; row < nRows; row++) {
    sums.fill(0);
    const own = found.subarray(row * nClasses, (row + 1) * nClasses);
    pairs.forEach(([i, j], k) => {
      const score = scores[row * pairs.length + k]!;
      sums[i]! += score;
      sums[j]! -= score;
      own[score >= 0 ? i : j]! += 1;
    });
    sums.forEach((sum, k) => {
      own[k]! += sum / (3 * (Math.abs(sum) + 1));
    });
  }
  return found;
}
