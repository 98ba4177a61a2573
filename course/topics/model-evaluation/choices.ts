import {
  accuracyScore,
  averagePrecisionScore,
  balancedAccuracyScore,
  f1Score,
  logLoss,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanPinballLoss,
  ndcgScore,
  precisionScore,
  recallScore,
  rocAucScore,
  rootMeanSquaredError,
  topKAccuracyScore,
} from "@gradus/learn";

// What a model gives, what hurts, the metric that says so, and two tiny models on which the usual metric disagrees.

export const kinds = ["a number", "yes or no", "a chance", "an order"] as const;

export interface Judged {
  readonly metric: string;
  readonly A: number;
  readonly B: number;
  readonly lowerIsBetter: boolean;
}

export interface Choice {
  readonly kind: (typeof kinds)[number];
  /** What would hurt, in the words of the control. */
  readonly hurts: string;
  readonly own: Judged;
  readonly usual: Judged;
  /** What the two models do. */
  readonly A: string;
  readonly B: string;
}

const low = (metric: string, A: number, B: number): Judged => ({
  metric,
  A,
  B,
  lowerIsBetter: true,
});
const high = (metric: string, A: number, B: number): Judged => ({
  metric,
  A,
  B,
  lowerIsBetter: false,
});

/** The model that a metric prefers. */
export const winner = ({ A, B, lowerIsBetter }: Judged): "A" | "B" =>
  A < B === lowerIsBetter ? "A" : "B";

/** A list of ones and zeros with `ones` ones in front, of `n`. */
const ones = (count: number, n: number) => Array.from({ length: n }, (_, i) => (i < count ? 1 : 0));
/** Answers to `ones(positives, n)` with so many hits and false alarms. */
const answers = (positives: number, n: number, hits: number, alarms: number) =>
  Array.from({ length: n }, (_, i) =>
    i < positives ? (i < hits ? 1 : 0) : i < positives + alarms ? 1 : 0,
  );
/** Scores that put the positives, which come first, on these ranks of n. */
function ranked(ranks: readonly number[], n: number): number[] {
  const others = Array.from({ length: n }, (_, i) => i + 1).filter((rank) => !ranks.includes(rank));
  return [...ranks, ...others].map((rank) => 1 - rank / (n + 1));
}

/** Dollars a row, for a false alarm of \$1 and a miss of \$50. */
function meanCost(y: readonly number[], said: readonly number[]): number {
  const cost = y.map((label, i) => (label === said[i] ? 0 : label === 1 ? 50 : 1));
  return cost.reduce((sum: number, each) => sum + each, 0) / y.length;
}

