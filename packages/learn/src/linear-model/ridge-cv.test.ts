import { ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import type { LinearCase } from "../testing/linear-case";
import { Ridge } from "./ridge";
import { RidgeCV, type RidgeCVOptions } from "./ridge-cv";

interface Case extends LinearCase<RidgeCVOptions> {
  readonly alpha: number;
  readonly bestScore: number;
}

const X = [[0], [1], [2], [3], [4], [5]];
const y = [0, 1, 2, 3.5, 4, 5.2];

describe("RidgeCV", () => {
  estimatorContract(() => new RidgeCV(), {
    except: {
      "a weight of 2 counts as a row twice, and one of 0 as none":
        "a row that stands twice is left out once a time, and its copy stays",
    },
  });

  test.each(readFixture<Case>("ridge-choices"))("agrees with scikit-learn: $name", async (c) => {
    const { X, y } = await tableOf(c);
    const model = new RidgeCV(c.options);
    model.fit(X, y, c.sampleWeight ? { sampleWeight: c.sampleWeight } : {});
    expect(model.alpha).toBe(c.alpha);
    expect(model.bestScore).toBeCloseTo(c.bestScore, 7);
    expectAllClose(model.coef, c.coef, { rtol: 1e-8 });
    expectAllClose(model.intercepts, c.intercept, { rtol: 1e-8, atol: 1e-8 });
  });

  test("its score is less the error with each row left out", () => {
    const model = new RidgeCV({ alphas: [0.5] }).fit(X, y);
    const errors = X.map((row, i) => {
      const others = <T>(list: readonly T[]) => list.filter((_, j) => j !== i);
      const left = new Ridge({ alpha: 0.5 }).fit(others(X), others(y));
      return (left.predict([row]).item() - y[i]!) ** 2;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(model.bestScore).toBeCloseTo(-mean, 12);
  });

  test("refuses options that cannot be", () => {
    const bad: object[] = [
      { alphas: [] },
      { alphas: [0] },
      { alphas: 1 },
      { fitIntercept: 1 },
      { cv: 1 },
    ];
    for (const options of bad) expect(() => new RidgeCV(options)).toThrow(ParameterError);
    expect(() => new RidgeCV({ cv: 9 }).fit(X, y)).toThrow(ParameterError);
  });
});
