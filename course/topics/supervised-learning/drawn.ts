import type { Point } from "@gradus/course-kit";
import {
  DummyClassifier,
  DummyRegressor,
  KNeighborsClassifier,
  KNeighborsRegressor,
  LinearRegression,
  LogisticRegression,
} from "@gradus/learn";

// What the figure learns from points that somebody has drawn. The library does the learning.

export const families = ["straight", "nearest neighbours", "baseline"] as const;
export type Family = (typeof families)[number];

/** A point of one of two classes. */
export interface Labelled {
  readonly at: Point;
  readonly label: 0 | 1;
}

/** Learns y from x, and answers for many x at once. */
export function learnNumbers(
  family: Family,
  k: number,
  points: readonly Point[],
): (xs: readonly number[]) => number[] {
  const model = regressor(family, Math.min(k, points.length));
  model.fit(
    points.map(([x]) => [x]),
    points.map(([, y]) => y),
  );
  return (xs) => [...model.predict(xs.map((x) => [x])).data()];
}

/** Learns the class from the place, and answers for many places at once; where only one class is known, with it. */
export function learnClasses(
  family: Family,
  k: number,
  points: readonly Labelled[],
): (places: readonly Point[]) => number[] {
  const [first] = points;
  if (points.every(({ label }) => label === first?.label)) {
    return (places) => places.map(() => first?.label ?? 0);
  }
  const model = classifier(family, Math.min(k, points.length));
  model.fit(
    points.map(({ at }) => [...at]),
    points.map(({ label }) => label),
  );
  return (places) => model.predict(places.map((at) => [...at])) as number[];
}

/** The typical miss on the points, in units of y. */
export function miss(points: readonly Point[], predicted: readonly number[]): number {
  const squares = points.map(([, y], i) => (predicted[i]! - y) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / points.length);
}

/** Each item, predicted by what all the others teach; undefined where nothing is left to learn from. */
export function eachFromOthers<T, R>(
  items: readonly T[],
  predict: (others: readonly T[], item: T) => R,
): readonly R[] | undefined {
  if (items.length < 2) return undefined;
  return items.map((item, i) => predict(items.toSpliced(i, 1), item));
}

function regressor(family: Family, nNeighbors: number) {
  if (family === "straight") return new LinearRegression();
  if (family === "baseline") return new DummyRegressor();
  return new KNeighborsRegressor({ nNeighbors });
}

function classifier(family: Family, nNeighbors: number) {
  if (family === "straight") return new LogisticRegression({ C: 10, maxIter: 300 });
  if (family === "baseline") return new DummyClassifier();
  return new KNeighborsClassifier({ nNeighbors });
}
