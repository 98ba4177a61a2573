import { describe, expect, test } from "vitest";
import { median, medianRatio, medianTime, scoresAgree } from "./statistics";
import type { Run } from "./workload";

const run = (milliseconds: number): Run => ({ milliseconds, score: 1, share: 1 });

describe("median", () => {
  test("of an odd number of values is the one in the middle", () => {
    expect(median([9, 1, 4])).toBe(4);
  });

  test("of an even number of values lies between the two in the middle", () => {
    expect(median([8, 1, 2, 4])).toBe(3);
  });

  test("of runs is that of their times", () => {
    expect(medianTime([run(3), run(1), run(2)])).toBe(2);
  });
});

describe("medianRatio", () => {
  test("is taken round by round, so that a slow stretch of the machine does not count", () => {
    expect(medianRatio([run(1), run(10), run(1)], [run(2), run(20), run(2)])).toBe(0.5);
  });

  test("is over the rounds that both ran", () => {
    expect(medianRatio([run(1), run(100), run(100)], [run(4)])).toBe(0.25);
  });
});

describe("scoresAgree", () => {
  test("up to a thousandth of the larger score, whatever its size and sign", () => {
    expect(scoresAgree(1000, 1000.9)).toBe(true);
    expect(scoresAgree(-1e-5, -1.002e-5)).toBe(false);
  });

  test("with one that did not come to the end", () => {
    expect(scoresAgree(null, 1)).toBe(true);
  });

  test("never with NaN", () => {
    expect(scoresAgree(Number.NaN, Number.NaN)).toBe(false);
  });
});
