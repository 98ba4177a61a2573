import { norm, type Tensor } from "@gradus/tensor";

/** Where multiplying x (n,) by A (n, n) leads, as a vector of length 1, and its eigenvalue. */
export function dominant(A: Tensor, x: Tensor, steps: number): { value: number; vector: Tensor } {
  let vector = x.div(norm(x));
  for (let step = 0; step < steps; step++) {
    const image = vector.matmul(A);
    vector = image.div(norm(image));
  }
  return { value: vector.dot(vector.matmul(A)).item(), vector };
}
