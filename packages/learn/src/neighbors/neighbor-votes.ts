import type { Classified } from "../base/inputs";
import type { Label } from "../base/labels";
import { zeroWeights } from "./neighbor-averages";
import { type CheckedNeighbors, type FittedPoints, fitPoints } from "./neighborhood";
import type { WithinFound } from "./search";
import { type NeighborWeights, weightsOf } from "./vote-weights";

/** What is kept of points with labels. */
export interface FittedLabels extends FittedPoints {
  readonly classes: readonly Label[];
  /** The place of each row's label among the classes. */
  readonly codes: Int32Array;
}

/** Keeps points and labels, with the search made ready. */
export function fitLabels(
  read: Classified,
  options: CheckedNeighbors,
  nNeighbors?: number,
): FittedLabels {
  const points = fitPoints(read, options, nNeighbors);
  return { ...points, classes: read.classes, codes: read.codes };
}

/**
 * The share of each class among each query's neighbours, nClasses a query; zeros where there are none.
 *
 * @throws ValueError for weights that cannot be, or are all 0 for a query.
 */
export function voteShares(
  where: string,
  lists: readonly WithinFound[],
  { classes, codes }: FittedLabels,
  weights: NeighborWeights,
): Float64Array {
  const nClasses = classes.length;
  const votes = new Float64Array(lists.length * nClasses);
  lists.forEach(({ distances, indices }, i) => {
    const shares = weightsOf(where, weights, distances);
    for (let place = 0; place < indices.length; place++) {
      votes[i * nClasses + codes[indices[place]!]!]! += shares ? shares[place]! : 1;
    }
    if (indices.length === 0) return;
    let total = 0;
    for (let k = 0; k < nClasses; k++) total += votes[i * nClasses + k]!;
    if (total === 0) throw zeroWeights(where, i);
    for (let k = 0; k < nClasses; k++) votes[i * nClasses + k]! /= total;
  });
  return votes;
}
