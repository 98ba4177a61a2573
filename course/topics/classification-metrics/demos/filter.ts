// #region scores
import { display } from "@gradus/core";
import { loadSpam } from "@gradus/data";
import { LogisticRegression, trainTestSplit } from "@gradus/learn";
import { histogram } from "@gradus/plot";

const mails = await loadSpam();
const [train, test] = trainTestSplit(mails, { testSize: 0.5, seed: 1 });

const measured = [
  ...["word_free", "word_remove", "word_our", "word_your", "word_money", "word_000"],
  ...["char_exclamation", "char_dollar", "capital_run_longest"],
] as const;
type Mails = typeof mails;
// Logarithms: the second "!" says less than the first.
const features = (table: Mails) =>
  table
    .select(...measured)
    .rows()
    .map((mail) => measured.map((name) => Math.log1p(mail[name]!)));

const filter = new LogisticRegression().fit(features(train), train.column("spam"));
const isSpam = test.column("spam").toArray() as boolean[];
const scores = [...filter.decisionFunction(features(test)).data()];

const nSpam = isSpam.filter(Boolean).length;
console.log(test.nRows, "mails that the filter has not seen,", nSpam, "of them spam");
for (const spam of [false, true]) {
  const title = spam ? "Scores of the spam" : "Scores of the good mails";
  const x = scores.filter((_, i) => isSpam[i] === spam);
  const bins = Array.from({ length: 33 }, (_, k) => k / 2 - 6); // −6 to 10
  display(histogram({ x, bins, title, xLabel: "Score (log-odds of spam)" }));
}
// #endregion

// #region cells
/** How many mails fall into each of the four cells. */
function countCells(isSpam: readonly boolean[], isJunk: readonly boolean[]) {
  const cells = { trueNegatives: 0, falsePositives: 0, falseNegatives: 0, truePositives: 0 };
  for (const [i, spam] of isSpam.entries()) {
    if (spam) cells[isJunk[i] ? "truePositives" : "falseNegatives"]++;
    else cells[isJunk[i] ? "falsePositives" : "trueNegatives"]++;
  }
  return cells;
}

const threshold = 0; // log-odds 0 is a probability of one half
const isJunk = scores.map((score) => score >= threshold);
const cells = countCells(isSpam, isJunk);
console.log(cells);

const { trueNegatives, falsePositives, falseNegatives, truePositives } = cells;
const precision = truePositives / (truePositives + falsePositives);
const recall = truePositives / (truePositives + falseNegatives);
console.log("accuracy ", ((truePositives + trueNegatives) / test.nRows).toFixed(3));
console.log("precision", precision.toFixed(3));
console.log("recall   ", recall.toFixed(3));
console.log("F1       ", ((2 * precision * recall) / (precision + recall)).toFixed(3));

// #endregion

// #region library-cells
import { classificationReport, confusionMatrix } from "@gradus/learn";
import { confusionMatrixPlot } from "@gradus/plot";

const matrix = confusionMatrix(isSpam, isJunk);
console.log(matrix.toArray());
display(confusionMatrixPlot({ counts: matrix, classes: ["good", "spam"] }));
display(classificationReport(isSpam, isJunk, { targetNames: ["good", "spam"], digits: 3 }));

// #endregion

// #region roc
/** The points of the ROC curve from (0, 0) to (1, 1): one for each different score. */
function rocFromScratch(isSpam: readonly boolean[], scores: readonly number[]) {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const nSpam = isSpam.filter(Boolean).length;
  const nGood = isSpam.length - nSpam;
  const points = [{ fpr: 0, tpr: 0 }];
  let [caught, wronged] = [0, 0];
  for (const [place, i] of order.entries()) {
    if (isSpam[i]) caught++;
    else wronged++;
    const next = order[place + 1];
    // Equal scores fall together: no threshold goes between them.
    if (next !== undefined && scores[next] === scores[i]) continue;
    points.push({ fpr: wronged / nGood, tpr: caught / nSpam });
  }
  return points;
}

/** The share of pairs, one spam and one good mail, in which the spam has the higher score. */
function shareOfPairs(isSpam: readonly boolean[], scores: readonly number[]) {
  const good = scores.filter((_, i) => !isSpam[i]);
  const spam = scores.filter((_, i) => isSpam[i]);
  let right = 0;
  for (const s of spam) for (const g of good) right += s > g ? 1 : s === g ? 0.5 : 0;
  return right / (spam.length * good.length);
}

const curve = rocFromScratch(isSpam, scores);
const trapezoids = curve
  .slice(1)
  .map(({ fpr, tpr }, i) => ((fpr - curve[i]!.fpr) * (tpr + curve[i]!.tpr)) / 2);
const area = trapezoids.reduce((sum, each) => sum + each);
console.log(curve.length, "points");
console.log("area under the curve:", area.toFixed(6));
console.log("pairs ranked right:  ", shareOfPairs(isSpam, scores).toFixed(6));

// #endregion

// #region library-roc
import { averagePrecisionScore, precisionRecallCurve, rocAucScore, rocCurve } from "@gradus/learn";
import { precisionRecallPlot, rocPlot } from "@gradus/plot";

const { fpr, tpr } = rocCurve(isSpam, scores, { dropIntermediate: false });
const apart = curve.map(
  (point, i) => Math.abs(point.fpr - fpr[i]!) + Math.abs(point.tpr - tpr[i]!),
);
console.log(fpr.length, "points, the farthest off by", Math.max(...apart));
console.log("rocAucScore:          ", rocAucScore(isSpam, scores).toFixed(6));
console.log("averagePrecisionScore:", averagePrecisionScore(isSpam, scores).toFixed(6));

// Four yes/no questions instead of nine measures: 16 possible scores, and many ties.
const asked = ["word_free", "word_remove", "char_exclamation", "char_dollar"] as const;
const answers = (table: Mails) =>
  table
    .select(...asked)
    .rows()
    .map((mail) => asked.map((name) => Number(mail[name]! > 0)));
const simple = new LogisticRegression().fit(answers(train), train.column("spam"));
const coarse = [...simple.decisionFunction(answers(test)).data()];
console.log("different scores:", new Set(scores).size, "and", new Set(coarse).size);

const roc = (values: readonly number[]) => {
  const { fpr, tpr } = rocCurve(isSpam, values);
  return { falsePositiveRate: fpr, truePositiveRate: tpr };
};
display(rocPlot({ curves: { "nine measures": roc(scores), "four questions": roc(coarse) } }));
display(
  precisionRecallPlot({
    curves: {
      "nine measures": precisionRecallCurve(isSpam, scores),
      "four questions": precisionRecallCurve(isSpam, coarse),
    },
    prevalence: nSpam / test.nRows,
  }),
);
// #endregion
