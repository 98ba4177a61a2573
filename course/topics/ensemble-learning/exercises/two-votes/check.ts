import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Votes {
  readonly hard: number[];
  readonly soft: number[];
}

interface Submission {
  bothVotes(chances: readonly (readonly number[])[], weights: readonly number[]): Votes;
}

const vote = (chance: number) => (chance > 0.5 ? 1 : 0);

export default defineCheck(({ bothVotes }: Submission) => {
  for (const { chances, weights } of cases()) {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const decide = (
      opinion: (chance: number) => number,
      { by = weights, over = all, tie = 0 } = {},
    ) =>
      chances[0]!.map((_, i) => {
        const sum = chances.reduce((total, own, m) => total + by[m]! * opinion(own[i]!), 0);
        return sum / over === 0.5 ? tie : vote(sum / over);
      });
    const both = (options = {}) => ({
      hard: decide(vote, options),
      soft: decide((chance) => chance, options),
    });
    const right = both();
    expectClose(bothVotes(chances, weights), right, {
      of: `the votes of ${chances.length} filters with the weights ${weights.join(", ")}`,
      mistakes: {
        "soft-of-votes": { ...right, soft: right.hard },
        "weights-ignored": both({ by: weights.map(() => 1), over: weights.length }),
        "not-divided": both({ over: 1 }),
        "ties-are-spam": both({ tie: 1 }),
      },
    });
  }
});

/** Drawn chances first; then ties of votes and of chances, with numbers that add up exactly. */
function cases() {
  const drawn = [1, 2, 3].map((seed) => {
    const random = new RandomGenerator(seed);
    const weights = [1, 2, 4, 3.5, 1.5].slice(0, 2 + seed);
    return {
      chances: weights.map(() => Array.from({ length: 30 }, () => random.uniform())),
      weights,
    };
  });
  const exact = {
    chances: [
      [0.75, 0.25, 0.5, 1],
      [0.25, 0.25, 0.75, 0],
    ],
    weights: [1, 1],
  };
  return [...drawn, exact];
}
