// #region grid
import { binom } from "@gradus/stats";

const [clicks, visitors] = [7, 40];
const rates = Array.from({ length: 1001 }, (_, k) => k / 1000); // every rate from 0 to 1
const before = rates.map(() => 1); // all alike

const weights = rates.map((rate, k) => before[k]! * binom({ n: visitors, p: rate }).pmf(clicks));
const sum = weights.reduce((total, weight) => total + weight, 0);
const after = weights.map((weight) => weight / sum);

const expected = rates.reduce((total, rate, k) => total + rate * after[k]!, 0);
console.log("share of clicks:  ", clicks / visitors);
console.log("expected rate:    ", expected.toFixed(6));
const above = after.filter((_, k) => rates[k]! > 0.1).reduce((total, p) => total + p, 0);
console.log("P(rate above 0.1):", above.toFixed(2));

// #endregion

// #region library
import { display } from "@gradus/core";
import { linePlot } from "@gradus/plot";
import { beta } from "@gradus/stats";

const belief = beta({ a: 1 + clicks, b: 1 + visitors - clicks });
console.log("expected rate:    ", belief.mean().toFixed(6));
console.log("P(rate above 0.1):", belief.sf(0.1).toFixed(2));

const more = beta({ a: 1 + 70, b: 1 + 330 });
display(
  linePlot({
    x: rates,
    series: { "7 of 40": belief.pdf(rates), "70 of 400": more.pdf(rates) },
    title: "What is believed about the rate",
    xLabel: "Rate of clicks",
    yLabel: "Density",
  }),
);
// #endregion
