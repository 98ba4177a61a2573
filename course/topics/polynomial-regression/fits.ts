import type { Point } from "@gradus/course-kit";

/**
 * The least-squares polynomials of all degrees up to one below the number of points, by Forsythe's recurrence:
 * polynomials that are orthogonal on these points, each with a coefficient that no other changes.
 */
export function polynomialFits(points: readonly Point[], highest: number) {
  const x = points.map(([at]) => at);
  const terms: { shift: number; back: number; coef: number }[] = [];
  let before = x.map(() => 0);
  let now = x.map(() => 1);
  let sizeBefore = 1;
  for (let k = 0; k <= Math.min(highest, x.length - 1); k++) {
    const size = sum(now.map((p) => p * p));
    const shift = sum(now.map((p, i) => x[i]! * p * p)) / size;
    const back = k === 0 ? 0 : size / sizeBefore;
    terms.push({ shift, back, coef: sum(now.map((p, i) => p * points[i]![1])) / size });
    const next = now.map((p, i) => (x[i]! - shift) * p - back * before[i]!);
    [before, now, sizeBefore] = [now, next, size];
  }
  return (at: number, degree: number): number => {
    let [last, p, value] = [0, 1, 0];
    for (const { shift, back, coef } of terms.slice(0, degree + 1)) {
      value += coef * p;
      [last, p] = [p, (at - shift) * p - back * last];
    }
    return value;
  };
}

/** The root of the mean squared miss of predictions at some points. */
export function typicalMiss(points: readonly Point[], predict: (x: number) => number): number {
  return Math.sqrt(sum(points.map(([x, y]) => (predict(x) - y) ** 2)) / points.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