const cases: readonly Choice[] = [
  ((y, a, b) => ({
    kind: "a number",
    hurts: "a typical miss; one strange row shall not decide",
    own: low("mean absolute error", meanAbsoluteError(y, a), meanAbsoluteError(y, b)),
    usual: low("root mean squared error", rootMeanSquaredError(y, a), rootMeanSquaredError(y, b)),
    A: "misses all by 3",
    B: "right four times, off by 8 once",
  }))([10, 10, 10, 10, 10], [13, 7, 13, 7, 13], [10, 10, 10, 10, 18]) satisfies Choice,
  ((y, a, b) => ({
    kind: "a number",
    hurts: "one large miss, more than many small ones",
    own: low("root mean squared error", rootMeanSquaredError(y, a), rootMeanSquaredError(y, b)),
    usual: low("mean absolute error", meanAbsoluteError(y, a), meanAbsoluteError(y, b)),
    A: "right four times, off by 10 once",
    B: "misses all by 3",
  }))([10, 10, 10, 10, 10], [10, 10, 10, 10, 20], [13, 7, 13, 7, 13]) satisfies Choice,
  ((y, a, b) => ({
    kind: "a number",
    hurts: "a miss in percent, of small things and large",
    own: low(
      "mean absolute percentage error",
      meanAbsolutePercentageError(y, a),
      meanAbsolutePercentageError(y, b),
    ),
    usual: low("mean absolute error", meanAbsoluteError(y, a), meanAbsoluteError(y, b)),
    A: "20 for 10, 10,100 for 10,000",
    B: "11 for 10, 10,400 for 10,000",
  }))([10, 100, 10_000], [20, 150, 10_100], [11, 105, 10_400]) satisfies Choice,
  ((y, a, b) => ({
    kind: "a number",
    hurts: "too low, nine times as much as too high",
    own: low(
      "pinball loss",
      meanPinballLoss(y, a, { alpha: 0.9 }),
      meanPinballLoss(y, b, { alpha: 0.9 }),
    ),
    usual: low("mean absolute error", meanAbsoluteError(y, a), meanAbsoluteError(y, b)),
    A: "close, mostly a bit low",
    B: "4 too high on average",
  }))([100, 100, 100, 100], [95, 97, 101, 99], [104, 103, 105, 104]) satisfies Choice,
  ((y, a, b) => ({
    kind: "yes or no",
    hurts: "both mistakes alike; classes of about one size",
    own: high("accuracy", accuracyScore(y, a), accuracyScore(y, b)),
    usual: high("recall", recallScore(y, a), recallScore(y, b)),
    A: "says yes to all",
    B: "right about 8 of 10",
  }))(ones(5, 10), answers(5, 10, 5, 5), answers(5, 10, 4, 1)) satisfies Choice,
  ((y, a, b) => ({
    kind: "yes or no",
    hurts: "both classes alike, though one is rare",
    own: high("balanced accuracy", balancedAccuracyScore(y, a), balancedAccuracyScore(y, b)),
    usual: high("accuracy", accuracyScore(y, a), accuracyScore(y, b)),
    A: "says no to all",
    B: "finds both, 3 false alarms",
  }))(ones(2, 20), answers(2, 20, 0, 0), answers(2, 20, 2, 3)) satisfies Choice,
  ((y, a, b) => ({
    kind: "yes or no",
    hurts: "a false alarm",
    own: high("precision", precisionScore(y, a), precisionScore(y, b)),
    usual: high("accuracy", accuracyScore(y, a), accuracyScore(y, b)),
    A: "finds 5 of 5, 1 false alarm",
    B: "finds 3 of 5, no false alarm",
  }))(ones(5, 10), answers(5, 10, 5, 1), answers(5, 10, 3, 0)) satisfies Choice,
  ((y, a, b) => ({
    kind: "yes or no",
    hurts: "a miss",
    own: high("recall", recallScore(y, a), recallScore(y, b)),
    usual: high("accuracy", accuracyScore(y, a), accuracyScore(y, b)),
    A: "finds 2 of 4, no false alarm",
    B: "finds 4 of 4, 4 false alarms",
  }))(ones(4, 20), answers(4, 20, 2, 0), answers(4, 20, 4, 4)) satisfies Choice,
  ((y, a, b) => ({
    kind: "yes or no",
    hurts: "a false alarm costs $1, a miss $50",
    own: low("mean cost", meanCost(y, a), meanCost(y, b)),
    usual: high("F1", f1Score(y, a), f1Score(y, b)),
    A: "finds 3 of 4, no false alarm",
    B: "finds 4 of 4, 6 false alarms",
  }))(ones(4, 20), answers(4, 20, 3, 0), answers(4, 20, 4, 6)) satisfies Choice,
  ((y, a, b) => ({
    kind: "a chance",
    hurts: "a wrong order; you start at the top of the list",
    own: high("ROC AUC", rocAucScore(y, a), rocAucScore(y, b)),
    usual: high(
      "accuracy",
      accuracyScore(y, a.map(Math.round)),
      accuracyScore(y, b.map(Math.round)),
    ),
    A: "one case at 0.6, one at the very end",
    B: "both cases on top, at 0.4 and 0.3",
  }))(
    ones(2, 10),
    [0.6, 0.1, ...new Array<number>(8).fill(0.2)],
    [0.4, 0.3, ...new Array<number>(8).fill(0.1)],
  ) satisfies Choice,
  ((y, a, b) => ({
    kind: "a chance",
    hurts: "rare cases that are not near the top",
    own: high("average precision", averagePrecisionScore(y, a), averagePrecisionScore(y, b)),
    usual: high("ROC AUC", rocAucScore(y, a), rocAucScore(y, b)),
    A: "two of 40, on ranks 5 and 6",
    B: "on ranks 1 and 14",
  }))(ones(2, 40), ranked([5, 6], 40), ranked([1, 14], 40)) satisfies Choice,
  ((y, a, b) => ({
    kind: "a chance",
    hurts: "a chance that is not what it says: you bet on it",
    own: low("log loss", logLoss(y, a), logLoss(y, b)),
    usual: high("ROC AUC", rocAucScore(y, a), rocAucScore(y, b)),
    A: "right order, all above 0.95",
    B: "one pair swapped, sober chances",
  }))([1, 1, 0, 0], [0.99, 0.98, 0.97, 0.96], [0.8, 0.55, 0.6, 0.2]) satisfies Choice,
  ((y, a, b) => ({
    kind: "an order",
    hurts: "good results far down; the first counts most",
    own: high("NDCG", ndcgScore([y], [a]), ndcgScore([y], [b])),
    usual: high("good ones in the first five", inFirst(a, 5) / 5, inFirst(b, 5) / 5),
    A: "good results on 3, 4 and 5",
    B: "good results on 1, 2 and 7",
  }))(ones(3, 10), ranked([3, 4, 5], 10), ranked([1, 2, 7], 10)) satisfies Choice,
  ((y, a, b) => ({
    kind: "an order",
    hurts: "the right class is not among three that you show",
    own: high(
      "top-3 accuracy",
      topKAccuracyScore(y, a, { k: 3 }),
      topKAccuracyScore(y, b, { k: 3 }),
    ),
    usual: high("accuracy", topKAccuracyScore(y, a, { k: 1 }), topKAccuracyScore(y, b, { k: 1 })),
    A: "first three times, last once",
    B: "first twice, second once, third once",
  }))(
    [0, 1, 2, 3],
    [
      [0.7, 0.1, 0.15, 0.05],
      [0.1, 0.7, 0.15, 0.05],
      [0.1, 0.15, 0.7, 0.05],
      [0.4, 0.3, 0.2, 0.1],
    ],
    [
      [0.7, 0.1, 0.15, 0.05],
      [0.1, 0.7, 0.15, 0.05],
      [0.6, 0.05, 0.3, 0.05],
      [0.4, 0.3, 0.1, 0.2],
    ],
  ) satisfies Choice,
];

const swapped = ({ A, B, ...rest }: Judged): Judged => ({ ...rest, A: B, B: A });

/** In every other case the better model is called A. */
export const choices: readonly Choice[] = cases.map((each, i) =>
  i % 2 === 0
    ? each
    : { ...each, A: each.B, B: each.A, own: swapped(each.own), usual: swapped(each.usual) },
);

/** How many of the three good results, which come first, are among the first k. */
function inFirst(scores: readonly number[], k: number): number {
  const first = [...scores].sort((p, q) => q - p)[k - 1]!;
  return scores.slice(0, 3).filter((score) => score >= first).length;
}
