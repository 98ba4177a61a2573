import { needsGrad, record } from "../autograd/tape";
import { tensorFrom } from "../factory";
import type { Tensor } from "../tensor";
import { batchShape, countMatrices, matrixShape, squareMatrices, transposed } from "./batches";
import { exchangeSigns, luFactor } from "./lu";
import { inverse } from "./solve";

/**
 * The determinant of a square matrix, or of several along leading axes, by LU. Differentiable where A is
 * regular. It overflows for large matrices: see `slogdet`.
 *
 * @returns shape (…): 0-d for one matrix; 0 for a singular matrix, 1 for one without rows
 * @throws ShapeError unless A is square.
 * @example
 * ```ts
 * determinant(tensor([[1, 2], [3, 4]])).item(); // -2
 * ```
 */
export function determinant(A: Tensor): Tensor {
  const a = squareMatrices("determinant", A);
  const { n, diagonals, signs } = pivots(a);
  signs.forEach((sign, i) => {
    signs[i] = diagonals.subarray(i * n, (i + 1) * n).reduce((product, x) => product * x, sign);
  });
  const y = tensorFrom(signs, batchShape(a), a.dtype);
  if (!needsGrad(a)) return y;
  // Jacobi's formula: d det(A)/dA = det(A)·A⁻ᵀ.
  return record(y, "determinant", [a], (g) => [
    matrixScalars(g.mul(y)).mul(transposed(inverse(a))),
  ]);
}

/** What {@link slogdet} finds: det A = sign · e^logAbsDet. */
export interface Slogdet {
  /** −1, 0 or 1; shape (…). */
  readonly sign: Tensor;
  /** log |det A|, −∞ for a singular matrix; shape (…). */
  readonly logAbsDet: Tensor;
}

/**
 * The sign and the logarithm of the size of a determinant, which neither overflow nor vanish.
 * Differentiable in logAbsDet where A is regular.
 *
 * @param A shape (…, n, n)
 * @throws ShapeError unless A is square.
 * @example
 * ```ts
 * const found = slogdet(tensor([[1, 2], [3, 4]]));
 * found.sign.item(); // -1
 * found.logAbsDet.exp().item().toFixed(4); // "2.0000"
 * ```
 */
export function slogdet(A: Tensor): Slogdet {
  const a = squareMatrices("slogdet", A);
  const { n, diagonals, signs } = pivots(a);
  const sizes = signs.map((_, i) => {
    let sum = 0;
    for (const x of diagonals.subarray(i * n, (i + 1) * n)) {
      sum += Math.log(Math.abs(x));
      signs[i]! *= Math.sign(x);
    }
    return sum;
  });
  // + 0 makes 0 of −0.
  const sign = tensorFrom(
    signs.map((s) => s + 0),
    batchShape(a),
    a.dtype,
  );
  const logAbsDet = tensorFrom(sizes, batchShape(a), a.dtype);
  if (!needsGrad(a)) return { sign, logAbsDet };
  // d log|det A|/dA = A⁻ᵀ.
  record(logAbsDet, "slogdet", [a], (g) => [matrixScalars(g).mul(transposed(inverse(a)))]);
  return { sign, logAbsDet };
}

/** The diagonals of U, matrix by matrix, and the signs of the row exchanges. */
function pivots(A: Tensor) {
  const lu = luFactor(A.detach());
  const [n] = matrixShape(A);
  const entries = lu.factors.data();
  const diagonals = new Float64Array(countMatrices(A) * n).map(
    (_, i) => entries[Math.floor(i / n) * n * n + (i % n) * (n + 1)]!,
  );
  return { n, diagonals, signs: exchangeSigns(lu) };
}

/** One number a matrix, as a (…, 1, 1) tensor that multiplies matrices. */
function matrixScalars(x: Tensor): Tensor {
  return x.unsqueeze(-1).unsqueeze(-1);
}
