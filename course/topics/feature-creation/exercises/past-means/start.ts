/** For each row the mean of the earlier rows of its group. */
export function pastMeans(groups: string[], y: number[]): number[] {
  // For row i: which rows are earlier? Which of them are of its group?
  return y.map(() => 0);
}
