// #region renamed
import { loadAmes } from "@gradus/data";
import { LinearRegression, OneHotEncoder, r2Score, trainTestSplit } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const [train, test] = trainTestSplit(homes, { testSize: 0.25, seed: 3 });
const names = (table: typeof homes) =>
  table
    .column("Neighborhood")
    .toArray()
    .map((name) => [name as string]);
const prices = (table: typeof homes) => table.column("Sale_Price").toTensor().log();

const encoder = new OneHotEncoder({ handleUnknown: "ignore" });
const model = new LinearRegression().fit(encoder.fitTransform(names(train)), prices(train));
const ask = (name: string, rows: string[][]) => {
  const X = encoder.transform(rows);
  const unknown = X.sum(1)
    .toArray<number[]>()
    .filter((sum) => sum === 0).length;
  const r2 = r2Score(prices(test), model.predict(X)).toFixed(3);
  console.log(name.padEnd(16), "R²", r2, `  unknown: ${unknown} of ${rows.length}`);
};
ask("as always", names(test));
ask(
  "after the change",
  names(test).map(([name]) => [name!.replaceAll("_", " ")]),
);

// #endregion

// #region trap
import { matrixRank, tensor } from "@gradus/tensor";

const all = new OneHotEncoder().fitTransform(names(train));
const one = new OneHotEncoder({ drop: "first" }).fitTransform(names(train));
for (const X of [all, one]) {
  const withOnes = tensor(X.toArray<number[][]>().map((row) => [1, ...row]));
  const columns = withOnes.shape[1];
  console.log(columns, "columns with that of the intercept, rank", matrixRank(withOnes).item());
}
// #endregion
