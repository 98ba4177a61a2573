// #region by-hand
import { QuantileTransformer } from "@gradus/learn";

const learned = [[1], [2], [4], [8], [1000]];
const even = new QuantileTransformer({ nQuantiles: 5 }).fit(learned);
const show = (X: number[][]) => even.transform(X).toArray<number[][]>().join("  ");
console.log("the five themselves:", show(learned));
console.log("3, 6, 504:          ", show([[3], [6], [504]]));

// #endregion

// #region lots
import { loadAmes } from "@gradus/data";
import { MinMaxScaler, RobustScaler, StandardScaler } from "@gradus/learn";
import { quantile, skew } from "@gradus/stats";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const lots = homes.select("Lot_Area");
const bell = new QuantileTransformer({ outputDistribution: "normal" });
console.log(
  "skewness after normal quantiles:",
  skew(bell.fitTransform(lots).reshape([-1])).toFixed(3),
);

// #endregion

// #region scalers
for (const scaler of [
  new StandardScaler(),
  new MinMaxScaler(),
  new RobustScaler(),
  new QuantileTransformer(),
]) {
  const z = scaler.fitTransform(lots).reshape([-1]);
  const places = [0, 0.5, 0.99, 1].map((share) => quantile(z, share).toFixed(2).padStart(6));
  console.log(
    scaler.constructor.name.padEnd(20),
    places.join(" "),
    "  skewness",
    skew(z).toFixed(1),
  );
}
// #endregion
