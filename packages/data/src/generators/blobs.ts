import { checkInteger, checkNonNegative, ParameterError, ShapeError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import {
  type GeneratorOptions,
  type LabelledPoints,
  labelVector,
  matrix,
  rowOrder,
  seeded,
  shareOut,
} from "./support";

/** How `makeBlobs` draws. */
export interface BlobsOptions extends GeneratorOptions {
  /** The number of coordinates, unless the centres are given. Default 2. */
  readonly nFeatures?: number;
  /** How many centres to draw, or the centres themselves. Default 3. */
  readonly centers?: number | readonly (readonly number[])[];
  /** The standard deviation of each blob, or of all. Default 1. */
  readonly clusterStd?: number | readonly number[];
  /** Where drawn centres lie, in each coordinate. Default [−10, 10]. */
  readonly centerBox?: readonly [number, number];
}

/**
 * Round clouds of points: each point is its centre plus N(0, clusterStd²) in every coordinate.
 *
 * Parameters and distribution are those of scikit-learn's `make_blobs`; the numbers of a seed are not.
 *
 * @returns X (nSamples, nFeatures), the blob y of each point, and `centers` (nCenters, nFeatures)
 * @throws ParameterError for a number out of its range, ShapeError if centres or deviations do not fit.
 * @example
 * ```ts
 * const { X, y } = makeBlobs({ nSamples: 6, centers: [[0, 0], [10, 10]], seed: 1 });
 * X.shape; // → [6, 2]
 * y.sum().item(); // → 3
 * ```
 */
export function makeBlobs(options: BlobsOptions = {}): LabelledPoints & { centers: Tensor } {
  const { nSamples = 100, clusterStd = 1, shuffle = true, seed = 0 } = options;
  checkInteger("makeBlobs", "nSamples", nSamples, 1);
  const random = seeded("makeBlobs", seed);
  const centers = chooseCenters(options, () => random.uniform(...checkBox(options.centerBox)));
  const nFeatures = centers[0]!.length;
  const stds = typeof clusterStd === "number" ? centers.map(() => clusterStd) : clusterStd;
  if (stds.length !== centers.length) {
    throw new ShapeError(
      `makeBlobs: expected a clusterStd for each of ${centers.length} centres, got ${stds.length}`,
    );
  }
  for (const std of stds) checkNonNegative("makeBlobs", "clusterStd", std);
  const labels = shareOut(nSamples, centers.length).flatMap((n, k) => new Array<number>(n).fill(k));
  const rows = labels.map((k) => centers[k]!.map((x) => random.normal(x, stds[k]!)));
  const order = rowOrder("makeBlobs", nSamples, shuffle, random);
  return {
    X: matrix(rows, order, nFeatures),
    y: labelVector(labels, order),
    centers: tensor(centers.map((center) => [...center])),
  };
}

function chooseCenters(
  { centers = 3, nFeatures = 2 }: BlobsOptions,
  draw: () => number,
): readonly (readonly number[])[] {
  if (typeof centers !== "number") {
    const width = centers[0]?.length ?? 0;
    if (width > 0 && centers.every((center) => center.length === width)) return centers;
    throw new ShapeError("makeBlobs: expected centres of one length, at least one of them");
  }
  checkInteger("makeBlobs", "centers", centers, 1);
  checkInteger("makeBlobs", "nFeatures", nFeatures, 1);
  return Array.from({ length: centers }, () => Array.from({ length: nFeatures }, draw));
}

function checkBox(box: readonly [number, number] = [-10, 10]): readonly [number, number] {
  if (box[0] <= box[1]) return box;
  throw new ParameterError(`makeBlobs: centerBox must go up, got [${box[0]}, ${box[1]}]`);
}
