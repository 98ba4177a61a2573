import { expect, test } from "vitest";
import fixture from "../../fixtures/random-state.json";
import { ParameterError } from "../errors";
import { RandomState } from "./random-state";

test.each(fixture.cases)(
  "gives NumPy's numbers for seed $seed",
  ({ seed, uniform, permutation }) => {
    const state = new RandomState(seed);
    const drawn = Array.from({ length: 1000 }, () => state.uniform());
    expect(drawn.slice(-5)).toEqual(uniform);
    expect([...new RandomState(seed).permutation(20)]).toEqual(permutation);
  },
);

test.each([-1, 2 ** 32, 0.5, Number.NaN])("refuses the seed %s", (seed) => {
  expect(() => new RandomState(seed)).toThrow(ParameterError);
});
