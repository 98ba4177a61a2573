// #region fit
import { loadAmes } from "@gradus/data";
import {
  LinearRegression,
  meanAbsoluteError,
  r2Score,
  rootMeanSquaredError,
  trainTestSplit,
} from "@gradus/learn";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");
const [train, test] = trainTestSplit(homes, { testSize: 0.25, seed: 7 });
type Houses = typeof homes;
const features = (houses: Houses) =>
  houses.select("Gr_Liv_Area", "Total_Bsmt_SF", "Year_Built", "Garage_Area", "Lot_Area");
const prices = (houses: Houses) => houses.column("Sale_Price").toTensor(); // dollars

const line = new LinearRegression().fit(features(train), prices(train));
const guesses = line.predict(features(test));
const actual = prices(test);
const dollars = (value: number) =>
  `${value < 0 ? "−" : ""}$${Math.round(Math.abs(value)).toLocaleString("en-US")}`;
console.log("MAE ", dollars(meanAbsoluteError(actual, guesses)));
console.log("RMSE", dollars(rootMeanSquaredError(actual, guesses)));
console.log("R²  ", r2Score(actual, guesses).toFixed(3));

// #endregion

// #region residuals
import { display } from "@gradus/core";
import { residualPlot } from "@gradus/plot";

display(residualPlot({ yTrue: actual, yPred: guesses, title: "Residuals of 604 houses ($)" }));

/** The rows in three thirds, by prediction. */
function thirdsOf(predicted: ArrayLike<number>): number[][] {
  const order = [...Array(predicted.length).keys()].sort((a, b) => predicted[a]! - predicted[b]!);
  const size = Math.floor(order.length / 3);
  return [order.slice(0, size), order.slice(size, 2 * size), order.slice(2 * size)];
}

const [y, yPred] = [actual.data(), guesses.data()];
for (const [i, rows] of thirdsOf(yPred).entries()) {
  const squares = rows.map((row) => (y[row]! - yPred[row]!) ** 2);
  const miss = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / rows.length);
  console.log(["cheap ", "middle", "dear  "][i], "typical miss", dollars(miss));
}

// #endregion

// #region log
import { TransformedTargetRegressor } from "@gradus/learn";

const inLogs = new TransformedTargetRegressor({
  regressor: new LinearRegression(),
  func: (price) => price.log(),
  inverseFunc: (log) => log.exp(),
}).fit(features(train), prices(train));
const byLogs = inLogs.predict(features(test));
console.log("MAE ", dollars(meanAbsoluteError(actual, byLogs)));
console.log("RMSE", dollars(rootMeanSquaredError(actual, byLogs)));
console.log("R²  ", r2Score(actual, byLogs).toFixed(3));
display(
  residualPlot({
    yTrue: actual.log(),
    yPred: byLogs.log(),
    title: "Residuals of the logarithm",
  }),
);

// #endregion

// #region range
import { quantile } from "@gradus/stats";

const [fitRows, rangeRows] = trainTestSplit(train, { testSize: 0.3, seed: 1 });
const share = (inside: boolean[], rows: number[]) =>
  (rows.filter((row) => inside[row]).length / rows.length).toFixed(2);

for (const kind of ["dollars", "per cent"] as const) {
  const inDollars = kind === "dollars";
  const model = inDollars ? line.clone() : inLogs.clone();
  model.fit(features(fitRows), prices(fitRows));
  const [known, said] = [prices(rangeRows).data(), model.predict(features(rangeRows)).data()];
  const off = Array.from(known, (v, i) => (inDollars ? v - said[i]! : v / said[i]!));
  const [low, high] = [Number(quantile(off, 0.05)), Number(quantile(off, 0.95))];
  const asked = model.predict(features(test)).data();
  const inside = Array.from(y, (v, i) => {
    const of = inDollars ? v - asked[i]! : v / asked[i]!;
    return of >= low && of <= high;
  });
  const percent = (factor: number) => `${(100 * factor).toFixed(0)} %`;
  const text = inDollars
    ? `${dollars(low)} to ${dollars(high)}`
    : `${percent(low)} to ${percent(high)}`;
  const thirds = thirdsOf(asked).map((rows) => share(inside, rows));
  console.log(`${kind}: ${text}`);
  console.log("  holds for", share(inside, [...inside.keys()]), " cheap, middle, dear:", ...thirds);
}

// #endregion

// #region regressors
import {
  DummyRegressor,
  HuberRegressor,
  KNeighborsRegressor,
  makePipeline,
  QuantileRegressor,
  Ridge,
  StandardScaler,
  SVR,
} from "@gradus/learn";

console.log("typical miss on".padEnd(22), "train".padStart(8), "test".padStart(8));
for (const [name, model] of [
  ["always the mean", new DummyRegressor()],
  ["linear", new LinearRegression()],
  ["ridge", makePipeline(new StandardScaler(), new Ridge())],
  ["Huber, robust", makePipeline(new StandardScaler(), new HuberRegressor())],
  [
    "median (quantile 0.5)",
    makePipeline(new StandardScaler(), new QuantileRegressor({ alpha: 0 })),
  ],
  ["linear in logarithms", inLogs.clone()],
  ["8 neighbours", makePipeline(new StandardScaler(), new KNeighborsRegressor({ nNeighbors: 8 }))],
  ["support vectors", makePipeline(new StandardScaler(), new SVR({ C: 1e5 }))],
] as const) {
  model.fit(features(train), prices(train));
  const [seen, fresh] = [train, test].map((t) =>
    dollars(rootMeanSquaredError(prices(t), model.predict(features(t)))),
  );
  console.log(name.padEnd(22), seen!.padStart(8), fresh!.padStart(8));
}
// #endregion
