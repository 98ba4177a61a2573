// #region people
const crowd = 1000;
const ill = 0.01 * crowd; // 1 % have the disease
const well = crowd - ill;

const illPositive = 0.9 * ill; // the test finds 90 % of the ill
const wellPositive = 0.09 * well; // and alarms 9 % of the well

console.log("ill and positive: ", illPositive);
console.log("well and positive:", wellPositive);
console.log("ill among the positive:", illPositive / (illPositive + wellPositive));
// #endregion

// #region theorem
/** P(ill | positive) from P(ill), P(positive | ill) and P(negative | well). */
function posterior(prior: number, sensitivity: number, specificity: number): number {
  const truly = sensitivity * prior;
  const falsely = (1 - specificity) * (1 - prior);
  return truly / (truly + falsely);
}

console.log("P(ill | positive) =", posterior(0.01, 0.9, 0.91));
console.log("by pencil, 10/109 =", 10 / 109);
// #endregion

// #region priors
for (const prior of [0.001, 0.01, 0.1, 0.5]) {
  console.log(
    `${100 * prior} % ill before, ${(100 * posterior(prior, 0.9, 0.91)).toFixed(1)} % after`,
  );
}
// #endregion

// #region odds
const ratio = 0.9 / 0.09; // P(positive | ill) / P(positive | well)
let odds = 0.01 / 0.99;
console.log("before the test  ", (odds / (1 + odds)).toFixed(4));
for (const test of ["first", "second", "third"]) {
  odds *= ratio;
  console.log(`${test} positive`.padEnd(17), (odds / (1 + odds)).toFixed(4));
}
// #endregion
