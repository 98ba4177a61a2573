// #region by-hand
const attempts = [1, 2, 3];
const probability = [0.8, 0.16, 0.04];

const expectation = (g: (x: number) => number) =>
  attempts.reduce((sum, x, i) => sum + g(x) * probability[i]!, 0);

const mu = expectation((x) => x);
console.log("expected attempts:", mu.toFixed(2));
// #endregion

// #region variance-by-hand
const fromTheMiddle = expectation((x) => (x - mu) ** 2);
const fromSquares = expectation((x) => x ** 2) - mu ** 2;

console.log("mean squared distance:", fromTheMiddle.toFixed(4));
console.log("E[X²] − μ²:           ", fromSquares.toFixed(4));
console.log("standard deviation:   ", Math.sqrt(fromTheMiddle).toFixed(3), "attempts");
// #endregion

// #region minutes
const minutes = (x: number) => 5 * x + 2;
const meanMinutes = expectation(minutes);
const varMinutes = expectation((x) => (minutes(x) - meanMinutes) ** 2);

console.log("mean:", meanMinutes.toFixed(2), "= 5 · 1.24 + 2 =", (5 * mu + 2).toFixed(2));
console.log("variance:", varMinutes.toFixed(2), "= 25 · 0.2624 =", (25 * fromTheMiddle).toFixed(2));
console.log("standard deviation:", Math.sqrt(varMinutes).toFixed(2), "minutes");
// #endregion
