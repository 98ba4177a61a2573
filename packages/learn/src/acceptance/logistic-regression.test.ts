import { expect, test } from "vitest";
import { type Label, LogisticRegression, type LogisticRegressionOptions } from "../index";
import { readFixture } from "../testing/fixtures";
import { type TableName, tableByName, tableOfCase } from "../testing/shipped-tables";

interface Case {
  readonly name: string;
  readonly options: LogisticRegressionOptions;
  readonly table: TableName | null;
  readonly standardized: boolean;
  readonly X: number[][] | null;
  readonly y: Label[] | null;
  readonly weighted: number[] | null;
  readonly coef: number[][];
  readonly intercept: number[];
}

const references = readFixture<Case>("logistic-regression");

test("roadmap SUP-010: binary and multinomial coefficients match scikit-learn (lbfgs, tol 1e-10) to 1e-4", async () => {
  for (const table of ["breast cancer", "iris"] as const) {
    const expected = references.find(({ name }) => name === `${table}: default`)!;
    const { X, y } = await tableByName(table, { standardized: true });
    const model = new LogisticRegression({ tol: 1e-10 }).fit(X, y);
    expect(model.coef.shape).toEqual(table === "iris" ? [3, 4] : [1, 30]);
    const got = [...model.coef.data(), ...model.intercept.data()];
    const wanted = [...expected.coef.flat(), ...expected.intercept];
    expect(got).toHaveLength(wanted.length);
    got.forEach((value, i) => {
      expect(Math.abs(value - wanted[i]!), `${table}, ${i}`).toBeLessThanOrEqual(1e-4);
    });
  }
});

test("roadmap FEA-018: class weights and sample weights change coefficients as scikit-learn, to 1e-4", async () => {
  const weighted = references.filter((c) => c.options.classWeight || c.weighted);
  expect(weighted.length).toBeGreaterThanOrEqual(30);
  for (const c of weighted) {
    const { X, y } = await tableOfCase(c);
    const options = c.weighted ? { sampleWeight: c.weighted } : {};
    const model = new LogisticRegression({ tol: 1e-10, maxIter: 1000, ...c.options });
    const got = [...model.fit(X, y, options).coef.data()];
    c.coef.flat().forEach((wanted, i) => {
      expect(Math.abs(got[i]! - wanted), `${c.name}, ${i}`).toBeLessThanOrEqual(1e-4);
    });
  }
});
