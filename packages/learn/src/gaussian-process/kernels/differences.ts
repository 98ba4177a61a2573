import { checkPositive, ParameterError, ShapeError } from "@gradus/core";
import { fromWriter, ones, type Tensor } from "@gradus/tensor";
import { overSpans, squareOf } from "../../metrics/pairwise/row-distances";

/** ‖(x − y) / ℓ‖² of every row of X and every row of Y, by differences: 0 for equal rows. */
export function scaledSquares(
  X: Tensor,
  Y: Tensor | undefined,
  lengthScale: number | readonly number[],
): Tensor {
  const left = scaled(X, lengthScale);
  const right = Y ? scaled(Y, lengthScale) : left;
  return overSpans({ X: left, Y: right, isSame: Y === undefined }, squareOf);
}

/** (xⱼ − yⱼ)² / ℓⱼ² of every two rows of X, for one feature. */
export function squaresOfFeature(X: Tensor, j: number, lengthScale: number): Tensor {
  const [n, d] = X.shape as [number, number];
  const x = X.data();
  return fromWriter([n, n], "float64", (out) => {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        out[i * n + k] = ((x[i * d + j]! - x[k * d + j]!) / lengthScale) ** 2;
      }
    }
  });
}

/** Ones, the diagonal of a kernel that is 1 for equal rows. */
export function onesFor(X: Tensor): Tensor {
  return ones(X.shape[0]!, { dtype: "float64" });
}

/** @throws ParameterError unless it is a number > 0, or a list of them. */
export function checkLengthScale(
  where: string,
  lengthScale: number | readonly number[],
): number | readonly number[] {
  if (typeof lengthScale === "number") return checkPositive(where, "lengthScale", lengthScale);
  if (Array.isArray(lengthScale) && lengthScale.length > 0) {
    return lengthScale.map((value) => checkPositive(where, "lengthScale", value));
  }
  throw new ParameterError(`${where}: lengthScale must be a number or a list of numbers > 0`);
}

function scaled(X: Tensor, lengthScale: number | readonly number[]): Tensor {
  if (typeof lengthScale === "number") return X.div(lengthScale);
  const d = X.shape[1]!;
  if (lengthScale.length !== d) {
    throw new ShapeError(
      `kernel: expected a length scale for each of ${d} features, got ${lengthScale.length}`,
    );
  }
  const values = X.data();
  return fromWriter(X.shape, "float64", (out) => {
    for (let at = 0; at < out.length; at++) out[at] = values[at]! / lengthScale[at % d]!;
  });
}
