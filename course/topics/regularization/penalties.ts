import type { Moments } from "./moments";

/** The number that is nearest to c among those at most lambda away from it and nearest to 0. */
export function softThreshold(c: number, lambda: number): number {
  return Math.sign(c) * Math.max(0, Math.abs(c) - lambda);
}

/** Ridge weights: (G + λI) w = c, by Gaussian elimination; G + λI is positive definite, so no pivot is 0. */
export function ridge({ gram, cross }: Moments, lambda: number): number[] {
  const rows = gram.map((row, i) => [...row.map((g, j) => g + (i === j ? lambda : 0)), cross[i]!]);
  rows.forEach((pivot, i) => {
    for (const row of rows.slice(i + 1)) {
      const times = row[i]! / pivot[i]!;
      for (let j = i; j < row.length; j++) row[j]! -= times * pivot[j]!;
    }
  });
  const w = cross.map(() => 0);
  for (let i = w.length - 1; i >= 0; i--) {
    const row = rows[i]!;
    const rest = w.reduce((sum, value, j) => (j > i ? sum + row[j]! * value : sum), 0);
    w[i] = (row.at(-1)! - rest) / row[i]!;
  }
  return w;
}

/** Lasso weights, by coordinate descent from a start. */
export function lasso(
  { gram, cross }: Moments,
  lambda: number,
  start: readonly number[] = cross.map(() => 0),
): number[] {
  const w = [...start];
  for (let round = 0; round < 5000; round++) {
    let moved = 0;
    for (const [j, row] of gram.entries()) {
      const others = row.reduce((sum, g, k) => (k === j ? sum : sum + g * w[k]!), 0);
      const next = softThreshold(cross[j]! - others, lambda) / row[j]!;
      moved = Math.max(moved, Math.abs(next - w[j]!));
      w[j] = next;
    }
    if (moved < 1e-7) break;
  }
  return w;
}

/** The root of the mean squared miss of some weights on rows with these moments. */
export function missOf({ gram, cross, square }: Moments, w: readonly number[]): number {
  const bent = gram.reduce((sum, row, i) => sum + w[i]! * dot(row, w), 0);
  return Math.sqrt(Math.max(0, bent - 2 * dot(cross, w) + square));
}

function dot(u: readonly number[], v: readonly number[]): number {
  return u.reduce((sum, x, i) => sum + x * v[i]!, 0);
}
