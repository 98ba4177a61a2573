/** The gradient of f at x by central differences. */
export function numericGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
): number[] {
  const h = 1e-5;
  return x.map(() => {
    const ahead = f(x.map((value) => value + h));
    const behind = f(x.map((value) => value - h));
    return (ahead - behind) / (2 * h);
  });
}
