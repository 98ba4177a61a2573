import { concatenate, type Tensor, tensor } from "@gradus/tensor";
import {
  applyKernel,
  type FixedKernel,
  type KernelFunction,
  kernelFactors,
  kernelScope,
} from "./kernel";

/** What a kernel machine looks at to predict. */
export interface KernelMachine {
  readonly kernel: FixedKernel;
  /** The places of the support vectors among the rows of `fit`. */
  readonly support: Int32Array;
  /** Shape (nSupport, nFeatures). */
  readonly vectors: Tensor;
}

/** How many products are computed at a time. */
const BLOCK = 2 ** 21;

/**
 * Σ weights · K(support vector, x) for each row x of X.
 *
 * @param weights shape (nSupport, nScores)
 * @returns shape (nSamples, nScores)
 */
export function kernelScores(
  where: string,
  machine: KernelMachine,
  X: Tensor,
  weights: Tensor,
): Tensor {
  const [nSamples, nSupport] = [X.shape[0]!, machine.support.length];
  if (nSupport === 0) {
    const shape = [nSamples, weights.shape[1]!];
    return tensor(new Float64Array(shape[0]! * shape[1]!), { shape });
  }
  const products = productsWith(where, machine);
  const step = Math.max(1, Math.floor(BLOCK / nSupport));
  const parts: Tensor[] = [];
  for (let from = 0; from < nSamples; from += step) {
    const rows = X.slice([from, Math.min(nSamples, from + step)]);
    parts.push(kernelScope(machine.kernel.kernel, () => products(rows).matmul(weights)));
  }
  return parts.length === 1 ? parts[0]! : concatenate(parts, 0);
}

/** The products of rows with the support vectors. */
function productsWith(
  where: string,
  { kernel, support, vectors }: KernelMachine,
): (rows: Tensor) => Tensor {
  if (kernel.kernel === "precomputed") return (rows) => rows.take(support, 1);
  if (typeof kernel.kernel === "function") {
    const own = kernel.kernel as KernelFunction;
    return (rows) => applyKernel(where, own, rows, vectors);
  }
  return (rows) => {
    const { left, right, finish } = kernelFactors(kernel, rows, vectors);
    return finish(left.matmul(right));
  };
}
