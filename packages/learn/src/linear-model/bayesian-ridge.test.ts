import { NotFittedError, ParameterError, setWarningSink } from "@gradus/core";
import { loadDiabetes, loadIris, loadWine } from "@gradus/data";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture } from "../testing/fixtures";
import { BayesianRidge, type BayesianRidgeOptions } from "./bayesian-ridge";

interface Case {
  readonly name: string;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly y: number[] | null;
  readonly options: BayesianRidgeOptions;
  readonly sampleWeight: number[] | null;
  readonly coef: number[];
  readonly intercept: number;
  readonly alpha: number;
  readonly lambda: number;
  readonly nIter: number;
  readonly predictions: number[];
  readonly std: number[];
  readonly sigma: number[];
}

async function dataOf(c: Case): Promise<{ X: number[][]; y: number[] }> {
  if (c.table === null) return { X: c.X!, y: c.y! };
  if (c.table !== "iris" && c.table !== "wine") {
    const table = await loadDiabetes();
    const X = table.drop("progression").toTensor().toArray() as number[][];
    return { X, y: table.column("progression").toArray() };
  }
  const loaded =
    c.table === "iris" ? (await loadIris()).drop("species") : (await loadWine()).drop("cultivar");
  const rows = loaded.toTensor().toArray() as number[][];
  if (c.table === "iris") return { X: rows.map((r) => r.slice(0, 3)), y: rows.map((r) => r[3]!) };
  return { X: rows.map((r) => r.slice(1)), y: rows.map((r) => r[0]!) };
}

describe("BayesianRidge", () => {
  estimatorContract(() => new BayesianRidge(), {
    except: {
      "several targets at once have a column of predictions each": "one target is learned",
    },
  });

  test.each(readFixture<Case>("bayesian-ridge"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y } = await dataOf(c);
    const weights = c.sampleWeight ? { sampleWeight: c.sampleWeight } : {};
    const model = new BayesianRidge(c.options).fit(X, y, weights);
    const close = { rtol: 1e-8 };
    expect(model.nIter).toBe(c.nIter);
    expectAllClose(model.coef, c.coef, close);
    expectAllClose(model.alpha, c.alpha, close);
    expectAllClose(model.lambda, c.lambda, close);
    expectAllClose(model.predict(X.slice(0, 8)), c.predictions, close);
    expectAllClose(model.predictStd(X.slice(0, 8)), c.std, close);
    expectAllClose([...model.sigma.data()].slice(0, c.sigma.length), c.sigma, { rtol: 1e-7 });
    const size = Math.max(...c.predictions.map(Math.abs));
    expectAllClose(model.intercept, c.intercept, { rtol: 1e-8, atol: 1e-8 * size });
  });

  test("warns when it does not come to rest", () => {
    const seen: string[] = [];
    const before = setWarningSink(({ message }) => seen.push(message));
    try {
      new BayesianRidge({ maxIter: 2, tol: 1e-300 }).fit([[1], [2], [4]], [1, 3, 2]);
    } finally {
      setWarningSink(before);
    }
    expect(seen[0]).toContain("BayesianRidge.fit: expected to converge in 2 rounds");
  });

  test("refuses options that cannot be, and attributes before fit", () => {
    expect(() => new BayesianRidge({ maxIter: 0 })).toThrow(ParameterError);
    expect(() => new BayesianRidge({ tol: 0 })).toThrow(ParameterError);
    for (const name of ["alpha1", "alpha2", "lambda1", "lambda2", "alphaInit", "lambdaInit"]) {
      expect(() => new BayesianRidge({ [name]: -1 })).toThrow(ParameterError);
    }
    expect(() => new BayesianRidge({ fitIntercept: 1 as never })).toThrow(ParameterError);
    for (const name of ["coef", "intercept", "alpha", "lambda", "sigma", "nIter"] as const) {
      expect(() => new BayesianRidge()[name]).toThrow(NotFittedError);
    }
    expect(() => new BayesianRidge().predictStd([[1]])).toThrow(NotFittedError);
  });
});
