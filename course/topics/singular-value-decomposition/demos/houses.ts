// #region directions
import { loadAmes } from "@gradus/data";
import { svd } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built").toTensor();
const Z = X.sub(X.mean(0)).div(X.std(0)); // 2,413 × 4

const { S, Vh } = svd(Z);
console.log("σ²/n", S.square().div(homes.nRows).toArray());
console.log("first row of Vh", Vh.at(0).toArray());
// #endregion
