// #region inbox
import { loadSpam } from "@gradus/data";
import { crossValPredict, LogisticRegression, StratifiedKFold } from "@gradus/learn";

// An inbox in which spam is rare: all good mails, and every 30th spam.
const mails = await loadSpam();
let met = 0;
const inbox = mails.filter((mail) => mail.spam !== true || met++ % 30 === 0);
const measured = [
  ...["word_free", "word_remove", "word_our", "word_your", "word_money", "word_000"],
  ...["char_exclamation", "char_dollar", "capital_run_longest"],
] as const;
const features = (table: typeof mails) =>
  table
    .select(...measured)
    .rows()
    .map((mail) => measured.map((name) => Math.log1p(mail[name]!)));
const X = features(inbox);
const y = inbox.column("spam").toArray() as boolean[];

const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
const scores = crossValPredict(new LogisticRegression(), X, y, {
  cv,
  method: "decisionFunction",
}).toArray<number[]>();
const rings = scores.map((score) => score >= 0);
const share = (rows: readonly boolean[]) => rows.filter(Boolean).length / rows.length;

console.log(inbox.nRows, "mails,", y.filter(Boolean).length, "of them spam");
console.log(
  "the filter is right for",
  (100 * share(y.map((spam, i) => spam === rings[i]))).toFixed(1),
  "%",
);

// #endregion

// #region never
console.log("never ringing is right for", (100 * share(y.map((spam) => !spam))).toFixed(1), "%");
const caught = y.filter((spam, i) => spam && rings[i]).length;
console.log("spam that the filter finds:", caught, "of", y.filter(Boolean).length);

// #endregion

// #region measures
import {
  accuracyScore,
  averagePrecisionScore,
  balancedAccuracyScore,
  f1Score,
  precisionScore,
  recallScore,
  rocAucScore,
} from "@gradus/learn";

const never = y.map(() => false);
const flat = y.map(() => 0); // a score that knows nothing
const rows = {
  accuracy: [accuracyScore(y, never), accuracyScore(y, rings)],
  precision: [precisionScore(y, never, { zeroDivision: 0 }), precisionScore(y, rings)],
  recall: [recallScore(y, never), recallScore(y, rings)],
  F1: [f1Score(y, never, { zeroDivision: 0 }), f1Score(y, rings)],
  "balanced accuracy": [balancedAccuracyScore(y, never), balancedAccuracyScore(y, rings)],
  "area under ROC": [rocAucScore(y, flat), rocAucScore(y, scores)],
  "average precision": [averagePrecisionScore(y, flat), averagePrecisionScore(y, scores)],
};
console.log("                   never  filter");
for (const [name, values] of Object.entries(rows)) {
  console.log(name.padEnd(18), ...values.map((value) => value!.toFixed(3).padStart(6)));
}
// #endregion
