import { checkOneOf, ValueError } from "@gradus/core";

/**
 * How much each neighbour counts: all the same; by 1 / distance (where some are at distance 0, only those); or a
 * function of the distances of one query's neighbours that gives as many weights.
 */
export type NeighborWeights =
  | "uniform"
  | "distance"
  | ((distances: Float64Array) => ArrayLike<number>);

/** @throws ParameterError unless it is a function or one of the names. */
export function checkNeighborWeights(where: string, weights: NeighborWeights): NeighborWeights {
  if (typeof weights === "function") return weights;
  return checkOneOf(where, "weights", weights, ["uniform", "distance"]);
}

/**
 * The weights of one query's neighbours; undefined where all count the same.
 *
 * @throws ValueError unless a function gives as many finite numbers >= 0 as there are neighbours.
 */
export function weightsOf(
  where: string,
  weights: NeighborWeights,
  distances: Float64Array,
): ArrayLike<number> | undefined {
  if (weights === "uniform") return undefined;
  if (weights === "distance") {
    const touches = distances.includes(0);
    return distances.map((distance) => (touches ? Number(distance === 0) : 1 / distance));
  }
  const given = weights(distances);
  const isGood = (weight: number) => Number.isFinite(weight) && weight >= 0;
  if (given.length === distances.length && Array.from(given).every(isGood)) return given;
  throw new ValueError(
    `${where}: expected the function weights to give ${distances.length} finite numbers >= 0, got ${Array.from(given).slice(0, 5).join(", ")}`,
  );
}
