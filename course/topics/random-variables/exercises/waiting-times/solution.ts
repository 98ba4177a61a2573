/** Waiting times in seconds, one for each uniform number in [0, 1), at `rate` visitors a second. */
export function waitingTimes(uniforms: readonly number[], rate: number): number[] {
  const times: number[] = [];
  for (const u of uniforms) times.push(-Math.log(1 - u) / rate);
  return times;
}
