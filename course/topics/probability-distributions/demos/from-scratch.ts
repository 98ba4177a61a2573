// #region from-scratch
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(X ≤ x): the area under the density, by Simpson's rule from 0. */
function below(x: number, pieces = 200): number {
  const h = x / pieces;
  let sum = density(0) + density(x);
  for (let i = 1; i < pieces; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * h);
  return 0.5 + (sum * h) / 3;
}

/** The x with P(X ≤ x) = p, by halving. */
function quantileOf(p: number): number {
  let [low, high] = [-9, 9];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

console.log("density at 0  ", density(0).toFixed(9));
console.log("P(X ≤ 1.96)   ", below(1.96).toFixed(9));
console.log("97.5 % quantile", quantileOf(0.975).toFixed(9));

// #endregion

// #region library
import { norm } from "@gradus/stats";

const standard = norm();
console.log("density at 0  ", standard.pdf(0).toFixed(9));
console.log("P(X ≤ 1.96)   ", standard.cdf(1.96).toFixed(9));
console.log("97.5 % quantile", standard.ppf(0.975).toFixed(9));
// #endregion

// #region tail
for (const x of [5, 8, 9, 30]) {
  console.log(`P(X > ${x}): 1 − cdf = ${1 - standard.cdf(x)}, sf = ${standard.sf(x)}`);
}
// #endregion
