// #region middles
const prices = [150, 165, 180, 190, 220, 260, 410]; // $1,000, seven houses alike

const total = (loss: (residual: number) => number, guess: number) =>
  prices.reduce((sum, price) => sum + loss(price - guess), 0);
const guesses = Array.from({ length: 401 }, (_, i) => 100 + i);
for (const [name, loss] of [
  ["squared", (r: number) => r * r],
  ["absolute", (r: number) => Math.abs(r)],
  ["pinball 0.9", (r: number) => (r >= 0 ? 0.9 * r : -0.1 * r)],
] as const) {
  const bestOf = guesses.reduce((a, b) => (total(loss, b) < total(loss, a) ? b : a));
  console.log(`${name}: best guess ${bestOf}`);
}

// #endregion

// #region scores
const truth = [100, 200, 300, 400];
const guessed = [120, 190, 280, 430];
const misses = truth.map((y, i) => y - guessed[i]!);
const meanOf = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const middleOf = meanOf(truth);
console.log("residuals", misses);
console.log("MAE ", meanOf(misses.map(Math.abs)));
console.log("RMSE", Math.sqrt(meanOf(misses.map((r) => r * r))).toFixed(1));
const left = meanOf(misses.map((r) => r * r));
const spreadOf = meanOf(truth.map((y) => (y - middleOf) ** 2));
console.log("R²  ", 1 - left / spreadOf);
// #endregion
