import { type Tensor, zeros } from "@gradus/tensor";
import { sumOfBlocks } from "../base/blocks";
import type { Supervised } from "../base/inputs";
import { Design } from "./design";

/** Data with the means taken out. */
export interface Centered {
  /** Shape (nSamples, nFeatures). */
  readonly X: Design;
  /** Shape (nSamples, nTargets). */
  readonly Y: Tensor;
  /** Shape (nFeatures,). */
  readonly xMean: Tensor;
  /** Shape (nTargets,). */
  readonly yMean: Tensor;
}

/**
 * Takes the (weighted) means out of X and y, which takes the intercept out of the problem, and scales
 * each row by the root of its weight, which takes the weights out of the sum of squares.
 */
export function centered({ X, Y, weights }: Supervised, fitIntercept: boolean): Centered {
  const xMean = fitIntercept ? mean(X, weights) : zeros(X.shape[1]!);
  const yMean = fitIntercept ? mean(Y, weights) : zeros(Y.shape[1]!);
  const design = new Design(X, fitIntercept ? xMean : undefined);
  const Yc = fitIntercept ? Y.sub(yMean) : Y;
  if (!weights) return { X: design, Y: Yc, xMean, yMean };
  const root = weights.sqrt().reshape([weights.size, 1]);
  return { X: new Design(design.matrix().mul(root)), Y: Yc.mul(root), xMean, yMean };
}

/** The mean of each column, shape (nColumns,). */
function mean(x: Tensor, weights: Tensor | undefined): Tensor {
  if (weights) return weights.matmul(x).div(weights.sum());
  if (x.dtype === "float64") return x.mean(0);
  return sumOfBlocks(x, (block) => block.sum(0)).div(x.shape[0]!);
}
