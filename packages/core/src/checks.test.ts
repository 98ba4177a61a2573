import { describe, expect, test } from "vitest";
import {
  checkBetween,
  checkBoolean,
  checkFinite,
  checkInteger,
  checkNonNegative,
  checkOneOf,
  checkPositive,
} from "./checks";
import { GradusError, ParameterError } from "./errors";

describe("checks", () => {
  test("give back the value they were given", () => {
    expect(checkFinite("f", "x", -2.5)).toBe(-2.5);
    expect(checkPositive("f", "x", 1e-300)).toBe(1e-300);
    expect(checkNonNegative("f", "x", 0)).toBe(0);
    expect(checkBetween("f", "x", 1, [0, 1])).toBe(1);
    expect(checkInteger("f", "n", 3, 1)).toBe(3);
    expect(checkBoolean("f", "b", false)).toBe(false);
    expect(checkOneOf("f", "kind", "a", ["a", "b"])).toBe("a");
  });

  test.each([
    [() => checkFinite("Ridge", "tol", Number.NaN), "Ridge: tol must be a finite number, got NaN"],
    [() => checkPositive("Ridge", "alpha", -1), "Ridge: alpha must be a finite number > 0, got -1"],
    [() => checkPositive("Ridge", "alpha", 0), "Ridge: alpha must be a finite number > 0, got 0"],
    [() => checkNonNegative("f", "x", -0.5), "f: x must be a finite number >= 0, got -0.5"],
    [
      () => checkBetween("f", "p", Number.NaN, [0, 1]),
      "f: p must be a number from 0 to 1, got NaN",
    ],
    [() => checkInteger("f", "n", 1.5), "f: n must be an integer >= 0, got 1.5"],
    [() => checkInteger("f", "n", 0, 1), "f: n must be an integer >= 1, got 0"],
    [() => checkBoolean("f", "b", "no" as never), 'f: b must be true or false, got "no"'],
    [
      () => checkOneOf("f", "k", "c" as string, ["a", "b"]),
      'f: k must be one of "a", "b", got "c"',
    ],
    [() => checkPositive("f", "x", "2" as never), 'f: x must be a finite number > 0, got "2"'],
  ])("say where, what was expected and what came (%#)", (check, message) => {
    expect(check).toThrow(ParameterError);
    expect(check).toThrow(GradusError);
    expect(check).toThrow(message);
  });
});
