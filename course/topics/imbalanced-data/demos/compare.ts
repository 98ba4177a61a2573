// #region compare
import { loadSpam } from "@gradus/data";
import {
  crossValidate,
  LogisticRegression,
  makePipeline,
  RandomOverSampler,
  RandomUnderSampler,
  SMOTE,
  StandardScaler,
  StratifiedKFold,
} from "@gradus/learn";

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
const scoring = ["recall", "precision", "f1", "averagePrecision"] as const;
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
const seed = 0;

const models = {
  plain: makePipeline(new StandardScaler(), new LogisticRegression()),
  weights: makePipeline(new StandardScaler(), new LogisticRegression({ classWeight: "balanced" })),
  copies: makePipeline(
    new StandardScaler(),
    new RandomOverSampler({ seed }),
    new LogisticRegression(),
  ),
  SMOTE: makePipeline(new StandardScaler(), new SMOTE({ seed }), new LogisticRegression()),
  "fewer good": makePipeline(
    new StandardScaler(),
    new RandomUnderSampler({ seed }),
    new LogisticRegression(),
  ),
};
const measure = (name: string, model: Parameters<typeof crossValidate>[0]) => {
  const { testScores } = crossValidate(model, X, y, { cv, scoring });
  const numbers = scoring.map((score) => mean(testScores[score]!).toFixed(2).padStart(9));
  console.log(name.padEnd(16), ...numbers);
};
console.log(
  " ".repeat(16),
  ...["recall", "precision", "F1", "avg.prec."].map((s) => s.padStart(9)),
);
for (const [name, model] of Object.entries(models)) measure(name, model);

// #endregion

// #region threshold
import { TunedThresholdClassifierCV } from "@gradus/learn";

measure(
  "plain, tuned",
  new TunedThresholdClassifierCV({ estimator: models.plain, scoring: "f1", cv: 3 }),
);
// #endregion
