import { type GraphFeatures, type GraphValue, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { squaredDistancesInGraph } from "../base/graph";
import type { KernelMachine } from "./kernel-scores";
import type { FittedMachine } from "./single-machine";

/** A kernel's products of rows with the support vectors, times weights, shape (nSupport, nScores), in a graph. */
export function kernelScoresInGraph(
  where: string,
  machine: KernelMachine,
  X: GraphFeatures,
  weights: Tensor,
): GraphValue {
  return productsInGraph(where, machine, X.matrix()).matmul(weights);
}

/** The score of one machine, as a column. */
export function machineScoresInGraph(
  where: string,
  fitted: FittedMachine,
  X: GraphFeatures,
): GraphValue {
  const { weights, intercept } = fitted;
  const column = tensor(weights, { shape: [weights.length, 1] });
  return kernelScoresInGraph(where, fitted, X, column).add(intercept);
}

function productsInGraph(
  where: string,
  { kernel: options, support, vectors }: KernelMachine,
  X: GraphValue,
): GraphValue {
  const { kernel, gamma, coef0, degree } = options;
  if (kernel === "precomputed") return X.columns(support);
  if (typeof kernel === "function") {
    throw new ValueError(
      `${where}: expected a kernel by its name, got a function, which no graph holds`,
    );
  }
  if (kernel === "rbf") return squaredDistancesInGraph(X, vectors).mul(-gamma).exp();
  const products = X.matmul(vectors.transpose());
  if (kernel === "linear") return products;
  const shifted = products.mul(gamma).add(coef0);
  if (kernel === "sigmoid") return shifted.tanh();
  let power = degree === 0 ? shifted.mul(0).add(1) : shifted;
  for (let k = 1; k < degree; k++) power = power.mul(shifted);
  return power;
}
