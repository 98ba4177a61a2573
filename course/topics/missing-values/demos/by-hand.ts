// #region five
const years = [1, 2, 3, 4, 5];
const known = [30, 40, 50]; // k€; the last two are missing
const filled = [...known, 40, 40]; // the mean of the known ones

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
function products(x: readonly number[], y: readonly number[]): number {
  const [xMean, yMean] = [mean(x), mean(y)];
  return x.reduce((sum, value, i) => sum + (value - xMean) * (y[i]! - yMean), 0);
}

for (const salaries of [known, filled]) {
  const x = years.slice(0, salaries.length);
  const [xx, xy, yy] = [products(x, x), products(x, salaries), products(salaries, salaries)];
  console.log(
    `${salaries.length} salaries: variance ${yy / (salaries.length - 1)},`,
    `slope ${xy / xx}, correlation ${(xy / Math.sqrt(xx * yy)).toFixed(3)}`,
  );
}

// #endregion

// #region agrees
import { SimpleImputer } from "@gradus/learn";

const column = [[30], [40], [50], [Number.NaN], [Number.NaN]];
console.log("the library fills:", [...new SimpleImputer().fitTransform(column).data()]);
// #endregion
