import { eigvalsh, type Tensor } from "@gradus/tensor";

export type Kind = "minimum" | "maximum" | "saddle" | "unclear";

/** What a place with gradient zero and Hessian H, of shape (n, n), is. */
export function kindOf(H: Tensor): Kind {
  const curvatures = eigvalsh(H).toArray<number[]>();
  const up = curvatures.filter((c) => c > 1e-9).length;
  const down = curvatures.filter((c) => c < -1e-9).length;
  if (up === curvatures.length) return "minimum";
  if (down === curvatures.length) return "maximum";
  return up > 0 && down > 0 ? "saddle" : "unclear";
}
