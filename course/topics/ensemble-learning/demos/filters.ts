// #region three
import { RandomGenerator } from "@gradus/core";
import { loadSpam } from "@gradus/data";
import {
  BernoulliNB,
  KNeighborsClassifier,
  LogisticRegression,
  makePipeline,
  StandardScaler,
} from "@gradus/learn";

const table = await loadSpam(); // 4,601 mails: 57 measures, and whether it was spam
const spam = table.column("spam").toArray() as boolean[];
const measures = table
  .drop("spam")
  .toTensor()
  .toArray<number[][]>()
  .map((row) => row.map(Math.log1p)); // a few huge counts would outshout all others
const order = [...new RandomGenerator(0).permutation(spam.length)];
const part = (from: number, to: number) => {
  const rows = order.slice(from, to);
  return { X: rows.map((i) => measures[i]!), y: rows.map((i) => (spam[i] ? 1 : 0)) };
};
const train = part(0, 200);
const test = part(1000, 3000);

const filters = {
  logistic: makePipeline(new StandardScaler(), new LogisticRegression()),
  neighbours: makePipeline(new StandardScaler(), new KNeighborsClassifier()),
  words: new BernoulliNB(), // only asks which words occur
};
const names = Object.keys(filters) as (keyof typeof filters)[];
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
for (const name of names) {
  filters[name].fit(train.X, train.y);
  console.log(name.padEnd(11), percent(filters[name].score(test.X, test.y)));
}

// #endregion

// #region votes
const chances = names.map((name) =>
  filters[name].predictProba(test.X).slice(null, 1).toArray<number[]>(),
);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const shareRight = (says: (mail: number) => boolean) =>
  mean(test.y.map((label, i) => (says(i) === (label === 1) ? 1 : 0)));

const hard = (i: number) => chances.filter((chance) => chance[i]! > 0.5).length >= 2;
const soft = (i: number) => mean(chances.map((chance) => chance[i]!)) > 0.5;
console.log("hard voting:", percent(shareRight(hard)));
console.log("soft voting:", percent(shareRight(soft)));

// #endregion

// #region library
import { VotingClassifier } from "@gradus/learn";

for (const voting of ["hard", "soft"] as const) {
  const crowd = new VotingClassifier({
    estimators: names.map((name) => [name, filters[name]] as const),
    voting,
  }).fit(train.X, train.y);
  console.log(`VotingClassifier, ${voting}:`, percent(crowd.score(test.X, test.y)));
}

// #endregion

// #region together
const wrong = chances.map((chance) => test.y.map((y, i) => (chance[i]! > 0.5 ? 1 : 0) !== y));
for (const [a, b] of [
  [0, 1],
  [0, 2],
  [1, 2],
] as const) {
  const both = mean(test.y.map((_, i) => (wrong[a]![i] && wrong[b]![i] ? 1 : 0)));
  const alone = [a, b].map((one) => mean(wrong[one]!.map((w) => (w ? 1 : 0))));
  const pair = `${names[a]} and ${names[b]}`;
  console.log(
    pair.padEnd(25),
    "both wrong",
    percent(both),
    " if independent",
    percent(alone[0]! * alone[1]!),
  );
}
// #endregion
