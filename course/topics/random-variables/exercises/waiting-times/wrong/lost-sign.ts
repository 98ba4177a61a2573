/** Waiting times in seconds, one for each uniform number in [0, 1), at `rate` visitors a second. */
export function waitingTimes(uniforms: readonly number[], rate: number): number[] {
  return uniforms.map((u) => Math.log(1 - u) / rate);
}
