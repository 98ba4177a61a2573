import { expect, test } from "vitest";
import { ElasticNet, Lasso, Ridge, RidgeCV } from "../index";
import { readFixture, tableOf } from "../testing/fixtures";
import type { LinearCase } from "../testing/linear-case";

interface Path {
  readonly table: string;
  readonly alphas: number[];
  readonly intercepts: number[];
  readonly coefs: number[][];
}

/** The references on the diabetes table whose options are these and no others. */
function onDiabetes<Options extends object>(name: string, keys: readonly string[]) {
  return readFixture<LinearCase<Options>>(name).filter(
    (c) => c.table === "diabetes" && !c.sampleWeight && `${Object.keys(c.options)}` === `${keys}`,
  );
}

function expectWithin(
  got: Iterable<number>,
  wanted: readonly number[],
  tolerance: number,
  what: string,
) {
  const values = [...got];
  expect(values, what).toHaveLength(wanted.length);
  values.forEach((value, i) => {
    expect(Math.abs(value - wanted[i]!), `${what}, ${i}`).toBeLessThanOrEqual(tolerance);
  });
}

test("roadmap SUP-006: ridge coefficients match scikit-learn to 1e-6 on diabetes for 5 alphas, and RidgeCV picks the same alpha", async () => {
  const cases = onDiabetes<{ alpha: number }>("ridge", ["alpha"]).filter(
    (c) => !c.name.includes("no intercept") && !c.name.includes("weighted"),
  );
  expect(new Set(cases.map((c) => c.options.alpha)).size).toBe(5);
  for (const c of cases) {
    const { X, y } = await tableOf(c);
    expectWithin(new Ridge(c.options).fit(X, y).coef.data(), c.coef as number[], 1e-6, c.name);
  }
  const choices = readFixture<LinearCase<object> & { alpha: number }>("ridge-choices");
  const onTable = choices.filter((c) => c.table === "diabetes");
  expect(onTable.length).toBeGreaterThanOrEqual(5);
  for (const c of onTable) {
    const { X, y } = await tableOf(c);
    const options = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
    expect(new RidgeCV(c.options).fit(X, y, options).alpha, c.name).toBe(c.alpha);
  }
});

test("roadmap SUP-007: lasso matches scikit-learn to 1e-5 with the same support on diabetes for 5 alphas; its path matches glmnet's to 1e-4", async () => {
  const cases = onDiabetes<{ alpha: number }>("lasso", ["alpha"]);
  expect(new Set(cases.map((c) => c.options.alpha)).size).toBe(5);
  for (const c of cases) {
    const { X, y } = await tableOf(c);
    const model = new Lasso({ ...c.options, tol: 1e-12, maxIter: 100_000 }).fit(X, y);
    const expected = c.coef as number[];
    expectWithin(model.coef.data(), expected, 1e-5, c.name);
    expect([...model.coef.data()].map((w) => w === 0)).toEqual(expected.map((w) => w === 0));
  }
  const [path] = readFixture<Path>("glmnet-path");
  expect(path!.alphas).toHaveLength(25);
  const { X, y } = await tableOf({ ...path!, X: null });
  path!.alphas.forEach((alpha, k) => {
    const model = new Lasso({ alpha, tol: 1e-12, maxIter: 100_000 }).fit(X, y);
    const expected = path!.coefs.map((row) => row[k]!);
    expectWithin(model.coef.data(), expected, 1e-4, `glmnet, alpha ${alpha}`);
    expect(Math.abs(model.intercept - path!.intercepts[k]!)).toBeLessThanOrEqual(1e-4);
  });
});

test("roadmap SUP-008: the elastic net matches scikit-learn to 1e-5 for 9 pairs of alpha and l1Ratio", async () => {
  const cases = onDiabetes<{ alpha: number; l1Ratio: number }>("elastic-net", ["alpha", "l1Ratio"]);
  expect(new Set(cases.map((c) => `${c.options.alpha} ${c.options.l1Ratio}`)).size).toBe(9);
  for (const c of cases) {
    const { X, y } = await tableOf(c);
    const model = new ElasticNet({ ...c.options, tol: 1e-12, maxIter: 100_000 }).fit(X, y);
    expectWithin(model.coef.data(), c.coef as number[], 1e-5, c.name);
  }
});
