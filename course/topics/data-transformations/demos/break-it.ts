// #region leak
import { loadAmes } from "@gradus/data";
import { MinMaxScaler, Ridge } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const features = homes.select("Lot_Area", "Gr_Liv_Area").toTensor().toArray<number[][]>();
const price = homes.column("Sale_Price").toTensor().toArray<number[]>();
const rows = (places: readonly number[]) => places.map((i) => features[i]!);

const train = Array.from({ length: 30 }, (_, i) => 80 * i);
const asked = 2000; // a house to price
const largest = features.findIndex(([lot]) => lot === 215_245); // another house of the test set

function priceOf(house: number, scaledWith: readonly number[]): string {
  const scaler = new MinMaxScaler().fit(rows(scaledWith));
  const model = new Ridge().fit(
    scaler.transform(rows(train)),
    train.map((i) => price[i]!),
  );
  const dollars = model.predict(scaler.transform(rows([house]))).item();
  return `$${Math.round(dollars).toLocaleString("en-US")}`;
}

console.log("scaled with the training rows:", priceOf(asked, train));
console.log("with the training and test rows:", priceOf(asked, [...train, asked, largest]));

// #endregion

// #region beyond
import { PowerTransformer, QuantileTransformer } from "@gradus/learn";

const lots = train.map((i) => [features[i]![0]!]);
const fresh = [[31_770], [60_000], [215_245]]; // the first is the largest of the training rows
for (const each of [
  new MinMaxScaler(),
  new QuantileTransformer({ nQuantiles: 30 }),
  new PowerTransformer(),
]) {
  const z = each.fit(lots).transform(fresh).toArray<number[][]>();
  console.log(each.constructor.name.padEnd(20), z.map(([value]) => value!.toFixed(2)).join("  "));
}

// #endregion

// #region no-way-back
const power = new PowerTransformer({ method: "boxCox", standardize: false });
power.fit(price.map((x) => [x]));
const lambda = power.lambdas.item();
console.log("λ =", lambda.toFixed(3), "  ceiling −1/λ =", (-1 / lambda).toFixed(3));
for (const dollars of [160_000, 755_000, 1e12]) {
  console.log(
    `$${dollars.toLocaleString("en-US")} becomes`,
    power
      .transform([[dollars]])
      .item()
      .toFixed(3),
  );
}
for (const z of [8.9, 9]) {
  const dollars = power.inverseTransform([[z]]).item();
  console.log(`${z} goes back to`, Number.isNaN(dollars) ? "no number" : dollars.toPrecision(3));
}
// #endregion
