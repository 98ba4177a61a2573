import { ParameterError, ShapeError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureData } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { Lars } from "./lars";
import { larsPath } from "./lars-path";
import { Lasso } from "./lasso";
import { LassoLars } from "./lasso-lars";
import { LinearRegression } from "./linear-regression";

interface Case {
  readonly estimator: "larsPath" | "Lars" | "LassoLars";
  readonly table: string;
  readonly options: object;
  readonly alphas: number[];
  readonly active: number[] | null;
  readonly coefs: number[][];
  readonly nIter: number;
  readonly coef: number[];
  readonly intercept: number | number[];
  readonly predicted: number[];
  readonly score: number;
}

const own = readFixtureData("lars") as unknown as Record<string, { X: number[][]; y: number[] }>;
const named = (c: Case) => ({ ...c, name: `${c.table} ${JSON.stringify(c.options)}` });
const cases = readFixture<Case>("lars").map(named);

async function tableOf(name: string): Promise<{ X: Tensor; y: Tensor }> {
  const given = own[name];
  if (given) return { X: tensor(given.X), y: tensor(given.y) };
  const { X, y } = await tableByName(name as TableName, { standardized: true });
  return { X, y: tensor(y as number[]) };
}

const X = own.own!.X;
const y = own.own!.y;

describe("larsPath", () => {
  test.each(cases.filter((c) => c.estimator === "larsPath"))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const table = await tableOf(c.table);
      const path = larsPath(table.X.sub(table.X.mean(0)), table.y.sub(table.y.mean()), c.options);
      expect([...path.active]).toEqual(c.active);
      expect(path.nIter).toBe(c.nIter);
      expectAllClose([...path.alphas], c.alphas, { rtol: 1e-10 });
      expectAllClose(path.coefs, c.coefs, { rtol: 1e-8 });
    },
  );

  test("the path of the lasso goes through what Lasso finds", () => {
    const path = larsPath(X, y, { method: "lasso" });
    [1, 3, 5].forEach((corner) => {
      const alpha = path.alphas[corner]!;
      const model = new Lasso({ alpha, fitIntercept: false, tol: 1e-12 }).fit(X, y);
      expectAllClose(path.coefs.slice(null, corner).clone(), [...model.coef.data()], {
        rtol: 1e-6,
        atol: 1e-8,
      });
    });
  });

  test("refuses what cannot be", () => {
    expect(() => larsPath(X, y, { method: "lars" as never })).toThrow(ParameterError);
    expect(() => larsPath(X, y, { maxIter: 0 })).toThrow(ParameterError);
    expect(() => larsPath(X, y, { alphaMin: -1 })).toThrow(ParameterError);
    expect(() => larsPath(X, own["two targets"]!.y)).toThrow(
      new ShapeError("larsPath: expected one target, got 2"),
    );
  });
});

describe.each([Lars, LassoLars])("%o", (kind) => {
  test.each(cases.filter((c) => c.estimator === kind.typeName))(
    "agrees with scikit-learn: $name",
    async (c) => {
      const table = await tableOf(c.table);
      const model = new kind(c.options).fit(table.X, table.y);
      expectAllClose(model.coef, c.coef, { rtol: 1e-8 });
      expectAllClose(model.intercepts, c.intercept, { rtol: 1e-8, atol: 1e-8 });
      expectAllClose(model.predict(table.X.slice([0, 8])), c.predicted, { rtol: 1e-8 });
      expect(model.score(table.X, table.y)).toBeCloseTo(c.score, 9);
      expect(model.nIter).toBe(c.nIter);
      if (c.active) expect([...model.paths[0]!.active]).toEqual(c.active);
    },
  );
});

describe("Lars", () => {
  estimatorContract(() => new Lars());

  test("with all features it is least squares", () => {
    const plain = new LinearRegression().fit(X, y);
    expectAllClose(new Lars().fit(X, y).coef, [...plain.coef.data()], { rtol: 1e-10 });
  });

  test("a feature that depends on others gets no weight", () => {
    const twice = X.map((row) => [...row, row[0]!]);
    const model = new Lars().fit(twice, y);
    expect(model.coef.data()[6]).toBe(0);
    const plain = new LinearRegression().fit(X, y);
    expectAllClose(model.predict(twice), [...plain.predict(X).data()], { rtol: 1e-9 });
  });

  test("the path ends at least squares where weights cross 0, too", async () => {
    const { X, y } = await tableByName("diabetes");
    const plain = new LinearRegression().fit(X, y as number[]);
    const model = new Lars().fit(X, y as number[]);
    expectAllClose(model.coef, [...plain.coef.data()], { rtol: 1e-8 });
  });

  test("refuses options that cannot be", () => {
    expect(() => new Lars({ nNonzeroCoefs: 0 })).toThrow(ParameterError);
    expect(() => new Lars({ fitIntercept: 1 as never })).toThrow(ParameterError);
  });
});

describe("LassoLars", () => {
  estimatorContract(() => new LassoLars({ alpha: 0.05 }));

  test("refuses options that cannot be", () => {
    expect(() => new LassoLars({ alpha: -1 })).toThrow(ParameterError);
    expect(() => new LassoLars({ maxIter: 0 })).toThrow(ParameterError);
    expect(() => new LassoLars({ fitIntercept: 1 as never })).toThrow(ParameterError);
  });
});
