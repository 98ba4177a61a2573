import { ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { Supervised } from "../base/inputs";
import { type CheckedNeighbors, type FittedPoints, fitPoints } from "./neighborhood";
import type { WithinFound } from "./search";
import { type NeighborWeights, weightsOf } from "./vote-weights";

/** What is kept of points with targets. */
export interface FittedTargets extends FittedPoints {
  /** The targets of each row, one after another. */
  readonly targets: Float64Array;
  readonly nTargets: number;
  /** Whether they were given as one vector. */
  readonly isVector: boolean;
}

/** Keeps points and targets, with the search made ready. */
export function fitTargets(
  read: Supervised,
  options: CheckedNeighbors,
  nNeighbors?: number,
): FittedTargets {
  const points = fitPoints(read, options, nNeighbors);
  const targets = read.Y.data() as Float64Array;
  return { ...points, targets, nTargets: read.Y.shape[1]!, isVector: read.isVector };
}

/**
 * The mean target of each query's neighbours; NaN where there are none.
 *
 * @throws ValueError for weights that cannot be, or are all 0 for a query.
 */
export function averageTargets(
  where: string,
  lists: readonly WithinFound[],
  { targets, nTargets, isVector }: FittedTargets,
  weights: NeighborWeights,
): Tensor {
  const means = new Float64Array(lists.length * nTargets);
  lists.forEach(({ distances, indices }, i) => {
    const shares = weightsOf(where, weights, distances);
    let total = 0;
    for (let place = 0; place < indices.length; place++) {
      const weight = shares ? shares[place]! : 1;
      total += weight;
      for (let t = 0; t < nTargets; t++) {
        means[i * nTargets + t]! += weight * targets[indices[place]! * nTargets + t]!;
      }
    }
    if (total === 0 && indices.length > 0) throw zeroWeights(where, i);
    for (let t = 0; t < nTargets; t++) means[i * nTargets + t]! /= total;
  });
  return tensor(means, { shape: isVector ? [lists.length] : [lists.length, nTargets] });
}

/** The refusal of a query whose neighbours all count nothing. */
export function zeroWeights(where: string, query: number): ValueError {
  return new ValueError(
    `${where}: expected a neighbour with a weight above 0 for every row, got only zeros at row ${query}`,
  );
}
