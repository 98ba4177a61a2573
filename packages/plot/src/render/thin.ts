/** How many points a layer draws at most. */
export const MOST_POINTS = 8000;
const MOST_STEPS = 2000;

interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** At most 8,000 of the points, evenly taken: more cannot be told apart and make a page slow. */
export function thinPoints({ x, y }: Points): Points {
  if (x.length <= MOST_POINTS) return { x, y };
  const taken = Array.from({ length: MOST_POINTS }, (_, i) =>
    Math.floor((i * x.length) / MOST_POINTS),
  );
  return { x: taken.map((i) => x[i]!), y: taken.map((i) => y[i]!) };
}

/**
 * A line of at most about 4,000 points that looks the same: of each stretch it keeps the first,
 * lowest, highest and last point, so that no spike is lost.
 */
export function thinLine({ x, y }: Points): Points {
  if (x.length <= 2 * MOST_STEPS) return { x, y };
  const size = Math.ceil(x.length / (MOST_STEPS / 2));
  const kept: number[] = [];
  for (let start = 0; start < x.length; start += size) {
    const end = Math.min(start + size, x.length) - 1;
    let [low, high] = [start, start];
    for (let i = start; i <= end; i++) {
      if (y[i]! < y[low]!) low = i;
      if (y[i]! > y[high]!) high = i;
    }
    kept.push(...new Set([start, low, high, end].sort((a, b) => a - b)));
  }
  return { x: kept.map((i) => x[i]!), y: kept.map((i) => y[i]!) };
}
