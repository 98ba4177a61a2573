/** For each row the share of spam, among the models that have not drawn it; −1 if there is none. */
export function outOfBag(
  n: number,
  draws: readonly (readonly number[])[],
  says: readonly (readonly number[])[],
): number[] {
  return Array.from({ length: n }, (_, i) => {
    const judges = says.filter((_, m) => draws[m]!.includes(i));
    if (judges.length === 0) return -1;
    return judges.reduce((sum, judge) => sum + judge[i]!, 0) / judges.length;
  });
}
