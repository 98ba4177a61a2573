/** The kilobytes of each picture that make the sum of error · exp(−kB / fall) smallest. */
export function shares(error: readonly number[], fall: readonly number[], total: number): number[] {
  const steepness = error.map((e, i) => Math.log(e / fall[i]!));
  let taking = error.map((_, i) => i);
  for (;;) {
    const weight = taking.reduce((sum, i) => sum + fall[i]!, 0);
    const wanted = taking.reduce((sum, i) => sum + fall[i]! * steepness[i]!, 0);
    const logPrice = (wanted - total) / weight;
    const kB = error.map((_, i) =>
      taking.includes(i) ? fall[i]! * (steepness[i]! - logPrice) : 0,
    );
    if (kB.every((bytes) => bytes >= 0)) return kB;
    taking = taking.filter((i) => kB[i]! > 0);
  }
}
