import { ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import type { LinearCase } from "../testing/linear-case";
import { ElasticNetCV, type ElasticNetCVOptions } from "./elastic-net-cv";
import { LassoCV } from "./lasso-cv";

interface Case extends LinearCase<ElasticNetCVOptions> {
  readonly kind: "LassoCV" | "ElasticNetCV";
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly alphas: number[] | number[][];
  readonly msePath: number[][] | number[][][];
}

const exact = { tol: 1e-13, maxIter: 100_000 };
const X = [[0], [1], [2], [3], [4], [5]];
const y = [0, 1, 2, 3.5, 4, 5];
const except = {
  "several targets at once have a column of predictions each":
    "the choice is for one target, as in scikit-learn",
  "takes one row, and a column that does not vary": "one row cannot be cut into folds",
  "a weight of 2 counts as a row twice, and one of 0 as none":
    "the folds are cut by rows, not by weights",
};

describe("LassoCV", () => {
  estimatorContract(() => new LassoCV({ ...exact, cv: 3, alphas: 8 }), { except });
});

describe("ElasticNetCV", () => {
  estimatorContract(() => new ElasticNetCV({ ...exact, cv: 3, alphas: 8 }), { except });

  test("chooses among shares of the L1 penalty", () => {
    const model = new ElasticNetCV({ l1Ratio: [0.1, 1], alphas: 5, cv: 2 }).fit(X, y);
    expect([0.1, 1]).toContain(model.bestL1Ratio);
    expect(model.msePath.shape).toEqual([2, 5, 2]);
    expect(model.triedAlphas).toHaveLength(5);
    expect(model.triedAlphas).toContain(model.alpha);
    expect(model.nIter).toBeGreaterThan(0);
    expect(model.dualGap).toBeGreaterThanOrEqual(0);
  });

  test("takes folds and what makes them", () => {
    const halves = [
      { train: Int32Array.of(0, 2, 4), test: Int32Array.of(1, 3, 5) },
      { train: Int32Array.of(1, 3, 5), test: Int32Array.of(0, 2, 4) },
    ];
    for (const cv of [halves, { split: () => halves, getNSplits: () => halves.length }]) {
      expect(new ElasticNetCV({ cv, alphas: 4 }).fit(X, y).msePath.shape).toEqual([4, 2]);
    }
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [
      { l1Ratio: 0 },
      { l1Ratio: [] },
      { l1Ratio: [0.5, 2] },
      { eps: 0 },
      { alphas: 0 },
      { alphas: [-1] },
      { cv: 1 },
      { cv: {} },
      { cv: null },
      { tol: 0 },
      { maxIter: 0 },
      { positive: 1 },
      { fitIntercept: 1 },
    ];
    for (const options of bad) expect(() => new ElasticNetCV(options)).toThrow(ParameterError);
    expect(() => new LassoCV({ cv: 1 })).toThrow(ParameterError);
    expect(() => new LassoCV({ cv: 7 }).fit(X, y)).toThrow(
      "cv must be at most the number of rows, 6, got 7",
    );
    expect(() =>
      new LassoCV().fit(
        X,
        X.map(() => [1, 2]),
      ),
    ).toThrow(ShapeError);
  });
});

describe("the choice of a strength", () => {
  test.each(readFixture<Case>("elastic-choices"))(
    "agrees with scikit-learn: $kind, $name",
    async (c) => {
      const { X, y } = await tableOf(c);
      const Model = c.kind === "LassoCV" ? LassoCV : ElasticNetCV;
      const model = new Model({ ...exact, ...c.options });
      model.fit(X, y, c.sampleWeight ? { sampleWeight: c.sampleWeight } : {});
      expect(model.alpha).toBeCloseTo(c.alpha, 9);
      if (model instanceof ElasticNetCV) expect(model.bestL1Ratio).toBe(c.l1Ratio);
      expectAllClose(model.msePath, c.msePath, { rtol: 1e-7 });
      expectAllClose(model.coef, c.coef, { rtol: 1e-7, atol: 1e-9 });
      expectAllClose(model.intercept, c.intercept, { rtol: 1e-7, atol: 1e-7 });
    },
  );
});
