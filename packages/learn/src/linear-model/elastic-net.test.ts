import { ParameterError, setWarningSink } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import type { LinearCase } from "../testing/linear-case";
import { ElasticNet, type ElasticNetOptions } from "./elastic-net";
import { Lasso } from "./lasso";
import { Ridge } from "./ridge";

const exact = { tol: 1e-13, maxIter: 100_000 };
const X = [
  [0, 1],
  [1, 0],
  [2, 1],
  [3, 0],
];
const y = [0, 1, 2, 3];

describe("ElasticNet", () => {
  estimatorContract(() => new ElasticNet({ ...exact, alpha: 0.05 }));

  test.each(readFixture<LinearCase<ElasticNetOptions>>("elastic-net"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const { X, y } = await tableOf(c);
      const model = new ElasticNet({ ...exact, ...c.options });
      model.fit(X, y, c.sampleWeight ? { sampleWeight: c.sampleWeight } : {});
      expectAllClose(model.coef, c.coef, { rtol: 1e-7, atol: 1e-10 });
      expectAllClose(model.predict(X.slice(0, 5)), c.predictions, { rtol: 1e-7 });
      expect(model.score(X, y)).toBeCloseTo(c.score, 8);
    },
  );

  test("is a lasso with l1Ratio 1, and a ridge with 0", () => {
    const lasso = new Lasso({ ...exact, alpha: 0.1 }).fit(X, y);
    const net = new ElasticNet({ ...exact, alpha: 0.1, l1Ratio: 1 }).fit(X, y);
    expectAllClose(net.coef, [...lasso.coef.data()], { rtol: 1e-12 });
    const ridge = new Ridge({ alpha: 0.1 * y.length }).fit(X, y);
    const smooth = new ElasticNet({ ...exact, alpha: 0.1, l1Ratio: 0 }).fit(X, y);
    expectAllClose(smooth.coef, [...ridge.coef.data()], { rtol: 1e-9 });
    expect(smooth.dualGap).toBe(0);
  });

  test("columns that are the same share the weight, which a lasso does not ask for", () => {
    const twice = X.map(([a]) => [a!, a!]);
    const [a, b] = new ElasticNet({ ...exact, alpha: 0.1 }).fit(twice, y).coef.data();
    expect(a).toBeCloseTo(b!, 9);
  });

  test("warns when the rounds do not suffice, also without an L1 part", () => {
    const messages: string[] = [];
    const previous = setWarningSink(({ message }) => messages.push(message));
    new ElasticNet({ tol: 1e-15, maxIter: 2, alpha: 0.01, l1Ratio: 0 }).fit(X, y);
    setWarningSink(previous);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain("ElasticNet.fit: expected to converge in 2 rounds");
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [
      { alpha: -1 },
      { l1Ratio: 1.1 },
      { l1Ratio: -0.1 },
      { tol: 0 },
      { maxIter: 0 },
      { fitIntercept: 1 },
      { positive: 0 },
    ];
    for (const options of bad) expect(() => new ElasticNet(options)).toThrow(ParameterError);
  });
});
