// #region by-hand
const allWell = 0.99 ** 20;
console.log("all 20 requests succeed: ", allWell.toFixed(4));
console.log("at least one of them fails:", (1 - allWell).toFixed(4));

// #endregion

// #region simulate
import { RandomGenerator } from "@gradus/core";

const random = new RandomGenerator(7);
for (const nPages of [100, 1000, 10_000, 100_000]) {
  let broken = 0;
  for (let page = 0; page < nPages; page++) {
    let fails = false;
    for (let request = 0; request < 20; request++) {
      if (random.uniform() < 0.01) fails = true;
    }
    if (fails) broken += 1;
  }
  console.log(`${nPages} pages: a share of ${(broken / nPages).toFixed(4)} broken`);
}
// #endregion

// #region common-cause
const down = 0.01; // each of two servers, share of the time
const shared = 0.005; // the network that both hang on
const own = 1 - (1 - down) / (1 - shared); // so that each is still down 1 % of the time

const hours = (p: number) => `${(p * 365 * 24).toFixed(1)} hours a year`;
console.log("one server down:                   ", hours(down));
console.log("both down, if independent:         ", hours(down * down));
console.log("both down, half of it by one cause:", hours(shared + (1 - shared) * own * own));
// #endregion
