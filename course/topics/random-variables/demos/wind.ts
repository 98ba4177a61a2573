// #region ecdf
import { display } from "@gradus/core";
import { loadWeather } from "@gradus/data";
import { linePlot } from "@gradus/plot";

const days = await loadWeather();
const wind = Array.from(days.column("wind").toTensor().toArray<number[]>()).sort((a, b) => a - b);

const share = (x: number) => wind.filter((value) => value <= x).length / wind.length;
console.log("P(wind ≤ 3 m/s) =", share(3).toFixed(3));
console.log("P(wind > 6 m/s) =", (1 - share(6)).toFixed(3));

display(
  linePlot({
    x: wind,
    y: wind.map((_, i) => (i + 1) / wind.length),
    title: `Wind in Seattle on ${wind.length} days`,
    xLabel: "Wind (m/s)",
    yLabel: "Share of days up to x",
  }),
);
// #endregion

// #region quantiles
const quantile = (p: number) => wind[Math.ceil(p * wind.length) - 1]!;
console.log("half of all days:  up to", quantile(0.5), "m/s");
console.log("95 of 100 days:    up to", quantile(0.95), "m/s");

// #endregion

// #region resample
import { RandomGenerator } from "@gradus/core";

const random = new RandomGenerator(3);
const invented = Array.from({ length: 8 }, () => quantile(1 - random.uniform()));
console.log("eight invented days:", invented.join(" "), "m/s");
// #endregion

// #region rain
const rain = days.column("precipitation").toTensor().toArray<number[]>();
const dry = rain.filter((value) => value === 0).length / rain.length;
console.log("P(rain = 0)    =", dry.toFixed(3));
console.log(
  "P(rain ≤ 5 mm) =",
  (rain.filter((value) => value <= 5).length / rain.length).toFixed(3),
);
// #endregion
