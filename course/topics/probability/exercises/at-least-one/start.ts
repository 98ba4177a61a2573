/** The probability that at least one of several independent services fails. */
export function atLeastOne(failing: readonly number[]): number {
  // What is the opposite of "at least one fails"?
  return Math.max(0, ...failing);
}
