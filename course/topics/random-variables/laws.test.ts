import { initialParams } from "@gradus/course-kit";
import { ks1samp } from "@gradus/stats";
import { describe, expect, test } from "vitest";
import inverse from "./figures/inverse";
import sampler from "./figures/sampler";
import { draw, largestGap, lawNames, laws } from "./laws";

describe("the figures", () => {
  test.each(lawNames)("%s: the largest gap is the library's statistic, and shrinks", (law) => {
    const { distribution } = laws[law];
    const sample = draw(law, 500, 1);
    const worst = largestGap(sample, (x) => distribution.cdf(x));
    expect(worst.gap).toBeCloseTo(ks1samp(sample, (x) => distribution.cdf(x)).statistic, 12);
    expect(Math.abs(worst.share - distribution.cdf(worst.x))).toBeCloseTo(worst.gap, 12);
    const { gaps } = sampler.model({ law, size: 30, again: 1 });
    expect(gaps.at(-1)![1]).toBeLessThan(0.03);
    expect(gaps[0]![1]).toBeGreaterThan(gaps.at(-1)![1]);
  });

  test("drawing more keeps what was drawn; drawing again does not", () => {
    expect([...draw("normal", 50, 1)].slice(0, 20)).toEqual([...draw("normal", 20, 1)]);
    expect(draw("normal", 20, 2)).not.toEqual(draw("normal", 20, 1));
  });

  test("the staircase goes from 0 to 1 and never falls", () => {
    for (const size of [10, 600, 601, 5000]) {
      const { stairs } = sampler.model({ ...initialParams(sampler.controls), size });
      expect([stairs[0]![1], stairs.at(-1)![1]]).toEqual([0, 1]);
      expect(stairs.length).toBeLessThan(2500);
      stairs.slice(1).forEach(([x, y], k) => {
        expect(x).toBeGreaterThanOrEqual(stairs[k]![0]);
        expect(y).toBeGreaterThanOrEqual(stairs[k]![1]);
      });
    }
  });

  test("going across and down ends where F is u", () => {
    for (const law of lawNames) {
      const { x } = inverse.model({ law, u: 0.8 });
      expect(laws[law].distribution.cdf(x)).toBeCloseTo(0.8, 9);
    }
  });
});
