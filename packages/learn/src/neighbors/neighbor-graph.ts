import { checkOneOf } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import type { WithinFound } from "./search";

/** What an edge of a graph of neighbours holds: 1, or the distance. */
export type GraphMode = "connectivity" | "distance";

/** Lists of neighbours as a graph with so many nodes to point to. */
export function graphOf(
  where: string,
  lists: readonly WithinFound[],
  nSamples: number,
  mode: GraphMode,
): SparseTensor {
  checkOneOf(where, "mode", mode, ["connectivity", "distance"]);
  const total = lists.reduce((sum, { indices }) => sum + indices.length, 0);
  const [rows, columns] = [new Int32Array(total), new Int32Array(total)];
  const values = new Float64Array(total).fill(1);
  let at = 0;
  lists.forEach(({ distances, indices }, i) => {
    rows.fill(i, at, at + indices.length);
    columns.set(indices, at);
    if (mode === "distance") values.set(distances, at);
    at += indices.length;
  });
  return SparseTensor.fromTriplets(rows, columns, values, [lists.length, nSamples]);
}
