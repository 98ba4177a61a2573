/** What is left when features are left out one at a time. */
export function backward(
  score: (features: number[]) => number,
  nFeatures: number,
  k: number,
): number[] {
  let features = Array.from({ length: nFeatures }, (_, j) => j);
  for (let left = nFeatures; left > k; left--) {
    const rests = features.map((j) => features.filter((other) => other !== j));
    features = rests.reduce((best, rest) => (score(rest) < score(best) ? rest : best));
  }
  return features;
}
