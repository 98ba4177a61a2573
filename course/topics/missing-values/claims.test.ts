import { initialParams } from "@gradus/course-kit";
import { IterativeImputer, KNNImputer, LinearRegression } from "@gradus/learn";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import whyMissing from "./figures/why-missing";
import { fillNearest, makeRows } from "./nearest";
import { estimate, everybody, fill, gapsOf, type Mechanism, type Method } from "./salaries";

const { linesOf, says } = await claimsOf(import.meta.url);

/** How far the estimates of a method are off when 40 % are missing. */
function off(mechanism: Mechanism, method: Method) {
  const [found, truth] = [estimate(fill(method, gapsOf(mechanism, 0.4))), estimate(everybody)];
  return { mean: found.mean - truth.mean, slope: found.slope - truth.slope, r: found.r };
}

describe("the lesson says what its cells compute", () => {
  test("the survey", async () => {
    says("240 people fill in the form, and 96 of them");
    says("49.4 k€. Before you read on");
    says("wrong by almost 8 k€");
    expect(await linesOf("survey")).toEqual([
      "144 answers, mean 49.4 k€",
      "everybody:  mean 57.1 k€",
      "by chance      mean of the answers 56.3",
      "by the years   mean of the answers 50.8",
      "by the salary  mean of the answers 49.4",
      "by chance      years: answered 9.2  silent 10.4",
      "by the years   years: answered 6.4  silent 14.6",
      "by the salary  years: answered 7.0  silent 13.6",
    ]);
    // The figure has the same people.
    expect(estimate(everybody).mean).toBeCloseTo(57.1, 1);
  });

  test("five numbers by pencil", async () => {
    says("\\approx 0.447");
    expect(await linesOf("by-hand")).toEqual([
      "3 salaries: variance 100, slope 10, correlation 1.000",
      "5 salaries: variance 50, slope 2, correlation 0.447",
      "the library fills: [30, 40, 50, 40, 40]",
    ]);
    says("0.95^{10} \\approx 60\\,\\%");
    expect(0.95 ** 10).toBeCloseTo(0.6, 2);
  });

  test("nearest rows and rounds", async () => {
    const logged = await linesOf("fill");
    says("$\\tfrac32\\,(1 + 0) = 1.5$");
    expect(logged[0]).toBe("squared distances of the last person: 15.0 1.5 12.0 60.0");
    expect(logged[1]).toBe("salary: 52  level: 3");
    says("to the last digit shown");
    expect(logged.at(-2)).toBe("round 20: years 5.0716, salary 54.7073");
    expect(logged.at(-1)).toBe("years 5.0716, salary 54.7073");
  });

  test("houses without a street", async () => {
    const logged = await linesOf("ames");
    says("2,930 houses");
    expect(logged[0]).toBe("490 of 2930 houses have 0 feet of street in front of them");
    says("misses by 19 feet where the mean misses by 26");
    const misses = logged
      .filter((line) => line.includes("typical miss"))
      .map((line) => Math.round(Number(/[\d.]+(?= feet)/.exec(line)![0])));
    expect(misses).toEqual([26, 19, 19]);
  });

  test("what breaks", async () => {
    const logged = await linesOf("break-it");
    says("the means differ by 19.2 k€");
    expect(logged[0]).toContain("mean 38 k€");
    expect(logged[1]).toContain("mean 57.2 k€");
    const scores = logged
      .filter((line) => line.includes("R²"))
      .map((line) => Number(line.split(" ").at(-1)));
    expect(scores[0]).toBeGreaterThan(0.9);
    expect(scores[1]).toBeLessThan(0);
    expect(logged.at(-1)).toMatch(/years = 19$/);
  });
});

describe("the figure", () => {
  test("shows what the lesson asks to find", () => {
    for (const method of ["drop the rows", "mean", "5 nearest", "regression"] as const) {
      expect(Math.abs(off("chance", method).mean)).toBeLessThan(1);
      expect(off("salary", method).mean).toBeLessThan(-3.9);
    }
    expect(off("chance", "mean").slope).toBeLessThan(-0.5);
    says("dropping rows spoils the mean by 6.4 k€, and regression gets it right to half a k€");
    expect(off("years", "drop the rows").mean).toBeCloseTo(-6.4, 1);
    expect(Math.abs(off("years", "regression").mean)).toBeLessThan(0.55);
    expect(Math.abs(off("years", "drop the rows").slope)).toBeLessThan(0.2);
    says("regression is off by 4 k€");
    expect(off("salary", "regression").mean).toBeCloseTo(-4, 1);
    says("0.87 in place of 0.76");
    expect(off("years", "regression").r).toBeCloseTo(0.87, 2);
    expect(estimate(everybody).r).toBeCloseTo(0.76, 2);
    expect(Math.abs(off("years", "regression + noise").r - 0.76)).toBeLessThan(0.05);
  });

  test("fills as the library does", () => {
    const isGap = gapsOf("years", 0.4);
    const rows = everybody.map(([years, salary], i) => [years, isGap[i] ? Number.NaN : salary]);
    const imputers = {
      "5 nearest": new KNNImputer(),
      regression: new IterativeImputer({ estimator: new LinearRegression() }),
    };
    for (const [method, imputer] of Object.entries(imputers)) {
      const [ours, theirs] = [fill(method as Method, isGap), imputer.fitTransform(rows).toArray()];
      (theirs as number[][]).forEach(([, salary], i) => {
        expect(salary).toBeCloseTo(ours[i]![1], 9);
      });
    }
  });

  test("says what is shown", () => {
    const params = { ...initialParams(whyMissing.controls), why: "salary (MNAR)" };
    const text = whyMissing.describe(whyMissing.model(params), params);
    expect(text).toContain(
      "96 of 240 salaries are missing, decided by salary (MNAR). drop the rows:",
    );
    expect(text).toContain("regression: the mean is off by −4.0 k€");
  });
});

test("the exercise on nearest rows asks for what KNNImputer gives", () => {
  for (const seed of [1, 2, 3]) {
    const rows = makeRows(seed);
    const filled = new KNNImputer({ nNeighbors: 3 })
      .fitTransform(rows.map((row) => row.map((value) => value ?? Number.NaN)))
      .toArray() as number[][];
    fillNearest(rows, 3).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(filled[i]![j]).toBeCloseTo(value, 9);
      });
    });
  }
});
