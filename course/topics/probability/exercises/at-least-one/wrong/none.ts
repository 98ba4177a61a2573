/** The probability that at least one of several independent services fails. */
export function atLeastOne(failing: readonly number[]): number {
  return failing.reduce((product, p) => product * (1 - p), 1);
}
