import { cholesky, eye, type Tensor, tensor, triangularSolve } from "@gradus/tensor";
import type { Kernel } from "./kernels/kernel";
import type { ValueAndGradient } from "./minimize-in-box";

/** A normal distribution of the latent values f of the rows, about their likeliest ones. */
export interface LaplaceMode {
  /** The logarithm of the labels' marginal likelihood. */
  readonly logLikelihood: number;
  /** t − σ(f) for labels t of 0 and 1, shape (nSamples,): the slope of the labels' likelihood. */
  readonly residual: Tensor;
  /** W½ = √(σ(f)(1 − σ(f))), shape (nSamples,). */
  readonly wRoot: Tensor;
  /** The lower triangular L with I + W½KW½ = LLᵀ. */
  readonly L: Tensor;
  /** K⁻¹f. */
  readonly a: Tensor;
}

/**
 * The likeliest latent values for labels of 0 and 1, by Newton's method.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, algorithm 3.1.
 */
export function laplaceMode(K: Tensor, labels: Tensor, maxIter: number): LaplaceMode {
  const n = K.shape[0]!;
  const signs = labels.mul(2).sub(1);
  let f = tensor(new Float64Array(n));
  let best = Number.NEGATIVE_INFINITY;
  for (let iteration = 1; ; iteration++) {
    const share = f.sigmoid();
    const W = share.mul(share.neg().add(1));
    const wRoot = W.sqrt();
    const residual = labels.sub(share);
    const scaledK = wRoot.unsqueeze(1).mul(K);
    const L = cholesky(scaledK.mul(wRoot).add(eye(n, { dtype: "float64" })));
    const b = W.mul(f).add(residual);
    const a = b.sub(wRoot.mul(solveFactored(L, scaledK.matmul(b))));
    f = K.matmul(a);
    const logLikelihood =
      -0.5 * a.dot(f).item() -
      signs.mul(f).neg().softplus().sum().item() -
      L.diagonal().log().sum().item();
    const isAtRest = logLikelihood - best < 1e-10;
    if (!isAtRest) best = logLikelihood;
    if (isAtRest || iteration === maxIter) return { logLikelihood: best, residual, wRoot, L, a };
  }
}

/**
 * The likelihood by a kernel, and its slope by the logarithms of its hyperparameters.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, algorithm 5.1.
 */
export function laplaceLikelihood(
  kernel: Kernel,
  rows: Tensor,
  labels: Tensor,
  maxIter: number,
): ValueAndGradient {
  const { K, gradients } = kernel.withGradients(rows);
  const { logLikelihood, residual, wRoot, L, a } = laplaceMode(K, labels, maxIter);
  const column = wRoot.unsqueeze(1);
  // R = W½ (I + W½KW½)⁻¹ W½ = (K + W⁻¹)⁻¹
  const R = column.mul(solveFactored(L, eye(K.shape[0]!, { dtype: "float64" }))).mul(wRoot);
  const C = triangularSolve(L, column.mul(K));
  const share = labels.sub(residual);
  const third = share.mul(share.neg().add(1)).mul(share.mul(-2).add(1));
  // How the determinant changes with f, which moves with the kernel.
  const throughMode = K.diagonal().sub(C.mul(C).sum(0)).mul(third).mul(-0.5);
  const gradient = Float64Array.from(gradients, (slope) => {
    const direct = 0.5 * a.dot(slope.matmul(a)).item() - 0.5 * R.mul(slope).sum().item();
    const b = slope.matmul(residual);
    const moved = b.sub(K.matmul(R.matmul(b)));
    return direct + throughMode.dot(moved).item();
  });
  return { value: logLikelihood, gradient };
}

function solveFactored(L: Tensor, B: Tensor): Tensor {
  return triangularSolve(L, triangularSolve(L, B), { transpose: true });
}
