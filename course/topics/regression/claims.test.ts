import { initialParams } from "@gradus/course-kit";
import { loadAmes, loadCO2 } from "@gradus/data";
import {
  LinearRegression,
  makePipeline,
  meanPinballLoss,
  PolynomialFeatures,
  Ridge,
  r2Score,
  rootMeanSquaredError,
  StandardScaler,
  TransformedTargetRegressor,
  trainTestSplit,
} from "@gradus/learn";
import { quantile } from "@gradus/stats";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import middle from "./figures/middle";
import residuals from "./figures/residuals";
import { bestGuess, losses, lossOf } from "./middle";
import { models } from "./models";
import { yearOf } from "./tables";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const [train, held] = trainTestSplit(homes, { testSize: 0.25, seed: 7 });
const features = (houses: typeof homes) =>
  houses.select("Gr_Liv_Area", "Total_Bsmt_SF", "Year_Built", "Garage_Area", "Lot_Area");
const prices = (houses: typeof homes) => houses.column("Sale_Price").toTensor();
const inLogs = () =>
  new TransformedTargetRegressor({
    regressor: new LinearRegression(),
    func: (price) => price.log(),
    inverseFunc: (log) => log.exp(),
  });

/** The rows in three thirds, by prediction. */
function thirdsOf(predicted: ArrayLike<number>): number[][] {
  const order = [...Array(predicted.length).keys()].sort((a, b) => predicted[a]! - predicted[b]!);
  const size = Math.floor(order.length / 3);
  return [order.slice(0, size), order.slice(size, 2 * size), order.slice(2 * size)];
}

test("roadmap SUP-002: the residual figure shows true less predicted for every model and table, and says what is left", () => {
  const start = initialParams(residuals.controls);
  for (const table of residuals.controls.table.choices) {
    for (const model of residuals.controls.model.choices) {
      const data = residuals.model({ ...start, table, model });
      const regressor = models[model]!().fit(
        data.points.map(([x]) => [x]),
        data.points.map(([, y]) => y),
      );
      const predicted = regressor.predict(data.points.map(([x]) => [x])).data();
      data.residuals.forEach(([at, left], i) => {
        expect(at).toBeCloseTo(predicted[i]!, 8);
        expect(left).toBeCloseTo(data.points[i]![1] - predicted[i]!, 8);
      });
      const truth = data.points.map(([, y]) => y);
      expect(data.r2).toBeCloseTo(r2Score(truth, [...predicted]), 10);
      expect(data.rmse).toBeCloseTo(rootMeanSquaredError(truth, [...predicted]), 8);
      const [, right] = residuals.view(data, start).panels;
      expect(right!.marks).toContainEqual(
        expect.objectContaining({ kind: "points", points: data.residuals }),
      );
    }
  }
});

test("bend and funnel in the figure", () => {
  const start = initialParams(residuals.controls);
  const [, , co2] = residuals.controls.table.choices;
  const line = residuals.model({ ...start, table: co2 });
  says("the middle third lies 1.66 ppm too low, the others too high");
  expect(line.thirds.map(({ mean }) => mean.toFixed(2))).toEqual(["0.67", "-1.66", "0.95"]);
  expect(residuals.describe(line, start)).toContain("so a pattern is left");
  const bent = residuals.model({ ...start, table: co2, model: "a parabola" });
  expect(Math.max(...bent.thirds.map(({ mean }) => Math.abs(mean)))).toBeLessThan(0.2);
  says("The funnel of the houses stays with _every_ model, as long as you look at dollars");
  for (const model of residuals.controls.model.choices.slice(1)) {
    const { thirds } = residuals.model({ ...start, model });
    expect(thirds[2]!.size / thirds[0]!.size, model).toBeGreaterThan(1.8);
  }
  says("now the high third scatters hardly more than the low one");
  const { thirds } = residuals.model({ ...start, relative: true });
  expect(thirds[2]!.size / thirds[0]!.size).toBeLessThan(1.15);
});

