// #region rare
import { loadSpam } from "@gradus/data";
import {
  accuracyScore,
  averagePrecisionScore,
  LogisticRegression,
  precisionScore,
  recallScore,
  rocAucScore,
  trainTestSplit,
} from "@gradus/learn";

const mails = await loadSpam();
const [train, test] = trainTestSplit(mails, { testSize: 0.5, seed: 1 });
const measured = [
  ...["word_free", "word_remove", "word_our", "word_your", "word_money", "word_000"],
  ...["char_exclamation", "char_dollar", "capital_run_longest"],
] as const;
const features = (table: typeof mails) =>
  table
    .select(...measured)
    .rows()
    .map((mail) => measured.map((name) => Math.log1p(mail[name]!)));
const filter = new LogisticRegression().fit(features(train), train.column("spam"));
const isSpam = test.column("spam").toArray() as boolean[];
const scores = [...filter.decisionFunction(features(test)).data()];

// A quieter inbox: all good mails, and so few spam that it is one mail in a hundred.
let seen = 0;
const kept = [...isSpam.keys()].filter((i) => !isSpam[i] || seen++ < 14);
const rare = kept.map((i) => isSpam[i]!);
const caught = kept.map((i) => scores[i]! >= 0);
const never = kept.map(() => false);

console.log(rare.length, "mails, 14 of them spam");
for (const [name, said] of Object.entries({ "always good": never, "the filter": caught })) {
  const precision = precisionScore(rare, said, { zeroDivision: 0 });
  console.log(
    name.padEnd(12),
    `accuracy ${accuracyScore(rare, said).toFixed(3)}`,
    `precision ${precision.toFixed(2)}`,
    `recall ${recallScore(rare, said).toFixed(2)}`,
  );
}
// #endregion

// #region imbalance
// The same mails and scores, but every spam counts as a fraction of a mail.
const nSpam = isSpam.filter(Boolean).length;
const nGood = isSpam.length - nSpam;
for (const oneIn of [2, 10, 100, 1000]) {
  const each = nGood / (oneIn - 1) / nSpam; // the weight of one spam
  const sampleWeight = isSpam.map((spam) => (spam ? each : 1));
  const area = rocAucScore(isSpam, scores, { sampleWeight });
  const average = averagePrecisionScore(isSpam, scores, { sampleWeight });
  const words = `one mail in ${oneIn} is spam:`;
  console.log(
    words.padEnd(28),
    `AUC ${area.toFixed(3)}`,
    `average precision ${average.toFixed(3)}`,
  );
}

// #endregion

// #region peeked
import { RandomGenerator } from "@gradus/core";

const costs = { falseAlarm: 1, miss: 0.1 }; // euros
const random = new RandomGenerator(3);

/** What a threshold costs, in euros per mail. */
function costOf(threshold: number, rows: readonly number[]): number {
  let cost = 0;
  for (const i of rows) {
    if (scores[i]! >= threshold) cost += isSpam[i] ? 0 : costs.falseAlarm;
    else cost += isSpam[i] ? costs.miss : 0;
  }
  return cost / rows.length;
}

let [reported, later] = [0, 0];
for (let repeat = 0; repeat < 200; repeat++) {
  const shuffled = random.permutation(isSpam.length);
  const few = [...shuffled.slice(0, 50)];
  const fresh = [...shuffled.slice(50)];
  const candidates = [Infinity, ...few.map((i) => scores[i]!)];
  const best = candidates.reduce((a, b) => (costOf(b, few) < costOf(a, few) ? b : a));
  reported += costOf(best, few) / 200;
  later += costOf(best, fresh) / 200;
}
console.log("on the 50 mails it was chosen on:", (100 * reported).toFixed(2), "cents a mail");
console.log("on all the others:               ", (100 * later).toFixed(2), "cents a mail");
// #endregion
