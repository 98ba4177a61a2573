import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  outOfBag(
    n: number,
    draws: readonly (readonly number[])[],
    says: readonly (readonly number[])[],
  ): number[];
}

export default defineCheck(({ outOfBag }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const n = 5 + seed;
    const models = Array.from({ length: 4 + seed }, (_, m) => m);
    // Row 0 is in every draw, so that nobody may judge it.
    const draws = models.map(() => [
      0,
      ...Array.from({ length: n - 1 }, () => random.integer(0, n)),
    ]);
    const says = models.map(() => Array.from({ length: n }, () => random.integer(0, 2)));
    const shares = (
      asked: (row: number, model: number) => boolean,
      { nobody = -1, all = false } = {},
    ) =>
      Array.from({ length: n }, (_, row) => {
        const judges = models.filter((m) => asked(row, m));
        if (judges.length === 0) return nobody;
        const spam = judges.filter((m) => says[m]![row] === 1).length;
        return spam / (all ? models.length : judges.length);
      });
    const unseen = (row: number, m: number) => !draws[m]!.includes(row);
    expectClose(outOfBag(n, draws, says), shares(unseen), {
      of: `the shares of ${n} rows by ${models.length} models`,
      mistakes: {
        "asks-everybody": shares(() => true),
        "asks-the-others": shares((row, m) => !unseen(row, m)),
        "divided-by-all": shares(unseen, { all: true }),
        "nobody-is-zero": shares(unseen, { nobody: 0 }),
      },
    });
  }
});
