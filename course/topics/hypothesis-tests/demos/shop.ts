// #region shuffle
import { RandomGenerator } from "@gradus/core";

const visitors = 1000; // of each version
const [boughtA, boughtB] = [100, 130];
const seen = boughtB - boughtA;

// If the version did not matter, the buyers would have been the same people, whatever they saw.
const everyone = Array.from({ length: 2 * visitors }, (_, i) => (i < boughtA + boughtB ? 1 : 0));
const random = new RandomGenerator(3);
const rounds = 2000;

let asFar = 0;
for (let round = 0; round < rounds; round++) {
  const order = random.permutation(everyone.length);
  let inB = 0;
  for (let i = 0; i < visitors; i++) inB += everyone[order[i]!]!;
  const difference = inB - (boughtA + boughtB - inB);
  if (Math.abs(difference) >= seen) asFar++;
}
console.log(
  `at least ${seen} apart in ${((100 * asFar) / rounds).toFixed(1)} % of ${rounds} shuffles`,
);

// #endregion

// #region library
import { chi2Contingency, fisherExact } from "@gradus/stats";

const table = [
  [boughtA, visitors - boughtA],
  [boughtB, visitors - boughtB],
];
console.log("Fisher's exact test:", fisherExact(table).pvalue.toFixed(4));
console.log("chi-squared:        ", chi2Contingency(table).pvalue.toFixed(4));

// #endregion

// #region size
import { norm } from "@gradus/stats";

const gain = (boughtB - boughtA) / visitors;
const variance = (bought: number) => ((bought / visitors) * (1 - bought / visitors)) / visitors;
const error = Math.sqrt(variance(boughtA) + variance(boughtB));
const [low, high] = norm({ loc: gain, scale: error }).interval(0.95);
const points = (share: number) => (100 * share).toFixed(1);
console.log(`B sells ${points(low)} to ${points(high)} percentage points more`);
// #endregion
