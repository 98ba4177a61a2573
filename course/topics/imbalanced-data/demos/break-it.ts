// #region probabilities
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
for (const weights of [{}, { classWeight: "balanced" }] as const) {
  const p = crossValPredict(new LogisticRegression(weights), X, y, {
    cv,
    method: "predictProba",
  }).toArray<number[][]>();
  const expected = p.reduce((sum, [, spam]) => sum + spam!, 0);
  console.log(
    ("classWeight" in weights ? "balanced" : "plain").padEnd(9),
    "expects",
    expected.toFixed(0),
    "spam",
  );
}
console.log("there are", y.filter(Boolean).length);

// #endregion

// #region few
import { KFold } from "@gradus/learn";

// 12 spam among 600 mails, dealt into ten folds, with and without a look at the labels.
const isSpam = Array.from({ length: 600 }, (_, i) => i < 12);
const X600 = isSpam.map((_, i) => [i]);
for (const folds of [
  new KFold({ nSplits: 10, shuffle: true, seed: 0 }),
  new StratifiedKFold({ nSplits: 10, shuffle: true, seed: 0 }),
]) {
  const counts = [...folds.split(X600, isSpam)].map(
    ({ test }) => [...test].filter((i) => isSpam[i]).length,
  );
  console.log(folds.constructor.name.padEnd(16), "spam in each fold:", counts.join(" "));
}
// #endregion
