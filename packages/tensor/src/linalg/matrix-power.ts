import { describeValue, ParameterError } from "@gradus/core";
import { eye } from "../create";
import type { Tensor } from "../tensor";
import { matrixShape, squareMatrices } from "./batches";
import { matmul } from "./matmul";
import { inverse } from "./solve";

/**
 * The integer power Aᵖ of a square matrix, or of several along leading axes, by repeated squaring; below 0 of the
 * inverse. Differentiable.
 *
 * @param A shape (…, n, n)
 * @throws ShapeError unless A is square; ParameterError unless p is an integer; LinAlgError for p < 0 if A is singular.
 * @example
 * ```ts
 * matrixPower(tensor([[1, 1], [0, 1]]), 5).toArray(); // [[1, 5], [0, 1]]
 * ```
 */
export function matrixPower(A: Tensor, p: number): Tensor {
  const a = squareMatrices("matrixPower", A);
  if (!Number.isSafeInteger(p)) {
    throw new ParameterError(`matrixPower: p must be an integer, got ${describeValue(p)}`);
  }
  let square = p < 0 ? inverse(a) : a;
  let result: Tensor | undefined;
  for (let rest = Math.abs(p); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = result === undefined ? square : matmul(result, square);
    if (rest > 1) square = matmul(square, square);
  }
  return result ?? eye(matrixShape(a)[0], { dtype: a.dtype }).broadcastTo(a.shape).clone();
}
