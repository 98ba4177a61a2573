import { NotFittedError, ParameterError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";
import { PowerTransformer, type PowerTransformerOptions } from "./power-transformer";

interface Case {
  readonly name: string;
  readonly options: PowerTransformerOptions;
  readonly table: string | null;
  readonly X: (number | null)[][] | null;
  readonly learned: { readonly lambdas: number[] };
  readonly every: number;
  readonly transformed: (number | null)[][];
  readonly inverse: (number | null)[][];
}

const missing = { "refuses NaN and infinity, and names their place": "NaN is a missing value" };

describe("PowerTransformer", () => {
  estimatorContract(() => new PowerTransformer(), { except: missing });

  // The numeric part of DAT-012 for powers: to 1e-6.
  test.each(readFixture<Case>("power-transformer"))("equals scikit-learn: $name", async (c) => {
    const X = await featuresOf(c);
    const model = new PowerTransformer(c.options).fit(X);
    // A minimum is known to half the digits of its value: that is how far two searches may differ.
    expectClose(model.lambdas, c.learned.lambdas, { rtol: 1e-6 });
    const Z = model.transform(X);
    expectClose(everyRow(Z.toArray() as number[][], c.every), c.transformed, { rtol: 1e-6 });
    const back = model.inverseTransform(Z).toArray() as number[][];
    expectClose(everyRow(back, c.every), c.inverse, { rtol: 1e-9 });
    expectClose(new PowerTransformer(c.options).fitTransform(X), Z.toArray() as number[][], {
      rtol: 1e-12,
    });
  });

  test("finds log in data that are normal after it", () => {
    const X = Array.from({ length: 9 }, (_, i) => [Math.exp(i - 4)]);
    const model = new PowerTransformer({ method: "boxCox" }).fit(X);
    expect(Math.abs(model.lambdas.item())).toBeLessThan(1e-6);
  });

  test("keeps digits where powers are tiny", () => {
    const X = Array.from({ length: 50 }, (_, i) => [1e4 + i]);
    const Z = new PowerTransformer().fitTransform(X).data();
    expect(Z.every(Number.isFinite)).toBe(true);
    expect(Math.max(...Z)).toBeLessThan(3);
  });

  test("Box-Cox refuses numbers that are not above 0, and features that do not vary", () => {
    const create = () => new PowerTransformer({ method: "boxCox" });
    expect(() => create().fit([[1], [0]])).toThrow(
      'expected numbers above 0 for "boxCox", got 0 at row 1',
    );
    expect(() =>
      create()
        .fit([[1], [2]])
        .transform([[-1]]),
    ).toThrow(ValueError);
    expect(() => create().fit([[2], [2]])).toThrow("expected a feature that varies");
  });

  test("refuses options that cannot be, and attributes before fit", () => {
    expect(() => new PowerTransformer({ method: "log" as never })).toThrow(ParameterError);
    expect(() => new PowerTransformer({ standardize: 1 as never })).toThrow(ParameterError);
    expect(() => new PowerTransformer().lambdas).toThrow(NotFittedError);
    expect(() => new PowerTransformer().inverseTransform([[1]])).toThrow(NotFittedError);
  });
});
