/** Speeds in px/s at all events but the first and the last; times in ms, positions in px. */
export function velocities(times: readonly number[], positions: readonly number[]): number[] {
  const speeds: number[] = [];
  for (let i = 1; i < times.length - 1; i++) {
    const moved = positions[i + 1]! - positions[i - 1]!;
    const elapsed = 2 * (times[1]! - times[0]!);
    speeds.push((1000 * moved) / elapsed);
  }
  return speeds;
}
