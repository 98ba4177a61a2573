type Vector = readonly number[];

/** All places of a gradient descent from x0, the start first. */
export function walk(
  gradient: (x: Vector) => Vector,
  x0: Vector,
  learningRate: number,
  nSteps: number,
): Vector[] {
  const x = [...x0];
  const path: Vector[] = [x];
  for (let step = 0; step < nSteps; step++) {
    const g = gradient(x);
    for (let i = 0; i < x.length; i++) x[i]! -= learningRate * g[i]!;
    path.push(x);
  }
  return path;
}
