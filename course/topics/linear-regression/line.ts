import type { Point } from "@gradus/course-kit";

// The mathematics that both figures share: y = slope · x + intercept on a handful of points.

export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** Eight of the houses sold in Ames: living area in 1,000 ft², price in $100,000. */
export const eightHouses: readonly Point[] = [
  [0.5, 0.35],
  [0.91, 0.8],
  [1.05, 1.38],
  [1.2, 1.55],
  [1.46, 2.48],
  [1.73, 1.85],
  [1.95, 2.36],
  [2.65, 2.6],
];

export function predict({ slope, intercept }: Line, x: number): number {
  return slope * x + intercept;
}

/** The mean of (ŷ − y)² over the points. */
export function meanSquaredError(points: readonly Point[], line: Line): number {
  return mean(points.map(([x, y]) => (predict(line, x) - y) ** 2));
}

/** The derivatives of the mean squared error by slope and intercept. */
export function gradient(points: readonly Point[], line: Line): Line {
  const errors = points.map(([x, y]) => predict(line, x) - y);
  return {
    slope: 2 * mean(errors.map((error, i) => error * points[i]![0])),
    intercept: 2 * mean(errors),
  };
}

/** One step of gradient descent. */
export function step(points: readonly Point[], line: Line, learningRate: number): Line {
  const { slope, intercept } = gradient(points, line);
  return {
    slope: line.slope - learningRate * slope,
    intercept: line.intercept - learningRate * intercept,
  };
}

/** The line with the smallest mean squared error; a level one where all x are the same. */
export function bestLine(points: readonly Point[]): Line {
  const xMean = mean(points.map(([x]) => x));
  const yMean = mean(points.map(([, y]) => y));
  const spread = mean(points.map(([x]) => (x - xMean) ** 2));
  const together = mean(points.map(([x, y]) => (x - xMean) * (y - yMean)));
  const slope = spread < 1e-12 ? 0 : together / spread;
  return { slope, intercept: yMean - slope * xMean };
}

/** The mean squared error over a grid of slopes (along x) and intercepts (along y). */
export function lossSurface(
  points: readonly Point[],
  slopes: readonly [low: number, high: number],
  intercepts: readonly [low: number, high: number],
  size = 49,
): { readonly x: number[]; readonly y: number[]; readonly z: number[][] } {
  const x = evenly(slopes, size);
  const y = evenly(intercepts, size);
  const z = y.map((intercept) => x.map((slope) => meanSquaredError(points, { slope, intercept })));
  return { x, y, z };
}

/** Heights for contour lines: the lowest point of the surface, plus steps that double. */
export function contourLevels(lowest: number, count = 9): number[] {
  return Array.from({ length: count }, (_, i) => lowest + 0.04 * 2 ** i);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function evenly([low, high]: readonly [number, number], size: number): number[] {
  return Array.from({ length: size }, (_, i) => low + ((high - low) * i) / (size - 1));
}
