import { LinAlgError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { promoteTypes } from "../dtype";
import { addressOf, contiguous } from "../factory";
import { astype, castTo } from "../ops/convert";
import { sumTo } from "../ops/sum-to";
import type { Shape } from "../shape";
import type { Tensor } from "../tensor";
import {
  batchShape,
  float64Copy,
  matrixShape,
  placesIn,
  rightHandSides,
  squareMatrices,
  transposed,
} from "./batches";
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
 * Leading axes are batches and broadcast.
 *
 * @param T shape (…, n, n)
 * @param B shape (n,) or (…, n, m)
 * @returns X, in the shape of B (with the batches of both)
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
  const t = squareMatrices("triangularSolve", T);
  const right = rightHandSides("triangularSolve", t, B);
  return right.restore(solveMatrices(t, right.B, right.batch, options));
}

function solveMatrices(
  T: Tensor,
  B: Tensor,
  batch: Shape,
  options: TriangularSolveOptions,
): Tensor {
  const dtype = promoteTypes(T.dtype, B.dtype);
  const X = castTo(substitute(castTo(T, "float64"), B.detach(), batch, options), dtype);
  const { lower = true, transpose = false, unitDiagonal = false } = options;
  const [recordT, recordB] = [needsGrad(T), needsGrad(B)];
  if (!recordT && !recordB) return X;
  const inputs = [...(recordT ? [T] : []), ...(recordB ? [B] : [])];
  return record(X, "triangularSolve", inputs, (g) => {
    // dL/dB = T⁻ᵀ·G, and dL/dT is the triangle of −dL/dB·Xᵀ (transposed where T is).
    const gB = solveMatrices(T, g, batch, { ...options, transpose: !transpose });
    const gradients: Tensor[] = [];
    if (recordT) {
      const full = transpose ? matmul(X, transposed(gB)) : matmul(gB, transposed(X));
      const part = lower
        ? lowerTriangle(full, unitDiagonal ? -1 : 0)
        : upperTriangle(full, unitDiagonal ? 1 : 0);
      gradients.push(fit(part.neg(), T));
    }
    if (recordB) gradients.push(fit(gB, B));
    return gradients;
  });
}

function fit(gradient: Tensor, x: Tensor): Tensor {
  return astype(sumTo(gradient, x.shape), x.dtype);
}

function substitute(
  T: Tensor,
  B: Tensor,
  batch: Shape,
  { lower = true, transpose = false, unitDiagonal = false }: TriangularSolveOptions,
): Tensor {
  const [n, m] = matrixShape(B);
  const X = float64Copy(B.broadcastTo([...batch, n, m]));
  const t = T.ndim === 2 ? T : contiguous(T);
  const memory = heap();
  memory.begin();
  const { kernels } = memory;
  const scratch = memory.scratch(kernels.multiplyIntoBytes(n, m, n), "triangularSolve");
  const [down, across] = t.strides.slice(-2) as [number, number];
  const [x, start] = [addressOf(X), addressOf(t)];
  placesIn(batch, batchShape(t)).forEach((place, i) => {
    const row = kernels.solveTriangular(
      lower !== transpose,
      unitDiagonal,
      n,
      m,
      start + place * n * n * 8,
      transpose ? across : down,
      transpose ? down : across,
      x + i * n * m * 8,
      scratch,
    );
    if (row < 0) return;
    throw new LinAlgError(
      `triangularSolve: expected a diagonal without zeros, got 0 at row ${row}: the matrix is singular`,
    );
  });
  return X;
}
