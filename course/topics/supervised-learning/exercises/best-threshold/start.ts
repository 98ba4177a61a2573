/** The threshold of the rule "positive if x > t" with the fewest mistakes; the smallest of several. */
export function learnThreshold(x: readonly number[], isPositive: readonly boolean[]): number {
  // Count the mistakes of each value as a threshold.
  return 0;
}
