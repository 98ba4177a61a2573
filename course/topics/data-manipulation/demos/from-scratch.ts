// #region group
const sold = [
  { item: "tea", amount: 9 },
  { item: "mug", amount: 11 },
  { item: "tea", amount: 4.5 },
  { item: "pot", amount: 32 },
  { item: "tea", amount: 13.5 },
  { item: "mug", amount: 22 },
  { item: "tea", amount: 4.5 },
];

const groups = new Map<string, number[]>(); // split
for (const { item, amount } of sold) {
  groups.set(item, [...(groups.get(item) ?? []), amount]);
}
const revenue = new Map<string, number>();
for (const [item, amounts] of groups) {
  revenue.set(
    item,
    amounts.reduce((sum, amount) => sum + amount),
  ); // apply, combine
}
console.log([...revenue]);

// #endregion

// #region agrees
import { DataFrame } from "@gradus/data";

console.log(DataFrame.fromRows(sold).groupBy("item").sum("amount").rows());
// #endregion

// #region count-rows
const left = ["C1", "C2", "C1", "C9", "C3", null]; // the customer of each order
const right = ["C1", "C2", "C3", "C4"];
console.log("C1 once: ", rowsOf(left, right));
console.log("C1 twice:", rowsOf(left, [...right, "C1"]));

/** How many rows come out of a merge. */
function rowsOf(l: readonly (string | null)[], r: readonly (string | null)[]) {
  const matches = l.map((key) => r.filter((other) => other === key).length);
  const sum = (values: readonly number[]) => values.reduce((total, n) => total + n, 0);
  return { inner: sum(matches), left: sum(matches.map((n) => Math.max(1, n))) };
}
// #endregion

// #region count-agrees
const [l, r] = [DataFrame.fromColumns({ id: left }), DataFrame.fromColumns({ id: right })];
console.log(l.merge(r, { on: "id" }).nRows, l.merge(r, { on: "id", how: "left" }).nRows);
// #endregion
