import type { Scored } from "./scores";

/** The four cells of the matrix, for one threshold. */
export interface Cells {
  readonly trueNegatives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly truePositives: number;
}

/** A point of the ROC curve: what the mails from a threshold on up are. */
export interface CurvePoint {
  readonly threshold: number;
  /** False positive rate: the share of the good mails. */
  readonly fpr: number;
  /** True positive rate: the share of the spam. */
  readonly tpr: number;
}

/** Counts the cells if mails with this score or a higher one go to junk. */
export function cellsAt(mails: readonly Scored[], threshold: number): Cells {
  const count = (kind: "good" | "spam", isJunk: boolean) =>
    mails
      .filter(({ score }) => score >= threshold === isJunk)
      .reduce((sum, each) => sum + each[kind], 0);
  return {
    trueNegatives: count("good", false),
    falsePositives: count("good", true),
    falseNegatives: count("spam", false),
    truePositives: count("spam", true),
  };
}

/** The curve from (0, 0), where nothing goes to junk, to (1, 1): a point for each score that occurs. */
export function curveOf(mails: readonly Scored[]): CurvePoint[] {
  const falling = mails
    .filter(({ good, spam }) => good + spam > 0)
    .sort((a, b) => b.score - a.score);
  const total = (kind: "good" | "spam") => falling.reduce((sum, each) => sum + each[kind], 0);
  const [nGood, nSpam] = [total("good"), total("spam")];
  let [good, spam] = [0, 0];
  const points = falling.map((each) => {
    good += each.good;
    spam += each.spam;
    return { threshold: each.score, fpr: good / nGood, tpr: spam / nSpam };
  });
  return [{ threshold: Number.POSITIVE_INFINITY, fpr: 0, tpr: 0 }, ...points];
}

/** The area under the curve, by trapezoids: a diagonal step counts each of its ties as half a pair. */
export function areaUnder(curve: readonly CurvePoint[]): number {
  return curve.slice(1).reduce((sum, { fpr, tpr }, i) => {
    const before = curve[i]!;
    return sum + ((fpr - before.fpr) * (tpr + before.tpr)) / 2;
  }, 0);
}

/** The share of spam in junk, if this many good mails come with each spam; 1 where junk is empty. */
export function precisionAt({ fpr, tpr }: CurvePoint, goodPerSpam: number): number {
  return tpr === 0 && fpr === 0 ? 1 : tpr / (tpr + goodPerSpam * fpr);
}

/** Each step of the recall times the precision at its end. */
export function averagePrecision(curve: readonly CurvePoint[], goodPerSpam: number): number {
  return curve
    .slice(1)
    .reduce((sum, at, i) => sum + (at.tpr - curve[i]!.tpr) * precisionAt(at, goodPerSpam), 0);
}

/** Which point of the curve is as far along as a place in its panel; both rates rise along it. */
export function nearestPoint(curve: readonly CurvePoint[], along: number): number {
  const off = (i: number) => Math.abs(curve[i]!.fpr + curve[i]!.tpr - along);
  return curve.reduce((best, _, i) => (off(i) < off(best) ? i : best), 0);
}
