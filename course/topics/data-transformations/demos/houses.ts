// #region line
import { display } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const numbers = (name: "Gr_Liv_Area" | "Lot_Area" | "Sale_Price" | "Open_Porch_SF") =>
  homes.column(name).toTensor().toArray<number[]>();
const area = numbers("Gr_Liv_Area"); // ft²
const price = numbers("Sale_Price"); // dollars

/** The root of the mean square of the misses, for the lowest, middle and highest third of the predictions. */
function missByThird(X: number[][], y: number[]): number[] {
  const predicted = new LinearRegression().fit(X, y).predict(X).toArray<number[]>();
  const order = [...predicted.keys()].sort((i, j) => predicted[i]! - predicted[j]!);
  const size = Math.ceil(order.length / 3);
  return [0, 1, 2].map((third) => {
    const rows = order.slice(third * size, (third + 1) * size);
    return Math.sqrt(mean(rows.map((i) => (predicted[i]! - y[i]!) ** 2)));
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

const column = (values: readonly number[]) => values.map((x) => [x]);
const misses = missByThird(column(area), price);
console.log("typical miss, cheap to dear:", misses.map((miss) => Math.round(miss)).join(", "), "$");

// #endregion

// #region logs
const logPrice = price.map(Math.log);
const logMisses = missByThird(column(area.map(Math.log)), logPrice);
console.log("in logarithms:", logMisses.map((miss) => miss.toFixed(2)).join(", "));
console.log("dear against cheap, in dollars:", (misses[2]! / misses[0]!).toFixed(1));
console.log("dear against cheap, in logarithms:", (logMisses[2]! / logMisses[0]!).toFixed(1));

// #endregion

// #region shapes
import { histogram } from "@gradus/plot";
import { median, skew } from "@gradus/stats";

const lots = numbers("Lot_Area"); // ft²
console.log(
  "lots: mean",
  Math.round(mean(lots)),
  " median",
  median(lots),
  " largest",
  Math.max(...lots),
);
console.log(
  "skewness:",
  skew(lots).toFixed(1),
  " of the logarithms:",
  skew(lots.map(Math.log)).toFixed(1),
);
display(histogram({ x: lots, bins: 40, title: "Lots as they are", xLabel: "Lot area (ft²)" }));
display(
  histogram({
    x: lots.map(Math.log10),
    bins: 40,
    title: "The same lots in powers of ten",
    xLabel: "log₁₀ of the lot area in ft²",
  }),
);

// #endregion

// #region zeros
const porches = numbers("Open_Porch_SF"); // ft²
console.log("no porch:", porches.filter((x) => x === 0).length, "of", porches.length);
console.log("Math.log(0) =", Math.log(0), "  Math.log1p(0) =", Math.log1p(0));
// From no porch to the median one, against from there to the largest, in two units:
const some = median(porches.filter((x) => x > 0));
const most = Math.max(...porches);
for (const [unit, per] of [
  ["ft²", 1],
  ["m²", 0.0929],
] as const) {
  const [low, high] = [Math.log1p(some * per), Math.log1p(most * per)];
  console.log(
    `${unit}: 0 → ${low.toFixed(2)} → ${high.toFixed(2)}`,
    " ratio",
    (low / (high - low)).toFixed(1),
  );
}

// #endregion

// #region back
console.log("mean price:", Math.round(mean(price)));
console.log("exp of the mean logarithm:", Math.round(Math.exp(mean(logPrice))));
console.log("median price:", median(price));

// #endregion

// #region smearing
import { trainTestSplit } from "@gradus/learn";

const features = area.map((x, i) => [Math.log(x), Math.log(lots[i]!)]);
const [XTrain, XTest, yTrain, yTest] = trainTestSplit(features, logPrice, { seed: 0 });
const model = new LinearRegression().fit(XTrain, yTrain);

const fitted = model.predict(XTrain).toArray<number[]>();
const smear = mean(yTrain.map((y, i) => Math.exp(y - fitted[i]!)));
const naive = model.predict(XTest).toArray<number[]>().map(Math.exp);
const paid = mean(yTest.map(Math.exp));
const error = (guesses: readonly number[]) => `${((mean(guesses) / paid - 1) * 100).toFixed(1)} %`;
console.log("smearing factor:", smear.toFixed(4));
console.log("error of the total, exp alone:", error(naive));
console.log("error of the total, smeared:", error(naive.map((x) => x * smear)));
// #endregion
