import { ParameterError, ShapeError, setWarningSink, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { HuberRegressor, type HuberRegressorOptions } from "./huber-regressor";
import { QuantileRegressor, type QuantileRegressorOptions } from "./quantile-regressor";
import { RANSACRegressor, type RANSACRegressorOptions } from "./ransac-regressor";
import { Ridge } from "./ridge";

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly options: HuberRegressorOptions & QuantileRegressorOptions & RANSACRegressorOptions;
  readonly table: TableName | null;
  readonly X: number[][] | null;
  readonly y: number[] | null;
  readonly weighted: number[] | null;
  readonly coef: number[];
  readonly intercept: number;
  readonly scale: number;
  readonly mask: boolean[];
  readonly nTrials: number;
}

const X = [[0], [1], [2], [3], [4], [5], [6]];
const y = [0.1, 1, 2.1, 2.9, 4, 5.1, 60];
const single = {
  "several targets at once have a column of predictions each":
    "it learns one target, as in scikit-learn",
};

function casesOf(kind: string): Case[] {
  return readFixture<Case>("robust-regression").filter((c) => c.kind === kind);
}

async function dataOf(c: Case) {
  const table = c.table === null ? undefined : await tableByName(c.table, { standardized: true });
  const options = c.weighted ? { sampleWeight: c.weighted } : {};
  return { X: table?.X ?? c.X!, y: c.y ?? (table!.y as number[]), options };
}

describe("HuberRegressor", () => {
  estimatorContract(() => new HuberRegressor({ tol: 1e-11, maxIter: 300 }), { except: single });

  test.each(casesOf("HuberRegressor"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, options } = await dataOf(c);
    const model = new HuberRegressor({ tol: 1e-10, maxIter: 1000, ...c.options });
    model.fit(X, y, options);
    expectAllClose(model.coef, c.coef, { rtol: 1e-5 });
    expectAllClose(model.intercept, c.intercept, { rtol: 1e-5, atol: 1e-5 });
    expectAllClose(model.scale, c.scale, { rtol: 1e-5 });
    expect(model.outliers).toEqual(c.mask);
  });

  test("an outlier does not pull the line, and units do not matter", () => {
    const model = new HuberRegressor({ alpha: 0, tol: 1e-9 }).fit(X, y);
    expect(model.coef.item()).toBeLessThan(1.1);
    expect(model.outliers.at(-1)).toBe(true);
    const large = new HuberRegressor({ alpha: 0, tol: 1e-9 }).fit(
      X,
      y.map((value) => 1e6 * value),
    );
    expect(large.coef.item() / 1e6).toBeCloseTo(model.coef.item(), 5);
    expect(large.nIter).toBeGreaterThan(0);
  });

  test("warns and refuses", () => {
    const messages: string[] = [];
    const previous = setWarningSink(({ message }) => messages.push(message));
    new HuberRegressor({ maxIter: 1, tol: 1e-12 }).fit(X, y);
    setWarningSink(previous);
    expect(messages[0]).toContain("HuberRegressor.fit: expected to converge in 1 iterations");
    const bad: object[] = [
      { epsilon: 0.9 },
      { maxIter: 0 },
      { alpha: -1 },
      { tol: 0 },
      { fitIntercept: 1 },
    ];
    for (const options of bad) expect(() => new HuberRegressor(options)).toThrow(ParameterError);
    expect(() =>
      new HuberRegressor().fit(
        X,
        X.map(() => [1, 2]),
      ),
    ).toThrow(ShapeError);
  });
});

describe("QuantileRegressor", () => {
  estimatorContract(() => new QuantileRegressor({ alpha: 0.01, quantile: 0.4 }), {
    except: single,
  });

  test.each(casesOf("QuantileRegressor"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, options } = await dataOf(c);
    const model = new QuantileRegressor(c.options).fit(X, y, options);
    expectAllClose(model.coef, c.coef, { rtol: 1e-7 });
    expectAllClose(model.intercept, c.intercept, { rtol: 1e-7, atol: 1e-7 });
  });

  test("so many targets lie below the predictions", async () => {
    const { X, y } = await tableByName("diabetes", { standardized: true });
    for (const quantile of [0.1, 0.5, 0.8]) {
      const predicted = new QuantileRegressor({ quantile, alpha: 0 })
        .fit(X, y as number[])
        .predict(X)
        .data();
      const below = (y as number[]).filter((value, i) => value < predicted[i]! - 1e-9).length;
      expect(Math.abs(below - quantile * y.length)).toBeLessThanOrEqual(11);
    }
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [{ quantile: 0 }, { quantile: 1 }, { alpha: -1 }, { fitIntercept: 1 }];
    for (const options of bad) expect(() => new QuantileRegressor(options)).toThrow(ParameterError);
    expect(() =>
      new QuantileRegressor().fit(
        X,
        X.map(() => [1, 2]),
      ),
    ).toThrow(ShapeError);
    expect(new QuantileRegressor({ alpha: 0 }).fit(X, y).nIter).toBeGreaterThan(1);
  });
});

describe("RANSACRegressor", () => {
  estimatorContract(() => new RANSACRegressor({ seed: 3 }), {
    except: {
      "takes one row, and a column that does not vary":
        "a trial draws one row more than there are features",
    },
  });

  test.each(casesOf("RANSACRegressor"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y, options } = await dataOf(c);
    const model = new RANSACRegressor(c.options).fit(X, y, options);
    expect(model.inlierMask).toEqual(c.mask);
    expect(model.nTrials).toBe(c.nTrials);
    const line = model.fittedEstimator as Ridge;
    expectAllClose(line.coef, c.coef, { rtol: 1e-7 });
    expectAllClose(line.intercept, c.intercept, { rtol: 1e-7, atol: 1e-7 });
  });

  test("takes another regressor, and says when no row agrees", () => {
    const model = new RANSACRegressor({ estimator: new Ridge({ alpha: 0.001 }), seed: 0 }).fit(
      X,
      y,
    );
    expect(model.fittedEstimator).toBeInstanceOf(Ridge);
    expect(model.predict([[10]]).item()).toBeCloseTo(10, 0);
    const strict = new RANSACRegressor({
      residualThreshold: 0,
      minSamples: 4,
      seed: 0,
      maxTrials: 3,
    });
    expect(() => strict.fit(X, y)).toThrow(ValueError);
    expect(() => new RANSACRegressor().fit([[1]], [1])).toThrow(ValueError);
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [
      { estimator: null },
      { minSamples: 0 },
      { residualThreshold: -1 },
      { maxTrials: 0 },
      { stopProbability: 2 },
      { seed: -1 },
    ];
    for (const options of bad) expect(() => new RANSACRegressor(options)).toThrow(ParameterError);
  });
});
