// #region by-hand
const average = 2; // errors an hour
let probability = Math.exp(-average); // of none
let atMostTwo = 0;
for (let k = 0; k <= 2; k++) {
  console.log(`${k} errors: ${probability.toFixed(4)}`);
  atMostTwo += probability;
  probability *= average / (k + 1);
}
console.log("three or more:", (1 - atMostTwo).toFixed(4));

// #endregion

// #region overload
import { poisson } from "@gradus/stats";

const requests = poisson({ mu: 30 }); // in one second
const tooMany = requests.sf(40); // P(X > 40)
console.log("a second with more than 40:", tooMany.toFixed(4));
console.log("such seconds a day:", Math.round(86_400 * tooMany));
console.log("exactly 30:", requests.pmf(30).toFixed(4));
// #endregion

// #region capacity
for (const p of [0.99, 0.9999, 0.999999]) {
  console.log(`enough in ${100 * p} % of all seconds: ${requests.ppf(p)} requests`);
}

// #endregion

// #region many-users
import { binom } from "@gradus/stats";

for (const users of [60, 300, 30_000]) {
  const sf = binom({ n: users, p: 30 / users }).sf(40);
  console.log(`${users} users: ${sf.toFixed(4)}`);
}
console.log(`Poisson: ${tooMany.toFixed(4)}`);

// #endregion

// #region waiting
import { expon } from "@gradus/stats";

const wait = expon({ scale: 1000 / 30 }); // ms from one request to the next
console.log("mean", wait.mean().toFixed(1), "ms, median", wait.median().toFixed(1), "ms");
console.log("P(more than 100 ms):", wait.sf(100).toFixed(4));
const more = wait.sf(300) / wait.sf(200);
console.log("P(another 100 ms after 200 ms in vain):", more.toFixed(4));

// #endregion

// #region sums
import { gamma, norm } from "@gradus/stats";

for (const n of [1, 30, 1000]) {
  const sum = gamma({ a: n }); // of n waits with mean 1
  const bell = norm({ loc: n, scale: Math.sqrt(n) });
  const twoAbove = n + 2 * Math.sqrt(n);
  console.log(
    `${n} waits: ${sum.sf(twoAbove).toFixed(4)}, normal: ${bell.sf(twoAbove).toFixed(4)}`,
  );
}
// #endregion
