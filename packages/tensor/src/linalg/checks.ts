import { ShapeError, ValueError } from "@gradus/core";
import { floatingType } from "../dtype";
import { astype } from "../ops/convert";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";

/** A floating matrix: integers become float64. @throws ShapeError unless A has two axes. */
export function floatingMatrix(where: string, A: Tensor): Tensor {
  if (A.ndim !== 2) {
    throw new ShapeError(`${where}: expected a matrix, got shape ${shapeText(A.shape)}`);
  }
  return astype(A, floatingType(A.dtype));
}

/** @throws ShapeError unless A is a square matrix. */
export function squareMatrix(where: string, A: Tensor): Tensor {
  if (A.ndim !== 2 || A.shape[0] !== A.shape[1]) {
    throw new ShapeError(`${where}: expected a square matrix, got shape ${shapeText(A.shape)}`);
  }
  return floatingMatrix(where, A);
}

/**
 * Checks a right-hand side of n rows. @returns it as a matrix, and how to give a result b's number of axes
 * @throws ShapeError unless b has shape (n,) or (n, m).
 */
export function rightHandSide(
  where: string,
  n: number,
  b: Tensor,
): { B: Tensor; restore: (X: Tensor) => Tensor } {
  if ((b.ndim !== 1 && b.ndim !== 2) || b.shape[0] !== n) {
    throw new ShapeError(
      `${where}: expected a right-hand side of shape (${n},) or (${n}, m), got ${shapeText(b.shape)}`,
    );
  }
  const B = astype(b, floatingType(b.dtype));
  if (b.ndim === 2) return { B, restore: (X) => X };
  return { B: B.unsqueeze(1), restore: (x) => x.squeeze(1) };
}

/** @throws ValueError if an entry is NaN or infinite. */
export function checkAllFinite(where: string, name: string, x: Tensor): void {
  const values = x.data();
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new ValueError(
        `${where}: ${name} must hold finite numbers, got ${values[i]} at flat index ${i}`,
      );
    }
  }
}
