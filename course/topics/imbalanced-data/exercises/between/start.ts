/** The row that lies the part u of the way from rare[i] to one of its neighbours. */
export function between(rare: number[][], i: number, rank: number, u: number): number[] {
  // 1. The other rows, nearest first.
  // 2. From rare[i] the part u of the way to number rank of them.
  return [];
}
