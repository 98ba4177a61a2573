import { svdvals, type Tensor } from "@gradus/tensor";

/** The fewest layers of A whose relative error is at most `share`. */
export function enoughLayers(A: Tensor, share: number): number {
  const squares = svdvals(A).square().toArray<number[]>();
  const from = (place: number) => squares.slice(place).reduce((sum, square) => sum + square, 0);
  // The error only falls: count the places where it is still too large.
  return squares.filter((_, k) => Math.sqrt(from(k) / from(0)) > share).length;
}
