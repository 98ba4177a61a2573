import { checkBoolean, checkInteger, RandomGenerator } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";

/** What all generators of points take. */
export interface GeneratorOptions {
  /** The number of points. Default 100. */
  readonly nSamples?: number;
  /** Put the points in random order. Default true. */
  readonly shuffle?: boolean;
  /** The same seed makes the same points; an integer >= 0. Default 0. */
  readonly seed?: number;
}

/** Points and the class or cluster of each. */
export interface LabelledPoints {
  /** Shape (nSamples, nFeatures), float64. */
  readonly X: Tensor;
  /** Shape (nSamples,), int32. */
  readonly y: Tensor;
}

/** The generator of a seed, checked. @throws ParameterError if the seed is not an integer >= 0. */
export function seeded(where: string, seed: number): RandomGenerator {
  return new RandomGenerator(checkInteger(where, "seed", seed));
}

/** The order in which rows are to stand: random, or as they are. */
export function rowOrder(
  where: string,
  n: number,
  shuffle: boolean,
  random: RandomGenerator,
): Int32Array {
  checkBoolean(where, "shuffle", shuffle);
  return shuffle ? random.permutation(n) : Int32Array.from({ length: n }, (_, i) => i);
}

/** Rows, in a given order, as a matrix of `nFeatures` columns. */
export function matrix(
  rows: readonly ArrayLike<number>[],
  order: ArrayLike<number>,
  nFeatures: number,
): Tensor {
  const values = new Float64Array(rows.length * nFeatures);
  for (let i = 0; i < rows.length; i++) values.set(rows[order[i]!]!, i * nFeatures);
  return tensor(values, { shape: [rows.length, nFeatures] });
}

/** Labels in a given order. */
export function labelVector(labels: ArrayLike<number>, order: ArrayLike<number>): Tensor {
  return tensor(Int32Array.from({ length: labels.length }, (_, i) => labels[order[i]!]!));
}

/** How many of `n` things each of `groups` gets: as equal as can be, the first ones more. */
export function shareOut(n: number, groups: number): number[] {
  return Array.from(
    { length: groups },
    (_, k) => Math.floor(n / groups) + (k < n % groups ? 1 : 0),
  );
}

/** A standard normal number times `noise`, for each coordinate. */
export function jitter(point: readonly number[], noise: number, random: RandomGenerator): number[] {
  return noise === 0 ? [...point] : point.map((x) => x + random.normal(0, noise));
}

/** How the points of two curves are drawn. */
interface CurveDraw {
  readonly where: string;
  readonly nSamples: number;
  readonly noise: number;
  readonly shuffle: boolean;
  readonly random: RandomGenerator;
}

/**
 * Points on two curves in the plane: half of them, rounded down, on the first, of class 0.
 *
 * @param point the k-th of the n points of a class
 */
export function twoCurves(
  { where, nSamples, noise, shuffle, random }: CurveDraw,
  point: (label: 0 | 1, k: number, n: number) => readonly number[],
): LabelledPoints {
  const nFirst = Math.floor(nSamples / 2);
  const labels = Array.from({ length: nSamples }, (_, i) => (i < nFirst ? 0 : 1));
  const rows = labels.map((label, i) => {
    const [k, n] = label === 0 ? [i, nFirst] : [i - nFirst, nSamples - nFirst];
    return jitter(point(label, k, n), noise, random);
  });
  const order = rowOrder(where, nSamples, shuffle, random);
  return { X: matrix(rows, order, 2), y: labelVector(labels, order) };
}
