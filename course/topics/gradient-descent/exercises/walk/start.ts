type Vector = readonly number[];

/** All places of a gradient descent from x0, the start first. */
export function walk(
  gradient: (x: Vector) => Vector,
  x0: Vector,
  learningRate: number,
  nSteps: number,
): Vector[] {
  const path = [x0];
  // In each step: the gradient where you are, a new place, onto the path.
  return path;
}
