// #region pencil
import { cholesky, tensor } from "@gradus/tensor";

const S = tensor([
  [4, 2],
  [2, 5],
]);
const half = cholesky(S);
console.log("L:", half.toArray());
console.log("L·Lᵀ:", half.matmul(half.transpose()).toArray());

const saddle = tensor([
  [4, 6],
  [6, 5],
]);
try {
  cholesky(saddle);
} catch (error) {
  console.log(String(error));
}

// #endregion

// #region invent
import { display, RandomGenerator } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { overlay, scatterPlot } from "@gradus/plot";
import { corrcoef, cov, randn } from "@gradus/tensor";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Sale_Price").toTensor();
const L = cholesky(cov(X.transpose()));

const Z = randn([400, 3], { random: new RandomGenerator(1) }); // independent columns
const invented = Z.matmul(L.transpose()).add(X.mean(0));

const ofPrice = (table: typeof X) => corrcoef(table.transpose()).at(2).toArray<number[]>();
const brief = (numbers: number[]) => numbers.map((r) => r.toFixed(2)).join("  ");
console.log("correlation of the price with area, basement, itself:");
console.log("  real houses:    ", brief(ofPrice(X)));
console.log("  invented houses:", brief(ofPrice(invented)));

const dots = (table: typeof X, color: "gray" | "vermillion", label: string) =>
  scatterPlot({
    x: table.slice([], 0).toArray<number[]>(),
    y: table.slice([], 2).toArray<number[]>(),
    color,
    label,
    xLabel: "Living area (ft²)",
    yLabel: "Sale price ($)",
  });
display(overlay(dots(X, "gray", "real"), dots(invented, "vermillion", "invented")));
// #endregion
