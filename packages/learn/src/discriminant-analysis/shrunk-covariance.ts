import { checkBetween, checkOneOf, describeValue, ParameterError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { ClassRows } from "./class-moments";
import { gramOf, spreads } from "./principal-axes";

/** How far a covariance is pulled towards a multiple of the identity: from 0 to 1, or by Ledoit's and Wolf's formula. */
export type Shrinkage = "auto" | number;

/** @throws ParameterError unless it is absent, "auto", or from 0 to 1, and absent with the solver "svd". */
export function checkShrinkage(
  where: string,
  shrinkage: Shrinkage | undefined,
  solver: string,
): Shrinkage | undefined {
  if (shrinkage === undefined) return undefined;
  if (solver === "svd") {
    throw new ParameterError(
      `${where}: shrinkage needs another solver than "svd", got ${describeValue(shrinkage)}`,
    );
  }
  if (typeof shrinkage === "string") return checkOneOf(where, "shrinkage", shrinkage, ["auto"]);
  return checkBetween(where, "shrinkage", shrinkage, [0, 1]);
}

/** The covariance of centred rows, shrunk, shape (nFeatures, nFeatures). */
export function shrunkCovariance(part: ClassRows, shrinkage: Shrinkage | undefined): Tensor {
  const gram = gramOf(part.rows);
  const covariance = gram.div(part.total);
  if (shrinkage === undefined) return covariance;
  if (shrinkage !== "auto") return pulled(covariance, shrinkage);
  // By features of one size, so that the shrinkage does not depend on units.
  const scale = spreads(gram, part.total);
  const column = scale.reshape([scale.size, 1]);
  const standardized = covariance.div(scale).div(column);
  const share = ledoitWolfShare(part, scale, standardized);
  return pulled(standardized, share).mul(scale).mul(column);
}

/** (1 − s)·C + s·(tr C / nFeatures)·I. */
function pulled(covariance: Tensor, share: number): Tensor {
  const n = covariance.shape[0]!;
  const values = covariance.data().slice() as Float64Array;
  let trace = 0;
  for (let j = 0; j < n; j++) trace += values[j * n + j]!;
  for (let at = 0; at < values.length; at++) values[at]! *= 1 - share;
  for (let j = 0; j < n; j++) values[j * n + j]! += (share * trace) / n;
  return tensor(values, { shape: [n, n] });
}

/**
 * The shrinkage with the least expected squared error of the covariance.
 *
 * @see Ledoit and Wolf (2004), A well-conditioned estimator for large-dimensional covariance matrices, Journal of
 *   Multivariate Analysis 88(2), 365–411.
 */
function ledoitWolfShare({ rows, weights, total }: ClassRows, scale: Tensor, C: Tensor): number {
  const nFeatures = scale.size;
  const c = C.data();
  let [trace, square] = [0, 0];
  for (let j = 0; j < nFeatures; j++) trace += c[j * nFeatures + j]!;
  for (const value of c) square += value * value;
  // Σ wᵢ‖zᵢ‖⁴ of the rows z; they are given times √w.
  const lengths = rows.div(scale).square().sum(1).data();
  let fourth = 0;
  for (let i = 0; i < lengths.length; i++) fourth += lengths[i]! ** 2 / (weights?.[i] ?? 1);
  const distance = square - trace ** 2 / nFeatures;
  const noise = Math.min(distance, (fourth / total - square) / total);
  return noise <= 0 ? 0 : noise / distance;
}
