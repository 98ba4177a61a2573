// #region before
import { loadSpam } from "@gradus/data";
import {
  crossValidate,
  KNeighborsClassifier,
  makePipeline,
  RandomOverSampler,
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
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
const neighbours = () => new KNeighborsClassifier({ nNeighbors: 3 });
const sampler = new RandomOverSampler({ seed: 0 });
const show = (name: string, { testScores }: ReturnType<typeof crossValidate>) =>
  console.log(
    name.padEnd(24),
    `recall ${mean(testScores.recall!).toFixed(2)}`,
    `precision ${mean(testScores.precision!).toFixed(2)}`,
  );
const scoring = ["recall", "precision"] as const;

const [copies, labels] = sampler.fitResample(X, y);
const careless = makePipeline(new StandardScaler(), neighbours());
show("resampled, then split", crossValidate(careless, copies, labels, { cv, scoring }));

// #endregion

// #region inside
const careful = makePipeline(new StandardScaler(), sampler, neighbours());
show("resampled in the folds", crossValidate(careful, X, y, { cv, scoring }));

// #endregion

// #region truth
// The 1,752 spam mails that the inbox left out: what would the model really find?
met = 0;
const later = mails.filter((mail) => mail.spam === true && met++ % 30 !== 0);
const answers = careful.fit(X, y).predict(features(later));
console.log("of", later.nRows, "other spam it finds", mean([...answers].map(Number)).toFixed(2));
// #endregion
