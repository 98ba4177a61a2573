import { loadAmes } from "@gradus/data";
import {
  LinearRegression,
  MinMaxScaler,
  PowerTransformer,
  QuantileTransformer,
  Ridge,
  RobustScaler,
  StandardScaler,
  trainTestSplit,
} from "@gradus/learn";
import { median, quantile, skew } from "@gradus/stats";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { columns } from "./houses";
import { bestPower, boxCox, logLikelihood, normalPairs, spread, yeoJohnson } from "./powers";
import { scaled } from "./scalers";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const numbers = (name: "Gr_Liv_Area" | "Lot_Area" | "Sale_Price" | "Open_Porch_SF") =>
  homes.column(name).toTensor().toArray<number[]>();
const [area, lots, price] = [numbers("Gr_Liv_Area"), numbers("Lot_Area"), numbers("Sale_Price")];
const mean = (values: readonly number[]) => spread(values).mean;
const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const column = (values: readonly number[]) => values.map((x) => [x]);

test("misses by thirds, in dollars and in logarithms", () => {
  const thirds = (X: number[][], y: number[]) => {
    const guess = new LinearRegression().fit(X, y).predict(X).toArray<number[]>();
    const order = [...guess.keys()].sort((i, j) => guess[i]! - guess[j]!);
    const size = Math.ceil(order.length / 3);
    return [0, 2].map((k) => {
      const rows = order.slice(k * size, (k + 1) * size);
      return Math.sqrt(mean(rows.map((i) => (guess[i]! - y[i]!) ** 2)));
    }) as [number, number];
  };
  says("the prices of 2,413 houses");
  expect(price).toHaveLength(2413);
  says("misses by \\$24,000 where houses are cheap and by \\$69,000 where they are dear");
  const [cheap, dear] = thirds(column(area), price);
  expect([round(cheap / 1000), round(dear / 1000)]).toEqual([24, 69]);
  says("off 2.9 times as far as the cheap one; in logarithms 1.4 times");
  const logs = thirds(column(area.map(Math.log)), price.map(Math.log));
  expect([round(dear / cheap, 1), round(logs[1] / logs[0], 1)]).toEqual([2.9, 1.4]);
  says("$\\log 2 = 0.69$");
  expect(round(Math.log(2), 2)).toBe(0.69);
});

test("skewness, zeros and the way back", () => {
  says("Lots have 13.4");
  says("The logarithm brings it to −0.5");
  expect([round(skew(lots), 1), round(skew(lots.map(Math.log)), 1)]).toEqual([13.4, -0.5]);
  says("for the sake of four huge lots");
  expect(lots.filter((x) => x > 80_000)).toHaveLength(4);
  says("Nearly half of the houses have no open porch");
  const porches = numbers("Open_Porch_SF");
  expect(round(porches.filter((x) => x === 0).length / porches.length, 2)).toBe(0.46);
  says("is 1.9 times as long as the step on to the largest; in m² it is 0.9 times");
  const some = median(porches.filter((x) => x > 0));
  const ratios = [1, 0.0929].map((per) => {
    const [low, high] = [Math.log1p(some * per), Math.log1p(Math.max(...porches) * per)];
    return round(low / (high - low), 1);
  });
  expect(ratios).toEqual([1.9, 0.9]);
  says("the **geometric mean**, \\$163,610, and it is about \\$12,000 below the mean");
  const geometric = Math.exp(mean(price.map(Math.log)));
  expect([round(geometric), round((mean(price) - geometric) / 1000)]).toEqual([163_610, 12]);
});

test("smearing", () => {
  says("= \\frac{\\tfrac14 + 1 + 4}{3} = 1.75");
  expect((1 / 4 + 1 + 4) / 3).toBe(1.75);
  const features = area.map((x, i) => [Math.log(x), Math.log(lots[i]!)]);
  const split = trainTestSplit(features, price.map(Math.log), { seed: 0 });
  const [XTrain, XTest, yTrain, yTest] = split;
  const model = new LinearRegression().fit(XTrain, yTrain);
  const fitted = model.predict(XTrain).toArray<number[]>();
  const smear = mean(yTrain.map((y, i) => Math.exp(y - fitted[i]!)));
  const exp = mean(model.predict(XTest).toArray<number[]>().map(Math.exp));
  const paid = mean(yTest.map(Math.exp));
  says("Without smearing the sum is 3.2 % too low, with it 0.3 %");
  const errors = [1 - exp / paid, 1 - (exp * smear) / paid].map((e) => round(100 * e, 1));
  expect(errors).toEqual([3.2, 0.3]);
});

