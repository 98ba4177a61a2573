import { solve, type Tensor, tensor } from "@gradus/tensor";

/** The coefficients of 1, t, t², …, where t is x on a scale from −1 to 1; shape (degree + 1,). */
export function fitPolynomial(x: readonly number[], y: readonly number[], degree: number): Tensor {
  const A = tensor(x.map((value) => Array.from({ length: degree + 1 }, (_, k) => value ** k)));
  return solve(A.transpose().matmul(A), A.transpose().matmul(tensor(y)));
}
