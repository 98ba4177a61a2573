export interface Votes {
  readonly hard: number[];
  readonly soft: number[];
}

/** What weighted filters say together of each mail: 1 for spam. */
export function bothVotes(
  chances: readonly (readonly number[])[],
  weights: readonly number[],
): Votes {
  const all = weights.length;
  const decide = (opinion: (chance: number) => number) =>
    chances[0]!.map((_, i) => {
      const sum = chances.reduce((total, own) => total + opinion(own[i]!), 0);
      return sum / all > 0.5 ? 1 : 0;
    });
  return {
    hard: decide((chance) => (chance > 0.5 ? 1 : 0)),
    soft: decide((chance) => chance),
  };
}
