import { svdvals, type Tensor } from "@gradus/tensor";

/** The fewest layers of A whose relative error is at most `share`. */
export function enoughLayers(A: Tensor, share: number): number {
  const values = svdvals(A).toArray<number[]>();
  const from = (place: number) => values.slice(place).reduce((sum, value) => sum + value, 0);
  // The error only falls: count the places where it is still too large.
  return values.filter((_, k) => from(k) / from(0) > share).length;
}
