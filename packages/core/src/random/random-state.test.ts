import { expect, test } from "vitest";
import fixture from "../../fixtures/random-state.json";
import { ParameterError } from "../errors";
import { RandomState } from "./random-state";

test.each(fixture.cases)(
  "gives NumPy's numbers for seed $seed",
  ({ seed, uniform, permutation, normals, integers }) => {
    const state = new RandomState(seed);
    const drawn = Array.from({ length: 1000 }, () => state.uniform());
    expect(drawn.slice(-5)).toEqual(uniform);
    expect([...new RandomState(seed).permutation(20)]).toEqual(permutation);
    const normal = new RandomState(seed);
    const numbers = Array.from({ length: 2001 }, () => normal.normal());
    // Logarithms may differ in their last bit.
    normals.forEach((value, i) => {
      expect(numbers.at(i - 5)).toBeCloseTo(value, 14);
    });
    const other = new RandomState(seed);
    expect(Array.from({ length: 20 }, () => other.integer(3, 45))).toEqual(integers);
  },
);

test.each([-1, 2 ** 32, 0.5, Number.NaN])("refuses the seed %s", (seed) => {
  expect(() => new RandomState(seed)).toThrow(ParameterError);
});

test("chooses among one integer, and refuses ranges that cannot be", () => {
  expect(new RandomState(0).integer(7, 8)).toBe(7);
  for (const [low, high] of [
    [1, 1],
    [2, 1],
    [0, 2 ** 32 + 1],
    [0.5, 2],
  ] as const) {
    expect(() => new RandomState(0).integer(low, high)).toThrow(ParameterError);
  }
});
