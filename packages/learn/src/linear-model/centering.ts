import { SparseTensor, type Tensor, zeros } from "@gradus/tensor";
import { sumOfBlocks } from "../base/blocks";
import type { Supervised } from "../base/inputs";
import type { AnySupervised } from "../base/sparse-inputs";
import { Design } from "./design";
import { SparseDesign } from "./sparse-design";

/** Features of a linear model, dense or sparse. */
export type AnyDesign = Design | SparseDesign;

/** Data with the means taken out. */
export interface Centered<D extends AnyDesign = Design> {
  /** Shape (nSamples, nFeatures). */
  readonly X: D;
  /** Shape (nSamples, nTargets). */
  readonly Y: Tensor;
  /** Shape (nFeatures,). */
  readonly xMean: Tensor;
  /** Shape (nTargets,). */
  readonly yMean: Tensor;
}

/**
 * Takes the (weighted) means out of X and y, which takes the intercept out of the problem, and scales
 * each row by the root of its weight, which takes the weights out of the sum of squares. A sparse X stays as it is, and
 * its means are taken out of the products.
 */
export function centered(rows: Supervised, fitIntercept: boolean): Centered;
export function centered(rows: AnySupervised, fitIntercept: boolean): Centered<AnyDesign>;
export function centered(rows: AnySupervised, fitIntercept: boolean): Centered<AnyDesign> {
  const { X, Y, weights } = rows;
  if (X instanceof SparseTensor) return centeredSparse({ ...rows, X }, fitIntercept);
  const xMean = fitIntercept ? mean(X, weights) : zeros(X.shape[1]!);
  const yMean = fitIntercept ? mean(Y, weights) : zeros(Y.shape[1]!);
  const design = new Design(X, fitIntercept ? xMean : undefined);
  const Yc = fitIntercept ? Y.sub(yMean) : Y;
  if (!weights) return { X: design, Y: Yc, xMean, yMean };
  const root = rootsOf(weights);
  return { X: new Design(design.matrix().mul(root)), Y: Yc.mul(root), xMean, yMean };
}

type SparseRows = AnySupervised & { readonly X: SparseTensor };

function centeredSparse({ X, Y, weights }: SparseRows, fitIntercept: boolean) {
  const total = weights?.sum().item() ?? X.shape[0]!;
  const sums = weights ? X.transpose().matmul(weights) : X.sum(0);
  const xMean = fitIntercept ? sums.div(total) : zeros(X.shape[1]!);
  const yMean = fitIntercept ? mean(Y, weights) : zeros(Y.shape[1]!);
  const design = new SparseDesign(
    X,
    fitIntercept ? (xMean.data() as Float64Array) : undefined,
    weights?.data() as Float64Array | undefined,
  );
  const Yc = fitIntercept ? Y.sub(yMean) : Y;
  return { X: design, Y: weights ? Yc.mul(rootsOf(weights)) : Yc, xMean, yMean };
}

/** The roots of the weights as a column. */
function rootsOf(weights: Tensor): Tensor {
  return weights.sqrt().reshape([weights.size, 1]);
}

/** The mean of each column, shape (nColumns,). */
function mean(x: Tensor, weights: Tensor | undefined): Tensor {
  if (weights) return weights.matmul(x).div(weights.sum());
  if (x.dtype === "float64") return x.mean(0);
  return sumOfBlocks(x, (block) => block.sum(0)).div(x.shape[0]!);
}
