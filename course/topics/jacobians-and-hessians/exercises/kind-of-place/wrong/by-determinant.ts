import { determinant, type Tensor } from "@gradus/tensor";

export type Kind = "minimum" | "maximum" | "saddle" | "unclear";

/** What a place with gradient zero and Hessian H, of shape (n, n), is. */
export function kindOf(H: Tensor): Kind {
  const det = determinant(H).item();
  if (Math.abs(det) <= 1e-9) return "unclear";
  if (det < 0) return "saddle";
  return H.at(0).at(0).item() > 0 ? "minimum" : "maximum";
}
