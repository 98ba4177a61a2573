// #region memory
import { RandomGenerator } from "@gradus/core";
import { loadChurn } from "@gradus/data";
import { KNeighborsClassifier } from "@gradus/learn";

const table = await loadChurn(); // 7,043 customers of a telephone company
const months = table.column("tenure").toTensor().toArray<number[]>();
const dollars = table.column("monthly_charges").toTensor().toArray<number[]>();
const churn = table.column("churn").toArray() as string[]; // Yes: left last month

const order = [...new RandomGenerator(0).permutation(table.nRows)];
const rows = (from: number, to: number) => {
  const some = order.slice(from, to);
  return {
    X: some.map((i) => [months[i]! / 72, dollars[i]! / 120]),
    y: some.map((i) => churn[i]!),
  };
};
const mine = rows(0, 400);
const later = rows(400, 2400);

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const one = new KNeighborsClassifier({ nNeighbors: 1 }).fit(mine.X, mine.y);
console.log("400 customers it learned from:", percent(one.score(mine.X, mine.y)));
console.log("2,000 other customers:        ", percent(one.score(later.X, later.y)));
const nobody = later.y.filter((left) => left === "No").length / later.y.length;
console.log("“nobody leaves”, the same:    ", percent(nobody));

// #endregion

// #region nonsense
const random = new RandomGenerator(1);
const coins = mine.y.map(() => (random.uniform() < 0.5 ? "Yes" : "No"));
const fooled = new KNeighborsClassifier({ nNeighbors: 1 }).fit(mine.X, coins);
console.log("coin flips learned by heart:  ", percent(fooled.score(mine.X, coins)));
// #endregion
