/** For each row the mean of the earlier rows of its group. */
export function pastMeans(_groups: string[], y: number[]): number[] {
  return y.map((_, i) => {
    const earlier = y.slice(0, i);
    if (earlier.length === 0) return 0;
    return earlier.reduce((sum, value) => sum + value) / earlier.length;
  });
}
