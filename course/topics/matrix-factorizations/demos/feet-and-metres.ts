// #region twice
import { loadAmes } from "@gradus/data";
import { choleskySolve, cond, qr, stack, tensor, triangularSolve } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const feet = homes.column("Gr_Liv_Area").toTensor(); // ft²
const metres = feet.mul(0.09290304).mul(1e4).round().div(1e4); // m², to the square centimetre
const A = stack([feet, metres], 1);

const truth = tensor([50, 700]); // dollars per ft², dollars per m²
const y = A.matmul(truth);

const { Q, R } = qr(A);
const byQr = triangularSolve(R, Q.transpose().matmul(y), { lower: false });
const At = A.transpose();
const byNormal = choleskySolve(At.matmul(A), At.matmul(y));

console.log("condition of A:  ", cond(A).item().toExponential(1));
console.log("condition of AᵀA:", cond(At.matmul(A)).item().toExponential(1));
console.log("true weights:    ", truth.toArray());
console.log("by QR:           ", byQr.toArray());
console.log("by AᵀA:          ", byNormal.toArray());
// #endregion
