// #region table
import { loadAmes } from "@gradus/data";

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");

const features = ["Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built"] as const;
const X = homes.select(...features).toTensor(); // ft², ft², ft², year
const price = homes.column("Sale_Price").toTensor(); // dollars

console.log(`${X.shape[0]} houses, ${X.shape[1]} numbers each`);
console.log("the first one:", X.at(0).toArray());
console.log("the second one:", X.at(1).toArray());

// #endregion

// #region difference
import { tensor } from "@gradus/tensor";

const yours = tensor([1600, 900, 480, 1930]); // ft², ft², ft², year

console.log("the first house minus yours:", X.at(0).sub(yours).toArray());
console.log("halfway between them:", X.at(0).add(yours).mul(0.5).toArray());

// #endregion

// #region nearest
import { argsort } from "@gradus/tensor";

const difference = X.sub(yours); // one row a house: every house at once
const distance = difference.square().sum(1).sqrt();

const nearest = argsort(distance).slice([0, 5]);
console.log("nearest five:", X.take(nearest, 0).toArray());
// #endregion

// #region shares
const squares = difference.square().mean(0);
const shares = squares.div(squares.sum());
features.forEach((feature, i) => {
  console.log(feature.padEnd(13), `${(100 * shares.at(i).item()).toFixed(1)} %`);
});
// #endregion

// #region standardize
const mean = X.mean(0);
const std = X.std(0);
const Z = X.sub(mean).div(std);
const z = yours.sub(mean).div(std);
console.log("your house, in standard deviations from the mean:");
features.forEach((feature, i) => {
  console.log(" ", feature.padEnd(13), z.at(i).item().toFixed(2));
});

const fairDistance = Z.sub(z).square().sum(1).sqrt();
const alike = argsort(fairDistance).slice([0, 5]);
console.log("nearest five:", X.take(alike, 0).toArray());
// #endregion

// #region price
const ten = argsort(fairDistance).slice([0, 10]);
const dollars = (value: number) => `$${Math.round(value).toLocaleString("en-US")}`;
console.log("mean price of all houses:", dollars(price.mean().item()));
console.log("mean price of the ten most like yours:", dollars(price.take(ten, 0).mean().item()));

// #endregion

// #region correlation
import { dot, norm, type Tensor } from "@gradus/tensor";

const cosine = (a: Tensor, b: Tensor) => dot(a, b).item() / (norm(a).item() * norm(b).item());
const centred = (a: Tensor) => a.sub(a.mean());

console.log("cosine with the price, raw and after taking the means away:");
features.forEach((feature, i) => {
  const column = X.slice([], i); // 2,413 numbers: one arrow in 2,413 dimensions
  const raw = cosine(column, price).toFixed(2);
  const apart = cosine(centred(column), centred(price)).toFixed(2);
  console.log(" ", feature.padEnd(13), raw, apart);
});
// #endregion
