import { LinAlgError, RandomState } from "@gradus/core";
import { cholesky, diagonal, eye, type Tensor, tensor, triangularSolve } from "@gradus/tensor";
import type { AnyDesign } from "./centering";
import type { Design } from "./design";
import { minimumNorm, type SpectralOptions } from "./minimum-norm";
import { SparseDesign } from "./sparse-design";
import { conjugateGradients, warnOpen } from "./sparse-least-squares";
import { solveLower, solveUpper } from "./triangular";

/** Above this condition number a Cholesky solution with one refinement loses more than 1e-9. */
const WORST_CONDITION = 1e10;
/** Below this one it loses less than that without the refinement. */
const HARMLESS_CONDITION = 1e4;
/** How far from the cut the smallest direction must stay for the estimate of it to be trusted. */
const SAFETY = 10;
const ITERATIONS = 12;
/** Up to so many unknowns, plain loops solve for one right side in less time than a call of a kernel takes. */
const SMALL = 200;
/** Up to so many sparse features their Gram matrix is formed at once, and up to so many where slopes come to no rest. */
const FEW_SPARSE = 300;
const MOST_SPARSE = 3000;

/**
 * The W that minimizes ‖Y − XW‖² + α‖W‖², of least length where there are several.
 *
 * Normal equations where they are well enough conditioned (the smaller of XᵀX and XXᵀ, by Cholesky,
 * and one step of refinement with the true residual, which makes them about as accurate as an
 * orthogonal method); singular values otherwise. With a sparse X normal equations of few features, and conjugate
 * gradients otherwise.
 *
 * @param X shape (nSamples, nFeatures)
 * @param Y shape (nSamples, nTargets)
 * @returns shape (nFeatures, nTargets)
 * @see Björck (1996), Numerical Methods for Least Squares Problems, section 2.9.
 */
export function solveLeastSquares(X: AnyDesign, Y: Tensor, options: SpectralOptions): Tensor {
  if (X instanceof SparseDesign) return solveSparse(X, Y, options);
  const [nSamples, nFeatures] = X.shape;
  const solve = nFeatures > nSamples ? solveWide : solveTall;
  return solve(X, Y, options) ?? minimumNorm(toFloat64(X.matrix()), toFloat64(Y), options);
}

function solveSparse(X: SparseDesign, Y: Tensor, options: SpectralOptions): Tensor {
  const nFeatures = X.shape[1];
  const direct = nFeatures <= FEW_SPARSE ? solveTall(X, Y, options) : undefined;
  if (direct) return direct;
  const { W, converged } = conjugateGradients(X, Y, options.alpha);
  if (converged) return W;
  const late =
    nFeatures > FEW_SPARSE && nFeatures <= MOST_SPARSE ? solveTall(X, Y, options) : undefined;
  if (!late) warnOpen();
  return late ?? W;
}

/** (XᵀX + αI)·W = XᵀY. */
function solveTall(X: AnyDesign, Y: Tensor, options: SpectralOptions): Tensor | undefined {
  const gram = factorGram(X.gram(), options);
  if (!gram) return undefined;
  const W = gram.solve(X.transposedTimes(Y));
  if (gram.condition < HARMLESS_CONDITION) return W;
  const slope = X.transposedTimes(Y.sub(X.times(W))).sub(W.mul(options.alpha));
  return W.add(gram.solve(slope));
}

/** W = XᵀA with (XXᵀ + αI)·A = Y. */
function solveWide(design: Design, Y: Tensor, options: SpectralOptions): Tensor | undefined {
  // Without a penalty there is no unique solution, and XXᵀ says too little about the cut.
  if (options.alpha === 0) return undefined;
  const X = design.matrix();
  const Xt = X.transpose();
  const gram = factorGram(X.matmul(Xt), options);
  if (!gram) return undefined;
  const A = gram.solve(Y);
  const residual = Y.sub(X.matmul(Xt.matmul(A))).sub(A.mul(options.alpha));
  return Xt.matmul(A.add(gram.solve(residual)));
}

interface FactoredGram {
  /** About the condition number of the matrix, scaled to a unit diagonal; not below it by much. */
  readonly condition: number;
  solve(B: Tensor): Tensor;
}

/**
 * G + αI, scaled to a unit diagonal and factored; nothing if it is too ill-conditioned for Cholesky,
 * or if G may have directions below the cut.
 */
function factorGram(G: Tensor, { alpha, tol }: SpectralOptions): FactoredGram | undefined {
  const n = G.shape[0]!;
  const penalized = alpha === 0 ? G : G.add(eye(n).mul(alpha));
  const squares = diagonal(penalized);
  if (!(squares.min().item() > 0)) return undefined;
  const scale = squares.sqrt().reciprocal(); // (n,)
  const column = scale.reshape([n, 1]);
  const L = choleskyOrNothing(penalized.mul(column).mul(scale));
  if (!L) return undefined;
  const solveScaled = solverOf(L, n);
  const solve = (B: Tensor) => solveScaled(B.mul(column)).mul(column);
  // The scaled matrix has ones on its diagonal, so its largest eigenvalue is at most n.
  const condition = n / smallestEigenvalue(n, solveScaled);
  if (condition > WORST_CONDITION) return undefined;
  if (tol > 0) {
    const narrowest = Math.sqrt(smallestEigenvalue(n, solve) / squares.sum().item());
    if (narrowest < SAFETY * tol) return undefined;
  }
  return { solve, condition };
}

/** B → (LLᵀ)⁻¹B. */
function solverOf(L: Tensor, n: number): (B: Tensor) => Tensor {
  const byKernels = (B: Tensor) => triangularSolve(L, triangularSolve(L, B), { transpose: true });
  if (n > SMALL) return byKernels;
  const factor = L.data() as Float64Array;
  return (B) => {
    if (B.size !== n) return byKernels(B);
    const x = B.data() as Float64Array;
    solveLower(factor, x, n);
    solveUpper(factor, x, n);
    return tensor(x, { shape: [n, 1] });
  };
}

function choleskyOrNothing(A: Tensor): Tensor | undefined {
  try {
    return cholesky(A);
  } catch (error) {
    if (error instanceof LinAlgError) return undefined;
    throw error;
  }
}

/** The smallest eigenvalue of a positive definite matrix, from above, by inverse iteration. */
function smallestEigenvalue(n: number, solve: (B: Tensor) => Tensor): number {
  const random = new RandomState(0);
  const start = Float64Array.from({ length: n }, () => random.uniform() - 0.5);
  let v = tensor(start, { shape: [n, 1] });
  let size = 0;
  for (let i = 0; i < ITERATIONS; i++) {
    v = solve(v.div(v.norm()));
    size = v.norm().item();
  }
  return 1 / size;
}

function toFloat64(x: Tensor): Tensor {
  return x.astype("float64");
}
