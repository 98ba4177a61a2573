/** What is left when features are left out one at a time. */
export function backward(
  score: (features: number[]) => number,
  nFeatures: number,
  k: number,
): number[] {
  // Start with all. While there are more than k: without which one does the rest score highest?
  return [];
}
