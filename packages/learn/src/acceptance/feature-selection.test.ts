import { expect, test } from "vitest";
import { chi2 } from "../index";
import { readFixture } from "../testing/fixtures";
import { checkSelection, type SelectionCase, selectionData } from "../testing/selection-cases";

interface ScoreCase {
  readonly function: string;
  readonly table: string;
  readonly scores: (number | null)[];
  readonly pvalues: (number | null)[];
}

const selections = readFixture<SelectionCase>("feature-selection");

async function checkAll(cases: readonly SelectionCase[]): Promise<void> {
  for (const c of cases) await checkSelection(c);
}

test("roadmap FEA-003: SelectKBest with F tests, mutual information and chi2 keeps scikit-learn's columns on six tables", async () => {
  const cases = selections.filter(({ estimator }) => estimator === "SelectKBest");
  const functions = new Set(cases.map(({ scoreFunc }) => scoreFunc));
  expect([...functions].sort()).toEqual([
    "chi2",
    "fClassif",
    "fRegression",
    "mutualInfoClassif",
    "mutualInfoRegression",
  ]);
  expect(new Set(cases.map(({ table }) => table)).size).toBe(6);
  expect(cases).toHaveLength(48);
  await checkAll(cases);
});

test("roadmap FEA-004: SequentialFeatureSelector keeps scikit-learn's columns, forward and backward, on four tables", async () => {
  const cases = selections.filter(({ estimator }) => estimator === "SequentialFeatureSelector");
  for (const direction of ["forward", "backward"]) {
    const own = cases.filter(({ options }) => (options.direction ?? "forward") === direction);
    expect(new Set(own.map(({ table }) => table)).size).toBe(4);
  }
  expect(cases).toHaveLength(12);
  await checkAll(cases);
});

test("roadmap FEA-006: chi2's statistics and p-values equal scikit-learn's to 1e-10 on five tables", async () => {
  const cases = readFixture<ScoreCase>("feature-scores").filter((c) => c.function === "chi2");
  expect(cases).toHaveLength(5);
  const close = (actual: number, expected: number | null) => {
    if (expected === null) expect(actual).toBeNaN();
    else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.max(1, expected));
  };
  for (const { table, scores, pvalues } of cases) {
    const { X, y } = await selectionData(table);
    const found = chi2(X, y);
    scores.forEach((score, j) => {
      close(found.scores[j]!, score);
      close(found.pvalues[j]!, pvalues[j]!);
      // Small p-values to ten digits too.
      if (pvalues[j]) expect(found.pvalues[j]! / pvalues[j]!).toBeCloseTo(1, 9);
    });
  }
});

test("roadmap FEA-007: RFE and RFECV rank the features as scikit-learn on diabetes, iris, wine and breast cancer", async () => {
  const tables = ["breast cancer", "diabetes", "iris", "wine"];
  for (const [name, count] of [
    ["RFE", 20],
    ["RFECV", 5],
  ] as const) {
    const cases = selections.filter(({ estimator }) => estimator === name);
    expect(cases).toHaveLength(count);
    expect([...new Set(cases.map(({ table }) => table))].sort()).toEqual(tables);
    for (const c of cases) expect(c.ranking).toBeDefined();
    await checkAll(cases);
  }
});
