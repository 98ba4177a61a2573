import { NotFittedError, OutOfRangeError, ParameterError } from "@gradus/core";
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
