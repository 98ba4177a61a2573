/** A point of the ROC curve. */
export interface Point {
  /** False positive rate: the share of the good mails that go to junk. */
  fpr: number;
  /** True positive rate: the share of the spam that goes to junk. */
  tpr: number;
}

/** The points of the ROC curve, from (0, 0) to (1, 1). */
export function rocPoints(isSpam: boolean[], scores: number[]): Point[] {
  const nSpam = isSpam.filter(Boolean).length;
  const nGood = isSpam.length - nSpam;
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const points = [{ fpr: 0, tpr: 0 }];
  let [caught, wronged] = [0, 0];
  for (const i of order) {
    if (isSpam[i]) caught++;
    else wronged++;
    points.push({ fpr: wronged / nGood, tpr: caught / nSpam });
  }
  return points;
}
