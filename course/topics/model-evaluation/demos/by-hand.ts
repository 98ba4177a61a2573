// #region interval
const right = 90;
const n = 100;
const p = right / n;
const error = Math.sqrt((p * (1 - p)) / n);
console.log("standard error:", error.toFixed(2));
console.log("roughly", (p - 2 * error).toFixed(2), "to", (p + 2 * error).toFixed(2));

// #endregion

// #region skill
import { meanSquaredError, r2Score } from "@gradus/learn";

const y = [12, 15, 20, 25];
const said = [13, 15, 19, 23];
const baseline = y.map(() => 18); // the mean of these four
const [mine, simple] = [meanSquaredError(y, said), meanSquaredError(y, baseline)];
console.log("errors", mine, "and", simple, " share saved", (1 - mine / simple).toFixed(3));
console.log("r2Score:", r2Score(y, said).toFixed(3));

// #endregion

// #region groups
const groups = [
  { name: "phones ", A: [81, 87], B: [234, 270] },
  { name: "laptops", A: [192, 263], B: [55, 80] },
] as const;
const share = ([right, all]: readonly [number, number]) =>
  `${((100 * right) / all).toFixed(0)} % of ${all}`;
for (const { name, A, B } of groups) console.log(name, " A", share(A), "  B", share(B));
const total = (model: "A" | "B"): readonly [number, number] => [
  groups.reduce((sum, group) => sum + group[model][0], 0),
  groups.reduce((sum, group) => sum + group[model][1], 0),
];
console.log("all     ", "A", share(total("A")), " B", share(total("B")));
// #endregion
