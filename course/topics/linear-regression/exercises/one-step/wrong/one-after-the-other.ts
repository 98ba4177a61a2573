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
  let { w, b } = line;
  const scale = (2 * learningRate) / points.length;
  const slope = points.reduce((sum, { x, y }) => sum + (w * x + b - y) * x, 0);
  w -= scale * slope;
  const intercept = points.reduce((sum, { x, y }) => sum + (w * x + b - y), 0);
  b -= scale * intercept;
  return { w, b };
}
