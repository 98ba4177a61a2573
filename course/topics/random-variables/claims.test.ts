import { RandomGenerator } from "@gradus/core";
import { loadWeather } from "@gradus/data";
import { expon, ks1samp } from "@gradus/stats";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const days = (await loadWeather()).rows();

describe("what the lesson says is so", () => {
  test("two dice, and a waiting time by pencil", () => {
    says("\\frac{6}{36} \\approx 0.167");
    expect(6 / 36).toBeCloseTo(0.167, 3);
    says("$-\\ln(0.2) / 2 = 1.609 / 2 = 0.805$ seconds");
    expect(-Math.log(0.2)).toBeCloseTo(1.609, 3);
    expect(expon({ scale: 0.5 }).ppf(0.8)).toBeCloseTo(0.805, 3);
    says("The density at 0 is 2");
    expect(expon({ scale: 0.5 }).pdf(0)).toBe(2);
  });

  test("wind and rain", () => {
    const share = (holds: (day: (typeof days)[number]) => boolean) =>
      days.filter(holds).length / days.length;
    says("below that on 54 of 100 days");
    expect(share(({ wind }) => wind! <= 3)).toBeCloseTo(0.54, 2);
    says("on 95 of 100 days, it is at most 6 m/s");
    expect(share(({ wind }) => wind! <= 6)).toBeGreaterThanOrEqual(0.95);
    expect(share(({ wind }) => wind! < 6)).toBeLessThan(0.95);
    says("On 57 of 100 days it rains exactly 0 mm");
    expect(share(({ precipitation }) => precipitation === 0)).toBeCloseTo(0.57, 2);
  });

  test("twelve visitors in six seconds", () => {
    says("Twelve visitors in six seconds");
    const random = new RandomGenerator(42);
    let now = 0;
    for (let k = 0; k < 12; k++) now += -Math.log(1 - random.uniform()) / 2;
    expect(Math.round(now)).toBe(6);
  });

  test("a scale taken for a rate", () => {
    const wrong = expon({ scale: 2 }).rvs(1000, { random: new RandomGenerator(1) });
    says("A gap of nearly one half gives it away");
    const { statistic } = ks1samp(wrong, (t) => expon({ scale: 0.5 }).cdf(t));
    expect(statistic).toBeCloseTo(0.5, 1);
    says("a quarter of the load");
    expect(expon({ scale: 0.5 }).mean() / expon({ scale: 2 }).mean()).toBe(0.25);
  });

  test("a gap above 1.36/√n comes in one sample of 20", () => {
    says("above about $1.36/\\sqrt{n}$ in one sample of 20");
    let above = 0;
    for (let seed = 0; seed < 400; seed++) {
      const random = new RandomGenerator(seed);
      const sample = Float64Array.from({ length: 200 }, () => random.uniform());
      if (ks1samp(sample, (u) => u).statistic > 1.36 / Math.sqrt(200)) above++;
    }
    expect(above / 400).toBeGreaterThan(0.02);
    expect(above / 400).toBeLessThan(0.08);
  });
});
