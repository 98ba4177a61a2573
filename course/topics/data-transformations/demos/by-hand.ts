// #region smear
const paid = [1, 4, 16]; // a model that predicts the mean logarithm for all three
const middle = paid.map(Math.log).reduce((a, b) => a + b) / 3;
console.log("exp of the mean logarithm:", Math.exp(middle).toFixed(4));
const factor = paid.map((x) => Math.exp(Math.log(x) - middle)).reduce((a, b) => a + b) / 3;
console.log(
  "smearing factor:",
  factor.toFixed(4),
  " product:",
  (Math.exp(middle) * factor).toFixed(4),
);
// #endregion
