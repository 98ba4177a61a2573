// #region by-hand
const area = [1000, 1500, 2000]; // ft²
const price = [120, 190, 230]; // $1,000
const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

const areaMean = mean(area);
const priceMean = mean(price);
const together = mean(area.map((x, i) => (x - areaMean) * (price[i]! - priceMean)));
const spread = mean(area.map((x) => (x - areaMean) ** 2));

const slope = together / spread;
const intercept = priceMean - slope * areaMean;
const errors = area.map((x, i) => slope * x + intercept - price[i]!);

console.log("slope", slope, "thousand dollars per ft²");
console.log("intercept", intercept, "thousand dollars");
console.log("errors", errors, "mean of their squares", mean(errors.map((e) => e * e)));
// #endregion
