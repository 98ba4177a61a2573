import type { GraphValue } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { classPairs } from "./pair-coupling";
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

/** The votes and the scores of classes out of those of their pairs, in a graph. */
export function votesInGraph(
  pairScores: GraphValue,
  nClasses: number,
): { readonly votes: GraphValue; readonly byScore: GraphValue } {
  const pairs = classPairs(nClasses);
  const signs = new Float64Array(pairs.length * nClasses);
  const lost = new Float64Array(nClasses);
  pairs.forEach(([i, j], k) => {
    signs[k * nClasses + i] = 1;
    signs[k * nClasses + j] = -1;
    lost[j]! += 1;
  });
  // Who wins a pair gains a vote over what it has if it loses all.
  const gains = tensor(signs, { shape: [pairs.length, nClasses] });
  const count = (wins: GraphValue) => wins.toNumber().matmul(gains).add(tensor(lost));
  const sums = pairScores.matmul(gains);
  const byScore = count(pairScores.greaterEqual(0)).add(sums.div(sums.abs().add(1).mul(3)));
  return { votes: count(pairScores.greater(0)), byScore };
}
