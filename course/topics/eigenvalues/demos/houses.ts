// #region symmetric
import { display } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { corrcoef, eigh, eye, matmul } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built").toTensor();
const C = corrcoef(X.transpose()); // 4×4, and C[i][j] = C[j][i]
const { values, vectors } = eigh(C);

display(C);
console.log("eigenvalues, ascending", values.toArray());
console.log("the last eigenvector", vectors.slice(null, 3).toArray());
const products = matmul(vectors.transpose(), vectors); // all dot products of two eigenvectors
console.log("farthest from a right angle", products.sub(eye(4)).abs().max().item());
// #endregion
