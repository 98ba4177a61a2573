// #region three-voters
import { binom } from "@gradus/stats";

const p = 0.7;
console.log("three voters, by pencil:", (p ** 3 + 3 * p ** 2 * (1 - p)).toFixed(3));
for (const voters of [1, 3, 11, 51]) {
  const tooFew = binom({ n: voters, p }).cdf((voters - 1) / 2);
  console.log(`${voters} voters: right with ${(1 - tooFew).toFixed(3)}`);
}

// #endregion

// #region hard-or-soft
const chances = [0.9, 0.4, 0.4]; // of spam, say three filters
const votes = chances.filter((chance) => chance > 0.5).length;
const mean = chances.reduce((sum, chance) => sum + chance, 0) / 3;
console.log(`hard: ${votes} of 3 votes for spam`);
console.log("soft: mean chance", mean.toFixed(3));
// #endregion
