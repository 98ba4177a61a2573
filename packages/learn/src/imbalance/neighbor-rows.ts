import { ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { NearestNeighbors } from "../neighbors/nearest-neighbors";

/** The nearest rows of several queries, flat. */
export interface NeighborRows {
  /** How many each query has. */
  readonly k: number;
  readonly indices: Int32Array;
  readonly distances: Float64Array;
}

/**
 * The k nearest of some rows for each query.
 *
 * @throws ValueError if there are fewer than k; `what` says of what.
 */
export function nearestRows(
  where: string,
  [rows, queries]: readonly [Tensor, Tensor],
  k: number,
  what: string,
): NeighborRows {
  if (rows.shape[0]! < k) {
    throw new ValueError(`${where}: expected at least ${k} ${what}, got ${rows.shape[0]}`);
  }
  const found = new NearestNeighbors({ nNeighbors: k }).fit(rows).kneighbors(queries);
  return {
    k,
    indices: Int32Array.from(found.indices.data()),
    distances: found.distances.data() as Float64Array,
  };
}

/** As `nearestRows` for queries that are among the rows: k others, without the nearest one, which is the row itself. */
export function nearestOthers(
  where: string,
  rows: readonly [Tensor, Tensor],
  k: number,
  what: string,
): NeighborRows {
  const { indices, distances } = nearestRows(where, rows, k + 1, what);
  const isOther = (_: number, at: number) => at % (k + 1) > 0;
  return { k, indices: indices.filter(isOther), distances: distances.filter(isOther) };
}
