import { svdvals, type Tensor } from "@gradus/tensor";

/** The fewest layers of A whose relative error is at most `share`. */
export function enoughLayers(A: Tensor, share: number): number {
  const squares = svdvals(A).square().toArray<number[]>();
  // How large is the error with k layers? Find the first k where it is small enough.
  return squares.length;
}
