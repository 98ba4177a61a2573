import { LinAlgError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { promoteTypes } from "../dtype";
import { addressOf, copyOf } from "../factory";
import { astype, castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { rightHandSide, squareMatrix } from "./checks";
import { matmul } from "./matmul";
import { lowerTriangle, upperTriangle } from "./triangle";

/** Which triangle, and which system. */
export interface TriangularSolveOptions {
  /** Whether T is lower triangular (default) or upper. */
  readonly lower?: boolean;
  /** Solve Tᵀ·X = B instead. Default false. */
  readonly transpose?: boolean;
  /** Take the diagonal of T as 1 without reading it. Default false. */
  readonly unitDiagonal?: boolean;
}

/**
 * Solves T·X = B for triangular T, whose other triangle is not read. Computed in float64. Differentiable.
 *
 * @param T shape (n, n)
 * @param B shape (n,) or (n, m)
 * @returns X, in the shape of B
 * @throws ShapeError if the shapes do not fit; LinAlgError, with the row, if the diagonal has a 0.
 * @example
 * ```ts
 * triangularSolve(tensor([[2, 0], [1, 1]]), tensor([4, 3])).toArray(); // [2, 1]
 * ```
 */
export function triangularSolve(
  T: Tensor,
  B: Tensor,
  options: TriangularSolveOptions = {},
): Tensor {
  const t = squareMatrix("triangularSolve", T);
  const right = rightHandSide("triangularSolve", t.shape[0]!, B);
  return right.restore(solveMatrix(t, right.B, options));
}

function solveMatrix(T: Tensor, B: Tensor, options: TriangularSolveOptions): Tensor {
  const dtype = promoteTypes(T.dtype, B.dtype);
  const X = castTo(substitute(castTo(T, "float64"), castTo(B, "float64"), options), dtype);
  const { lower = true, transpose = false, unitDiagonal = false } = options;
  const [recordT, recordB] = [needsGrad(T), needsGrad(B)];
  if (!recordT && !recordB) return X;
  const inputs = [...(recordT ? [T] : []), ...(recordB ? [B] : [])];
  return record(X, "triangularSolve", inputs, (g) => {
    // dL/dB = T⁻ᵀ·G, and dL/dT is the triangle of −dL/dB·Xᵀ (transposed where T is).
    const gB = solveMatrix(T, g, { ...options, transpose: !transpose });
    const gradients: Tensor[] = [];
    if (recordT) {
      const full = transpose ? matmul(X, gB.transpose()) : matmul(gB, X.transpose());
      const part = lower
        ? lowerTriangle(full, unitDiagonal ? -1 : 0)
        : upperTriangle(full, unitDiagonal ? 1 : 0);
      gradients.push(astype(part.neg(), T.dtype));
    }
    if (recordB) gradients.push(astype(gB, B.dtype));
    return gradients;
  });
}

function substitute(
  T: Tensor,
  B: Tensor,
  { lower = true, transpose = false, unitDiagonal = false }: TriangularSolveOptions,
): Tensor {
  const X = copyOf(B);
  const [n, m] = [X.shape[0]!, X.shape[1]!];
  const memory = heap();
  memory.begin();
  const [down, across] = T.strides as [number, number];
  const row = memory.kernels.solveTriangular(
    lower !== transpose,
    unitDiagonal,
    n,
    m,
    addressOf(T),
    transpose ? across : down,
    transpose ? down : across,
    addressOf(X),
  );
  if (row >= 0) {
    throw new LinAlgError(
      `triangularSolve: expected a diagonal without zeros, got 0 at row ${row}: the matrix is singular`,
    );
  }
  return X;
}
