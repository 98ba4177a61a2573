import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { eigvalsh, SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  additiveChi2Kernel,
  chi2Kernel,
  cosineDistances,
  cosineSimilarity,
  euclideanDistances,
  laplacianKernel,
  linearKernel,
  manhattanDistances,
  type PairwiseDistancesOptions,
  type PairwiseKernelsOptions,
  pairwiseDistances,
  pairwiseKernels,
  polynomialKernel,
  rbfKernel,
  sigmoidKernel,
} from "../../index";
import { expectAllClose, readFixture, readFixtureContent } from "../../testing/fixtures";
import { type TableName, tableByName } from "../../testing/shipped-tables";

interface Case {
  readonly kind: "distances" | "kernels";
  readonly table: TableName | "counts" | null;
  readonly both: boolean;
  readonly metric: string;
  readonly options: object;
  readonly values: number[][];
}

type Own = Record<"small" | "other" | "counts" | "countsOther", number[][]>;

const own = readFixtureContent<Own>("pairwise");

/** The rows that the fixture compares. */
async function rowsOf({ table, both }: Case): Promise<[Tensor, Tensor | undefined]> {
  if (table === null) return [tensor(own.small), both ? tensor(own.other) : undefined];
  if (table === "counts") return [tensor(own.counts), both ? tensor(own.countsOther) : undefined];
  const { X } = await tableByName(table);
  const n = X.shape[0]!;
  const step = Math.floor(n / 5);
  const every = (start: number) =>
    X.take(
      Int32Array.from({ length: Math.ceil((n - start) / step) }, (_, i) => start + i * step),
      0,
    );
  return [every(0), both ? every(1) : undefined];
}

const X = [
  [1, 2],
  [0, 0],
  [3, -1],
];
const sparse = SparseTensor.fromDense(tensor(X));

