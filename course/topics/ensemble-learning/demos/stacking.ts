// #region stacking
import { RandomGenerator } from "@gradus/core";
import { loadSpam } from "@gradus/data";
import {
  BernoulliNB,
  KNeighborsClassifier,
  LogisticRegression,
  StackingClassifier,
  StandardScaler,
} from "@gradus/learn";

const table = await loadSpam();
const spam = table.column("spam").toArray() as boolean[];
const logs = table
  .drop("spam")
  .toTensor()
  .toArray<number[][]>()
  .map((row) => row.map(Math.log1p));
const order = [...new RandomGenerator(0).permutation(spam.length)];
const rowsOf = (from: number, to: number) => order.slice(from, to).map((i) => logs[i]!);
const labels = (from: number, to: number) => order.slice(from, to).map((i) => (spam[i] ? 1 : 0));
const scaler = new StandardScaler().fit(rowsOf(0, 400));
const [X, XTest] = [scaler.transform(rowsOf(0, 400)), scaler.transform(rowsOf(1000, 3000))];
const [y, yTest] = [labels(0, 400), labels(1000, 3000)];
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const members = {
  words: new BernoulliNB(),
  twin: new KNeighborsClassifier({ nNeighbors: 1 }), // knows its own rows by heart
};
const names = Object.keys(members) as (keyof typeof members)[];
for (const name of names) {
  const member = members[name].fit(X, y);
  console.log(
    name.padEnd(6),
    "own rows",
    percent(member.score(X, y)),
    " new mails",
    percent(member.score(XTest, yTest)),
  );
}
const stack = new StackingClassifier({
  estimators: names.map((name) => [name, members[name]] as const),
  finalEstimator: new LogisticRegression(),
  cv: 5,
}).fit(X, y);
const weights = (coef: { data(): Iterable<number> }) =>
  [...coef.data()].map((w) => w.toFixed(2)).join(", ");
console.log(
  "stacked on rows left out:",
  percent(stack.score(XTest, yTest)),
  " weights",
  weights((stack.fittedFinalEstimator as LogisticRegression).coef),
);

// #endregion

// #region own-rows
import { concatenate } from "@gradus/tensor";

const chances = (rows: typeof X) =>
  concatenate(
    names.map((name) => members[name].predictProba(rows).slice(null, [1, 2])),
    1,
  );
const naive = new LogisticRegression().fit(chances(X), y); // the members have seen these very rows
console.log(
  "stacked on its own rows: ",
  percent(naive.score(chances(XTest), yTest)),
  " weights",
  weights(naive.coef),
);
// #endregion
