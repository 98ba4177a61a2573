/** For each row the mean of the earlier rows of its group. */
export function pastMeans(groups: string[], y: number[]): number[] {
  return y.map((_, i) => {
    const earlier = y.slice(0, i);
    const own = earlier.filter((_, j) => groups[j] === groups[i]);

    return mean(own);
  });
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value) / values.length;
}
