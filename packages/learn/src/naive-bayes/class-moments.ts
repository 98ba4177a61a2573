import { stack, type Tensor, tensor } from "@gradus/tensor";
import { inBlocks } from "../base/blocks";
import { columnMoments } from "../preprocessing/column-statistics";
import { addToClasses, weightOfClasses } from "./class-sums";

/** The weight, means and variances (divisor: the weight) of each class's rows; the latter two nClasses × nFeatures. */
export interface ClassMoments {
  readonly counts: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
}

/** From so many rows the place is taken about which squares are added up. */
const FIRST_ROWS = 1000;
/**
 * Up to this square of its distance from a mean, in variances, differences of squares about a place keep 11 digits, or
 * four of float32.
 */
const MOST_SPREAD = { float64: 1e4, float32: 100 } as const;

/** The moments of each class's rows. */
export function momentsOfClasses(
  X: Tensor,
  codes: Int32Array,
  nClasses: number,
  weights: Tensor | undefined,
): ClassMoments {
  const p = X.shape[1]!;
  const counts = weightOfClasses(codes, nClasses, weights).data() as Float64Array;
  const means = new Float64Array(nClasses * p);
  const variances = new Float64Array(nClasses * p);
  /** Adds rows that begin at `from`. */
  const add = (rows: Tensor, from: number, sums: Float64Array) => {
    const end = from + rows.shape[0]!;
    addToClasses(sums, rows, codes.subarray(from, end), weights?.slice([from, end]));
  };
  const dtype = floatingOf(X);
  const place = X.slice([0, FIRST_ROWS]).astype("float64").mean(0).astype(dtype);
  inBlocks(
    X,
    (block, from) => {
      const rows = block.sub(place);
      add(rows, from, means);
      add(rows.square(), from, variances);
    },
    { keepFloat32: true },
  );
  divideByCounts(means, counts, p);
  divideByCounts(variances, counts, p);
  const about = Float64Array.from(place.data());
  for (let at = 0; at < means.length; at++) {
    variances[at] = Math.max(0, variances[at]! - means[at]! ** 2);
    if (counts[Math.floor(at / p)]! > 0) means[at]! += about[at % p]!;
  }
  if (spreadFrom(about, means, variances) < MOST_SPREAD[dtype]) return { counts, means, variances };
  // That place is too far from a class for its variances: once more, about each class's means.
  const centres = tensor(means, { shape: [nClasses, p] });
  variances.fill(0);
  inBlocks(X, (block, from) => {
    const own = codes.subarray(from, from + block.shape[0]!);
    add(block.sub(centres.take(own, 0)).square(), from, variances);
  });
  divideByCounts(variances, counts, p);
  return { counts, means, variances };
}

/** The largest variance of a feature over all rows, unweighted. */
export function largestVariance(
  X: Tensor,
  weights: Tensor | undefined,
  { counts, means, variances }: ClassMoments,
): number {
  if (weights) {
    const { count, squares } = columnMoments(X);
    return Math.max(...squares.map((sum, j) => sum / count[j]!));
  }
  const [n, p] = X.shape as [number, number];
  let largest = 0;
  for (let j = 0; j < p; j++) {
    let mean = 0;
    for (const [k, count] of counts.entries()) mean += (count * means[k * p + j]!) / n;
    let variance = 0;
    for (const [k, count] of counts.entries()) {
      const apart = means[k * p + j]! - mean;
      variance += (count * (variances[k * p + j]! + apart * apart)) / n;
    }
    largest = Math.max(largest, variance);
  }
  return largest;
}

/**
 * log P(x | c) + log P(c) = constantₖ − Σⱼ (x − μⱼ)²/(2σⱼ²), for a block of rows n × nClasses. Multiplied out about the
 * middle of all means, which two matrix products do, unless a mean is too far from there.
 */
export function likelihoodsOfClasses(
  { means, variances }: Pick<ClassMoments, "means" | "variances">,
  constants: readonly number[],
  dtype: FloatType,
): (block: Tensor) => Tensor {
  const nClasses = constants.length;
  const p = means.length / nClasses;
  const halves = variances.map((variance) => -0.5 / variance);
  const byFeature = (values: Float64Array) => tensor(values, { shape: [nClasses, p] }).transpose();
  const middle = new Float64Array(p);
  for (let at = 0; at < means.length; at++) middle[at % p]! += means[at]! / nClasses;
  const isNear = spreadFrom(middle, means, variances) < MOST_SPREAD[dtype];
  if (isNear && variances.every((variance) => variance > 0)) {
    const centred = means.map((mean, at) => mean - middle[at % p]!);
    const place = tensor(middle).astype(dtype);
    const ofSquares = byFeature(halves).astype(dtype);
    const ofRows = byFeature(centred.map((mean, at) => -2 * mean * halves[at]!)).astype(dtype);
    const added = tensor(centred.map((mean, at) => mean * mean * halves[at]!))
      .reshape([nClasses, p])
      .sum(1)
      .add(tensor(constants));
    return (block) => {
      const rows = block.astype(dtype).sub(place);
      return rows.square().matmul(ofSquares).add(rows.matmul(ofRows)).add(added);
    };
  }
  const classes = constants.map((constant, k) => ({
    constant,
    mean: tensor(means.slice(k * p, (k + 1) * p)),
    half: tensor(halves.slice(k * p, (k + 1) * p)),
  }));
  return (given) => {
    const block = given.astype("float64");
    const columns = classes.map(({ constant, mean, half }) =>
      block.sub(mean).square().matmul(half).add(constant),
    );
    return stack(columns, 1);
  };
}

type FloatType = "float32" | "float64";

/** The type in which rows are worked on: float32 stays float32. */
export function floatingOf(X: Tensor): FloatType {
  return X.dtype === "float32" ? "float32" : "float64";
}

/** The largest squared distance of a class's mean from a place, in variances of that class; infinite without variance. */
function spreadFrom(place: Float64Array, means: Float64Array, variances: Float64Array): number {
  let most = 0;
  for (let at = 0; at < means.length; at++) {
    const square = (means[at]! - place[at % place.length]!) ** 2;
    if (square > 0) most = Math.max(most, square / variances[at]!);
  }
  return most;
}

/** Sums to means; 0 for a class without rows. */
function divideByCounts(sums: Float64Array, counts: Float64Array, p: number): void {
  for (let at = 0; at < sums.length; at++) {
    const count = counts[Math.floor(at / p)]!;
    sums[at] = count > 0 ? sums[at]! / count : 0;
  }
}
