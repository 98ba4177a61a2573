import { ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";
import { Binarizer } from "./binarizer";
import { Normalizer, type NormalizerOptions } from "./normalizer";

interface Case {
  readonly name: string;
  readonly options: NormalizerOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly every: number;
  readonly transformed: number[][];
}

describe("Normalizer", () => {
  estimatorContract(() => new Normalizer());

  test.each(readFixture<Case>("normalizer"))("agrees with scikit-learn: $name", async (c) => {
    const X = await featuresOf(c);
    const Z = new Normalizer(c.options).fitTransform(X).toArray() as number[][];
    expectClose(everyRow(Z, c.every), c.transformed, { rtol: 1e-15 });
  });

  test("leaves a row of zeros as it is", () => {
    for (const norm of ["l1", "l2", "max"] as const) {
      expect(
        new Normalizer({ norm })
          .fitTransform([
            [0, 0],
            [0, -2],
          ])
          .toArray(),
      ).toEqual([
        [0, 0],
        [0, -1],
      ]);
    }
  });

  test("refuses another norm", () => {
    expect(() => new Normalizer({ norm: "l3" as never })).toThrow(ParameterError);
  });
});

describe("Binarizer", () => {
  estimatorContract(() => new Binarizer({ threshold: 2 }));

  test("a value at the threshold is 0", () => {
    const X = [[-1, 0, 0.5]];
    expect(new Binarizer().fitTransform(X).toArray()).toEqual([[0, 0, 1]]);
    expect(new Binarizer({ threshold: -1 }).fitTransform(X).toArray()).toEqual([[0, 1, 1]]);
  });

  test("refuses a threshold that is no finite number", () => {
    expect(() => new Binarizer({ threshold: Number.NaN })).toThrow(ParameterError);
  });
});
