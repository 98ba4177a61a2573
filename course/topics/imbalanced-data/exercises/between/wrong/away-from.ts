/** The row that lies the part u of the way from rare[i] to one of its neighbours. */
export function between(rare: number[][], i: number, rank: number, u: number): number[] {
  const from = rare[i]!;
  const distance = (row: number[]) => Math.hypot(...row.map((x, j) => x - from[j]!));
  const others = rare.filter((_, j) => j !== i).sort((a, b) => distance(a) - distance(b));
  const to = others[rank]!;
  return from.map((x, j) => x - u * (to[j]! - x));
}
