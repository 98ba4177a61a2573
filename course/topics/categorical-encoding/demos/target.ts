// #region scratch
/** The mean target of each category, drawn to the overall mean as by m more rows. */
function targetMeans(categories: readonly string[], y: readonly number[], m: number) {
  const overall = y.reduce((sum, each) => sum + each) / y.length;
  const [sums, counts] = [new Map<string, number>(), new Map<string, number>()];
  for (const [i, category] of categories.entries()) {
    sums.set(category, (sums.get(category) ?? 0) + y[i]!);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return (category: string) =>
    ((sums.get(category) ?? 0) + m * overall) / ((counts.get(category) ?? 0) + m);
}

const blocks = ["A", "A", "B", "B", "C", "C"];
const paid = [100, 140, 120, 200, 160, 180]; // thousands of dollars
for (const m of [0, 2]) {
  const code = targetMeans(blocks, paid, m);
  console.log(`m = ${m}:`, ["A", "B", "C"].map((block) => code(block).toFixed(1)).join(", "));
}
console.log("a new block, m = 2:", targetMeans(blocks, paid, 2)("D"));

// #endregion

// #region library
import { TargetEncoder } from "@gradus/learn";

const encoder = new TargetEncoder({ smooth: 2, targetType: "continuous" }).fit(
  blocks.map((block) => [block]),
  paid,
);
const codes = encoder.transform([["A"], ["B"], ["C"], ["D"]]).toArray<number[][]>();
console.log(codes.flat());

// #endregion

// #region air
import { LinearRegression } from "@gradus/learn";

const own = blocks.map(targetMeans(blocks, paid, 0));
const other = blocks.map((_, i) => {
  const rest = (j: number) => j !== i;
  return targetMeans(
    blocks.filter((_, j) => rest(j)),
    paid.filter((_, j) => rest(j)),
    0,
  )(blocks[i]!);
});
for (const [name, codes] of Object.entries({ "with itself": own, "without itself": other })) {
  const X = codes.map((code) => [code]);
  const model = new LinearRegression().fit(X, paid);
  const slope = model.coef.item().toFixed(2);
  console.log(
    name.padEnd(15),
    codes.join(", "),
    " slope",
    slope,
    " R²",
    model.score(X, paid).toFixed(2),
  );
}
// #endregion
