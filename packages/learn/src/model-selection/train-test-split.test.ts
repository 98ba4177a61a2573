import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { DataFrame, type NumberColumn } from "@gradus/data";
import { arange, SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { readFixture } from "../testing/fixtures";
import { type TrainTestSplitOptions, trainTestSplit } from "./train-test-split";

interface Case {
  readonly n: number;
  readonly options: TrainTestSplitOptions;
  readonly indices: [number[], number[]];
}

const count = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("trainTestSplit", () => {
  test.each(readFixture<Case>("train-test-split"))(
    "takes the rows that scikit-learn takes: $n rows, %#",
    ({ n, options, indices }) => {
      expect(trainTestSplit(count(n), options)).toEqual(indices);
    },
  );

  test("splits everything alike, each as what it is", () => {
    const X = arange(40).reshape([20, 2]);
    const table = DataFrame.fromColumns({ a: count(20), b: count(20).map(String) });
    const [XTrain, XTest, tTrain, tTest, cTrain, , aTrain, aTest, fTrain] = trainTestSplit(
      X,
      table,
      table.column("a"),
      count(20),
      Float32Array.from(count(20)),
      { testSize: 0.3, seed: 5 },
    );
    expectTypeOf(XTrain).toEqualTypeOf<Tensor>();
    expectTypeOf(tTrain).toEqualTypeOf(table);
    expectTypeOf(cTrain).toEqualTypeOf<NumberColumn>();
    expectTypeOf(aTrain).toEqualTypeOf<number[]>();
    expect(XTrain.shape).toEqual([14, 2]);
    expect(XTest.shape).toEqual([6, 2]);
    expect([...XTrain.data()].filter((_, i) => i % 2 === 0).map((v) => v / 2)).toEqual(aTrain);
    expect(tTrain.column("a").toArray()).toEqual(aTrain);
    expect(tTest.column("b").toArray()).toEqual(aTest.map(String));
    expect(cTrain.toArray()).toEqual(aTrain);
    expect(fTrain).toEqual(Float32Array.from(aTrain));
  });

  test("sparse rows are split as dense ones, in either type", () => {
    const dense = tensor(Array.from({ length: 9 }, (_, i) => [i % 2, 0, i, i % 3]));
    const [train] = trainTestSplit(dense, { seed: 3 });
    const sparse = SparseTensor.fromDense(dense.astype("float64"));
    for (const matrix of [sparse, sparse.astype("float32")]) {
      const [part] = trainTestSplit(matrix, { seed: 3 });
      expect(part.dtype).toBe(matrix.dtype);
      expect(part.toDense().toArray()).toEqual(train.toArray());
    }
  });

  test("every row is in exactly one part", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), (n, seed) => {
        const [train, test] = trainTestSplit(count(n), { seed, testSize: 0.5 });
        expect([...train, ...test].sort((a, b) => a - b)).toEqual(count(n));
      }),
    );
  });

  test("classes keep their shares within a row", () => {
    const labels = count(100).map((i) => (i % 10 < 3 ? "a" : "b"));
    const table = DataFrame.fromColumns({ labels });
    for (const stratify of [labels, table.column("labels"), tensor(labels.map((l) => l.length))]) {
      const [, test] = trainTestSplit(labels, { testSize: 0.2, seed: 1, stratify });
      if (stratify === labels) expect(test.filter((label) => label === "a")).toHaveLength(6);
    }
  });

  test("without a seed the split is another each time", () => {
    const first = trainTestSplit(count(100))[0];
    expect(trainTestSplit(count(100))[0]).not.toEqual(first);
  });

  test("refuses sizes that cannot be", () => {
    for (const testSize of [0, 1.5, -1, 10, 11, Number.NaN]) {
      expect(() => trainTestSplit(count(10), { testSize })).toThrow(ParameterError);
      expect(() => trainTestSplit(count(10), { trainSize: testSize })).toThrow(ParameterError);
    }
    expect(() => trainTestSplit(count(10), { testSize: 6, trainSize: 5 })).toThrow(ParameterError);
    expect(() => trainTestSplit([1])).toThrow(ParameterError);
    expect(() => trainTestSplit(count(10), { testSize: 5, trainSize: 0.05 })).toThrow(
      ParameterError,
    );
  });

  test("refuses different lengths, nothing, and what has no rows", () => {
    expect(() => trainTestSplit([1, 2, 3], [1, 2])).toThrow(
      new ShapeError("trainTestSplit: expected the same number of rows, got 3 and 2"),
    );
    expect(() => trainTestSplit({ seed: 1 })).toThrow(ParameterError);
    expect(() => trainTestSplit([1, 2], "ab" as never, { seed: 1 })).toThrow(ValueError);
    expect(() => trainTestSplit([1, 2], { seed: -1 })).toThrow(ParameterError);
    expect(() => trainTestSplit([1, 2], { shuffle: 0 as never })).toThrow(ParameterError);
  });

  test("refuses classes that cannot be split", () => {
    const split = (stratify: TrainTestSplitOptions["stratify"], options = {}) => {
      return () => trainTestSplit(count(4), { stratify: stratify!, seed: 0, ...options });
    };
    expect(split([0, 0, 0, 1])).toThrow(ValueError);
    expect(split([0, 0, 1, 1])).toThrow(/a part of 1 rows/);
    expect(split([0, 0, 1])).toThrow(ShapeError);
    expect(split([0, 0, 1, Number.NaN])).toThrow(ValueError);
    expect(split(DataFrame.fromColumns({ a: [0, 0, 1, 1] }))).toThrow(ValueError);
    expect(split([0, 0, 1, 1], { shuffle: false })).toThrow(ParameterError);
  });
});
