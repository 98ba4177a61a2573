import { type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import { cornersTensor } from "./lars-path";
import { type LeastAngleLimits, leastAngle } from "./least-angle";
import { LinearRegressor } from "./linear-regressor";

/** The path of one target. */
export interface FittedPath {
  readonly alphas: Tensor;
  readonly active: Int32Array;
  /** Shape (nFeatures, nCorners). */
  readonly coefPath: Tensor;
  readonly nIter: number;
}

interface FittedPaths {
  readonly paths: readonly FittedPath[];
}

/** What regressions by least angles have in common. */
export abstract class LarsRegressor<Params extends object> extends LinearRegressor<
  Params,
  FittedPaths
> {
  /** The corners of each target's path, and the features that are active at its end. @throws NotFittedError before `fit`. */
  get paths(): readonly FittedPath[] {
    return this.learned("paths").paths;
  }

  /** The most steps that a target took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return Math.max(...this.learned("nIter").paths.map(({ nIter }) => nIter));
  }

  protected fitPaths(
    data: readonly [X: Matrix, y: Targets],
    options: FitOptions,
    limits: LeastAngleLimits,
  ): this {
    const where = `${this.typeName}.fit`;
    return this.learn(data, options, (X, Y, { total }) => {
      const gram = X.gram().data() as Float64Array;
      const correlations = X.transposedTimes(Y);
      const found = Array.from({ length: Y.shape[1]! }, (_, k) => {
        const own = correlations.slice(null, k).data() as Float64Array;
        return leastAngle(where, { gram, correlations: own, total }, limits);
      });
      const [nFeatures, nTargets] = correlations.shape as [number, number];
      const W = new Float64Array(nFeatures * nTargets);
      found.forEach(({ coefs }, k) => {
        coefs.at(-1)!.forEach((value, j) => {
          W[j * nTargets + k] = value;
        });
      });
      return {
        W: tensor(W, { shape: [nFeatures, nTargets] }),
        paths: found.map((path) => ({
          alphas: tensor(path.alphas),
          active: Int32Array.from(path.active),
          coefPath: cornersTensor(path),
          nIter: path.nIter,
        })),
      };
    });
  }
}
