import { describe, expect, test } from "vitest";
import { readOptions } from "./options";

describe("readOptions", () => {
  test("takes everything seven times when nothing is said", () => {
    expect(readOptions([])).toEqual({ filter: "", rounds: 7, patience: 6000, dry: false });
  });

  test("reads a filter of several words, and options before and after it", () => {
    expect(readOptions(["--rounds", "1", "matmul", "A·B", "--dry"])).toMatchObject({
      filter: "matmul A·B",
      rounds: 1,
      dry: true,
    });
    expect(readOptions(["--patience", "60"]).patience).toBe(60_000);
  });

  test.each([["--rounds", "0"], ["--rounds", "many"], ["--patience", "1.5"], ["--fast"]])(
    "refuses %s %s and says how to call it",
    (...args) => {
      expect(() => readOptions(args)).toThrow(/npm run bench/);
    },
  );
});
