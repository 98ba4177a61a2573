/** The kilobytes of each picture that make the sum of error · exp(−kB / fall) smallest. */
export function shares(error: readonly number[], fall: readonly number[], total: number): number[] {
  const steepness = error.map((e, i) => Math.log(e / fall[i]!));
  const weight = fall.reduce((sum, s) => sum + s, 0);
  const wanted = fall.reduce((sum, s, i) => sum + s * steepness[i]!, 0);
  const logPrice = (wanted - total) / weight;
  return fall.map((s, i) => Math.max(0, s * (steepness[i]! - logPrice)));
}
