// #region look
import { display } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import { histogram } from "@gradus/plot";

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const price = homes.column("Sale_Price").toTensor().div(1000); // $1,000

display(histogram({ x: price, title: "Prices in Ames", xLabel: "Sale price ($1,000)" }));

// #endregion

// #region fit
import { lognorm, norm } from "@gradus/stats";

const values = price.toArray<number[]>();
const bell = norm(norm.fit(values));
const skewed = lognorm(lognorm.fit(values));
console.log("normal:    ", bell.parameters);
console.log("log-normal:", skewed.parameters);
// #endregion

// #region compare
const share = (test: (value: number) => boolean) => values.filter(test).length / values.length;
const percent = (p: number) => `${(100 * p).toFixed(2)} %`;

for (const limit of [50, 100, 300, 400]) {
  const [seen, one, other] = [share((v) => v > limit), bell.sf(limit), skewed.sf(limit)];
  console.log(
    `above $${limit},000: seen ${percent(seen)}, normal ${percent(one)}, log-normal ${percent(other)}`,
  );
}
console.log("normal, below $0:", percent(bell.cdf(0)));
// #endregion
