import { NotFittedError, OutOfRangeError, ParameterError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { everyRow, featuresOf } from "../testing/tables";
import { PolynomialFeatures, type PolynomialFeaturesOptions } from "./polynomial-features";

interface Case {
  readonly name: string;
  readonly options: PolynomialFeaturesOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly columns: number;
  readonly learned: { readonly powers: number[][] };
  readonly every: number;
  readonly transformed: number[][];
  readonly namesOut: string[];
}

describe("PolynomialFeatures", () => {
  estimatorContract(() => new PolynomialFeatures());

  test.each(readFixture<Case>("polynomial-features"))("equals scikit-learn: $name", async (c) => {
    const X = await featuresOf(c);
    const model = new PolynomialFeatures(c.options);
    const Z = model.fitTransform(X).toArray() as number[][];
    expect(everyRow(Z, c.every)).toEqual(c.transformed);
    expect(model.powers.toArray()).toEqual(c.learned.powers);
    expect(model.getFeatureNamesOut()).toEqual(c.namesOut);
    expect(model.nOutputFeatures).toBe(c.namesOut.length);
  });

  test("gives the powers of a single feature, in its dtype", () => {
    const x = [1.5, -2, 0, -0, 0.1];
    const powersOf: readonly (readonly [PolynomialFeaturesOptions, readonly number[]])[] = [
      [{ degree: 4 }, [0, 1, 2, 3, 4]],
      [{ degree: 4, includeBias: false }, [1, 2, 3, 4]],
      [{ degree: [2, 3] }, [0, 2, 3]],
      [{ degree: [3, 3], includeBias: false }, [3]],
      [{ degree: [0, 1], includeBias: false }, [1]],
      [{ degree: 3, interactionOnly: true }, [0, 1]],
      [{ degree: [2, 3], interactionOnly: true }, [0]],
      [{ degree: 0 }, [0]],
    ];
    for (const [options, powers] of powersOf) {
      for (const dtype of ["float64", "float32"] as const) {
        const X = tensor(x, { dtype }).reshape([x.length, 1]);
        const Z = new PolynomialFeatures(options).fitTransform(X);
        const expected = Array.from(X.data(), (value) =>
          powers.map((power) => new Array<number>(power).fill(value).reduce((a, b) => a * b, 1)),
        );
        expect(Z.dtype).toBe(dtype);
        expect(Z.data()).toEqual(tensor(expected, { dtype }).data());
      }
    }
  });

  test("refuses options that cannot be", () => {
    for (const degree of [-1, 1.5, [2, 1], [1], [-1, 2], "2"]) {
      expect(() => new PolynomialFeatures({ degree: degree as never })).toThrow(ParameterError);
    }
    expect(() => new PolynomialFeatures({ degree: 0, includeBias: false })).toThrow(ParameterError);
    expect(() => new PolynomialFeatures({ includeBias: 1 as never })).toThrow(ParameterError);
    expect(() => new PolynomialFeatures({ interactionOnly: 1 as never })).toThrow(ParameterError);
    expect(() => new PolynomialFeatures().powers).toThrow(NotFittedError);
    expect(() => new PolynomialFeatures().nOutputFeatures).toThrow(NotFittedError);
  });

  test("refuses to make millions of columns", () => {
    const wide = [Array.from({ length: 400 }, () => 1)];
    expect(() => new PolynomialFeatures({ degree: 4 }).fit(wide)).toThrow(OutOfRangeError);
  });
});
