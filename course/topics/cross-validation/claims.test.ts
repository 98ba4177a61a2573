import { initialParams } from "@gradus/course-kit";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import folds from "./figures/folds";
import optimism from "./figures/optimism";
import { groups, kinds, labels, ROWS } from "./splits";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { linesOf, says } = await claimsOf(import.meta.url);
const numbersIn = (line: string) => line.match(/-?\d+(\.\d+)?/g)!.map(Number);

test("the figure of the folds: every splitter, what it tests, and what it gets right", () => {
  expect([ROWS, new Set(groups).size]).toEqual([24, 8]);
  says("eight patients come again and again");
  expect(labels.indexOf("ill")).toBe(14);
  const at = (kind: string, count = 4) => folds.model({ kind, count });
  for (const kind of kinds) {
    const data = at(kind);
    const tested = data.folds.flatMap(({ test }) => test).sort((a, b) => a - b);
    // All rows once; in the order of time the first part is only learned from.
    expect(tested).toEqual(
      Array.from({ length: ROWS }, (_, row) => row).filter(
        (row) => kind !== "TimeSeriesSplit" || row >= 8,
      ),
    );
    const { panels } = folds.view(data, { kind, count: 4 });
    const drawn = panels[0]!.marks.filter((mark) => mark.kind === "rects");
    expect(drawn).toHaveLength(2 + 2 * 4);
    expect(folds.describe(data, { kind, count: 4 })).toContain("Fold 4 tests rows ");
  }
  expect(at("KFold").shares).toBe("0 to 100 %");
  expect(at("StratifiedKFold").shares).toBe("33 to 50 %");
  expect(at("GroupKFold").straddling).toBe(0);
  expect(at("KFold").straddling).toBeGreaterThan(0);
  expect(at("TimeSeriesSplit").peeking).toBe(0);
  expect(at("KFold").peeking).toBe(3);
  const start = initialParams(folds.controls);
  expect(folds.describe(folds.model(start), start)).toContain("Overall 42 % of the rows are ill");
  expect(Math.round((100 * labels.filter((each) => each === "ill").length) / ROWS)).toBe(42);
});

test("the optimism", () => {
  const at = (candidates: number, rows: number) => optimism.model({ candidates, rows });
  says("On 40 rows the best of 64 coin flippers seems to be right seven times out of ten");
  expect(at(64, 40).said).toBeGreaterThan(0.68);
  expect(at(64, 40).said).toBeLessThan(0.72);
  for (const rows of [40, 120, 200])
    for (const m of [1, 8, 64]) expect(Math.abs(at(m, rows).honest - 0.5)).toBeLessThan(0.04);
  says("More rows help, slowly");
  const left = [40, 120, 200].map((rows) => at(64, rows).said - 0.5);
  expect(left[0]!).toBeGreaterThan(left[1]!);
  expect(left[1]!).toBeGreaterThan(left[2]!);
  expect(left[2]!).toBeGreaterThan(0.07);
});

test("the countries", async () => {
  const lines = await linesOf("countries");
  says("misses by 2.0 years or by 5.0");
  expect(numbersIn(lines[1]!).map((miss) => miss.toFixed(1))).toEqual(["2.0", "5.0"]);
  says("two parts have one row more");
  expect(numbersIn(lines[2]!)).toEqual([69, 69, ...new Array<number>(8).fill(68)]);
  const [scratch, library] = [lines[4]!, lines[5]!].map((line) => numbersIn(line).at(-1));
  expect(scratch).toBe(library);
  says("Use the spread to see that 2.86 and 2.90 are the same");
  expect(library).toBeCloseTo(2.86, 2);
  const [between, next, never] = lines.slice(6).map((line) => numbersIn(line).at(-1)!);
  says("For a country that it never saw it misses by twice as much");
  expect(never! / between!).toBeGreaterThan(1.9);
  expect(next!).toBeGreaterThan(between!);
  says("682 rows do not divide by ten");
});

test("the pencil", async () => {
  says("The cross-validated error is $(13 + 4 + 13)/3 = 10$");
  says("only 6.67");
  expect(await linesOf("by-hand")).toEqual([
    "error of each fold: 13, 4, 13",
    "cross-validated error: 10",
    "error on its own rows: 6.67",
  ]);
});

test("nested", async () => {
  const [best, nested, truth] = (await linesOf("nested")).map((line) => numbersIn(line).at(-1)!);
  says("The search promises about ten points more than its winners hold");
  expect(Math.abs(best! - truth! - 10)).toBeLessThan(2);
  says("Nested cross-validation comes close to the truth");
  expect(Math.abs(truth! - nested!)).toBeLessThan(2.5);
  says("$4 \\cdot 4 \\cdot 12 = 192$ fits");
});

test("what breaks", async () => {
  const lines = await linesOf("break-it");
  says("0 % is a gift");
  expect(lines[0]).toMatch(/KFold +0 % {2}0 % {2}0 %/);
  expect(numbersIn(lines[1]!)).toEqual([98, 98, 98]);
  says("Nothing can be learned here, and yet 83 %");
  expect(numbersIn(lines[2]!).at(-1)).toBe(83);
  expect(Math.abs(numbersIn(lines[3]!).at(-1)! - 50)).toBeLessThan(5);
});
