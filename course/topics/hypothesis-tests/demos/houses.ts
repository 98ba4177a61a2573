// #region seasons
import { loadAmes } from "@gradus/data";
import { fOneway, ks2samp, mannwhitneyu, ttestInd } from "@gradus/stats";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const sold = (...months: number[]) =>
  homes
    .filter((house) => months.includes(house.Mo_Sold))
    .column("Sale_Price")
    .toTensor()
    .div(1000);
const [winter, spring, summer, autumn] = [
  sold(12, 1, 2),
  sold(3, 4, 5),
  sold(6, 7, 8),
  sold(9, 10, 11),
];

console.log(
  "means in $1,000:",
  [winter, spring, summer, autumn].map((x) => x.mean().item().toFixed(1)).join(", "),
);
const p = (value: number) => value.toPrecision(2);
const welch = ttestInd(summer, spring, { equalVar: false });
console.log("summer against spring, Welch:", p(welch.pvalue));
console.log("  Mann–Whitney:", p(mannwhitneyu(summer, spring).pvalue));
console.log("  Kolmogorov–Smirnov:", p(ks2samp(summer, spring).pvalue));
console.log(
  "four seasons, analysis of variance:",
  p(fOneway([winter, spring, summer, autumn]).pvalue),
);

// #endregion

// #region many
import { RandomGenerator } from "@gradus/core";
import { multipletests } from "@gradus/stats";

// Give every house a random letter, and ask whether the letter matters for the price. Twenty times.
const price = homes.column("Sale_Price").toTensor().toArray<number[]>();
const random = new RandomGenerator(1);
const pvalues = Array.from({ length: 20 }, () => {
  const heads = price.map(() => random.uniform() < 0.5);
  return ttestInd(
    price.filter((_, i) => heads[i]),
    price.filter((_, i) => !heads[i]),
  ).pvalue;
});
console.log("smallest of 20:", Math.min(...pvalues).toPrecision(2));
console.log("below 0.05:", pvalues.filter((each) => each < 0.05).length);
const held = multipletests(pvalues, { method: "holm" });
console.log("rejected after Holm's correction:", held.reject.filter((each) => each).length);
// #endregion
