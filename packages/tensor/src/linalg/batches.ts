import { LinAlgError, ShapeError } from "@gradus/core";
import { noGrad } from "../autograd/tape";
import { floatingType } from "../dtype";
import { copyOf } from "../factory";
import { astype, castTo } from "../ops/convert";
import { broadcastShapes, type Shape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";

/** Floating matrices along the last two axes: integers become float64. @throws ShapeError below two axes. */
export function floatingMatrices(where: string, A: Tensor): Tensor {
  if (A.ndim < 2) {
    throw new ShapeError(
      `${where}: expected a matrix, or several along leading axes, got shape ${shapeText(A.shape)}`,
    );
  }
  return astype(A, floatingType(A.dtype));
}

/** @throws ShapeError unless the last two axes have one length. */
export function squareMatrices(where: string, A: Tensor): Tensor {
  if (A.ndim < 2 || A.shape[A.ndim - 1] !== A.shape[A.ndim - 2]) {
    throw new ShapeError(
      `${where}: expected a square matrix, or several along leading axes, got shape ${shapeText(A.shape)}`,
    );
  }
  return floatingMatrices(where, A);
}

/** The axes before the last two. */
export function batchShape(A: Tensor): Shape {
  return A.shape.slice(0, -2);
}

/** The lengths of the last two axes. */
export function matrixShape(A: Tensor): readonly [rows: number, columns: number] {
  return [A.shape[A.ndim - 2]!, A.shape[A.ndim - 1]!];
}

/** How many matrices x holds. */
export function countMatrices(A: Tensor): number {
  return sizeOf(batchShape(A));
}

/** The last two axes swapped: a view. */
export function transposed(A: Tensor): Tensor {
  const batch = A.shape.slice(0, -2).map((_, i) => i);
  return A.transpose(...batch, A.ndim - 1, A.ndim - 2);
}

/** The elements as float64, row by row in memory of their own: for kernels that work in place. */
export function float64Copy(A: Tensor): Tensor {
  return A.dtype === "float64" ? copyOf(A) : castTo(A, "float64");
}

/**
 * Checks right-hand sides B for matrices of n rows. As in NumPy, B is a vector only if it has one axis.
 * @returns B as matrices, and how to give a result B's form
 * @throws ShapeError unless B has shape (n,) or (…, n, m) with leading axes that broadcast.
 */
export function rightHandSides(
  where: string,
  A: Tensor,
  b: Tensor,
): { B: Tensor; batch: Shape; restore: (X: Tensor) => Tensor } {
  const n = A.shape[A.ndim - 2]!;
  const rows = b.ndim === 1 ? b.shape[0] : b.shape[b.ndim - 2];
  if (b.ndim === 0 || rows !== n) {
    throw new ShapeError(
      `${where}: expected a right-hand side of shape (${n},) or (…, ${n}, m), got ${shapeText(b.shape)}`,
    );
  }
  const floats = astype(b, floatingType(b.dtype));
  const B = b.ndim === 1 ? floats.unsqueeze(1) : floats;
  const batch = broadcastShapes(where, batchShape(A), batchShape(B));
  return { B, batch, restore: b.ndim === 1 ? (X) => X.squeeze(-1) : (X) => X };
}

/** For each place in a broadcast batch, which matrix of an operand with leading axes `shape` stands there. */
export function placesIn(batch: Shape, shape: Shape): Int32Array {
  const places = new Int32Array(sizeOf(batch));
  const missing = batch.length - shape.length;
  for (let i = 0; i < places.length; i++) {
    let rest = i;
    let step = 1;
    for (let axis = batch.length - 1; axis >= missing; axis--) {
      const length = shape[axis - missing]!;
      const index = rest % batch[axis]!;
      rest = Math.floor(rest / batch[axis]!);
      if (length !== 1) places[i]! += index * step;
      step *= length;
    }
  }
  return places;
}

/** @throws LinAlgError if an entry is NaN or infinite: iterations would not end. */
export function checkFiniteMatrices(where: string, A: Tensor): void {
  // 0·x is 0 for finite x and NaN otherwise.
  if (A.size > 0 && !(noGrad(() => A.mul(0).sum().item()) === 0)) {
    throw new LinAlgError(`${where}: expected finite numbers, got NaN or an infinite number`);
  }
}
