import { LinAlgError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { GradientError } from "../autograd/gradient-error";
import { needsGrad } from "../autograd/tape";
import type { Complex } from "../complex";
import { addressOf, emptyTensor, tensorFrom } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import {
  batchShape,
  checkFiniteMatrices,
  countMatrices,
  float64Copy,
  matrixShape,
  squareMatrices,
} from "./batches";

/** A·V = V·diag(values). */
export interface Eig {
  /** The eigenvalues in no particular order, a pair a ± bi together; shape (…, n). */
  readonly values: Complex;
  /** Columns of length 1, one an eigenvalue; shape (…, n, n). */
  readonly vectors: Complex;
}

/**
 * The eigenvalues and right eigenvectors of any square matrix, or of several along leading axes: complex in general.
 * Computed in float64: balanced, Hessenberg form, and Francis' QR algorithm with double shifts. For a symmetric
 * matrix `eigh` is faster and more accurate. Gradients are not available.
 *
 * @param A shape (…, n, n)
 * @throws ShapeError unless A is square; LinAlgError for NaN or infinite numbers; GradientError if A requires
 * gradients and they are recorded.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 7.5.
 * @roadmap FND-007
 * @example
 * ```ts
 * const { values } = eig(tensor([[0, -1], [1, 0]]));
 * values.imaginary; // [1, -1]
 * ```
 */
export function eig(A: Tensor): Eig {
  const { values, rows } = decompose("eig", A, true);
  const dtype = squareMatrices("eig", A).dtype;
  return { values: cast(values, dtype), vectors: cast(columns(values, rows!), dtype) };
}

/**
 * The eigenvalues of any square matrix, or of several along leading axes: `eig` without the vectors. The imaginary
 * parts of a matrix with real eigenvalues are 0. Gradients are not available.
 *
 * @param A shape (…, n, n)
 * @returns shape (…, n)
 * @throws ShapeError unless A is square; LinAlgError for NaN or infinite numbers; GradientError if A requires
 * gradients and they are recorded.
 * @example
 * ```ts
 * eigvals(tensor([[3, 1], [0, 2]])).real; // [3, 2]
 * ```
 */
export function eigvals(A: Tensor): Complex {
  const { values } = decompose("eigvals", A, false);
  return cast(values, squareMatrices("eigvals", A).dtype);
}

function decompose(where: string, A: Tensor, wantVectors: boolean) {
  const floats = squareMatrices(where, A);
  if (needsGrad(floats)) {
    throw new GradientError(
      `${where}: expected a matrix without gradients, got one that requires them; use eigh for a symmetric ` +
        "matrix, or detach()",
    );
  }
  checkFiniteMatrices(where, floats);
  const [n] = matrixShape(A);
  const batch = batchShape(A);
  const a = float64Copy(floats);
  const memory = heap();
  memory.begin();
  const { kernels } = memory;
  const real = emptyTensor(where, [...batch, n], "float64");
  const imaginary = emptyTensor(where, [...batch, n], "float64");
  const rows = wantVectors ? emptyTensor(where, [...batch, n, n], "float64") : undefined;
  const scratch = memory.scratch(kernels.generalEigenBytes(n), where);
  const [from, re, im] = [addressOf(a), addressOf(real), addressOf(imaginary)];
  const to = rows === undefined ? 0 : addressOf(rows);
  for (let i = 0; i < countMatrices(A); i++) {
    const at = i * n * n * 8;
    const [r, s] = [re + i * n * 8, im + i * n * 8];
    const vt = rows === undefined ? 0 : to + at;
    if (kernels.generalEigen(n, from + at, r, s, vt, scratch) === 0) {
      throw new LinAlgError(`${where}: expected convergence, got none`);
    }
  }
  return { values: { real, imaginary }, rows };
}

/** Columns of length 1 from the rows of the kernel, where a pair stands as real and imaginary part. */
function columns(values: Complex, rows: Tensor): Complex {
  const n = rows.shape[rows.ndim - 1]!;
  const packed = rows.data();
  const imaginary = values.imaginary.data();
  const [re, im] = [new Float64Array(packed.length), new Float64Array(packed.length)];
  for (let k = 0; k < imaginary.length; k++) {
    const [first, column] = [Math.floor(k / n) * n * n, k % n];
    const size = imaginary[k]!;
    // The second of a pair is the conjugate of the first.
    const row = first + (size < 0 ? column - 1 : column) * n;
    const x = packed.subarray(row, row + n);
    const y = size === 0 ? undefined : packed.subarray(row + n, row + 2 * n);
    const scale = 1 / Math.hypot(norm(x), y === undefined ? 0 : norm(y));
    for (let i = 0; i < n; i++) {
      re[first + i * n + column] = x[i]! * scale;
      if (y !== undefined) im[first + i * n + column] = Math.sign(size) * y[i]! * scale;
    }
  }
  return {
    real: tensorFrom(re, rows.shape, "float64"),
    imaginary: tensorFrom(im, rows.shape, "float64"),
  };
}

function norm(x: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function cast({ real, imaginary }: Complex, dtype: Tensor["dtype"]): Complex {
  return { real: castTo(real, dtype), imaginary: castTo(imaginary, dtype) };
}
