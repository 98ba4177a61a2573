import { describe, expect, test } from "vitest";
import { describeProgress } from "./describeProgress";

describe("the words of progress", () => {
  test("say percent and steps where the total is known", () => {
    expect(describeProgress({ done: 1_500, total: 4_000, label: "Fitting" })).toEqual({
      label: "Fitting",
      percent: "37 %",
      steps: "1,500 of 4,000",
      metrics: [],
    });
  });

  test("count the steps where it is not", () => {
    expect(describeProgress({ done: 1_500 })).toEqual({
      label: "Progress",
      steps: "step 1,500",
      metrics: [],
    });
  });

  test("say 100 % only when all is done, and at once when there is nothing to do", () => {
    expect(describeProgress({ done: 9_999, total: 10_000 }).percent).toBe("99 %");
    expect(describeProgress({ done: 10_000, total: 10_000 }).percent).toBe("100 %");
    expect(describeProgress({ done: 0, total: 0 }).percent).toBe("100 %");
  });

  test.each([
    [0.123456, "0.1235"],
    [12.3, "12.30"],
    [3, "3"],
    [-0.5, "−0.5000"],
    [1.5e-8, "1.500e−8"],
    [54_321.9, "54,322"],
    [1.5e12, "1.500e+12"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "−∞"],
  ])("write the metric %d as %s", (loss, value) => {
    expect(describeProgress({ done: 1, metrics: { loss } }).metrics).toEqual([
      { name: "loss", value },
    ]);
  });
});
