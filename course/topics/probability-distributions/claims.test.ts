import { initialParams } from "@gradus/course-kit";
import { loadAmes } from "@gradus/data";
import { expon, gamma, lognorm, norm, poisson } from "@gradus/stats";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { counts, families, numberText } from "./families";
import countsFigure from "./figures/counts";
import explorer from "./figures/explorer";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

describe("what the lesson says is so", () => {
  test("two errors an hour", () => {
    says("None: $e^{-2} = 0.1353$");
    says("$0.1353 \\cdot 2 / 1 = 0.2707$. Two: $0.2707 \\cdot 2 / 2 = 0.2707$");
    says("three or more: $0.3233$");
    const errors = poisson({ mu: 2 });
    expect([0, 1, 2].map((k) => errors.pmf(k).toFixed(4))).toEqual(["0.1353", "0.2707", "0.2707"]);
    expect(errors.sf(2)).toBeCloseTo(0.3233, 4);
  });

  test("thirty requests and forty", () => {
    const requests = poisson({ mu: 30 });
    says("Almost 2,800 seconds a day");
    expect(Math.round((86_400 * requests.sf(40)) / 100)).toBe(28);
    expect(86_400 * requests.sf(40)).toBeLessThan(2800);
    says("30, comes in only 7 % of all seconds");
    expect(requests.pmf(30)).toBeCloseTo(0.07, 2);
    says("From 99 % to 99.9999 % it takes 16 requests more");
    expect(requests.ppf(0.999999) - requests.ppf(0.99)).toBe(16);
  });

  test("waits", () => {
    says("shorter than 23.1 ms although the mean is 33.3 ms");
    const wait = expon({ scale: 1000 / 30 });
    expect(wait.median()).toBeCloseTo(23.1, 1);
    expect(wait.mean()).toBeCloseTo(33.3, 1);
    expect(wait.sf(300) / wait.sf(200)).toBeCloseTo(wait.sf(100), 12);
    says("still 0.0316 where the bell says 0.0228");
    expect(gamma({ a: 30 }).sf(30 + 2 * Math.sqrt(30))).toBeCloseTo(0.0316, 4);
    expect(norm().sf(2)).toBeCloseTo(0.0228, 4);
  });

  test("prices", async () => {
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const values = homes.column("Sale_Price").toTensor().div(1000).toArray<number[]>();
    const [bell, skewed] = [norm(norm.fit(values)), lognorm(lognorm.fit(values))];
    says("0.08 % of all houses above \\$400,000; there are 1.37 %, seventeen times as many");
    const seen = values.filter((value) => value > 400).length / values.length;
    expect(100 * bell.sf(400)).toBeCloseTo(0.08, 2);
    expect(100 * seen).toBeCloseTo(1.37, 2);
    expect(Math.round(seen / bell.sf(400))).toBe(17);
    says("0.67 % of them sold for less than nothing");
    expect(100 * bell.cdf(0)).toBeCloseTo(0.67, 2);
    expect(Math.abs(skewed.sf(400) - seen)).toBeLessThan(Math.abs(bell.sf(400) - seen));
  });

  test("tails", () => {
    const { cdf, sf } = { cdf: (x: number) => norm().cdf(x), sf: (x: number) => norm().sf(x) };
    says("At 5 nine digits agree. At 8 the difference is wrong by 7 %, at 9 it is zero");
    expect(Math.abs((1 - cdf(5)) / sf(5) - 1)).toBeLessThan(1e-9);
    expect((1 - cdf(8)) / sf(8) - 1).toBeCloseTo(0.07, 2);
    expect(1 - cdf(9)).toBe(0);
  });
});

describe("the figures", () => {
  test("counts: every story has the average it is given", () => {
    for (const [name, make] of Object.entries(counts)) {
      expect(make(30, 100).mean(), name).toBeCloseTo(30, 9);
    }
    const params = initialParams(countsFigure.controls);
    const data = countsFigure.model(params);
    expect(data.over).toBeCloseTo(0.0323, 4);
    expect(countsFigure.describe(data, params)).toContain("3.23 % of all seconds");
  });

  test("explorer: area and height agree; what does not exist is not said", () => {
    for (const family of Object.keys(families)) {
      const params = { ...initialParams(explorer.controls), family, shape: 3 };
      const { below, above, rise } = explorer.model(params);
      expect(below + above, family).toBeCloseTo(1, 12);
      expect(rise.every(([, y], i) => i === 0 || y >= rise[i - 1]![1])).toBe(true);
    }
    const cauchy = { ...initialParams(explorer.controls), family: "Cauchy" };
    expect(explorer.describe(explorer.model(cauchy), cauchy)).toContain("mean none");
  });

  test("numbers for people", () => {
    const texts = [0, 1.23456, -2, 1.2e-7, Number.NaN, Number.POSITIVE_INFINITY].map(numberText);
    expect(texts).toEqual(["0", "1.23", "−2", "1.2 · 10^−7", "none", "infinite"]);
  });
});
