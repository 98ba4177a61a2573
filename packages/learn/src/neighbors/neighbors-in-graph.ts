import { type GraphBuilder, type GraphFeatures, type GraphValue, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { squaredDistancesInGraph } from "../base/graph";
import { plainMetric } from "../metrics/pairwise/distance-metric";
import type { CheckedNeighbors, FittedPoints } from "./neighborhood";
import type { NeighborWeights } from "./vote-weights";

/** How a model asks its neighbours. */
interface Asking extends Pick<CheckedNeighbors, "metric" | "p"> {
  readonly nNeighbors: number;
  readonly weights: NeighborWeights;
}

/**
 * The means of the nearest rows' values, weighted as the model says, in a graph that looks at all rows.
 *
 * @param values of each row of `fit`, shape (nSamples, width)
 * @throws ValueError for weights that are a function, and for another distance than the Euclidean one.
 */
export function meansOfNearest(
  where: string,
  { X, graph }: { readonly X: GraphFeatures; readonly graph: GraphBuilder },
  { points, nFeaturesIn }: FittedPoints,
  { metric, p, nNeighbors, weights }: Asking,
  values: Tensor,
): GraphValue {
  if (plainMetric(metric, p) !== "euclidean") {
    throw new ValueError(`${where}: expected the Euclidean distance, got another one`);
  }
  if (typeof weights === "function") {
    throw new ValueError(
      `${where}: expected weights by name, got a function, which no graph holds`,
    );
  }
  const known = tensor(points, { shape: [points.length / nFeaturesIn, nFeaturesIn] });
  const nearest = graph.smallest(squaredDistancesInGraph(X.matrix(), known), nNeighbors);
  const found = nearest.places.lookUp(values); // (rows, nNeighbors, width)
  const width = values.shape[1]!;
  if (weights === "uniform") return found.sumRows().reshape([-1, width]).div(nNeighbors);
  const shares = closeness(graph, nearest.values.sqrt());
  const weighted = found.mul(shares.reshape([-1, nNeighbors, 1]));
  return weighted.sumRows().reshape([-1, width]).div(shares.sumRows());
}

/** 1 / distance; where a neighbour is at no distance, 1 for it and 0 for the others. */
function closeness(graph: GraphBuilder, distances: GraphValue): GraphValue {
  const touches = distances.equal(0).toNumber();
  const isTouched = touches.maxRows().greater(0);
  const inverse = distances.add(touches).pow(-1);
  return graph.where(isTouched, touches, inverse);
}
