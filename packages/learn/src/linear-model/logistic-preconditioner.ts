import { LinAlgError } from "@gradus/core";
import {
  arange,
  cholesky,
  concatenate,
  eye,
  ones,
  SparseTensor,
  type Tensor,
  tensor,
} from "@gradus/tensor";
import type { LogisticProblem } from "./logistic-problem";
import { solveLower, solveUpper, timesLower, timesUpper } from "./triangular";

/** So many rows tell the shape of the bowl well enough, or this many for each feature. */
const ROWS = 2000;
const ROWS_PER_FEATURE = 20;
/** Beyond so many features the factor costs more than the iterations that it saves. */
const MOST_FEATURES = 500;

/** A change of variables that makes the bowl round: parameters θ = L⁻ᵀv for each class. */
export interface Preconditioner {
  /** θ = L⁻ᵀv, in a new array. */
  parameters(v: Float64Array): Float64Array;
  /** v = Lᵀθ, in a new array. */
  variables(parameters: Float64Array): Float64Array;
  /** dF/dv = L⁻¹·dF/dθ, in a new array. */
  slopes(gradient: Float64Array): Float64Array;
  /** dF/dθ = L·dF/dv, in a new array. */
  gradient(slopes: Float64Array): Float64Array;
}

/**
 * L from the Cholesky factor LLᵀ of the second derivatives where the classes have the same scores in all rows, from some
 * of the rows: L-BFGS needs about half as many iterations then, and does not mind the features' units.
 *
 * @returns nothing for sparse features, for very many, and where the factor does not exist
 */
export function preconditionerOf(problem: LogisticProblem): Preconditioner | undefined {
  const { X, nFeatures } = problem.products;
  if (X instanceof SparseTensor || nFeatures > MOST_FEATURES) return undefined;
  const factor = factorOf(hessianOf(problem, X));
  if (factor === undefined) return undefined;
  const { nScores: n, stride } = problem;
  return {
    parameters: (v) => rowByRow(v, n, (row) => solveUpper(factor, row, stride)),
    variables: (parameters) => rowByRow(parameters, n, (row) => timesUpper(factor, row, stride)),
    slopes: (gradient) => rowByRow(gradient, n, (row) => solveLower(factor, row, stride)),
    gradient: (slopes) => rowByRow(slopes, n, (row) => timesLower(factor, row, stride)),
  };
}

function hessianOf(problem: LogisticProblem, X: Tensor): Tensor {
  const { nSamples, nFeatures } = problem.products;
  const most = Math.max(ROWS, ROWS_PER_FEATURE * nFeatures);
  const step = Math.max(1, Math.floor(nSamples / most));
  const rows = (step === 1 ? X : X.slice([0, nSamples, step])).astype("float64");
  const m = rows.shape[0]!;
  const design = problem.fitIntercept
    ? concatenate([rows, ones([m, 1], { dtype: "float64" })], 1)
    : rows;
  const weights = tensor(
    Float64Array.from({ length: m }, (_, i) => problem.weights?.[i * step] ?? 1),
  );
  const gram = design.transpose().matmul(design.mul(weights.reshape([m, 1])));
  const total = weights.sum().item() || 1;
  const share = 1 / problem.nClasses;
  const hessian = gram.mul((share * (1 - share)) / total);
  const isWeight = arange(problem.stride).less(nFeatures);
  const penalty = isWeight.astype("float64").mul(problem.penalty.l2);
  return hessian.add(eye(problem.stride).mul(penalty));
}

/** The lower factor of H, whose diagonal is raised a little where it is not safely positive definite. */
function factorOf(H: Tensor): Float64Array | undefined {
  const n = H.shape[0]!;
  const scale = H.mul(eye(n)).sum(0); // the diagonal
  for (const share of [0, 1e-8, 1e-4]) {
    try {
      return cholesky(
        H.add(eye(n).mul(scale.mul(share).add(share * 1e-12))),
      ).data() as Float64Array;
    } catch (error) {
      if (!(error instanceof LinAlgError)) throw error;
    }
  }
  return undefined;
}

function rowByRow(
  values: Float64Array,
  nRows: number,
  solve: (row: Float64Array) => void,
): Float64Array {
  const solved = values.slice();
  const n = values.length / nRows;
  for (let k = 0; k < nRows; k++) solve(solved.subarray(k * n, (k + 1) * n));
  return solved;
}
