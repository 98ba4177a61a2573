import { NotFittedError, ParameterError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { estimatorContract } from "../testing/contract";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { everyRow, featuresOf } from "../testing/tables";
import { KBinsDiscretizer, type KBinsDiscretizerOptions } from "./k-bins-discretizer";

interface Case {
  readonly name: string;
  readonly options: KBinsDiscretizerOptions<false>;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly columns: number;
  readonly learned: { readonly nBins: number[] };
  readonly edges: number[][];
  readonly every: number;
  readonly transformed: number[][];
  readonly inverse: number[][] | null;
  readonly namesOut: string[];
}

describe("KBinsDiscretizer", () => {
  const warnings: string[] = [];
  let before: ReturnType<typeof setWarningSink>;
  beforeAll(() => {
    before = setWarningSink(({ message }) => warnings.push(message));
  });
  afterAll(() => {
    setWarningSink(before);
  });

  estimatorContract(() => new KBinsDiscretizer({ nBins: 3 }));

  test.each(readFixture<Case>("k-bins-discretizer"))("equals scikit-learn: $name", async (c) => {
    const X = await featuresOf(c);
    const model = new KBinsDiscretizer(c.options).fit(X);
    expect(model.binCounts).toEqual(c.learned.nBins);
    const edges = model.binEdges.filter((list) => Number.isFinite(list.sum().item()));
    edges.forEach((list, j) => {
      expectClose(list, c.edges[j]!, { rtol: 1e-13 });
    });
    const Z = model.transform(X);
    expect(everyRow(Z.toArray() as number[][], c.every)).toEqual(c.transformed);
    expect(model.getFeatureNamesOut()).toEqual(c.namesOut);
    if (!c.inverse) return;
    const back = model.inverseTransform(Z).toArray() as number[][];
    expectClose(everyRow(back, c.every), c.inverse, { rtol: 1e-13 });
  });

  test("gives the same sparse", () => {
    const X = [
      [1, 5],
      [2, 3],
      [3, 4],
      [8, 0],
    ];
    const options = { nBins: 2, strategy: "uniform" } as const;
    const sparse = new KBinsDiscretizer({ ...options, sparseOutput: true }).fitTransform(X);
    const dense = new KBinsDiscretizer(options).fitTransform(X);
    expect(sparse).toBeInstanceOf(SparseTensor);
    expect(sparse.nnz).toBe(8);
    expect(sparse.toDense().toArray()).toEqual(dense.toArray());
    const model = new KBinsDiscretizer({ ...options, sparseOutput: true }).fit(X);
    expect(model.inverseTransform(sparse).toArray()).toEqual(
      new KBinsDiscretizer(options).fit(X).inverseTransform(dense).toArray(),
    );
  });

  test("warns of features that do not vary, and of bins that fall together", () => {
    warnings.length = 0;
    new KBinsDiscretizer().fit([[1], [1]]);
    expect(warnings[0]).toContain("expected a feature that varies, got only 1 in x0: one bin");
    new KBinsDiscretizer({ nBins: 4 }).fit([[1], [1], [1], [2]]);
    expect(warnings[1]).toContain("expected 4 bins of x0 with different edges, got 2");
  });

  test("values beyond those of fit go to the outer bins", () => {
    const model = new KBinsDiscretizer({ nBins: 2, encode: "ordinal", strategy: "uniform" });
    expect(
      model
        .fit([[0], [4]])
        .transform([[-9], [2], [99]])
        .toArray(),
    ).toEqual([[0], [1], [1]]);
  });

  test("refuses options that cannot be", () => {
    for (const nBins of [1, 2.5, [2, 1]]) {
      expect(() => new KBinsDiscretizer({ nBins })).toThrow(ParameterError);
    }
    expect(() => new KBinsDiscretizer({ encode: "dense" as never })).toThrow(ParameterError);
    expect(() => new KBinsDiscretizer({ strategy: "x" as never })).toThrow(ParameterError);
    expect(() => new KBinsDiscretizer({ quantileMethod: "x" as never })).toThrow(ParameterError);
    expect(() => new KBinsDiscretizer({ subsample: 0 })).toThrow(ParameterError);
    expect(() => new KBinsDiscretizer({ encode: "ordinal", sparseOutput: true })).toThrow(
      ParameterError,
    );
    expect(() => new KBinsDiscretizer({ nBins: [2, 2] }).fit([[1], [2]])).toThrow(ValueError);
    expect(() => new KBinsDiscretizer().binEdges).toThrow(NotFittedError);
    expect(() => new KBinsDiscretizer().binCounts).toThrow(NotFittedError);
    expect(() => new KBinsDiscretizer().inverseTransform([[1]])).toThrow(NotFittedError);
  });
});
