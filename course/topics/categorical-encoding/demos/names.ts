// #region look
import { loadAmes } from "@gradus/data";
import { trainTestSplit } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const [train, test] = trainTestSplit(homes, { testSize: 0.25, seed: 3 });
const names = (table: typeof homes) => table.column("Neighborhood").toArray() as string[];
const known = new Set(names(train));

console.log(train.nRows, "houses to learn from,", test.nRows, "to be asked about");
console.log(known.size, "neighborhoods:", [...known].sort().slice(0, 5).join(", "), "…");
const strangers = [...new Set(names(test))].filter((name) => !known.has(name));
console.log("asked about, and never seen:", strangers.join(", "));

// #endregion

// #region alphabet
import { LinearRegression, OneHotEncoder, OrdinalEncoder, r2Score } from "@gradus/learn";

// Prices as logarithms: a neighborhood makes a house dearer by some percent.
const prices = (table: typeof homes) => table.column("Sale_Price").toTensor().log();
const score = (encoder: OneHotEncoder | OrdinalEncoder, column: "Neighborhood" | "Heating_QC") => {
  const X = encoder.fitTransform(train.select(column));
  const model = new LinearRegression().fit(X, prices(train));
  const guesses = model.predict(encoder.transform(test.select(column)));
  return `${X.shape[1]} column(s), R² ${r2Score(prices(test), guesses).toFixed(3)}`;
};

const numbered = new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: -1 });
console.log("numbered by the alphabet:", score(numbered, "Neighborhood"));
const hot = new OneHotEncoder({ handleUnknown: "ignore" });
console.log("a column for each name:  ", score(hot, "Neighborhood"));

// #endregion

// #region order
const quality = ["Poor", "Fair", "Typical", "Good", "Excellent"];
for (const order of [quality.toSorted(), quality]) {
  const encoder = new OrdinalEncoder({ categories: [order] });
  console.log(order.join(" < ").padEnd(42), score(encoder, "Heating_QC"));
}
console.log("a column for each".padEnd(42), score(new OneHotEncoder(), "Heating_QC"));

// #endregion

// #region one-hot
/** Learns the categories; gives the function that encodes one value. */
function oneHot(values: readonly string[]): (value: string) => number[] {
  const categories = [...new Set(values)].sort();
  return (value) => categories.map((category) => (category === value ? 1 : 0));
}

const encode = oneHot(["Sawyer", "Gilbert", "Sawyer", "Edwards"]);
console.log("Sawyer  ", encode("Sawyer"));
console.log("Edwards ", encode("Edwards"));
console.log("Landmark", encode("Landmark"));

const ours = names(test).map(oneHot(names(train)));
const theirs = hot.fit(train.select("Neighborhood")).transform(test.select("Neighborhood"));
const different = theirs
  .toArray<number[][]>()
  .filter((row, i) => row.some((x, j) => x !== ours[i]![j]));
console.log("rows that differ from the library's:", different.length, "of", test.nRows);

// #endregion

// #region refuse
const stranger = test.filter((house) => house.Neighborhood === "Landmark");
const strict = new OneHotEncoder().fit(train.select("Neighborhood"));
try {
  strict.transform(stranger.select("Neighborhood"));
} catch (error) {
  console.log((error as Error).message);
}

// #endregion

// #region unknown
import { TargetEncoder } from "@gradus/learn";

const ways = {
  "numbered, −1 for new names": numbered,
  "one-hot, zeros for new names": hot,
  "one-hot without the first column": new OneHotEncoder({ drop: "first", handleUnknown: "ignore" }),
  "one-hot with a column for the rare": new OneHotEncoder({
    minFrequency: 30,
    handleUnknown: "infrequentIfExist",
  }),
  "mean price of the name": new TargetEncoder({ seed: 0 }),
};
for (const [way, encoder] of Object.entries(ways)) {
  const X = encoder.fitTransform(train.select("Neighborhood"), prices(train));
  const model = new LinearRegression().fit(X, prices(train));
  const guess = model.predict(encoder.transform(stranger.select("Neighborhood"))).item();
  console.log(
    way.padEnd(36),
    `$${(Math.round(Math.exp(guess) / 1000) * 1000).toLocaleString("en-US")}`,
  );
}
console.log("it was sold for", stranger.column("Sale_Price").toArray()[0], "dollars");
// #endregion
