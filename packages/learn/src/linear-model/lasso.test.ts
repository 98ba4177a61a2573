import { ParameterError, setWarningSink } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import type { LinearCase } from "../testing/linear-case";
import { Lasso, type LassoOptions } from "./lasso";
import { LinearRegression } from "./linear-regression";

const exact = { tol: 1e-13, maxIter: 100_000 };
const X = [
  [0, 1],
  [1, 0],
  [2, 1],
  [3, 0],
];
const y = [0, 1, 2, 3];

describe("Lasso", () => {
  estimatorContract(() => new Lasso({ ...exact, alpha: 0.05 }));

  test.each(readFixture<LinearCase<LassoOptions>>("lasso"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const { X, y } = await tableOf(c);
      const model = new Lasso({ ...exact, ...c.options });
      model.fit(X, y, c.sampleWeight ? { sampleWeight: c.sampleWeight } : {});
      expectAllClose(model.coef, c.coef, { rtol: 1e-7, atol: 1e-10 });
      const zeros = (values: Iterable<number>) => [...values].map((value) => value === 0);
      expect(zeros(model.coef.data())).toEqual(zeros([c.coef].flat(2)));
      expectAllClose(model.predict(X.slice(0, 5)), c.predictions, { rtol: 1e-7 });
      expect(model.score(X, y)).toBeCloseTo(c.score, 8);
    },
  );

  test("without a penalty it is least squares", () => {
    const lasso = new Lasso({ ...exact, alpha: 0 }).fit(X, y);
    expectAllClose(lasso.coef, [...new LinearRegression().fit(X, y).coef.data()], {
      rtol: 1e-8,
      atol: 1e-8,
    });
  });

  test("a large penalty leaves the mean alone", () => {
    const model = new Lasso({ alpha: 100 }).fit(X, y);
    expect([...model.coef.data()]).toEqual([0, 0]);
    expect(model.intercept).toBe(1.5);
    expect(model.nIter).toBe(1);
    expect(model.dualGap).toBe(0);
  });

  test("the duality gap bounds how far the objective is above its minimum", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      Math.sin(i),
      Math.sin(i + 0.3),
      Math.cos(3 * i),
    ]);
    const targets = rows.map(([a, b, c], i) => a! - 2 * b! + c! + Math.sin(7 * i));
    const objective = (model: Lasso) => {
      const residuals = model.predict(rows).data();
      const squares = targets.reduce((sum, t, i) => sum + (t - residuals[i]!) ** 2, 0);
      const sizes = model.coef.abs().sum().item();
      return squares / (2 * rows.length) + 0.05 * sizes;
    };
    const best = objective(new Lasso({ ...exact, alpha: 0.05 }).fit(rows, targets));
    for (const tol of [0.1, 0.01, 1e-4]) {
      const model = new Lasso({ alpha: 0.05, tol }).fit(rows, targets);
      expect(objective(model) - best).toBeLessThanOrEqual(model.dualGap + 1e-12);
    }
  });

  test("each target is a problem of its own", () => {
    const second = [3, 1, 0, 2];
    const both = new Lasso({ ...exact, alpha: 0.1 }).fit(
      X,
      y.map((value, i) => [value, second[i]!]),
    );
    for (const [k, targets] of [y, second].entries()) {
      const one = new Lasso({ ...exact, alpha: 0.1 }).fit(X, targets);
      expectAllClose(both.coef.slice(k), [...one.coef.data()], { rtol: 1e-9, atol: 1e-12 });
    }
  });

  test("warns when the rounds do not suffice", () => {
    const collinear = [
      [0, 1],
      [1, 1],
      [2, 3],
      [3, 1],
    ];
    const messages: string[] = [];
    const previous = setWarningSink(({ message }) => messages.push(message));
    new Lasso({ tol: 1e-15, maxIter: 1, alpha: 0.01 }).fit(collinear, [0, 3, 1, 2]);
    setWarningSink(previous);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(
      "Lasso.fit: expected to converge in 1 rounds, the duality gap is",
    );
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [
      { alpha: -1 },
      { tol: 0 },
      { maxIter: 0 },
      { fitIntercept: 1 },
      { positive: 0 },
    ];
    for (const options of bad) expect(() => new Lasso(options)).toThrow(ParameterError);
  });
});
