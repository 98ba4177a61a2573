import { tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import { chi2, DummyRegressor, SelectFromModel, type SelectFromModelOptions } from "../index";
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

interface ForestCase {
  readonly table: string;
  /** What a forest of scikit-learn finds important. */
  readonly importances: number[];
  readonly options: { readonly threshold?: string | number; readonly maxFeatures?: number };
  readonly support: number[];
  readonly threshold: number | null;
}

/** A model that has the importances of another one. */
class Known extends DummyRegressor {
  readonly #importances: readonly number[];

  constructor(importances: readonly number[]) {
    super();
    this.#importances = importances;
  }

  override clone(): this {
    return new Known(this.#importances) as this;
  }

  get featureImportances() {
    return tensor([...this.#importances]);
  }
}

test("roadmap FEA-005: SelectFromModel keeps scikit-learn's columns by a lasso's coefficients and by the importances of forests", async () => {
  const models = selections.filter(({ estimator }) => estimator === "SelectFromModel");
  const lassos = models.filter(({ model }) => model === "Lasso");
  expect(lassos.length).toBeGreaterThanOrEqual(4);
  await checkAll(models);
  const forests = readFixture<ForestCase>("forest-importances");
  expect(new Set(forests.map(({ table }) => table)).size).toBe(4);
  expect(forests).toHaveLength(28);
  for (const { table, importances, options, support, threshold } of forests) {
    const { X, y } = await selectionData(table);
    const own = options.threshold === "-inf" ? { ...options, threshold: -Infinity } : options;
    const selector = new SelectFromModel({
      estimator: new Known(importances),
      ...(own as Omit<SelectFromModelOptions, "estimator">),
    });
    // Whatever the model would predict, it is asked for its importances alone.
    selector.fit(
      X,
      y.map((_, i) => i),
    );
    expect([...selector.getSupportIndices()]).toEqual(support);
    if (threshold !== null) expect(selector.leastImportance).toBeCloseTo(threshold, 14);
  }
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
