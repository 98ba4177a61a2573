// #region eight
import { averagePrecisionScore, confusionMatrix, rocAucScore, rocCurve } from "@gradus/learn";

const isSpam = [true, true, false, true, false, false, true, false];
const scores = [0.9, 0.8, 0.7, 0.6, 0.6, 0.4, 0.3, 0.2];

const isJunk = scores.map((score) => score >= 0.6);
console.log(confusionMatrix(isSpam, isJunk).toArray());

const { fpr, tpr, thresholds } = rocCurve(isSpam, scores, { dropIntermediate: false });
for (const [i, threshold] of thresholds.entries()) {
  console.log(`from ${threshold} on: (${fpr[i]}, ${tpr[i]})`);
}
console.log("area", rocAucScore(isSpam, scores));
console.log("average precision", averagePrecisionScore(isSpam, scores).toFixed(3));
// #endregion
