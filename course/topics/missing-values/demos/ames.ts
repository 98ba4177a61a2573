// #region zeros
import { display } from "@gradus/core";
import { col, count, loadAmes } from "@gradus/data";

const ames = await loadAmes();
const noFront = ames.filter(col("Lot_Frontage").equal(0));
console.log(noFront.nRows, "of", ames.nRows, "houses have 0 feet of street in front of them");
// #endregion

// #region who
const byShape = ames
  .assign({ noFront: (house) => (house.Lot_Frontage === 0 ? 1 : 0) })
  .groupBy("Lot_Shape")
  .agg({ houses: count(), missing: col("noFront").mean() });
display(byShape);

// #endregion

// #region hide
import { IterativeImputer, KNNImputer, SimpleImputer, StandardScaler } from "@gradus/learn";

const columns = ["Lot_Frontage", "Lot_Area", "First_Flr_SF", "Gr_Liv_Area", "Garage_Area"] as const;
const rows = ames
  .select(...columns)
  .rows()
  .map((house) => [
    house.Lot_Frontage === 0 ? Number.NaN : house.Lot_Frontage,
    Math.log(house.Lot_Area), // an acre more matters less than the first
    house.First_Flr_SF,
    house.Gr_Liv_Area,
    house.Garage_Area,
  ]);

// Every fifth frontage that is known is hidden: an exam whose answers we have.
const examined = rows.flatMap((row, i) => (i % 5 === 0 && !Number.isNaN(row[0]) ? [i] : []));
const hidden = rows.map((row, i) => (examined.includes(i) ? [Number.NaN, ...row.slice(1)] : row));

const scaler = new StandardScaler().fit(hidden);
const X = scaler.transform(hidden);
for (const imputer of [
  new SimpleImputer(),
  new KNNImputer({ nNeighbors: 10 }),
  new IterativeImputer(),
]) {
  const filled = scaler.inverseTransform(imputer.fitTransform(X)).toArray() as number[][];
  const squares = examined.map((i) => (filled[i]![0]! - rows[i]![0]!) ** 2);
  const miss = Math.sqrt(squares.reduce((sum, square) => sum + square) / squares.length);
  console.log(imputer.constructor.name.padEnd(17), "typical miss", miss.toFixed(1), "feet");
}
// #endregion

// #region train
const isTest = (_: unknown, i: number) => i % 5 === 0;
const train = rows.filter((row, i) => !isTest(row, i));
const test = rows.filter(isTest);

const imputer = new SimpleImputer({ addIndicator: true }).fit(train);
console.log("fills a frontage with", imputer.statistics.at(0).item().toFixed(2), "feet");
console.log("columns:", imputer.getFeatureNamesOut([...columns]));
const [nRows, nColumns] = imputer.transform(test).shape;
console.log(`the test rows, filled: ${nRows} × ${nColumns}`);
// #endregion
