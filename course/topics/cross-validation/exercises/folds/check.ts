import { defineCheck, expectClose } from "@gradus/course-kit";
import { KFold } from "@gradus/learn";

interface Fold {
  readonly train: number[];
  readonly test: number[];
}

interface Submission {
  folds(n: number, k: number): Fold[];
}

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
      Array.from({ length: k }, (_, fold) => {
        const test = [...testOf(fold)];
        return { train: rows.filter((row) => !test.includes(row)), test };
      });
    const right = [...new KFold({ nSplits: k }).split(n)].map(({ train, test }) => ({
      train: [...train],
      test: [...test],
    }));
    const size = Math.floor(n / k);
    const block = (fold: number) => rows.slice(fold * size, (fold + 1) * size);
    const uneven = n % k > 0;
    expectClose(folds(n, k), right, {
      of: `folds(${n}, ${k})`,
      mistakes: {
        ...(uneven && {
          "rows-lost": tested(block),
          "all-in-last": tested((fold) => (fold === k - 1 ? rows.slice(fold * size) : block(fold))),
        }),
        "test-in-train": right.map(({ test }) => ({ train: rows, test })),
        ...(k < n && { "every-kth": tested((fold) => rows.filter((row) => row % k === fold)) }),
      },
    });
  }
});
