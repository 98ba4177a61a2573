/** The probability that at least one of several independent services fails. */
export function atLeastOne(failing: readonly number[]): number {
  return failing.reduce((sum, p) => sum + p, 0);
}
