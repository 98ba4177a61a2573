import { readFile } from "node:fs/promises";
import { initialParams } from "@gradus/course-kit";
import { loadAmes } from "@gradus/data";
import { fisherExact, fOneway, ttestInd, ttestIndPower, ttestRel } from "@gradus/stats";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import pValues from "./figures/p-values";
import peeking from "./figures/peeking";
import { alarmed, binned, peeks } from "./simulate";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const quiz = await readFile(new URL("quiz.ts", import.meta.url), "utf8");
const { says } = await claimsOf(import.meta.url);
const rows = (buyers: readonly number[]) => buyers.map((bought) => [bought, 1000 - bought]);

describe("what the lesson says is so", () => {
  test("the shop", () => {
    says("Luck alone does it in about 4 % of all shuffles");
    expect(fisherExact(rows([100, 130])).pvalue).toBeCloseTo(0.042, 3);
    says("next to nothing or almost six points more");
    const error = Math.sqrt((0.1 * 0.9 + 0.13 * 0.87) / 1000);
    expect(0.03 - 1.96 * error).toBeCloseTo(0.002, 3);
    expect(0.03 + 1.96 * error).toBeCloseTo(0.058, 3);
  });

  test("tea", () => {
    says("= 70\n");
    const tea = [
      [4, 0],
      [0, 4],
    ];
    says("$1/70 \\approx 0.014$");
    expect(fisherExact(tea, { alternative: "greater" }).pvalue).toBeCloseTo(1 / 70, 12);
    says("17 in 70, about 0.24");
    const three = [
      [3, 1],
      [1, 3],
    ];
    expect(fisherExact(three, { alternative: "greater" }).pvalue).toBeCloseTo(17 / 70, 12);
  });

  test("five pages", () => {
    const [before, after] = [
      [52, 47, 61, 55, 49],
      [49, 46, 57, 53, 49],
    ];
    says("= \\frac{2}{0.707} = 2.83");
    expect(ttestRel(before, after).statistic).toBeCloseTo(2.83, 2);
    says("the p-value would be 0.54");
    expect(ttestInd(before, after).pvalue).toBeCloseTo(0.54, 2);
  });

  test("power", () => {
    says("With 25 people in each group most experiments miss");
    expect(ttestIndPower({ effectSize: 0.5, nobs1: 25 })).toBeLessThan(0.5);
    expect(quiz).toContain("the power for half a standard deviation is 19 %");
    expect(ttestIndPower({ effectSize: 0.5, nobs1: 10 })).toBeCloseTo(0.19, 2);
  });

  test("seasons", async () => {
    says("p-values from 0.03 to 0.07");
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const [winter, spring, summer, autumn] = [
      [12, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [9, 10, 11],
    ].map((months) =>
      homes
        .filter((house) => months.includes(house.Mo_Sold))
        .column("Sale_Price")
        .toTensor(),
    );
    const welch = ttestInd(summer!, spring!, { equalVar: false });
    expect(welch.pvalue).toBeCloseTo(0.03, 2);
    expect(fOneway([winter!, spring!, summer!, autumn!]).pvalue).toBeCloseTo(0.07, 2);
  });

  test("peeking", () => {
    says("With twenty looks it is about a quarter of all experiments");
    const shares = alarmed(peeks(4000, 20, 1), 0.05);
    expect(shares[0]!).toBeCloseTo(0.05, 1);
    expect(shares[19]!).toBeGreaterThan(0.22);
    expect(shares[19]!).toBeLessThan(0.28);
  });
});

describe("the figures", () => {
  test("p-values: false alarms at the rate α, found more often with an effect", () => {
    const params = initialParams(pValues.controls);
    const none = pValues.model(params);
    expect(Math.abs(none.found - 0.05)).toBeLessThan(0.03);
    expect(none.counts.reduce((a, b) => a + b)).toBe(400);
    expect(pValues.describe(none, params)).toContain("false alarms");
    const strong = { ...params, effect: 0.5, n: 64 };
    expect(Math.abs(pValues.model(strong).found - 0.8)).toBeLessThan(0.06);
    expect(pValues.describe(pValues.model(strong), strong)).toContain("have missed it");
  });

  test("peeking: more looks, more alarms", () => {
    const params = { ...initialParams(peeking.controls), looks: 50 };
    const { shares, share } = peeking.model(params);
    expect(shares.every((each, i) => i === 0 || each >= shares[i - 1]!)).toBe(true);
    expect(share).toBeGreaterThan(0.25);
  });

  test("p-values of 1 lie in the last bin", () => {
    expect(binned([0, 0.49, 0.5, 1], 2)).toEqual([2, 2]);
  });
});
