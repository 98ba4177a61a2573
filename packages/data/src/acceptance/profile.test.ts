import { expect, test } from "vitest";
import fixture from "../../fixtures/profile.json" with { type: "json" };
import { profile } from "../index";
import { profileTable } from "../testing/profile-table";

test("roadmap DAT-009: a profile of 10,000 × 20 takes at most 2 s, and its types, missing values, outliers and correlations are pandas'", () => {
  const table = profileTable();
  expect(table.shape).toEqual([10_000, 20]);
  const profiled = () => {
    const start = performance.now();
    const found = profile(table, { target: "big" });
    return { found, page: found.toHTML(), milliseconds: performance.now() - start };
  };
  // The faster of two: other tests run beside this one.
  const { found, page, milliseconds } = profiled();
  expect(Math.min(milliseconds, profiled().milliseconds)).toBeLessThan(2_000);
  for (const name of fixture.columns.map((column) => column.name))
    expect(page).toContain(`<b>${name}</b>`);

  expect(found.columns.map(({ type }) => type)).toEqual([
    ...new Array(15).fill("number"),
    ...new Array(3).fill("string"),
    "boolean",
    "string",
  ]);
  fixture.columns.forEach((expected, i) => {
    const { name, missing, distinct, numbers, values } = found.columns[i]!;
    expect({ name, missing, distinct }).toEqual({
      name: expected.name,
      missing: expected.missing,
      distinct: expected.distinct,
    });
    if (expected.numbers) {
      for (const key of [
        "mean",
        "std",
        "min",
        "q25",
        "median",
        "q75",
        "max",
        "skewness",
        "kurtosis",
      ] as const) {
        expectClose(numbers![key], expected.numbers[key], `${name} ${key}`);
      }
      expect(numbers!.outliers.count).toBe(expected.numbers.outliers);
      expect(numbers!.outliers.far).toBe(expected.numbers.far);
      expect(numbers!.zeros).toBe(expected.numbers.zeros);
      if (expected.numbers.counts)
        expect(numbers!.histogram.counts).toEqual(expected.numbers.counts);
    } else {
      expect(values!.top[0]!.count).toBe(expected.values!.top);
      expect(values!.top[0]!.value).toBe(expected.values!.value.toLowerCase());
      if (name !== "big") expectClose(values!.length.mean, expected.values!.length, name);
    }
  });

  const sorted = (patterns: readonly { columns: readonly string[]; rows: number }[]) =>
    patterns.map(({ columns, rows }) => `${columns.join(" ")}: ${rows}`).sort();
  expect(found.missing.nPatterns).toBe(fixture.patterns.length);
  expect(sorted(found.missing.patterns)).toEqual(sorted(fixture.patterns));
  expect(found.missing.completeRows).toBe(fixture.complete);
  expect(found.duplicates.rows).toBe(fixture.duplicated);

  for (const measure of ["pearson", "spearman", "cramersV", "correlationRatio"] as const) {
    fixture[measure].forEach((row, i) => {
      row.forEach((value, j) => {
        expectClose(found.relations[measure].values[i]![j]!, value, `${measure} ${i} ${j}`);
      });
    });
  }
});

function expectClose(actual: number, expected: number, what: string): void {
  const off = Math.abs(actual - expected);
  expect(off, `${what}: ${actual} is not ${expected}`).toBeLessThanOrEqual(
    1e-10 + 1e-10 * Math.abs(expected),
  );
}
