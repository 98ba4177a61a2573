// #region raw-days
import { loadWeather } from "@gradus/data";
import { LinearRegression, MinMaxScaler, makePipeline, PolynomialFeatures } from "@gradus/learn";

const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>(); // °C
const learned = Array.from({ length: 14 }, (_, i) => 8 + 26 * i); // days of 2012
const X = learned.map((day) => [day]);
const y = learned.map((day) => highs[day - 1]!);
const typical = (guesses: readonly number[]) =>
  Math.sqrt(guesses.reduce((sum, guess, i) => sum + (guess - y[i]!) ** 2, 0) / y.length);

const scaled = (degree: number) =>
  makePipeline(
    new MinMaxScaler({ featureRange: [-1, 1] }),
    new PolynomialFeatures({ degree, includeBias: false }),
    new LinearRegression(),
  );
const raw = (degree: number) =>
  makePipeline(new PolynomialFeatures({ degree, includeBias: false }), new LinearRegression());

console.log("degree   scaled to −1…1   raw days");
for (const degree of [3, 5, 6, 7, 8, 9, 12]) {
  const [a, b] = [scaled, raw].map((make) =>
    typical(make(degree).fit(X, y).predict(X).toArray<number[]>()),
  );
  console.log(`${degree}`.padStart(6), a!.toFixed(2).padStart(16), b!.toFixed(2).padStart(10));
}

// #endregion

// #region next-year
for (const degree of [2, 3, 4, 9, 12]) {
  const guess = scaled(degree)
    .fit(X, y)
    .predict([[381]])
    .item();
  console.log(`degree ${degree}:`, guess.toFixed(1), "°C on 15 January 2013");
}
console.log("measured:", highs[380]!.toFixed(1), "°C");

// #endregion

// #region circle
/** A year as a circle: the day's place on it, by its cosine and sine. */
const onCircle = (day: number) => {
  const angle = (2 * Math.PI * day) / 365.25;
  return [Math.cos(angle), Math.sin(angle)];
};
const circle = new LinearRegression().fit(learned.map(onCircle), y);
const later = highs.slice(366); // 2013 to 2015
const guesses = circle.predict(later.map((_, i) => onCircle(367 + i))).toArray<number[]>();
const miss = Math.sqrt(guesses.reduce((s, g, i) => s + (g - later[i]!) ** 2, 0) / later.length);
console.log("three coefficients, 15 January 2013:", guesses[14]!.toFixed(1), "°C");
console.log(`typical miss on ${later.length} days of 2013 to 2015:`, miss.toFixed(2), "°C");

// #endregion

// #region in-order
import { crossValScore, KFold } from "@gradus/learn";

const year = Array.from({ length: 366 }, (_, i) => [i + 1]);
for (const degree of [2, 4, 9]) {
  const [mixed, inOrder] = [
    new KFold({ nSplits: 5, shuffle: true, seed: 0 }),
    new KFold({ nSplits: 5 }),
  ].map((cv) => {
    const scores = crossValScore(scaled(degree), year, highs.slice(0, 366), {
      cv,
      scoring: "negRootMeanSquaredError",
    });
    return -scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
  console.log(
    `degree ${degree}: mixed ${mixed!.toFixed(2)} °C, in order ${inOrder!.toFixed(2)} °C`,
  );
}
// #endregion