describe("pairwise distances and kernels", () => {
  test.each(readFixture<Case>("pairwise"))(
    "agree with scikit-learn: $kind $metric of $table, both: $both",
    async (c) => {
      const [A, B] = await rowsOf(c);
      const options = { metric: c.metric, ...c.options };
      const got =
        c.kind === "distances"
          ? pairwiseDistances(A, B, options as PairwiseDistancesOptions)
          : pairwiseKernels(A, B, options as PairwiseKernelsOptions);
      expect(got.shape).toEqual([c.values.length, c.values[0]!.length]);
      // A cosine distance near 0 is a difference of two numbers near 1.
      expectAllClose(got, c.values, { rtol: 1e-11, atol: 1e-14 });
    },
  );

  test("go by the names of their own functions too", () => {
    const Y = [[2, 5]];
    const same = (a: Tensor, b: Tensor) => expect(a.toArray()).toEqual(b.toArray());
    same(euclideanDistances(X, Y), pairwiseDistances(X, Y));
    same(manhattanDistances(X, Y), pairwiseDistances(X, Y, { metric: "manhattan" }));
    same(cosineDistances(X, Y), pairwiseDistances(X, Y, { metric: "cosine" }));
    same(linearKernel(X, Y), pairwiseKernels(X, Y));
    same(polynomialKernel(X, Y), pairwiseKernels(X, Y, { metric: "poly" }));
    same(sigmoidKernel(X, Y), pairwiseKernels(X, Y, { metric: "sigmoid" }));
    same(rbfKernel(X, Y), pairwiseKernels(X, Y, { metric: "rbf" }));
    same(laplacianKernel(X, Y), pairwiseKernels(X, Y, { metric: "laplacian" }));
    same(cosineSimilarity(X, Y), pairwiseKernels(X, Y, { metric: "cosine" }));
    expect(euclideanDistances(X, Y, { squared: true }).toArray()).toEqual([[10], [29], [37]]);
  });

  test("take a function of two rows, which need not be symmetric", () => {
    const first = (x: Float64Array, y: Float64Array) => x[0]! - 2 * y[1]!;
    const expected = [
      [-3, 1, 3],
      [-4, 0, 2],
      [-1, 3, 5],
    ];
    expect(pairwiseDistances(X, undefined, { metric: first }).toArray()).toEqual(expected);
    expect(pairwiseKernels(X, undefined, { metric: first }).toArray()).toEqual(expected);
  });

  test("take sparse features", () => {
    const Y = [
      [2, 0],
      [1, 1],
    ];
    for (const of of [
      linearKernel,
      cosineSimilarity,
      rbfKernel,
      euclideanDistances,
      laplacianKernel,
    ]) {
      const expected = [...of(X, Y).data()];
      expectAllClose(of(sparse, Y), expected, { rtol: 1e-14 });
      expectAllClose(of(sparse, SparseTensor.fromDense(tensor(Y))), expected, { rtol: 1e-14 });
      expectAllClose(of(tensor(X), SparseTensor.fromDense(tensor(Y))), expected, { rtol: 1e-14 });
    }
  });

  test("lose no digits far from the origin", () => {
    const far = X.map((row) => row.map((value) => value + 1e8));
    const near = euclideanDistances(X, [[1, 1]]);
    const moved = euclideanDistances(far, [[1 + 1e8, 1 + 1e8]]);
    expectAllClose(moved, [...near.data()], { rtol: 1e-7 });
  });

  test("of a row from itself are exactly 0, where Y is left out", () => {
    const rows = Array.from({ length: 9 }, (_, i) => [Math.sin(i), Math.cos(3 * i), i / 7]);
    for (const metric of ["euclidean", "cosine", "manhattan", "hamming"] as const) {
      const distances = pairwiseDistances(rows, undefined, { metric }).toArray() as number[][];
      distances.forEach((row, i) => {
        expect(row[i]).toBe(0);
      });
    }
  });

  test("kernels are positive semidefinite", () => {
    const rows = Array.from({ length: 9 }, (_, i) => [Math.sin(i) ** 2, i % 3, i / 7]);
    for (const metric of ["linear", "poly", "rbf", "laplacian", "chi2", "cosine"] as const) {
      const least = eigvalsh(pairwiseKernels(rows, undefined, { metric }))
        .min()
        .item();
      expect(least).toBeGreaterThan(-1e-12);
    }
  });

  test("refuse what cannot be", () => {
    const functions = [linearKernel, rbfKernel, manhattanDistances, euclideanDistances] as const;
    for (const of of [...functions, cosineSimilarity, cosineDistances, pairwiseDistances]) {
      expect(() => of(X, [[1, 2, 3]])).toThrow(ShapeError);
      expect(() => of([[Number.NaN, 1]])).toThrow(ValueError);
    }
    expect(() => linearKernel(X, [[1]])).toThrow("expected Y with as many features as X, 2, got 1");
    for (const of of [polynomialKernel, sigmoidKernel, rbfKernel, laplacianKernel]) {
      expect(() => of(X, undefined, { gamma: 0 })).toThrow(ParameterError);
    }
    expect(() => polynomialKernel(X, X, { degree: 0 })).toThrow(ParameterError);
    expect(() => polynomialKernel(X, X, { coef0: Number.NaN })).toThrow(ParameterError);
    expect(() => sigmoidKernel(X, X, { coef0: Number.NaN })).toThrow(ParameterError);
    expect(() => euclideanDistances(X, X, { squared: 1 as never })).toThrow(ParameterError);
    expect(() => chi2Kernel([[1]], [[1]], { gamma: -1 })).toThrow(ParameterError);
    expect(() => additiveChi2Kernel([[1]], [[-1]])).toThrow("expected Y >= 0, got -1");
    expect(() => chi2Kernel(X)).toThrow(ValueError);
    expect(() => pairwiseDistances(X, X, { metric: "far" as never })).toThrow(ParameterError);
    expect(() => pairwiseDistances(X, X, { metric: "minkowski", p: 0 })).toThrow(ParameterError);
    expect(() => pairwiseKernels(X, X, { metric: "near" as never })).toThrow(ParameterError);
  });
});
