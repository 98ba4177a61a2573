import type { Tensor } from "@gradus/tensor";

/** The part of v along u; both of shape (n,), u not zero. */
export function projection(v: Tensor, u: Tensor): Tensor {
  const times = u.dot(v).item() / v.dot(v).item();
  return v.mul(times);
}
