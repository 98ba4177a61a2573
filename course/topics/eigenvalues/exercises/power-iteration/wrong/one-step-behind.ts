import { norm, type Tensor } from "@gradus/tensor";

/** Where multiplying x (n,) by A (n, n) leads, as a vector of length 1, and its eigenvalue. */
export function dominant(A: Tensor, x: Tensor, steps: number): { value: number; vector: Tensor } {
  let vector = x.div(norm(x));
  let value = 0;
  for (let step = 0; step < steps; step++) {
    const image = A.matmul(vector);
    value = vector.dot(image).item();
    vector = image.div(norm(image));
  }
  return { value, vector };
}
