import { solve, type Tensor, tensor } from "@gradus/tensor";

/** The coefficients of 1, t, t², …, where t is x on a scale from −1 to 1; shape (degree + 1,). */
export function fitPolynomial(x: readonly number[], y: readonly number[], degree: number): Tensor {
  const [low, high] = [Math.min(...x), Math.max(...x)];
  const t = x.map((value) => (2 * (value - low)) / (high - low) - 1);
  const A = tensor(t.map((value) => Array.from({ length: degree }, (_, k) => value ** (k + 1))));
  return solve(A.transpose().matmul(A), A.transpose().matmul(tensor(y)));
}
