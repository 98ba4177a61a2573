// #region base
import { loadAmes } from "@gradus/data";
import { crossValScore, KFold, LinearRegression } from "@gradus/learn";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const shown = homes.filter((_, i) => i % 2 === 0).rows(); // the other half stays hidden
type House = (typeof shown)[number];

const base = (house: House) => [
  Math.log(house.Gr_Liv_Area!),
  house.Total_Bsmt_SF!,
  house.Year_Built!,
  house.Year_Sold!,
  house.Full_Bath!,
  house.Half_Bath!,
  house.Garage_Cars!,
];
const price = (house: House) => Math.log(house.Sale_Price!);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;

const cv = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
const scores = (features: (house: House) => number[]) =>
  crossValScore(new LinearRegression(), shown.map(features), shown.map(price), { cv });
const before = scores(base);
console.log(shown.length, "houses, seven columns, R² of five folds:");
console.log(before.map((r2) => r2.toFixed(3)).join("  "), "  mean", mean(before).toFixed(3));

// #endregion

// #region residuals
const model = new LinearRegression().fit(shown.map(base), shown.map(price));
const guessed = model.predict(shown.map(base)).toArray<number[]>();
const missing = shown.map((house, i) => price(house) - guessed[i]!); // above 0: sold for more

function missBy(name: (house: House) => string, groups: readonly string[]) {
  for (const group of groups) {
    const own = missing.filter((_, i) => name(shown[i]!) === group);
    const percent = (100 * (Math.exp(mean(own)) - 1)).toFixed(1);
    console.log(group.padEnd(14), String(own.length).padStart(4), "houses,", percent, "%");
  }
}
const conditions = [
  ...["Very_Poor", "Poor", "Fair", "Below_Average", "Average"],
  ...["Above_Average", "Good", "Very_Good", "Excellent"],
];
missBy((house) => house.Overall_Cond!, conditions);

// #endregion

// #region gain
/** What a feature adds to R², fold by fold, and the standard error of the mean gain. */
function gain(feature: (house: House) => number) {
  const after = scores((house) => [...base(house), feature(house)]);
  const gains = after.map((r2, fold) => r2 - before[fold]!);
  const average = mean(gains);
  const variance = gains.reduce((sum, each) => sum + (each - average) ** 2, 0) / (gains.length - 1);
  return { average, error: Math.sqrt(variance / gains.length), gains };
}

const condition = (house: House) => conditions.indexOf(house.Overall_Cond!);
const found = gain(condition);
console.log("gains:", found.gains.map((each) => each.toFixed(3)).join("  "));
console.log("mean", found.average.toFixed(3), " standard error", found.error.toFixed(3));

// #endregion

// #region ideas
const ideas: Record<string, (house: House) => number> = {
  "age when sold": (house) => house.Year_Sold! - house.Year_Built!,
  "condition, 0 to 8": condition,
  "condition by the alphabet": (house) => conditions.toSorted().indexOf(house.Overall_Cond!),
  "year of the last remodelling": (house) => house.Year_Remod_Add!,
  fireplaces: (house) => house.Fireplaces!,
  "area of the lot": (house) => house.Lot_Area!,
  "log of the lot": (house) => Math.log(house.Lot_Area!),
  "month of the sale": (house) => house.Mo_Sold!,
};
for (const [name, feature] of Object.entries(ideas)) {
  const { average, error } = gain(feature);
  console.log(name.padEnd(30), average.toFixed(4).padStart(7), "±", error.toFixed(4));
}

// #endregion

// #region hidden
const hidden = homes.filter((_, i) => i % 2 === 1).rows();
const exam = (features: (house: House) => number[]) =>
  new LinearRegression()
    .fit(shown.map(features), shown.map(price))
    .score(hidden.map(features), hidden.map(price));
const chosen = (house: House) => [
  ...base(house),
  condition(house),
  house.Year_Remod_Add!,
  house.Fireplaces!,
  Math.log(house.Lot_Area!),
];
console.log("shown: ", mean(before).toFixed(3), "→", mean(scores(chosen)).toFixed(3));
console.log("hidden:", exam(base).toFixed(3), "→", exam(chosen).toFixed(3));
// #endregion
