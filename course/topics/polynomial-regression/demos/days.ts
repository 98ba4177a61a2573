// #region look
import { display } from "@gradus/core";
import { loadWeather } from "@gradus/data";
import { scatterPlot } from "@gradus/plot";

const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>(); // °C
const learned = Array.from({ length: 14 }, (_, i) => 8 + 26 * i); // days of 2012
const between = learned.slice(1).map((day) => day - 13);
const highOn = (day: number) => highs[day - 1]!; // day 1 is 1 January 2012

display(
  scatterPlot({
    x: learned,
    y: learned.map(highOn),
    title: "Fourteen afternoons in Seattle",
    xLabel: "Day of 2012",
    yLabel: "Warmest hour (°C)",
  }),
);

// #endregion

// #region line
import { LinearRegression } from "@gradus/learn";

const column = (values: readonly number[]) => values.map((value) => [value]);
const typical = (misses: readonly number[]) =>
  Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
const meanHigh = learned.reduce((sum, day) => sum + highOn(day), 0) / learned.length;
const line = new LinearRegression().fit(column(learned), learned.map(highOn));
const onLine = line.predict(column(between)).toArray<number[]>();
const missOf = (guesses: readonly number[]) =>
  typical(guesses.map((guess, i) => guess - highOn(between[i]!)));
console.log("always the mean:", missOf(between.map(() => meanHigh)).toFixed(2), "°C");
console.log("a straight line:", missOf(onLine).toFixed(2), "°C");

// #endregion

// #region scratch
import { solve, type Tensor, tensor } from "@gradus/tensor";

const toUnit = (day: number) => (day - 177) / 169; // days 8 to 346 become −1 to 1

/** One row for each day: 1, t, t², … */
function powers(days: readonly number[], degree: number): Tensor {
  const exponents = Array.from({ length: degree + 1 }, (_, k) => k);
  return tensor(days.map((day) => exponents.map((k) => toUnit(day) ** k)));
}

/** The coefficients of the least-squares polynomial, by the normal equations. */
function fit(days: readonly number[], temperatures: readonly number[], degree: number): Tensor {
  const A = powers(days, degree);
  return solve(A.transpose().matmul(A), A.transpose().matmul(tensor(temperatures)));
}

console.log("degree   on the 14 days   on the 13 between");
for (const degree of [0, 1, 2, 3, 4, 9, 12]) {
  const theta = fit(learned, learned.map(highOn), degree);
  const [on, off] = [learned, between].map((days) => {
    const guesses = powers(days, degree).matmul(theta).toArray<number[]>();
    return typical(guesses.map((guess, i) => guess - highOn(days[i]!)));
  });
  console.log(`${degree}`.padStart(6), on!.toFixed(2).padStart(16), off!.toFixed(2).padStart(19));
}

// #endregion

// #region library
import { MinMaxScaler, makePipeline, PolynomialFeatures } from "@gradus/learn";

const polynomial = (degree: number) =>
  makePipeline(
    new MinMaxScaler({ featureRange: [-1, 1] }),
    new PolynomialFeatures({ degree, includeBias: false }),
    new LinearRegression(),
  );

const model = polynomial(9).fit(column(learned), learned.map(highOn));
const theta = fit(learned, learned.map(highOn), 9).toArray<number[]>();
const { intercept, coef } = model.finalStep;
const theirs = [intercept as number, ...coef.data()];
for (const k of [0, 1, 2, 9]) {
  console.log(`t^${k}:`, theta[k]!.toFixed(6).padStart(13), theirs[k]!.toFixed(6).padStart(13));
}

// #endregion

// #region names
const products = new PolynomialFeatures({ degree: 3 }).fit([[2, 3]]);
console.log(products.getFeatureNamesOut(["a", "b"]).join("  |  "));
console.log(
  products
    .transform([[2, 3]])
    .toArray<number[][]>()[0]!
    .join("  |  "),
);
for (const [features, degree] of [
  [10, 2],
  [10, 4],
  [100, 4],
] as const) {
  const row = Array.from({ length: features }, () => 1);
  const count = new PolynomialFeatures({ degree }).fit([row]).nOutputFeatures;
  console.log(`${features} features, degree ${degree}: ${count.toLocaleString("en-US")} columns`);
}

// #endregion

// #region one-out
import { KFold, LeaveOneOut, validationCurve } from "@gradus/learn";

const degrees = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const oneOut = validationCurve(polynomial(1), column(learned), learned.map(highOn), {
  paramName: "polynomialfeatures.degree",
  paramRange: degrees.slice(1, 8),
  cv: new LeaveOneOut(),
  scoring: "negMeanSquaredError",
});
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
oneOut.testScores.forEach((scores, i) => {
  console.log(`degree ${degrees[i + 1]}: ${Math.sqrt(-mean(scores)).toFixed(2)} °C`);
});

// #endregion

// #region all-days
const year = Array.from({ length: 366 }, (_, i) => i + 1);
const folds = validationCurve(polynomial(1), column(year), year.map(highOn), {
  paramName: "polynomialfeatures.degree",
  paramRange: degrees.slice(1),
  cv: new KFold({ nSplits: 5, shuffle: true, seed: 0 }),
  scoring: "negRootMeanSquaredError",
});
folds.testScores.forEach((scores, i) => {
  console.log(`degree ${degrees[i + 1]}: ${(-mean(scores)).toFixed(2)} °C`);
});
// #endregion
