// #region scratch
import { RandomGenerator } from "@gradus/core";
import { loadSpam } from "@gradus/data";
import { KNeighborsClassifier, StandardScaler } from "@gradus/learn";

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
const X = scaler.transform(rowsOf(0, 400)).toArray<number[][]>();
const y = labels(0, 400);
const XTest = scaler.transform(rowsOf(1000, 3000)).toArray<number[][]>();
const yTest = labels(1000, 3000);

const random = new RandomGenerator(1);
const draw = () => {
  const rows = X.map(() => random.integer(0, X.length)); // as many rows, with repetition
  const columns = [...random.permutation(57).slice(0, 8)]; // 8 of 57 columns
  const pick = (row: readonly number[]) => columns.map((j) => row[j]!);
  const model = new KNeighborsClassifier({ nNeighbors: 1 });
  model.fit(
    rows.map((i) => pick(X[i]!)),
    rows.map((i) => y[i]!),
  );
  return { rows: new Set(rows), says: model.predict(XTest.map(pick)) as number[] };
};
const members = Array.from({ length: 25 }, draw);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const right = (says: (i: number) => number) =>
  percent(yTest.filter((label, i) => says(i) === label).length / yTest.length);

console.log(
  "the first three alone:",
  members
    .slice(0, 3)
    .map(({ says }) => right((i) => says[i]!))
    .join("  "),
);
const votes = yTest.map((_, i) => members.filter(({ says }) => says[i] === 1).length);
console.log(
  "all 25 together:      ",
  right((i) => (votes[i]! > 12 ? 1 : 0)),
);
const seen = members.map(({ rows }) => rows.size / X.length);
console.log("rows that a member has seen:", percent(seen.reduce((sum, s) => sum + s, 0) / 25));

// #endregion

// #region library
import { BaggingClassifier } from "@gradus/learn";

const bag = new BaggingClassifier({
  estimator: new KNeighborsClassifier({ nNeighbors: 1 }),
  nEstimators: 25,
  maxFeatures: 8,
  oobScore: true,
  seed: 0,
}).fit(X, y);
console.log("on 2,000 new mails:               ", percent(bag.score(XTest, yTest)));
console.log("by members who had not seen a mail:", percent(bag.outOfBagScore ?? 0));
// #endregion
