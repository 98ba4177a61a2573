import { expect, test } from "vitest";
import { mayShowSolution } from "./solutionRule";

test.each([
  [{ passed: true, attempts: 1, hintsLeft: 3 }, true],
  [{ passed: false, attempts: 3, hintsLeft: 0 }, true],
  [{ passed: false, attempts: 2, hintsLeft: 0 }, false],
  [{ passed: false, attempts: 9, hintsLeft: 1 }, false],
])("%o shows the solution: %s", (state, shown) => {
  expect(mayShowSolution(state)).toBe(shown);
});
