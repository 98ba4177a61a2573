/** A point of the ROC curve. */
export interface Point {
  /** False positive rate: the share of the good mails that go to junk. */
  fpr: number;
  /** True positive rate: the share of the spam that goes to junk. */
  tpr: number;
}

/** The points of the ROC curve, from (0, 0) to (1, 1). */
export function rocPoints(isSpam: boolean[], scores: number[]): Point[] {
  // 1. The thresholds: above all scores, then each different score, from the highest down.
  // 2. For each: which mails have this score or a higher one? How many are spam, how many good?
  return [];
}
