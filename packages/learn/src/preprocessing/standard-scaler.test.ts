import { NotFittedError, ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import { StandardScaler, type StandardScalerOptions } from "./standard-scaler";

interface Case {
  readonly name: string;
  readonly options: StandardScalerOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly mean: number[] | null;
  readonly scale: number[] | null;
  readonly transformed: number[][];
}

describe("StandardScaler", () => {
  estimatorContract(() => new StandardScaler(), {
    except: { "refuses NaN and infinity, and names their place": "NaN is a missing value" },
  });

  test.each(readFixture<Case>("standard-scaler"))("agrees with scikit-learn: $name", async (c) => {
    const { X } = await tableOf(c);
    const scaler = new StandardScaler(c.options).fit(X);
    if (c.mean) expectAllClose(scaler.mean, c.mean, { rtol: 1e-12, atol: 1e-15 });
    expectAllClose(scaler.scale, c.scale ?? X[0]!.map(() => 1), { rtol: 1e-12 });
    // Columns a million from 0 have only ten digits left when their mean is taken out.
    const rtol = c.name.startsWith("far from the origin") ? 1e-9 : 1e-12;
    expectAllClose(scaler.transform(X.slice(0, 10)), c.transformed, { rtol });
  });

  test("inverseTransform undoes transform", () => {
    const X = [
      [1, 1e6, 3],
      [2, 2e6, 3],
      [4, 5e6, 3],
    ];
    for (const options of [{}, { withMean: false }, { withStd: false }]) {
      const scaler = new StandardScaler(options).fit(X);
      expectAllClose(scaler.inverseTransform(scaler.transform(X)), X, { rtol: 1e-14 });
    }
  });

  test("what it gives has mean 0 and variance 1", () => {
    const Z = new StandardScaler().fitTransform([
      [1, 7],
      [2, 7],
      [6, 7],
    ]);
    expectAllClose(Z.mean(0), [0, 0], { rtol: 0, atol: 1e-15 });
    expectAllClose(Z.variance(0, { ddof: 0 }), [1, 0], { rtol: 1e-14 });
  });

  test("a column far from 0 that does not vary is only centred", () => {
    const scaler = new StandardScaler().fit([[1e15], [1e15], [1e15]]);
    expect(scaler.scale.toArray()).toEqual([1]);
    expect(scaler.variance.toArray()).toEqual([0]);
  });

  test("refuses options that cannot be, and attributes before fit", () => {
    expect(() => new StandardScaler({ withMean: 1 as never })).toThrow(ParameterError);
    expect(() => new StandardScaler({ withStd: "no" as never })).toThrow(ParameterError);
    const scaler = new StandardScaler();
    expect(() => scaler.mean).toThrow(NotFittedError);
    expect(() => scaler.variance).toThrow(NotFittedError);
    expect(() => scaler.scale).toThrow(NotFittedError);
    expect(() => scaler.inverseTransform([[1]])).toThrow(NotFittedError);
  });
});
