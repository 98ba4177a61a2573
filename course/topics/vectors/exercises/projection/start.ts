import type { Tensor } from "@gradus/tensor";

/** The part of v along u; both of shape (n,), u not zero. */
export function projection(v: Tensor, u: Tensor): Tensor {
  // How many times u is the nearest point on its line?
  const times = 1;
  return u.mul(times);
}
