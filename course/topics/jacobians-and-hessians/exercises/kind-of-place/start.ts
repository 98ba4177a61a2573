import type { Tensor } from "@gradus/tensor";

export type Kind = "minimum" | "maximum" | "saddle" | "unclear";

/** What a place with gradient zero and Hessian H, of shape (n, n), is. */
export function kindOf(H: Tensor): Kind {
  // In which directions does the function curve, and which way?
  return H.size > 0 ? "unclear" : "minimum";
}
