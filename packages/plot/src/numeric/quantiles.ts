/** The value below which a share p of sorted values lies, by the R-7 method (NumPy's and R's default). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const i = Math.floor(place);
  const low = sorted[i]!;
  const high = sorted[Math.min(i + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - i);
}

/** What a box plot draws of one group. */
export interface BoxStatistics {
  readonly n: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** The lowest and the highest value within 1.5 interquartile ranges of the box. */
  readonly whiskers: readonly [low: number, high: number];
  /** The values beyond the whiskers, in order. */
  readonly outliers: readonly number[];
}

/**
 * Quartiles, whiskers and outliers of finite values, as Tukey has them: whiskers end at the last values within
 * `reach` times the interquartile range from the box.
 *
 * @see Tukey (1977), Exploratory Data Analysis, 39–49.
 */
export function boxStatistics(values: readonly number[], reach = 1.5): BoxStatistics {
  const sorted = Float64Array.from(values).sort();
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((p) => quantile(sorted, p)) as [
    number,
    number,
    number,
  ];
  const [low, high] = [q1 - reach * (q3 - q1), q3 + reach * (q3 - q1)];
  const within = sorted.filter((value) => value >= low && value <= high);
  // As Matplotlib: where no value lies between fence and box, the whisker has no length.
  const whiskers = [Math.min(within[0] ?? q1, q1), Math.max(within.at(-1) ?? q3, q3)] as const;
  const outliers = [...sorted].filter((value) => value < whiskers[0] || value > whiskers[1]);
  return { n: sorted.length, q1, median, q3, whiskers, outliers };
}
