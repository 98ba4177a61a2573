/** For each row the share of spam, among the models that have not drawn it; −1 if there is none. */
export function outOfBag(
  n: number,
  draws: readonly (readonly number[])[],
  says: readonly (readonly number[])[],
): number[] {
  // Which models may judge row i?
  return Array.from({ length: n }, (_, i) => (draws[0]!.includes(i) ? -1 : says[0]![i]!));
}