test("one house drags the line, and hardly the robust one", () => {
  const start = initialParams(residuals.controls);
  const [without, withWild] = residuals.controls.table.choices;
  /** Dollars for a square foot: both axes are in thousands. */
  const slope = (table: string, model: string) => {
    const { curve } = residuals.model({ ...start, table, model });
    return (curve.at(-1)![1] - curve[0]![1]) / (curve.at(-1)![0] - curve[0]![0]);
  };
  says("it takes \\$34 off the \\$115 that the line asks");
  expect(Math.round(slope(without, "a line"))).toBe(115);
  expect(Math.round(slope(without, "a line") - slope(withWild, "a line"))).toBe(34);
  says("less than \\$6 off the robust line");
  const robust = slope(without, "a robust line") - slope(withWild, "a robust line");
  expect(robust).toBeLessThan(6);
});

test("which middle", () => {
  const values = [150, 165, 180, 190, 220, 260, 410];
  says("$1575 / 7 = 225$");
  says("the **median**, 190");
  says("With seven houses it is the dearest, 410");
  expect(losses.map((loss) => bestGuess(loss, values, 0.9))).toEqual([225, 190, 410]);
  const mean = values.reduce((sum, y) => sum + lossOf("pinball", y, 200, 0.9), 0) / 7;
  expect(mean).toBeCloseTo(meanPinballLoss(values, Array(7).fill(200), { alpha: 0.9 }), 12);
  const start = initialParams(middle.controls);
  expect(middle.describe(middle.model(start), start)).toContain("smallest at $225,000, the mean");
});

test("four numbers by pencil", () => {
  says("$\\sqrt{(400 + 100 + 400 + 900) / 4} = \\sqrt{450} = 21.2$");
  const [y, guessed] = [
    [100, 200, 300, 400],
    [120, 190, 280, 430],
  ];
  expect(rootMeanSquaredError(y!, guessed!).toFixed(1)).toBe("21.2");
  says("$R^2 = 1 - 450 / 12\\,500 = 0.964$");
  expect(r2Score(y!, guessed!)).toBeCloseTo(0.964, 12);
});

test("the misses of the houses", () => {
  const [line, logs] = [new LinearRegression(), inLogs()].map((model) =>
    model.fit(features(train), prices(train)).predict(features(held)),
  );
  says("604 houses");
  expect([held.nRows, train.nRows]).toEqual([604, 1809]);
  says("the miss falls from \\$35,259 to \\$30,857");
  const rmse = [line, logs].map((guess) => Math.round(rootMeanSquaredError(prices(held), guess!)));
  expect(rmse).toEqual([35_259, 30_857]);
  says(
    "for cheap houses, where it is \\$22,000, and far too rosy for dear ones, where it is \\$51,000",
  );
  const [y, yPred] = [prices(held).data(), line!.data()];
  const misses = thirdsOf(yPred).map((rows) =>
    Math.sqrt(rows.reduce((sum, i) => sum + (y[i]! - yPred[i]!) ** 2, 0) / rows.length),
  );
  expect([misses[0]!, misses[2]!].map((miss) => Math.round(miss / 1000))).toEqual([22, 51]);
  says("Ridge equals the line");
  const ridge = makePipeline(new StandardScaler(), new Ridge());
  ridge.fit(features(train), prices(train));
  expect(rootMeanSquaredError(prices(held), ridge.predict(features(held)))).toBeCloseTo(35_260, -1);
});

