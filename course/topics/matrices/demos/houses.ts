// #region estimates
import { loadAmes } from "@gradus/data";
import { tensor } from "@gradus/tensor";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");
const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area").toTensor(); // ft²

const W = tensor([
  [70, 90], // dollars per ft² of living area: first agent, second agent
  [40, 20], // … of basement
  [60, 35], // … of garage
]);
const estimates = X.matmul(W);

console.log("shapes:", X.shape, "times", W.shape, "is", estimates.shape);
console.log("the first house:", X.at(0).toArray(), "ft²");
console.log("two estimates:", estimates.at(0).toArray(), "dollars");
console.log("it sold for:", homes.column("Sale_Price").toTensor().at(0).item());

// #endregion

// #region transpose
const products = X.transpose().matmul(X);
console.log("shape of XᵀX:", products.shape);
for (const row of products.toArray<number[][]>()) console.log(row);

const living = X.slice([], 0);
const basement = X.slice([], 1);
console.log("living · basement:", living.dot(basement).item());

// #endregion

// #region rank
import { matrixRank } from "@gradus/tensor";

const plain = homes.filter((home) => home.Gr_Liv_Area === home.First_Flr_SF + home.Second_Flr_SF);
const floors = plain.select("Gr_Liv_Area", "First_Flr_SF", "Second_Flr_SF").toTensor();
console.log("shape:", floors.shape, "of", homes.nRows, "houses");
console.log("rank:", matrixRank(floors).item());
// #endregion
