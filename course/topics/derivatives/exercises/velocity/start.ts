/** Speeds in px/s at all events but the first and the last; times in ms, positions in px. */
export function velocities(times: readonly number[], positions: readonly number[]): number[] {
  const speeds: number[] = [];
  for (let i = 1; i < times.length - 1; i++) {
    // How far, and in how much time, from the event before to the event after?
    speeds.push(positions[i]! / times[i]!);
  }
  return speeds;
}
