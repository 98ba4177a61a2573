// What two filters say about the 2,301 mails that the lesson's cells test on; claims.test.ts counts them again.

/** How many good mails and how many spam have a score. */
export interface Scored {
  /** Log-odds of spam. */
  readonly score: number;
  readonly good: number;
  readonly spam: number;
}

export const LOWEST = -5;
export const WIDTH = 0.25;

const GOOD = [
  0, 125, 0, 31, 91, 73, 89, 117, 110, 100, 91, 88, 98, 93, 65, 45, 37, 29, 25, 19, 10, 8, 8, 4, 2,
  1, 2, 4, 1, 2, 0, 1, 2, 0, 0, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0,
];
const SPAM = [
  0, 3, 0, 0, 3, 1, 0, 2, 5, 7, 14, 14, 9, 10, 12, 18, 18, 14, 18, 20, 22, 27, 23, 31, 24, 30, 53,
  26, 36, 22, 29, 34, 29, 23, 20, 32, 24, 23, 21, 25, 16, 27, 24, 7, 20, 14, 20, 7, 12, 7, 7, 6, 2,
  4, 7, 6, 2, 3, 3, 7,
];

/** Nine measures of a mail: scores rounded down to quarters; the last holds what is above, too. */
export const nineMeasures: readonly Scored[] = GOOD.map((good, i) => ({
  score: LOWEST + i * WIDTH,
  good,
  spam: SPAM[i]!,
}));

/** Four questions answered by yes or no: 16 possible scores. */
export const fourQuestions: readonly Scored[] = (
  [
    [-2.931, 843, 51],
    [-1.4, 50, 22],
    [-1.175, 72, 29],
    [-0.973, 289, 79],
    [0.026, 10, 17],
    [0.356, 13, 9],
    [0.558, 45, 85],
    [0.784, 24, 107],
    [1.557, 0, 9],
    [1.782, 1, 8],
    [1.984, 4, 46],
    [2.314, 18, 157],
    [3.313, 0, 17],
    [3.515, 2, 60],
    [3.741, 3, 73],
    [5.271, 4, 154],
  ] as const
).map(([score, good, spam]) => ({ score, good, spam }));
