// #region blocks
import { loadAmes } from "@gradus/data";
import { LinearRegression, r2Score, TargetEncoder, trainTestSplit } from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const [train, test] = trainTestSplit(homes, { testSize: 0.25, seed: 3 });
type Houses = typeof homes;

// A "block" is a thousandth of a degree each way: about 80 m by 110 m.
const blocksOf = (table: Houses) =>
  table.rows().map((row) => [`${row.Longitude!.toFixed(3)} ${row.Latitude!.toFixed(3)}`]);
const prices = (table: Houses) => table.column("Sale_Price").toTensor().log();
const areas = (table: Houses) => table.column("Gr_Liv_Area").toTensor().log().toArray<number[]>();
const distinct = new Set(blocksOf(train).flat()).size;
console.log(train.nRows, "houses in", distinct, "blocks");

/** The areas, and beside them the codes of the blocks. */
const beside = (codes: Tensor, table: Houses) => {
  const size = areas(table);
  return codes.toArray<number[][]>().map(([code], i) => [size[i]!, code!]);
};
function report(name: string, X: number[][], XTest: number[][]) {
  const model = new LinearRegression().fit(X, prices(train));
  const [seen, fresh] = [
    r2Score(prices(train), model.predict(X)),
    r2Score(prices(test), model.predict(XTest)),
  ];
  console.log(name.padEnd(22), `R² seen ${seen.toFixed(2)}  new ${fresh.toFixed(2)}`);
}

const encoder = new TargetEncoder({ seed: 0 });
report(
  "area alone",
  areas(train).map((area) => [area]),
  areas(test).map((area) => [area]),
);
const leaky = encoder.fit(blocksOf(train), prices(train)).transform(blocksOf(train));
const forTest = encoder.transform(blocksOf(test));
report("fit, then transform", beside(leaky, train), beside(forTest, test));

// #endregion

// #region crossed
const crossed = encoder.fitTransform(blocksOf(train), prices(train));
report("fitTransform", beside(crossed, train), beside(encoder.transform(blocksOf(test)), test));

// #endregion

// #region dice
import { RandomGenerator } from "@gradus/core";

const shuffled = new RandomGenerator(1).permutation(train.nRows);
const y = prices(train).toArray<number[]>();
const dealt = Array.from(shuffled, (i) => y[i]!); // each house has the price of another
const plain = new TargetEncoder({ seed: 0, smooth: 0 });
for (const [name, codes] of Object.entries({
  "fit, then transform": plain.fit(blocksOf(train), dealt).transform(blocksOf(train)),
  fitTransform: plain.fitTransform(blocksOf(train), dealt),
})) {
  const share = new LinearRegression().fit(codes, dealt).score(codes, dealt);
  console.log(name.padEnd(22), "explains", share.toFixed(3), "of prices that are dealt out");
}
console.log("(g − 1) / (n − 1) =", ((distinct - 1) / (train.nRows - 1)).toFixed(3));

// #endregion

// #region before-split
import { crossValScore, KFold, makeColumnTransformer, makePipeline } from "@gradus/learn";

const cv = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
const y0 = prices(homes);
const before = beside(encoder.fit(blocksOf(homes), y0).transform(blocksOf(homes)), homes);
console.log(
  "encoded, then split:   ",
  mean(crossValScore(new LinearRegression(), before, y0, { cv })).toFixed(2),
);

const model = makePipeline(
  makeColumnTransformer(["passthrough", ["area"]], [new TargetEncoder({ seed: 0 }), ["block"]]),
  new LinearRegression(),
);
const table = homes
  .select("Gr_Liv_Area")
  .assign({ area: areas(homes), block: blocksOf(homes).flat() });
console.log("encoded inside folds:  ", mean(crossValScore(model, table, y0, { cv })).toFixed(2));
// #endregion
