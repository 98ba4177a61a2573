import type { Run } from "./workload";

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2;
}

/**
 * Ours ÷ theirs, the median over the rounds that both ran: taken round by round, so that a machine's drift
 * cancels.
 */
export function medianRatio(ours: readonly Run[], theirs: readonly Run[]): number {
  const rounds = Math.min(ours.length, theirs.length);
  const ratios = [];
  for (let i = 0; i < rounds; i++) ratios.push(ours[i]!.milliseconds / theirs[i]!.milliseconds);
  return median(ratios);
}

export function medianTime(runs: readonly Run[]): number {
  return median(runs.map(({ milliseconds }) => milliseconds));
}

/** Two scores may differ by this part of their size: float32 sums in another order. */
const SCORE_TOLERANCE = 1e-3;

/** Whether two contestants computed the same thing, as far as both came to the end. */
export function scoresAgree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return true;
  return Math.abs(a - b) <= SCORE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}
