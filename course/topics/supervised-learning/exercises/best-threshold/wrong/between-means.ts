/** The threshold of the rule "positive if x > t" with the fewest mistakes; the smallest of several. */
export function learnThreshold(x: readonly number[], isPositive: readonly boolean[]): number {
  const mean = (kind: boolean) => {
    const values = x.filter((_, i) => isPositive[i] === kind);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return (mean(true) + mean(false)) / 2;
}
