import { LinAlgError, ValueError } from "@gradus/core";
import {
  cholesky,
  eigh,
  lstsq,
  svd,
  type Tensor,
  tensor,
  triangularSolve,
  zeros,
} from "@gradus/tensor";
import type { ClassMoments } from "./class-moments";
import { gramOf, principalAxes, spreads } from "./principal-axes";
import { type Shrinkage, shrunkCovariance } from "./shrunk-covariance";

/** Scores X·coefᵀ + intercept of the classes, and directions that tell them apart. */
export interface Discriminant {
  /** Shape (nClasses, nFeatures). */
  readonly coef: Tensor;
  /** Shape (nClasses,). */
  readonly intercept: Tensor;
  readonly covariance?: Tensor;
  /** The point that `transform` takes as 0. */
  readonly origin?: Tensor;
  /** One direction a column, the best first. */
  readonly axes?: Tensor;
  /** The share of the variance between classes in each direction. */
  readonly explained?: Tensor;
}

/**
 * By two singular value decompositions: of the rows without their class's mean, which makes the spread within classes
 * round, and of the means in that measure.
 */
export function discriminantBySvd(moments: ClassMoments, tol: number): Discriminant {
  const { centred, total, priors, nFeatures } = moments;
  const nClasses = priors.length;
  const gram = gramOf(centred);
  const scale = spreads(gram, total, moments.means);
  const within = principalAxes(centred, gram, scale, { divisor: total, tol });
  const rank = within.values.filter((value) => value > tol).length;
  if (rank === 0) return flat(moments);
  const sizes = tensor(within.values.slice(0, rank));
  const round = within.axes.slice([0, rank]).div(scale).transpose().div(sizes); // (nFeatures, rank)
  const means = tensor(moments.means, { shape: [nClasses, nFeatures] });
  const origin = tensor(priors).reshape([1, nClasses]).matmul(means).reshape([nFeatures]);
  const apart = means.sub(origin);
  const weights = tensor(priors.map((prior) => Math.sqrt((total * prior) / (nClasses - 1))));
  const between = svd(apart.mul(weights.reshape([nClasses, 1])).matmul(round));
  const strengths = between.S.data() as Float64Array;
  const kept = strengths.filter((value) => value > tol * strengths[0]!).length;
  if (kept === 0) return flat(moments);
  const squares = strengths.map((value) => value ** 2);
  const sum = squares.reduce((a, b) => a + b, 0);
  const axes = round.matmul(between.Vh.slice([0, kept]).transpose());
  const places = apart.matmul(axes); // (nClasses, kept)
  const coef = places.matmul(axes.transpose());
  const intercept = places.square().sum(1).mul(-0.5).add(tensor(priors).log());
  return {
    coef,
    intercept: intercept.sub(coef.matmul(origin.reshape([nFeatures, 1])).reshape([nClasses])),
    origin,
    axes,
    explained: tensor(squares.map((value) => value / sum)),
  };
}

/** Nothing tells the classes apart: the priors decide. */
function flat({ priors, nFeatures }: ClassMoments): Discriminant {
  const nClasses = priors.length;
  return {
    coef: zeros([nClasses, nFeatures], { dtype: "float64" }),
    intercept: tensor(priors).log(),
    origin: zeros([nFeatures], { dtype: "float64" }),
    axes: zeros([nFeatures, 1], { dtype: "float64" }),
    explained: tensor(Float64Array.of(1)),
  };
}

/** By solving Σ·w = μ for each class's mean: of smallest norm, where features depend on each other. */
export function discriminantByLeastSquares(
  moments: ClassMoments,
  shrinkage: Shrinkage | undefined,
): Discriminant {
  const covariance = withinCovariance(moments, shrinkage);
  const means = tensor(moments.means, { shape: [moments.priors.length, moments.nFeatures] });
  const coef = lstsq(covariance, means.transpose()).solution.transpose().clone();
  return { coef, intercept: interceptOf(means, coef, moments.priors), covariance };
}

/**
 * By the directions v with the largest ratio of the spread between classes to that within: S_b·v = λ·Σ·v.
 *
 * @throws ValueError for a covariance that is not positive definite.
 */
export function discriminantByEigen(
  where: string,
  moments: ClassMoments,
  shrinkage: Shrinkage | undefined,
): Discriminant {
  const covariance = withinCovariance(moments, shrinkage);
  const lower = choleskyOf(where, covariance);
  const total = shrunkCovariance(moments.whole(), shrinkage);
  const half = triangularSolve(lower, total.sub(covariance));
  const round = triangularSolve(lower, half.transpose());
  const { values, vectors } = eigh(round.add(round.transpose()).mul(0.5));
  const axes = triangularSolve(lower, vectors.flip(1), { transpose: true });
  const strengths = (values.data() as Float64Array).slice().reverse();
  const sum = strengths.reduce((a, b) => a + b, 0);
  const means = tensor(moments.means, { shape: [moments.priors.length, moments.nFeatures] });
  const coef = means.matmul(axes).matmul(axes.transpose());
  return {
    coef,
    intercept: interceptOf(means, coef, moments.priors),
    covariance,
    axes,
    explained: tensor(strengths.map((value) => value / sum)),
  };
}

/** The covariance within classes, each by its prior, shape (nFeatures, nFeatures). */
export function withinCovariance(
  { priors, part }: ClassMoments,
  shrinkage: Shrinkage | undefined,
): Tensor {
  return Array.from(priors, (prior, k) => shrunkCovariance(part(k), shrinkage).mul(prior)).reduce(
    (sum, covariance) => sum.add(covariance),
  );
}

/** What is not positive definite has no inverse. */
function choleskyOf(where: string, covariance: Tensor): Tensor {
  try {
    return cholesky(covariance);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    throw new ValueError(
      `${where}: expected features that do not depend on each other within the classes, got a covariance without an inverse; shrinkage gives one`,
    );
  }
}

/** −μₖᵀwₖ/2 + log πₖ. */
function interceptOf(means: Tensor, coef: Tensor, priors: Float64Array): Tensor {
  return means.mul(coef).sum(1).mul(-0.5).add(tensor(priors).log());
}