test("the likelihood by hand", () => {
  says("\\ell(1) = -\\tfrac32 \\log 42 = -5.607");
  says("= 1.281$, and $\\ell(0)");
  says("= -4.531$");
  const three = [1, 4, 16];
  const found = [-1, 0, 1].map((lambda) => round(logLikelihood(three, lambda), 3));
  expect(found).toEqual([-5.607, -4.531, -5.607]);
  expect(round(spread(three.map(Math.log)).std ** 2, 3)).toBe(1.281);
  says("3 becomes $(4^{1/2} - 1) / \\tfrac12 = 2$");
  says("= -4.667$");
  expect([yeoJohnson(3, 0.5), round(yeoJohnson(-3, 0.5), 3)]).toEqual([2, -4.667]);
});

test("the figure's houses are those of the table, and its intervals are as the lesson says", () => {
  const every = (values: readonly number[]) => values.filter((_, i) => i % 24 === 0);
  expect(Object.values(columns)).toEqual([price, lots, area].map(every));
  says("101 real houses, every 24th of the table");
  expect(every(price)).toHaveLength(101);
  const grid = Array.from({ length: 81 }, (_, i) => (5 * i - 200) / 100);
  const [prices, plots, rooms] = Object.values(columns).map((values) => bestPower(values, grid));
  const holds = ({ interval: [low, high] }: { interval: readonly [number, number] }, x: number) =>
    low <= x && x <= high;
  says("For these prices 0 lies inside and 1 does not");
  says("not −0.15");
  expect([prices!.best, holds(prices!, 0), holds(prices!, 1)]).toEqual([-0.15, true, false]);
  says("For these lots 0 lies outside");
  expect(holds(plots!, 0)).toBe(false);
  says("For living areas the logarithm and the root both lie inside");
  expect([holds(rooms!, 0), holds(rooms!, 0.5)]).toEqual([true, true]);
  expect(normalPairs([3, 1, 2]).map(([, z]) => round(z, 3))).toEqual([-1.225, 0, 1.225]);
});

test("powers from the library", () => {
  const lambdaOf = (values: readonly number[]) =>
    new PowerTransformer({ method: "boxCox" }).fit(column(values)).lambdas.item();
  says("the lots get λ = 0.13, and the prices −0.11");
  const lambda = lambdaOf(price);
  expect([round(lambdaOf(lots), 2), round(lambda, 2)]).toEqual([0.13, -0.11]);
  says("If it predicts 9, no price belongs to it");
  expect(-1 / lambda).toBeLessThan(9);
  expect(boxCox(1e12, lambda)).toBeLessThan(-1 / lambda);
});

test("ranks and scalers", () => {
  says("So it becomes 0.375");
  const learned = [1, 2, 4, 8, 1000];
  const five = new QuantileTransformer({ nQuantiles: 5 }).fit(column(learned));
  expect(five.transform([[3]]).item()).toBe(0.375);
  says("99 % of the lots share the lowest seventh of the range");
  const z = new MinMaxScaler().fitTransform(column(lots)).reshape([-1]);
  expect(quantile(z, 0.99)).toBeLessThan(1 / 7);
  const kinds = [
    new StandardScaler(),
    new MinMaxScaler(),
    new RobustScaler(),
    new QuantileTransformer({ nQuantiles: 5 }),
  ];
  Object.values(scaled(learned)).forEach((mine, i) => {
    const theirs = kinds[i]!.fitTransform(column(learned)).data();
    mine.forEach((value, at) => {
      expect(value).toBeCloseTo(theirs[at]!, 12);
    });
  });
});

test("another house changes the price of this one", () => {
  const X = area.map((x, i) => [lots[i]!, x]);
  const train = Array.from({ length: 30 }, (_, i) => 80 * i);
  const rows = (places: readonly number[]) => places.map((i) => X[i]!);
  const largest = lots.indexOf(215_245);
  const priceWith = (places: readonly number[]) => {
    const scaler = new MinMaxScaler().fit(rows(places));
    const model = new Ridge().fit(
      scaler.transform(rows(train)),
      train.map((i) => price[i]!),
    );
    return Math.round(model.predict(scaler.transform(rows([2000]))).item());
  };
  says("goes up by \\$4,113");
  const [alone, together] = [priceWith(train), priceWith([...train, 2000, largest])];
  expect(together - alone).toBe(4113);
  says("Here it even comes nearer to the truth");
  expect(Math.abs(together - price[2000]!)).toBeLessThan(Math.abs(alone - price[2000]!));
  says("The largest lot among 30 training rows has 31,770 ft²");
  expect(Math.max(...train.map((i) => lots[i]!))).toBe(31_770);
  says("MinMax leaves its range: 7.28");
  const scaler = new MinMaxScaler().fit(train.map((i) => [lots[i]!]));
  expect(round(scaler.transform([[215_245]]).item(), 2)).toBe(7.28);
});
