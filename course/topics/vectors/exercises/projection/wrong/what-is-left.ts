import type { Tensor } from "@gradus/tensor";

/** The part of v along u; both of shape (n,), u not zero. */
export function projection(v: Tensor, u: Tensor): Tensor {
  const times = u.dot(v).item() / u.dot(u).item();
  return v.sub(u.mul(times));
}
