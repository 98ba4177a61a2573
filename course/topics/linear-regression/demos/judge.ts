// #region split
import { loadAmes } from "@gradus/data";
import { LinearRegression, r2Score, rootMeanSquaredError, trainTestSplit } from "@gradus/learn";
import { full } from "@gradus/tensor";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");
const [train, test] = trainTestSplit(homes, { testSize: 0.25, seed: 7 });

type Feature = "Gr_Liv_Area" | "Total_Bsmt_SF" | "Year_Built" | "Garage_Area" | "Bedroom_AbvGr";

/** Fits on the training houses and measures on the ones kept apart. */
function judge(...features: Feature[]): LinearRegression {
  const model = new LinearRegression();
  model.fit(train.select(...features), train.column("Sale_Price"));
  const yPred = model.predict(test.select(...features));
  const actual = test.column("Sale_Price").toTensor();
  const rmse = rootMeanSquaredError(actual, yPred);
  const r2 = r2Score(actual, yPred);
  console.log(`${features.length} feature(s): RMSE ${dollars(rmse)}, R² ${r2.toFixed(2)}`);
  return model;
}

function dollars(value: number): string {
  return `${value < 0 ? "−" : ""}$${Math.round(Math.abs(value)).toLocaleString("en-US")}`;
}

const actual = test.column("Sale_Price").toTensor();
const always = full(test.nRows, train.column("Sale_Price").mean());
console.log(`${train.nRows} houses to learn from, ${test.nRows} kept apart`);
console.log(`always the mean: RMSE ${dollars(rootMeanSquaredError(actual, always))}`);
judge("Gr_Liv_Area");
// #endregion

// #region features
const several: Feature[] = [
  "Gr_Liv_Area",
  "Total_Bsmt_SF",
  "Year_Built",
  "Garage_Area",
  "Bedroom_AbvGr",
];
const model = judge(...several);
for (const [i, feature] of several.entries()) {
  console.log(`${feature}: ${dollars(model.coef.at(i).item())} for each more`);
}
// #endregion

// #region bedrooms
const bedroomsAlone = judge("Bedroom_AbvGr").coef.at(0).item();
const besideArea = judge("Gr_Liv_Area", "Bedroom_AbvGr").coef.at(1).item();
console.log(`a bedroom, on its own: ${dollars(bedroomsAlone)}`);
console.log(`a bedroom, at the same living area: ${dollars(besideArea)}`);
// #endregion
