import { defineCheck, expectFinite, expectThat, misconception } from "@gradus/course-kit";
import { loadAmes } from "@gradus/data";
import { crossValScore, KFold, LinearRegression } from "@gradus/learn";
import type { House } from "./start";

interface Submission {
  feature(house: House): number;
}

const MARGIN = 0.03;

export default defineCheck(async ({ feature }: Submission) => {
  const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
  const hidden = homes.filter((_, i) => i % 2 === 1);
  const prices = hidden.column("Sale_Price").toTensor().log();
  const houses = hidden.drop("Sale_Price").rows().map(unsold);
  const base = houses.map(columnsOf);

  const values = houses.map((house) => feature(house));
  expectThat(
    values.every((value) => typeof value === "number"),
    "`feature` returns one number for a house.",
  );
  expectFinite(values, { of: `feature of ${houses.length} houses`, otherwise: "not-finite" });
  const again = houses
    .toReversed()
    .map((house) => feature(house))
    .toReversed();
  expectThat(
    again.every((value, i) => value === values[i]),
    "The same house gets another number when the houses come in another order. A house comes alone.",
  );

  const known = new LinearRegression().fit(base, values).score(base, values);
  if (known > 1 - 1e-9) misconception("already-there");
  const cv = new KFold({ nSplits: 5, shuffle: true, seed: 7 });
  const score = (X: number[][]) => {
    const all = crossValScore(new LinearRegression(), X, prices, { cv });
    return all.reduce((sum, r2) => sum + r2) / all.length;
  };
  const before = score(base);
  const gain = score(base.map((row, i) => [...row, values[i]!])) - before;
  const message =
    `On ${houses.length} hidden houses the mean R² of five folds goes from ${before.toFixed(3)} to ` +
    `${(before + gain).toFixed(3)}, by ${gain.toFixed(3)}. It has to rise by at least ${MARGIN}.`;
  if (gain < MARGIN && numbersWords(houses, values)) misconception("words-without-order");
  expectThat(gain >= MARGIN, message);
});

function columnsOf(house: House): number[] {
  return [
    Math.log(house.Gr_Liv_Area!),
    house.Total_Bsmt_SF!,
    house.Year_Built!,
    house.Year_Sold!,
    house.Full_Bath!,
    house.Half_Bath!,
    house.Garage_Cars!,
  ];
}

/** A house whose price says what is wrong with asking for it. */
function unsold(house: House): House {
  return Object.defineProperty({ ...house }, "Sale_Price", {
    get: () => misconception("uses-the-price"),
  });
}

/** Whether the values are numbers of the words of one column, three or more. */
function numbersWords(houses: readonly House[], values: readonly number[]): boolean {
  if (new Set(values).size < 3) return false;
  return Object.entries(houses[0]!).some(([name, first]) => {
    if (typeof first !== "string") return false;
    const words = houses.map((house) => house[name as keyof House] as string);
    const numbers = new Map(words.map((word, i) => [word, values[i]!]));
    return words.every((word, i) => numbers.get(word) === values[i]);
  });
}
