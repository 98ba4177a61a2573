// #region answer
import { loadAmes } from "@gradus/data";
import { crossValScore, KFold, LinearRegression } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const shown = homes.filter((_, i) => i % 2 === 0).rows();
type House = (typeof shown)[number];
const base = (house: House) => [Math.log(house.Gr_Liv_Area!), house.Year_Built!];
const price = (house: House) => Math.log(house.Sale_Price!);
const cv = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
const score = (rows: readonly House[], features: (house: House, i: number) => number[]) =>
  mean(crossValScore(new LinearRegression(), rows.map(features), rows.map(price), { cv }));

console.log("area and year:            ", score(shown, base).toFixed(3));
const perFoot = (house: House) => Math.log(house.Sale_Price! / house.Gr_Liv_Area!);
console.log(
  "and the price per ft²:    ",
  score(shown, (house) => [...base(house), perFoot(house)]).toFixed(3),
);

// #endregion

// #region zero
const ratio = (house: House) => house.Lot_Area! / house.Lot_Frontage!; // depth of the lot, ft
console.log("deepest lot:", Math.max(...shown.map(ratio)), "ft");
console.log(
  "houses without a known street:",
  shown.filter((house) => house.Lot_Frontage === 0).length,
);
try {
  score(shown, (house) => [...base(house), ratio(house)]);
} catch (error) {
  console.log((error as Error).message);
}

// #endregion

// #region luck
import { RandomGenerator } from "@gradus/core";

const few = shown.slice(0, 60);
const random = new RandomGenerator(1);
const dice = Array.from({ length: 40 }, () => Array.from({ length: 60 }, () => random.normal()));
const chosen: number[][] = [];
const withDice = (_: House, i: number) => [...base(few[i]!), ...chosen.map((column) => column[i]!)];
let best = score(few, base);
console.log("60 houses, area and year: ", best.toFixed(3));
for (let round = 0; round < 3; round++) {
  let winner: number[] = [];
  for (const column of dice) {
    const tried = score(few, (house, i) => [...withDice(house, i), column[i]!]);
    if (tried > best) [best, winner] = [tried, column];
  }
  chosen.push(winner);
  console.log(`with ${round + 1} of 40 dice columns: `, best.toFixed(3));
}

// #endregion

// #region later
const later = shown.slice(60);
const thrown = later.map(() => chosen.map(() => random.normal()));
const honest = new LinearRegression().fit(few.map(base), few.map(price));
const lucky = new LinearRegression().fit(few.map(withDice), few.map(price));
console.log(
  "other houses, area and year:",
  honest.score(later.map(base), later.map(price)).toFixed(3),
);
console.log(
  "with the dice columns:      ",
  lucky
    .score(
      later.map((house, i) => [...base(house), ...thrown[i]!]),
      later.map(price),
    )
    .toFixed(3),
);

// #endregion
