import { RandomGenerator } from "@gradus/core";
import { initialParams } from "@gradus/course-kit";
import { loadAmes } from "@gradus/data";
import { corrcoef, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import balance from "./figures/balance";
import largeNumbers from "./figures/large-numbers";
import { mean, median, places, runningMeans, sources, squaredDistance } from "./spread";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const steady = [182, 195, 201, 188, 210, 205, 199, 190, 217, 213];
const moody = [95, 110, 102, 98, 88, 105, 120, 92, 640, 550];
const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");

describe("what the lesson says is so", () => {
  test("two servers with one mean", () => {
    says("the average is 200 ms, on both");
    expect([mean(steady), mean(moody)]).toEqual([200, 200]);
    says("eight were twice as fast");
    expect(moody.filter((time) => time <= 120)).toHaveLength(8);
    says("about 216 ms on the steady server and 611 ms on the moody one");
    const slowest = (times: readonly number[]) =>
      times
        .toSorted((a, b) => a - b)
        .reduce((sum, time, i) => sum + time * (((i + 1) / 10) ** 16 - (i / 10) ** 16), 0);
    expect([steady, moody].map((times) => Math.round(slowest(times)))).toEqual([216, 611]);
  });

  test("the nightly job", () => {
    says("3 \\cdot 0.04 = 1.24");
    says("= 0.0461 + 0.0924 + 0.1239 = 0.2624");
    const p = [0.8, 0.16, 0.04];
    const parts = p.map((each, i) => each * (i + 1 - 1.24) ** 2);
    expect(parts.map((part) => part.toFixed(4))).toEqual(["0.0461", "0.0924", "0.1239"]);
    expect(parts.reduce((a, b) => a + b)).toBeCloseTo(0.2624, 12);
    says("= 0.8 + 4 \\cdot 0.16 + 9 \\cdot 0.04 = 1.8");
    expect(0.8 + 4 * 0.16 + 9 * 0.04).toBeCloseTo(1.8, 12);
    expect(1.8 - 1.24 ** 2).toBeCloseTo(0.2624, 12);
    says("= 5 \\cdot 1.24 + 2 = 8.2");
    expect(5 * 1.24 + 2).toBeCloseTo(8.2, 12);
  });

  test("five prices spread too little around their own mean", () => {
    says("about 0.8 of the true variance");
    const prices = homes.column("Sale_Price").toTensor();
    const list = prices.toArray<number[]>();
    const random = new RandomGenerator(1);
    let total = 0;
    for (let k = 0; k < 20_000; k++) {
      const five = Array.from({ length: 5 }, () => list[random.integer(0, list.length)]!);
      total += squaredDistance(five, mean(five));
    }
    expect(total / 20_000 / prices.variance().item()).toBeCloseTo(0.8, 1);
  });

  test("floors: negative among all, positive among houses with two", () => {
    says("Negative: −0.265");
    const rho = (table: typeof homes) =>
      corrcoef(table.select("First_Flr_SF", "Second_Flr_SF").toTensor(), {
        rowVariables: false,
      }).toArray<number[][]>()[0]![1]!;
    expect(rho(homes)).toBeCloseTo(-0.265, 3);
    says("Among these the correlation is positive");
    expect(rho(homes.filter((house) => house.Second_Flr_SF > 0))).toBeGreaterThan(0.4);
    says("$X$ and $X^2$ have the correlation 0");
    expect(
      corrcoef(
        tensor([
          [-1, 0, 1],
          [1, 0, 1],
        ]),
      ).toArray<number[][]>()[0]![1],
    ).toBeCloseTo(0, 12);
  });

  test("timestamps", () => {
    says("A spread of 23 seconds, for requests within 40 milliseconds");
    says("the squares have 25 digits");
    const offsets = [0, 12, 7, 31, 18, 25, 4, 40];
    const times = offsets.map((ms) => 1_780_000_000_000 + ms);
    const shortcut = mean(times.map((t) => t ** 2)) - mean(times) ** 2;
    expect(Math.sqrt(Math.abs(shortcut)) / 1000).toBeCloseTo(23.2, 1);
    expect(Math.floor(Math.log10(times[0]! ** 2)) + 1).toBe(25);
    expect(tensor(times).variance().item()).toBe(tensor(offsets).variance().item());
  });
});

describe("the figures", () => {
  test("balance: the variance is the lowest point, and the arms are equally long", () => {
    const params = initialParams(balance.controls);
    const { values, centre, variance, arm } = balance.model(params);
    expect(arm).toBeCloseTo(
      values.reduce((sum, v) => sum + Math.max(0, centre - v), 0),
      9,
    );
    for (const c of [0, centre - 1, centre + 1, 700]) {
      expect(squaredDistance(values, c) - variance).toBeCloseTo((c - centre) ** 2, 6);
    }
    const there = { ...params, guess: [[centre, 0] as const] };
    expect(balance.describe(balance.model(there), there)).toContain("stands at the mean");
  });

  test("large numbers: distances follow σ/√n, those of ratios stay", () => {
    for (const { name, sigma } of sources) {
      const params = { source: name, again: 0 };
      const data = largeNumbers.model(params);
      const ratio = data.typical.at(-1)! / data.rule.at(-1)!;
      expect(ratio, name).toBeGreaterThan(0.6);
      expect(ratio, name).toBeLessThan(1.6);
      const words = largeNumbers.describe(data, params);
      expect(words).toContain(sigma === undefined ? "do not settle" : "They settle");
    }
  });

  test("helpers", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(places(100, 3)).toEqual([1, 10, 100]);
    const counting = { ...sources[0]!, draw: (random: RandomGenerator) => random.integer(5, 6) };
    expect(runningMeans(counting, new RandomGenerator(1), [1, 4])).toEqual([5, 5]);
  });
});
