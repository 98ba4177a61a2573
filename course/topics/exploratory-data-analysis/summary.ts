/** The statistics that the figures show, of numbers in any order. */
export interface Summary {
  readonly mean: number;
  readonly std: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly fences: readonly [low: number, high: number];
}

/** Mean, standard deviation (n − 1), quartiles by straight lines between neighbours, and Tukey's fences. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  const squares = sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const [q1, median, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const reach = 1.5 * (q3 - q1);
  return {
    mean,
    std: Math.sqrt(squares / (sorted.length - 1)),
    q1,
    median,
    q3,
    fences: [q1 - reach, q3 + reach],
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.ceil(place)]! - low);
}

/** Pearson's correlation of pairs. */
export function correlation(points: readonly (readonly [number, number])[]): number {
  const n = points.length;
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
