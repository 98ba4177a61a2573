import { heap } from "@gradus/kernels";
import { GradientError } from "../autograd/gradient-error";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, copyOf, filledTensor, tensorFrom } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { batchShape, countMatrices, floatingMatrices, matrixShape, transposed } from "./batches";
import { qrGradient } from "./qr-gradient";
import { upperTriangle } from "./triangle";

/** How much of Q {@link qr} gives. */
export interface QrOptions {
  /**
   * "reduced" (default): Q of shape (…, m, min(m, n)); "complete": a whole basis, (…, m, m); "r": R alone, in about
   * half the time, with a Q without columns.
   */
  readonly mode?: "reduced" | "complete" | "r";
}

/** A = Q·R. */
export interface Qr {
  /** Orthonormal columns. */
  readonly Q: Tensor;
  /** Upper triangular, with as many rows as Q has columns. */
  readonly R: Tensor;
}

/** Householder reflectors of matrices, stored by columns as the kernels want them. */
export interface Reflectors {
  readonly m: number;
  readonly n: number;
  /** Shape (…, n, m): row j is column j of the factored matrix, R above and the reflectors below its diagonal. */
  readonly columns: Tensor;
  /** Shape (…, min(m, n)). */
  readonly tau: Tensor;
  /** Which column of the matrix stands where; the identity without pivoting. */
  readonly order: Int32Array;
}

/**
 * The QR decomposition A = Q·R of a matrix, or of several along leading axes: Q has orthonormal columns, R is
 * upper triangular. Householder's method by blocks of columns, in float64. The signs are those of LAPACK.
 * Differentiable where the first min(m, n) columns are independent; not with "complete" for m > n.
 *
 * @param A shape (…, m, n)
 * @throws ShapeError below two axes; GradientError on a gradient through the complete form for m > n.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.2.
 * @roadmap FND-008
 * @example
 * ```ts
 * const { Q, R } = qr(tensor([[3, 1], [4, 1]]));
 * R.at(0).at(0).item(); // -5
 * ```
 */
export function qr(A: Tensor, { mode = "reduced" }: QrOptions = {}): Qr {
  const a = floatingMatrices("qr", A);
  if (mode === "r" && needsGrad(a)) return { Q: emptyQ(a), R: qr(a).R };
  const [m, n] = matrixShape(a);
  const k = mode === "complete" ? m : Math.min(m, n);
  const batch = batchShape(a);
  const reflectors = factorQr(a, { pivoting: false });
  const Q = mode === "r" ? emptyQ(a) : transposed(castTo(rowsOfQ(reflectors, k), a.dtype));
  const all = batch.map(() => null);
  const R = privately(() =>
    castTo(upperTriangle(transposed(reflectors.columns).slice(...all, [0, k])), a.dtype),
  );
  if (!needsGrad(a)) return { Q, R };
  if (mode === "complete" && m > n) {
    const refuse = () => {
      throw new GradientError(
        'qr: expected mode "reduced" for gradients of a matrix with more rows than columns, got "complete"',
      );
    };
    return { Q: record(Q, "qr", [a], refuse), R: record(R, "qr", [a], refuse) };
  }
  const factors = { A: a, Q, R };
  record(Q, "qr", [a], (g) => [qrGradient(factors, g, undefined)]);
  record(R, "qr", [a], (g) => [qrGradient(factors, undefined, g)]);
  return { Q, R };
}

function emptyQ(A: Tensor): Tensor {
  return filledTensor("qr", [...batchShape(A), matrixShape(A)[0], 0], A.dtype, 0);
}

/** The first k columns of Q, as rows: shape (…, k, m). */
function rowsOfQ(reflectors: Reflectors, k: number): Tensor {
  const { m, n, columns, tau } = reflectors;
  const batch = batchShape(columns);
  const rows = filledTensor("qr", [...batch, k, m], "float64", 0);
  const memory = heap();
  memory.begin();
  const first = addressOf(rows) >>> 3;
  for (let line = 0; line < countMatrices(columns) * k; line++) {
    memory.f64[first + line * m + (line % k)] = 1;
  }
  const { kernels } = memory;
  const scratch = memory.scratch(kernels.blockScratchBytes(k, m), "qr");
  const steps = Math.min(m, n);
  const [from, t, to] = [addressOf(columns), addressOf(tau), addressOf(rows)];
  for (let i = 0; i < countMatrices(columns); i++) {
    const at = to + i * k * m * 8;
    kernels.applyQBlocked(
      false,
      true,
      m,
      k,
      steps,
      from + i * m * n * 8,
      t + i * steps * 8,
      at,
      scratch,
    );
  }
  return rows;
}

/** Factors matrices; with column pivoting (for one matrix) |R₀₀| ≥ |R₁₁| ≥ … shows the rank. */
export function factorQr(A: Tensor, { pivoting }: { readonly pivoting: boolean }): Reflectors {
  const [m, n] = matrixShape(A);
  const columns = copyOf(transposed(castTo(A.detach(), "float64")));
  if (pivoting) return factorPivoted(m, n, columns);
  const k = Math.min(m, n);
  const tau = filledTensor("qr", [...batchShape(A), k], "float64", 0);
  const memory = heap();
  memory.begin();
  const scratch = memory.scratch(memory.kernels.blockScratchBytes(n, m), "qr");
  const [a, t] = [addressOf(columns), addressOf(tau)];
  for (let i = 0; i < countMatrices(A); i++) {
    memory.kernels.qrBlocked(m, n, a + i * m * n * 8, t + i * k * 8, scratch);
  }
  return { m, n, columns, tau, order: Int32Array.from({ length: n }, (_, j) => j) };
}

function factorPivoted(m: number, n: number, columns: Tensor): Reflectors {
  const k = Math.min(m, n);
  const memory = heap();
  memory.begin();
  const scratch = memory.scratch(k * 8 + n * 16 + n * 4 + 16, "qr");
  const norms = scratch + k * 8;
  const order = norms + n * 16;
  memory.kernels.qrPivoted(m, n, addressOf(columns), scratch, order, norms);
  const tau = memory.f64.slice(scratch >>> 3, (scratch >>> 3) + k);
  const places = memory.i32.slice(order >>> 2, (order >>> 2) + n);
  return { m, n, columns, tau: tensorFrom(tau, [k], "float64"), order: places };
}

/** Q·Y or Qᵀ·Y, for one matrix and Y given by columns: shape (count, m), one column of Y a row. */
export function applyQ(
  { m, columns, tau }: Reflectors,
  rows: Tensor,
  { transposed, steps = tau.size }: { readonly transposed: boolean; readonly steps?: number },
): Tensor {
  const Y = copyOf(rows);
  const count = Y.shape[0]!;
  const memory = heap();
  memory.begin();
  const scratch = memory.scratch(memory.kernels.blockScratchBytes(count, m), "qr");
  const [to, from, t] = [addressOf(Y), addressOf(columns), addressOf(tau)];
  memory.kernels.applyQBlocked(transposed, false, m, count, steps, from, t, to, scratch);
  return Y;
}
