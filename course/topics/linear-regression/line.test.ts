import { initialParams } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import learningRate from "./figures/learning-rate";
import leastSquares from "./figures/least-squares";
import { bestLine, eightHouses, gradient, meanSquaredError, step } from "./line";

describe("the line of the figures", () => {
  test("its gradient is that of finite differences", () => {
    const line = { slope: 0.3, intercept: 1.1 };
    const h = 1e-6;
    const loss = (slope: number, intercept: number) =>
      meanSquaredError(eightHouses, { slope, intercept });
    const { slope, intercept } = gradient(eightHouses, line);
    expect(slope).toBeCloseTo((loss(0.3 + h, 1.1) - loss(0.3 - h, 1.1)) / (2 * h), 6);
    expect(intercept).toBeCloseTo((loss(0.3, 1.1 + h) - loss(0.3, 1.1 - h)) / (2 * h), 6);
  });

  test("no step leaves the best line", () => {
    const best = bestLine(eightHouses);
    const next = step(eightHouses, best, 0.1);
    expect(next.slope).toBeCloseTo(best.slope, 12);
    expect(next.intercept).toBeCloseTo(best.intercept, 12);
  });

  test("points above one another have a level best line", () => {
    const line = bestLine([
      [1, 2],
      [1, 4],
    ]);
    expect(line).toEqual({ slope: 0, intercept: 3 });
  });
});

describe("the figure least-squares", () => {
  test("one button walks downhill, the other goes to the minimum", () => {
    const start = initialParams(leastSquares.controls);
    const lossAfter = (button: string) =>
      leastSquares.model({ ...start, ...leastSquares.press!(button, start) }).loss;
    const { loss, bestLoss } = leastSquares.model(start);
    expect(lossAfter("walk")).toBeLessThan(loss);
    expect(lossAfter("finish")).toBe(bestLoss);
  });
});

describe("the figure learning-rate", () => {
  const lossAtEnd = (rate: number, standardized: boolean) => {
    const data = learningRate.model({ learningRate: rate, nSteps: 60, standardized });
    return { end: data.losses.at(-1)!, start: data.losses[0]!, largest: data.largest };
  };

  test.each([true, false])("states the largest rate that settles (standardized %s)", (scaled) => {
    const { largest } = lossAtEnd(0.1, scaled);
    expect(lossAtEnd(0.99 * largest, scaled).end).toBeLessThan(lossAtEnd(0.1, scaled).start);
    expect(lossAtEnd(1.05 * largest, scaled).end).toBeGreaterThan(
      lossAtEnd(0.99 * largest, scaled).end,
    );
  });

  test("standardized areas have the surface w² + b², which settles below 1", () => {
    expect(lossAtEnd(0.1, true).largest).toBeCloseTo(1, 12);
  });
});
