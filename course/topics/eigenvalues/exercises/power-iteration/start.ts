import { norm, type Tensor } from "@gradus/tensor";

/** Where multiplying x (n,) by A (n, n) leads, as a vector of length 1, and its eigenvalue. */
export function dominant(A: Tensor, x: Tensor, steps: number): { value: number; vector: Tensor } {
  // 1. Multiply and normalize, `steps` times.
  // 2. By how much does A stretch what you arrived at?
  const vector = x.div(norm(x));
  return { value: 1, vector };
}
