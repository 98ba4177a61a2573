import { describe, expect, test } from "vitest";
import { shuffledPlaces } from "./shuffle";

describe("shuffledPlaces", () => {
  test("holds every place once", () => {
    expect([...shuffledPlaces(6, "steps")].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("is the same every time, and differs between questions", () => {
    expect(shuffledPlaces(8, "a")).toEqual(shuffledPlaces(8, "a"));
    expect(shuffledPlaces(8, "a")).not.toEqual(shuffledPlaces(8, "b"));
  });

  test("never gives the answer away", () => {
    for (let seed = 0; seed < 200; seed++) {
      expect(shuffledPlaces(2, String(seed))).toEqual([1, 0]);
      expect(shuffledPlaces(3, String(seed))).not.toEqual([0, 1, 2]);
    }
  });
});
