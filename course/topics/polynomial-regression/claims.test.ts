import { loadWeather } from "@gradus/data";
import {
  crossValScore,
  KFold,
  LeaveOneOut,
  LinearRegression,
  MinMaxScaler,
  makePipeline,
  PolynomialFeatures,
  validationCurve,
} from "@gradus/learn";
import { cond, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { bases } from "./figures/columns";
import { polynomialFits, typicalMiss } from "./fits";
import { keptApart, learned, scaledDay } from "./weather";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>();
const X = learned.map(([day]) => [day]);
const y = learned.map(([, high]) => high);
const year = Array.from({ length: 366 }, (_, i) => [i + 1]);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const polynomial = (degree: number) =>
  makePipeline(
    new MinMaxScaler({ featureRange: [-1, 1] }),
    new PolynomialFeatures({ degree, includeBias: false }),
    new LinearRegression(),
  );
const raw = (degree: number) =>
  makePipeline(new PolynomialFeatures({ degree, includeBias: false }), new LinearRegression());
const missOf = (model: { predict(X: number[][]): { item(): number } }, points = learned) =>
  typicalMiss(points, (day) => model.predict([[day]]).item());

test("the figures' days are those of the table", () => {
  says("1,461 days");
  expect(highs).toHaveLength(1461);
  expect(learned).toEqual(learned.map((_, i) => [8 + 26 * i, highs[7 + 26 * i]]));
  expect(keptApart).toEqual(keptApart.map((_, i) => [21 + 26 * i, highs[20 + 26 * i]]));
  expect([learned.length, keptApart.length]).toEqual([14, 13]);
});

test("the figure's recurrence fits the library's curves, and every point at degree 13", () => {
  const fits = polynomialFits(
    learned.map(([day, high]) => [scaledDay(day), high]),
    13,
  );
  for (const degree of [0, 1, 4, 9, 12]) {
    const expected = degree === 0 ? () => mean(y) : undefined;
    const model = polynomial(Math.max(1, degree)).fit(X, y);
    for (const [day] of keptApart) {
      const wanted = expected?.() ?? model.predict([[day]]).item();
      expect(fits(scaledDay(day), degree)).toBeCloseTo(wanted, 7);
    }
  }
  says("At degree 13 it would pass through all fourteen points");
  expect(typicalMiss(learned, (day) => fits(scaledDay(day), 13))).toBeLessThan(1e-8);
});

test("which degree", () => {
  const misses = Array.from({ length: 12 }, (_, i) =>
    missOf(polynomial(i + 1).fit(X, y), keptApart),
  );
  says("gets better up to degree 3, and then worse and worse");
  expect(misses.indexOf(Math.min(...misses)) + 1).toBe(3);
  for (let i = 3; i < 12; i++) expect(misses[i]! - misses[i - 1]!).toBeGreaterThan(0);
  says("hundreds of degrees of heat");
  const coefs = polynomial(9).fit(X, y).finalStep.coef.data();
  expect(Math.max(...coefs)).toBeGreaterThan(100);
  expect(Math.min(...coefs)).toBeLessThan(-100);

  says("Degree 2 does best, and 3 to 5 are about as good");
  says("From 6 on it goes downhill fast");
  const curve = validationCurve(polynomial(1), X, y, {
    paramName: "polynomialfeatures.degree",
    paramRange: [1, 2, 3, 4, 5, 6, 7],
    cv: new LeaveOneOut(),
    scoring: "negMeanSquaredError",
  });
  const oneOut = curve.testScores.map((scores) => Math.sqrt(-mean(scores)));
  expect(oneOut.indexOf(Math.min(...oneOut))).toBe(1);
  expect(Math.max(...oneOut.slice(2, 5)) / oneOut[1]!).toBeLessThan(1.12);
  expect(oneOut[5]!).toBeGreaterThan(11);
});

test("condition numbers", () => {
  for (const [name, { column, digits }] of Object.entries(bases)) {
    digits.forEach((wanted, i) => {
      // Beyond this the computed smallest singular value is rounding.
      if (wanted > 11 || name.startsWith("powers of the day")) return;
      const A = learned.map(([day]) => Array.from({ length: i + 2 }, (_, k) => column(k, day)));
      expect(Math.log10(cond(tensor(A)).item()), `${name}, ${i + 1}`).toBeCloseTo(wanted, 3);
    });
  }
  const days = learned.map(([day]) => [1, day, day ** 2, day ** 3]);
  expect(Math.log10(cond(tensor(days)).item())).toBeCloseTo(7.807, 3);
  const atNine = Object.values(bases).map(({ digits }) => 10 ** digits[8]!);
  says("$4 \\cdot 10^{23}$");
  says("$5 \\cdot 10^{6}$      | $3 \\cdot 10^{13}$");
  says("1,708                 | $3 \\cdot 10^{6}$");
  says("6.3                   | 40");
  expect([atNine[0]! / 1e23, atNine[1]! / 1e6, atNine[2]!].map(Math.round)).toEqual([4, 5, 1708]);
  expect(atNine[1]! ** 2 / 1e13).toBeCloseTo(2.5, 0);
  expect(atNine[2]! ** 2 / 1e6).toBeCloseTo(2.9, 1);
  expect([atNine[3]!, atNine[3]! ** 2].map((k) => Number(k.toPrecision(2)))).toEqual([6.3, 40]);
});

test("what breaks", () => {
  says("a fit of degree 9 cannot be worse than one of degree 3. Here it is");
  expect(missOf(raw(9).fit(X, y))).toBeGreaterThan(missOf(raw(3).fit(X, y)) + 2);
  says("Degree 9 promises 279 °C, degree 12 minus 4,293. Degree 4 is close");
  const next = [4, 9, 12].map((d) =>
    Math.round(
      polynomial(d)
        .fit(X, y)
        .predict([[381]])
        .item(),
    ),
  );
  expect(next).toEqual([6, 279, -4293]);
  expect(highs[380]).toBe(6.7);

  const miss = (degree: number, cv: KFold) =>
    -mean([
      ...crossValScore(polynomial(degree), year, highs.slice(0, 366), {
        cv,
        scoring: "negRootMeanSquaredError",
      }),
    ]);
  says("degree 9 misses by 317 °C on average");
  expect(Math.round(miss(9, new KFold({ nSplits: 5 })))).toBe(317);
  says("Now degree 9 does no harm, and it gains little over 5");
  says("Most of the remaining 3.4 °C");
  const mixed = new KFold({ nSplits: 5, shuffle: true, seed: 0 });
  expect(miss(9, mixed)).toBeCloseTo(3.41, 2);
  expect(miss(5, mixed) - miss(9, mixed)).toBeLessThan(0.1);
});
