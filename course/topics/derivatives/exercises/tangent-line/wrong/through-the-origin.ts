import { type Tensor, tensor } from "@gradus/tensor";

/** The line y = slope · x + intercept that touches f at x = a. */
export function tangentLine(f: (x: Tensor) => Tensor, a: number) {
  return { slope: f(tensor(a)).item() / a, intercept: 0 };
}
