import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { KFold } from "@gradus/learn";

interface Fold {
  readonly train: number[];
  readonly test: number[];
}

interface Submission {
  folds(n: number, k: number): Fold[];
}

/** All test parts and all training parts, to be compared. */
const parts = (all: readonly Fold[]) => ({
  "test parts": all.map(({ test }) => test),
  "training parts": all.map(({ train }) => train),
});

export default defineCheck(({ folds }: Submission) => {
  for (const [n, k] of [
    [7, 3],
    [11, 4],
    [6, 2],
    [5, 5],
    [14, 4],
  ] as const) {
    const rows = Array.from({ length: n }, (_, i) => i);
    const tested = (testOf: (fold: number) => readonly number[]) =>
      parts(
        Array.from({ length: k }, (_, fold) => {
          const test = [...testOf(fold)];
          return { train: rows.filter((row) => !test.includes(row)), test };
        }),
      );
    const right = [...new KFold({ nSplits: k }).split(n)].map(({ test }) => [...test]);
    const size = Math.floor(n / k);
    const block = (fold: number) => rows.slice(fold * size, (fold + 1) * size);
    const uneven = n % k > 0;
    const found = folds(n, k);
    expectThat(
      Array.isArray(found) &&
        found.every((fold) => Array.isArray(fold?.test) && Array.isArray(fold?.train)),
      "`folds` returns a list of objects with two lists each, `train` and `test`.",
    );
    expectClose(
      parts(found),
      tested((fold) => right[fold]!),
      {
        of: `folds(${n}, ${k})`,
        mistakes: {
          ...(uneven && {
            "rows-lost": tested(block),
            "all-in-last": tested((fold) =>
              fold === k - 1 ? rows.slice(fold * size) : block(fold),
            ),
          }),
          "test-in-train": parts(right.map((test) => ({ train: rows, test }))),
          ...(k < n && { "every-kth": tested((fold) => rows.filter((row) => row % k === fold)) }),
        },
      },
    );
  }
});
