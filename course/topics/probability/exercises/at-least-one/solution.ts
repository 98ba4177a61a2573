/** The probability that at least one of several independent services fails. */
export function atLeastOne(failing: readonly number[]): number {
  let allSucceed = 1;
  for (const p of failing) allSucceed *= 1 - p;
  return 1 - allSucceed;
}
