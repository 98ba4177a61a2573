import { heap } from "@gradus/kernels";
import { GradientError } from "../autograd/gradient-error";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, copyOf, identityMatrix, tensorFrom } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { floatingMatrix } from "./checks";
import { upperTriangle } from "./triangle";

/** Householder reflectors of a matrix, stored by columns as the kernels want them. */
export interface Reflectors {
  readonly m: number;
  readonly n: number;
  /** Shape (n, m): row j is column j of the factored matrix, R above and the reflectors below its diagonal. */
  readonly columns: Tensor;
  /** Shape (min(m, n),). */
  readonly tau: Tensor;
  /** Which column of the matrix stands where; the identity without pivoting. */
  readonly order: Int32Array;
}

/**
 * The reduced QR decomposition A = Q·R: Q has orthonormal columns, R is upper triangular. Householder's
 * method in float64. The signs are those of LAPACK. Gradients are not available.
 *
 * @param A shape (m, n)
 * @returns Q of shape (m, k) and R of shape (k, n), k = min(m, n)
 * @throws ShapeError unless A is a matrix; GradientError on a gradient through it.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.2.
 * @example
 * ```ts
 * const { Q, R } = qr(tensor([[3, 1], [4, 1]]));
 * R.at(0).at(0).item(); // -5
 * ```
 */
export function qr(A: Tensor): { readonly Q: Tensor; readonly R: Tensor } {
  const a = floatingMatrix("qr", A);
  const reflectors = factorQr(a, { pivoting: false });
  const { m, n, columns } = reflectors;
  const k = Math.min(m, n);
  const identity = identityMatrix(m, "float64").slice([0, k]); // rows of the identity are columns in the kernels' order
  const Q = castTo(applyQ(reflectors, identity, { transposed: false }).transpose(), a.dtype);
  const R = castTo(upperTriangle(columns.transpose().slice([0, k])), a.dtype);
  if (!needsGrad(a)) return { Q, R };
  const refuse = () => {
    throw new GradientError(
      "qr: expected an operation with a gradient, got qr, which has none yet",
    );
  };
  return { Q: record(Q, "qr", [a], refuse), R: record(R, "qr", [a], refuse) };
}

/** Factors a matrix, with column pivoting if asked: then |R₀₀| ≥ |R₁₁| ≥ … shows the rank. */
export function factorQr(A: Tensor, { pivoting }: { readonly pivoting: boolean }): Reflectors {
  const [m, n] = [A.shape[0]!, A.shape[1]!];
  const columns = copyOf(castTo(A.detach(), "float64").transpose());
  const k = Math.min(m, n);
  const memory = heap();
  memory.begin();
  const scratch = memory.scratch(k * 8 + n * 16 + n * 4 + 16, "qr");
  const norms = scratch + k * 8;
  const order = norms + n * 16;
  memory.kernels.qr(m, n, addressOf(columns), scratch, pivoting, order, norms);
  const tau = memory.f64.slice(scratch >>> 3, (scratch >>> 3) + k);
  const places = pivoting
    ? memory.i32.slice(order >>> 2, (order >>> 2) + n)
    : Int32Array.from({ length: n }, (_, j) => j);
  return { m, n, columns, tau: tensorFrom(tau, [k], "float64"), order: places };
}

/** Q·Y or Qᵀ·Y for Y given by columns: shape (count, m), one column of Y a row. */
export function applyQ(
  { m, columns, tau }: Reflectors,
  rows: Tensor,
  { transposed, steps = tau.size }: { readonly transposed: boolean; readonly steps?: number },
): Tensor {
  const Y = copyOf(rows);
  const memory = heap();
  memory.begin();
  const to = addressOf(Y);
  const from = addressOf(columns);
  memory.kernels.applyQ(transposed, m, Y.shape[0]!, steps, from, addressOf(tau), to);
  return Y;
}
