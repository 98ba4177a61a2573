type Vector = readonly number[];

/** The derivatives ∂yᵢ/∂xⱼ of f at x by central differences: m rows of n numbers. */
export function jacobianOf(f: (x: Vector) => Vector, x: Vector): number[][] {
  const h = 1e-4;
  const columns = x.map((_, j) => {
    const up = f(x.map((value, k) => (k === j ? value + h : value)));
    const down = f(x.map((value, k) => (k === j ? value - h : value)));
    return up.map((value, i) => (value - down[i]!) / (2 * h));
  });
  return columns;
}
