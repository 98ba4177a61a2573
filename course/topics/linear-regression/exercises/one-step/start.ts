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
  // 1. The error ŷ − y of every point, with the line as it is.
  // 2. The two derivatives of the loss, from these errors.
  // 3. The new line, one step downhill.
  return line;
}
