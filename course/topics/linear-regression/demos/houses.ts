// #region look
import { display } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { scatterPlot } from "@gradus/plot";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");

const dots = scatterPlot({
  x: homes.column("Gr_Liv_Area"),
  y: homes.column("Sale_Price"),
  title: `${homes.nRows} houses sold in Ames, Iowa`,
  xLabel: "Living area (ft²)",
  yLabel: "Sale price ($)",
});
display(dots);
// #endregion

// #region baseline
const area = homes.column("Gr_Liv_Area").toTensor(); // ft²
const price = homes.column("Sale_Price").toTensor(); // dollars

const guess = price.mean();
const miss = price.sub(guess).square().mean().sqrt();
console.log("mean price:", dollars(guess.item()));
console.log("typical miss of always guessing it:", dollars(miss.item()));

function dollars(value: number): string {
  return `$${Math.round(value).toLocaleString("en-US")}`;
}
// #endregion

// #region descend
const areaMean = area.mean();
const areaStd = area.std();
const x = area.sub(areaMean).div(areaStd); // mean 0, standard deviation 1

const learningRate = 0.1;
let w = 0; // dollars per standard deviation of area
let b = 0; // dollars
const typicalMiss: number[] = [];

for (let step = 0; step < 150; step++) {
  const error = x.mul(w).add(b).sub(price); // ŷ − y, one a house
  typicalMiss.push(error.square().mean().sqrt().item());
  const dw = error.mul(x).mean().item() * 2;
  const db = error.mean().item() * 2;
  w -= learningRate * dw;
  b -= learningRate * db;
}

// Back to feet: w · (area − mean) / std + b.
const slope = w / areaStd.item();
const intercept = b - slope * areaMean.item();
console.log(`price = ${slope.toFixed(2)} $/ft² · area + ${dollars(intercept)}`);

// #endregion

// #region descent
import { linePlot } from "@gradus/plot";

display(
  linePlot({
    y: typicalMiss,
    title: "Gradient descent learns the price of a square foot",
    xLabel: "Step",
    yLabel: "Typical miss ($)",
  }),
);
console.log("at the start:", dollars(typicalMiss[0]!));
console.log("after 10 steps:", dollars(typicalMiss[10]!));
console.log("after 149 steps:", dollars(typicalMiss[149]!));

// #endregion

// #region closed-form
import { concatenate, ones, solve } from "@gradus/tensor";

const A = concatenate([ones([homes.nRows, 1]), area.reshape([homes.nRows, 1])], 1);
const theta = solve(A.transpose().matmul(A), A.transpose().matmul(price));
const [interceptSolved, slopeSolved] = theta.toArray() as [number, number];

console.log(`price = ${slopeSolved.toFixed(2)} $/ft² · area + ${dollars(interceptSolved)}`);
console.log("slopes differ by", Math.abs(slope - slopeSolved) / slopeSolved, "of themselves");

// #endregion

// #region library
import { LinearRegression } from "@gradus/learn";

const model = new LinearRegression().fit(area.reshape([homes.nRows, 1]), price);
const slopeFitted = model.coef.at(0).item();

console.log("descent ", slope, intercept);
console.log("solve   ", slopeSolved, interceptSolved);
console.log("library ", slopeFitted, model.intercept);
const apart = Math.max(Math.abs(slope - slopeFitted), Math.abs(slopeSolved - slopeFitted));
console.log("all within 1e-9 of each other:", apart / slopeFitted < 1e-9);

// #endregion

// #region picture
import { overlay } from "@gradus/plot";

const ends = [300, 4400];
const line = linePlot({
  x: ends,
  y: ends.map((feet) => slopeSolved * feet + interceptSolved),
  label: "fit",
});
display(overlay(dots, line));

const found = slopeSolved * 1500 + interceptSolved;
console.log("a house of 1,500 ft²:", dollars(found));
// #endregion
