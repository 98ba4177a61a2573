import { grad, type Tensor, tensor } from "@gradus/tensor";

/** The line y = slope · x + intercept that touches f at x = a. */
export function tangentLine(f: (x: Tensor) => Tensor, a: number) {
  const x = tensor(a);
  const slope = grad(f)(x).item();
  return { slope, intercept: 0 };
}
