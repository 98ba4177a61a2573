import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

type Score = (candidate: number, train: readonly number[], test: readonly number[]) => number;

interface Submission {
  nestedScore(
    n: number,
    candidates: readonly number[],
    makeFolds: (rows: readonly number[]) => Fold[],
    score: Score,
  ): number;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Every third row of a list is tested together. */
const makeFolds = (rows: readonly number[]): Fold[] =>
  [0, 1, 2].map((fold) => ({
    train: rows.filter((_, i) => i % 3 !== fold),
    test: rows.filter((_, i) => i % 3 === fold),
  }));

export default defineCheck(({ nestedScore }: Submission) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = new RandomGenerator(seed);
    const n = 12 + seed;
    const candidates = [3, 5, 8, 13];
    // A column of noise for each candidate; it predicts by the mean of its training rows.
    const columns = new Map(
      candidates.map((c) => [c, Array.from({ length: n }, () => random.normal())] as const),
    );
    const score: Score = (candidate, train, test) => {
      const column = columns.get(candidate)!;
      const center = mean(train.map((row) => column[row]!));
      return -mean(test.map((row) => (column[row]! - center) ** 2));
    };
    const rows = Array.from({ length: n }, (_, i) => i);
    const innerScores = (of: readonly number[]) =>
      candidates.map((c) => mean(makeFolds(of).map((fold) => score(c, fold.train, fold.test))));
    const choose = (scores: readonly number[], best: number) => candidates[scores.indexOf(best)]!;
    const outer = (of: (fold: Fold) => number) => mean(makeFolds(rows).map(of));
    expectClose(
      nestedScore(n, candidates, makeFolds, score),
      outer(({ train, test }) => {
        const inner = innerScores(train);
        return score(choose(inner, Math.max(...inner)), train, test);
      }),
      {
        of: `the nested score of ${candidates.length} candidates on ${n} rows`,
        mistakes: {
          "judge-chooses": outer(({ train, test }) =>
            Math.max(...candidates.map((c) => score(c, train, test))),
          ),
          "reports-inner": outer(({ train }) => Math.max(...innerScores(train))),
          "inner-sees-all": outer(({ train, test }) => {
            const inner = innerScores(rows);
            return score(choose(inner, Math.max(...inner)), train, test);
          }),
          "takes-the-worst": outer(({ train, test }) => {
            const inner = innerScores(train);
            return score(choose(inner, Math.min(...inner)), train, test);
          }),
        },
      },
    );
  }
});