test("the ranges", () => {
  const [fitRows, rangeRows] = trainTestSplit(train, { testSize: 0.3, seed: 1 });
  const y = prices(held).data();
  const rangeOf = (inDollars: boolean) => {
    const model = inDollars ? new LinearRegression() : inLogs();
    model.fit(features(fitRows), prices(fitRows));
    const off = (truth: ArrayLike<number>, said: ArrayLike<number>) =>
      Array.from(truth, (v, i) => (inDollars ? v - said[i]! : v / said[i]!));
    const known = off(prices(rangeRows).data(), model.predict(features(rangeRows)).data());
    const [low, high] = [Number(quantile(known, 0.05)), Number(quantile(known, 0.95))];
    const asked = model.predict(features(held)).data();
    const inside = off(y, asked).map((v) => v >= low && v <= high);
    const holds = [[...inside.keys()], ...thirdsOf(asked)].map((rows) =>
      Math.round((100 * rows.filter((i) => inside[i]).length) / rows.length),
    );
    return { low, high, holds };
  };
  const [dollars, factors] = [rangeOf(true), rangeOf(false)];
  says("Give or take \\$50,000 holds for 98 % of the cheap ones");
  says("and for 79 % of the dear ones");
  expect([dollars.low, dollars.high].map((v) => Math.round(v / 1000))).toEqual([-50, 49]);
  expect(dollars.holds).toEqual([90, 98, 95, 79]);
  says("77 % to 128 % of the prediction, holds for 89, 91 and 87 %");
  expect([factors.low, factors.high].map((v) => Math.round(100 * v))).toEqual([77, 128]);
  expect(factors.holds).toEqual([89, 89, 91, 87]);
  says("between \\$138,000 and \\$230,000");
  expect([factors.low, factors.high].map((v) => Math.round(180 * v))).toEqual([138, 230]);
});

test("CO₂: a high R², one side, and a wave", async () => {
  const air = (await loadCO2()).dropMissing();
  const years = air.rows().map(({ date }) => yearOf(date!));
  const ppm = air.column("co2").toArray() as number[];
  const before = years.filter((year) => year < 1990).length;
  const X = years.map((year) => [year]);
  const trend = new LinearRegression().fit(X.slice(0, before), ppm.slice(0, before));
  says("**R² of 0.95.**");
  expect(trend.score(X.slice(0, before), ppm.slice(0, before)).toFixed(2)).toBe("0.95");
  says("578 of 626 later weeks lie above the line, the last by 6.4 ppm");
  const later = trend.predict(X.slice(before)).data();
  const left = Array.from(later, (guess, i) => ppm[before + i]! - guess);
  expect([left.filter((r) => r > 0).length, left.length]).toEqual([578, 626]);
  expect(left.at(-1)!.toFixed(1)).toBe("6.4");

  const bent = makePipeline(
    new StandardScaler(),
    new PolynomialFeatures({ degree: 2, includeBias: false }),
    new LinearRegression(),
  ).fit(X, ppm);
  const guesses = bent.predict(X).data();
  says("leaves residuals of about 2 ppm");
  expect(Math.abs(rootMeanSquaredError(ppm, [...guesses]) - 2)).toBeLessThan(0.3);
  const meanOf = (month: number) => {
    const rows = [...ppm.keys()].filter((i) => Math.floor((years[i]! % 1) * 12) === month - 1);
    return rows.reduce((sum, i) => sum + ppm[i]! - guesses[i]!, 0) / rows.length;
  };
  says("May is 3.0 ppm above and October 3.1 below");
  expect([meanOf(5), meanOf(10)].map((r) => r.toFixed(1))).toEqual(["3.0", "-3.1"]);
  says("The typical miss is 0.80 ppm, and R² has moved from 0.983 to 0.998 only");
  const waves = years.map((year) => {
    const [t, angle] = [(year - 1980) / 10, 2 * Math.PI * year];
    return [t, t * t, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
  });
  const full = new LinearRegression().fit(waves, ppm);
  expect(rootMeanSquaredError(ppm, full.predict(waves)).toFixed(2)).toBe("0.80");
  expect([bent.score(X, ppm), full.score(waves, ppm)].map((r) => r.toFixed(3))).toEqual([
    "0.983",
    "0.998",
  ]);
});
