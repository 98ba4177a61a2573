// #region weights
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

const nSpam = y.filter(Boolean).length;
const weight = { spam: y.length / (2 * nSpam), good: y.length / (2 * (y.length - nSpam)) };
console.log("a spam counts", weight.spam.toFixed(2), " a good mail", weight.good.toFixed(3));

const cv = new StratifiedKFold({ nSplits: 5, shuffle: true, seed: 0 });
const scoresOf = (model: LogisticRegression) =>
  crossValPredict(model, X, y, { cv, method: "decisionFunction" }).toArray<number[]>();
const plain = scoresOf(new LogisticRegression());
const weighted = scoresOf(new LogisticRegression({ classWeight: "balanced" }));

function report(name: string, scores: readonly number[], threshold: number) {
  const rung = y.filter((_, i) => scores[i]! >= threshold);
  const caught = rung.filter(Boolean).length;
  console.log(
    name.padEnd(22),
    `finds ${caught} of ${nSpam}, with ${rung.length - caught} false alarms`,
  );
}
report("plain, above 0", plain, 0);
report("weighted, above 0", weighted, 0);

// #endregion

// #region shift
const shift = Math.log(weight.spam / weight.good);
console.log("log of the ratio of the weights:", shift.toFixed(2));
report(`plain, above −${shift.toFixed(2)}`, plain, -shift);

// #endregion

// #region by-hand
// Eight mails without features: only an intercept to learn. Two are spam.
const eight = [true, true, false, false, false, false, false, false];
const nothing = eight.map(() => [0]);
for (const weights of [{}, { classWeight: "balanced" }] as const) {
  const model = new LogisticRegression({ ...weights, tol: 1e-10 }).fit(nothing, eight);
  const [[, p] = []] = model.predictProba(nothing).toArray<number[][]>();
  console.log(
    ("classWeight" in weights ? "balanced" : "plain").padEnd(9),
    "probability of spam",
    p!.toFixed(4),
  );
}
// #endregion
