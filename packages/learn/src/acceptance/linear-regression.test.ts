import { addConstant, OLS } from "@gradus/stats";
import { expect, test } from "vitest";
import { LinearRegression } from "../index";
import { readFixture, tableOf } from "../testing/fixtures";

interface Case {
  readonly table: string;
  readonly coef: number[];
  readonly intercept: number;
  readonly bse: number[];
  readonly tvalues: number[];
  readonly pvalues: number[];
}

/** Within 1e-6, and small numbers such as p within 1e-6 of themselves. */
function expectWithin(got: Iterable<number>, wanted: readonly number[], what: string): void {
  const values = [...got];
  expect(values, what).toHaveLength(wanted.length);
  values.forEach((value, i) => {
    const allowed = 1e-6 * Math.min(1, Math.abs(wanted[i]!));
    expect(Math.abs(value - wanted[i]!), `${what}, ${i}`).toBeLessThanOrEqual(allowed);
  });
}

// That a million rows of 20 features are fitted within 2 seconds is timed by `npm run bench -- LinearRegression`: how
// long it takes depends on what else the machine does.
test("roadmap SUP-004: coefficients match scikit-learn to 1e-6 on diabetes; standard errors, t and p match statsmodels' OLS to 1e-6", async () => {
  const cases = readFixture<Case>("acceptance-linear-regression");
  expect(cases.map(({ table }) => table)).toEqual(["diabetes", "diabetes in its own units"]);
  for (const c of cases) {
    const { X, y } = await tableOf({ table: c.table, X: null });
    const model = new LinearRegression().fit(X, y);
    expectWithin(model.coef.data(), c.coef, `${c.table}: coef`);
    expectWithin([model.intercept as number], [c.intercept], `${c.table}: intercept`);
    const table = new OLS(y as number[], addConstant(X)).fit();
    expectWithin(table.params, [c.intercept, ...c.coef], `${c.table}: params`);
    expectWithin(table.bse, c.bse, `${c.table}: standard errors`);
    expectWithin(table.tvalues, c.tvalues, `${c.table}: t`);
    expectWithin(table.pvalues, c.pvalues, `${c.table}: p`);
  }
});
