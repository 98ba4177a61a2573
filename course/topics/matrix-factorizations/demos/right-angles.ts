// #region pencil
import { qr, tensor } from "@gradus/tensor";

const A = tensor([
  [3, 1],
  [4, 2],
]);
const { Q, R } = qr(A);
console.log("Q:", Q.toArray());
console.log("R:", R.toArray());
console.log("Q·R is A, but for", Q.matmul(R).sub(A).abs().max().item());

// #endregion

// #region regression
import { loadAmes } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";
import { eye, ones, stack, triangularSolve } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const area = homes.column("Gr_Liv_Area").toTensor(); // ft²
const price = homes.column("Sale_Price").toTensor(); // dollars

const tall = stack([ones(homes.nRows), area], 1);
const factors = qr(tall);
const coef = triangularSolve(factors.R, factors.Q.transpose().matmul(price), { lower: false });
console.log("shapes of Q and R:", factors.Q.shape, factors.R.shape);
console.log("intercept and slope:", coef.toArray());

const model = new LinearRegression().fit(area.reshape([homes.nRows, 1]), price);
console.log("the library:", [model.intercept, ...model.coef.toArray<number[]>()]);

const QtQ = factors.Q.transpose().matmul(factors.Q);
console.log("QᵀQ is I, but for", QtQ.sub(eye(2)).abs().max().item());
// #endregion
