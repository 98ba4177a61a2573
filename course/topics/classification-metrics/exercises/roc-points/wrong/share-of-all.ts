/** A point of the ROC curve. */
export interface Point {
  /** False positive rate: the share of the good mails that go to junk. */
  fpr: number;
  /** True positive rate: the share of the spam that goes to junk. */
  tpr: number;
}

/** The points of the ROC curve, from (0, 0) to (1, 1). */
export function rocPoints(isSpam: boolean[], scores: number[]): Point[] {
  const different = [...new Set(scores)].sort((a, b) => b - a);
  return [Infinity, ...different].map((threshold) => {
    const junk = isSpam.filter((_, i) => scores[i]! >= threshold);
    const caught = junk.filter(Boolean).length;
    return { fpr: (junk.length - caught) / isSpam.length, tpr: caught / isSpam.length };
  });
}
