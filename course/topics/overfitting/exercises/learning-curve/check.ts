import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { KFold } from "@gradus/learn";

interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

interface Curve {
  readonly own: number[];
  readonly leftOut: number[];
}

interface Asked {
  readonly learned: readonly number[];
  readonly asked: readonly number[];
}

type Score = (rows: Asked) => number;

interface Submission {
  learningCurve(sizes: readonly number[], folds: readonly Fold[], score: Score): Curve;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

export default defineCheck(({ learningCurve }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const n = 12 + 2 * seed;
    const y = Array.from({ length: n }, () => 5 + random.normal());
    const folds = [...new KFold({ nSplits: 2 + seed }).split(n)].map(({ train, test }) => ({
      train: [...train],
      test: [...test],
    }));
    const sizes = [2, 4, 5 + seed];
    // The model is the mean of what it learned from.
    const score: Score = ({ learned, asked }) => {
      const guess = mean(learned.map((row) => y[row]!));
      return -mean(asked.map((row) => (y[row]! - guess) ** 2));
    };
    const rows = y.map((_, row) => row);
    const both = (
      learnedOf: (fold: Fold, size: number) => readonly number[],
      ownOf: (fold: Fold, learned: readonly number[]) => readonly number[] = (_, learned) =>
        learned,
      times = 1,
    ) => {
      const of = (askedOf: (fold: Fold, learned: readonly number[]) => readonly number[]) =>
        sizes.map(
          (size) =>
            times *
            mean(
              folds.map((fold) => {
                const learned = learnedOf(fold, size);
                return score({ learned, asked: askedOf(fold, learned) });
              }),
            ),
        );
      return { own: of(ownOf), leftOut: of(({ test }) => test) };
    };
    const first = ({ train }: Fold, size: number) => train.slice(0, size);
    expectClose(learningCurve(sizes, folds, score), both(first), {
      of: `the curves for ${sizes.join(", ")} rows in ${folds.length} folds`,
      mistakes: {
        "asks-all-training-rows": both(first, ({ train }) => train),
        "first-rows-of-table": both((_, size) => rows.slice(0, size)),
        "learns-from-all": both(({ train }) => train),
        "sums-up": both(first, undefined, folds.length),
      },
    });
  }
});
