export interface Line {
  w: number;
  b: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The line after one step of gradient descent on the mean squared error. */
export function step(line: Line, points: Point[], learningRate: number): Line {
  let slope = 0;
  let intercept = 0;
  for (const { x, y } of points) {
    const error = line.w * x + line.b - y;
    slope += error * x;
    intercept += error;
  }
  const scale = (2 * learningRate) / points.length;
  return { w: line.w + scale * slope, b: line.b + scale * intercept };
}
