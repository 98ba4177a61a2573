type Vector = readonly number[];

/** All places of a gradient descent from x0, the start first. */
export function walk(
  gradient: (x: Vector) => Vector,
  x0: Vector,
  learningRate: number,
  nSteps: number,
): Vector[] {
  let x = x0;
  const path = [x];
  for (let step = 0; step < nSteps; step++) {
    const g = gradient(x);
    x = x.map((value) => value - learningRate * g[0]!);
    path.push(x);
  }
  return path;
}
