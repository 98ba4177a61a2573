/** What is left when features are left out one at a time. */
export function backward(
  score: (features: number[]) => number,
  nFeatures: number,
  k: number,
): number[] {
  const all = Array.from({ length: nFeatures }, (_, j) => j);
  const without = all.map((j) => score(all.filter((other) => other !== j)));
  return all
    .sort((a, b) => without[a]! - without[b]!)
    .slice(0, k)
    .sort((a, b) => a - b);
}
