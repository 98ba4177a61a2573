/** The gradient of f at x by central differences. */
export function numericGradient(
  f: (x: readonly number[]) => number,
  x: readonly number[],
): number[] {
  const h = 1e-5;
  return x.map((value, i) => {
    const ahead = f(x.with(i, value + h));
    const behind = f(x.with(i, value - h));
    return (behind - ahead) / (2 * h);
  });
}
