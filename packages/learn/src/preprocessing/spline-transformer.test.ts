import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";
import { SplineTransformer, type SplineTransformerOptions } from "./spline-transformer";

interface Case {
  readonly name: string;
  readonly options: SplineTransformerOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly columns: number;
  readonly every: number;
  readonly transformed: number[][];
  readonly namesOut: string[];
  readonly fresh?: number[][];
  readonly freshTransformed: number[][];
}

const close = { rtol: 1e-12, atol: 1e-12 };

describe("SplineTransformer", () => {
  estimatorContract(() => new SplineTransformer({ nKnots: 3, degree: 2 }));

  test.each(readFixture<Case>("spline-transformer"))("equals scikit-learn: $name", async (c) => {
    const X = await featuresOf(c);
    const model = new SplineTransformer(c.options).fit(X);
    const Z = model.transform(X).toArray() as number[][];
    expectClose(everyRow(Z, c.every), c.transformed, close);
    expect(model.getFeatureNamesOut()).toEqual(c.namesOut);
    expect(model.nFeaturesOut).toBe(c.namesOut.length);
    if (c.fresh) expectClose(model.transform(c.fresh), c.freshTransformed, close);
  });

  test("the splines of a feature add up to 1", () => {
    const X = Array.from({ length: 20 }, (_, i) => [i ** 1.5]);
    for (const extrapolation of ["constant", "continue", "periodic", "linear"] as const) {
      const Z = new SplineTransformer({ extrapolation }).fit(X).transform([[-3], [7], [200]]);
      expectClose(Z.sum(1), [1, 1, 1], { rtol: 1e-9 });
    }
  });

  test("refuses values beyond the knots if it is told to", () => {
    const model = new SplineTransformer({ extrapolation: "error" }).fit([[0], [1]]);
    expect(model.transform([[1]]).shape).toEqual([1, 7]);
    expect(() => model.transform([[0], [1.1]])).toThrow(
      "expected values from 0 to 1 in column 0, got 1.1 at row 1",
    );
  });

  test("refuses options that cannot be", () => {
    expect(() => new SplineTransformer({ nKnots: 1 })).toThrow(ParameterError);
    expect(() => new SplineTransformer({ degree: -1 })).toThrow(ParameterError);
    expect(() => new SplineTransformer({ extrapolation: "x" as never })).toThrow(ParameterError);
    expect(() => new SplineTransformer({ includeBias: 1 as never })).toThrow(ParameterError);
    for (const knots of ["even", [[1]], [[1], [1]], [[1, 2], [2]], 4]) {
      expect(() => new SplineTransformer({ knots: knots as never })).toThrow(ParameterError);
    }
    const periodic = { extrapolation: "periodic", nKnots: 3, degree: 3 } as const;
    expect(() => new SplineTransformer(periodic)).toThrow(ParameterError);
    const two = new SplineTransformer({
      knots: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(() => two.fit([[1]])).toThrow(ValueError);
    expect(() => new SplineTransformer().nFeaturesOut).toThrow(NotFittedError);
  });
});
