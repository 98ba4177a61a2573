/** The threshold of the rule "positive if x > t" with the fewest mistakes; the smallest of several. */
export function learnThreshold(x: readonly number[], isPositive: readonly boolean[]): number {
  const mistakes = (t: number) => x.filter((value, i) => value >= t !== isPositive[i]).length;
  const sorted = [...x].sort((a, b) => a - b);
  return sorted.reduce((best, t) => (mistakes(t) < mistakes(best) ? t : best));
}
