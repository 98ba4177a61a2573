// #region by-hand
import { solve, tensor } from "@gradus/tensor";

const quarters = [-2, -1, 0, 1, 2]; // from 1 July, in steps of three months
const highs = [4, 11, 16, 15, 4]; // °C
const A = tensor(quarters.map((x) => [1, x, x ** 2])); // (5, 3)
const y = tensor(highs);
const gram = A.transpose().matmul(A);
const right = A.transpose().matmul(y);
console.log("AᵀA =", JSON.stringify(gram.toArray()), "  Aᵀy =", JSON.stringify(right.toArray()));
const theta = solve(gram, right);
const rounded = (values: readonly number[]) => values.map((v) => Number(v.toFixed(3))).join(", ");
console.log("θ =", rounded(theta.toArray<number[]>()));
console.log("curve:", rounded(A.matmul(theta).toArray<number[]>()));
// #endregion
