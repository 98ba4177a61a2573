import { NotFittedError, ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";
import { QuantileTransformer, type QuantileTransformerOptions } from "./quantile-transformer";

interface Case {
  readonly name: string;
  readonly options: QuantileTransformerOptions;
  readonly table: string | null;
  readonly X: (number | null)[][] | null;
  readonly every: number;
  readonly transformed: (number | null)[][];
  readonly inverse: (number | null)[][];
  readonly fresh: number[][];
  readonly freshTransformed: number[][];
}

const missing = { "refuses NaN and infinity, and names their place": "NaN is a missing value" };
const close = { rtol: 1e-12, atol: 1e-12 };

describe("QuantileTransformer", () => {
  estimatorContract(() => new QuantileTransformer({ nQuantiles: 5 }), { except: missing });

  // The numeric part of DAT-012 for quantiles, with room to spare: 1e-6 is asked.
  test.each(readFixture<Case>("quantile-transformer"))("equals scikit-learn: $name", async (c) => {
    const X = await featuresOf(c);
    const model = new QuantileTransformer(c.options).fit(X);
    const Z = model.transform(X);
    expectClose(everyRow(Z.toArray() as number[][], c.every), c.transformed, close);
    const back = model.inverseTransform(Z).toArray() as number[][];
    expectClose(everyRow(back, c.every), c.inverse, { rtol: 1e-9 });
    expectClose(model.transform(c.fresh), c.freshTransformed, close);
  });

  test("has at most as many quantiles as rows", () => {
    const model = new QuantileTransformer().fit([[1], [2], [5]]);
    expect(model.quantiles.toArray()).toEqual([[1], [2], [5]]);
    expect(model.references.toArray()).toEqual([0, 0.5, 1]);
  });

  test("draws other rows without a seed", () => {
    const X = Array.from({ length: 500 }, (_, i) => [i * i]);
    const options = { subsample: 10, nQuantiles: 10 };
    const learned = () => new QuantileTransformer(options).fit(X).quantiles.data().join();
    expect(new Set([learned(), learned(), learned()]).size).toBeGreaterThan(1);
  });

  test("refuses options that cannot be, and attributes before fit", () => {
    expect(() => new QuantileTransformer({ nQuantiles: 0 })).toThrow(ParameterError);
    expect(() => new QuantileTransformer({ subsample: 0 })).toThrow(ParameterError);
    expect(() => new QuantileTransformer({ nQuantiles: 20, subsample: 10 })).toThrow(
      ParameterError,
    );
    expect(() => new QuantileTransformer({ outputDistribution: "t" as never })).toThrow(
      ParameterError,
    );
    expect(() => new QuantileTransformer({ seed: -1 })).toThrow(ParameterError);
    expect(() => new QuantileTransformer().quantiles).toThrow(NotFittedError);
    expect(() => new QuantileTransformer().references).toThrow(NotFittedError);
    expect(() => new QuantileTransformer().inverseTransform([[1]])).toThrow(NotFittedError);
  });
});
