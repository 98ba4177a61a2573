import {
  DTypeError,
  OutOfMemoryError,
  OutOfRangeError,
  ParameterError,
  RandomGenerator,
  ShapeError,
} from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  checkGradients,
  eye,
  matmul,
  ones,
  randn,
  SparseTensor,
  type Tensor,
  tensor,
  where,
  zeros,
} from "../index";
import { largest } from "../linalg/invariants";

const random = new RandomGenerator(5);

/** A dense matrix with about three entries of ten other than 0. */
function holes(shape: [number, number], dtype: "float32" | "float64" = "float64"): Tensor {
  const keep = randn(shape, { random }).greater(0.5);
  return where(keep, randn(shape, { random }), 0).astype(dtype);
}

const same = (a: Tensor, b: Tensor, tolerance = 1e-14) => {
  expect(a.shape).toEqual(b.shape);
  expect(largest(a.sub(b))).toBeLessThan(tolerance);
};

const shapes: [number, number][] = [
  [1, 1],
  [3, 5],
  [7, 4],
  [20, 20],
  [0, 3],
  [3, 0],
  [50, 9],
];

describe("SparseTensor", () => {
  test.each(shapes)("everything agrees with dense matrices, %i × %i", (m, n) => {
    const [A, B] = [holes([m, n]), holes([m, n])];
    const [S, T] = [SparseTensor.fromDense(A), SparseTensor.fromDense(B)];
    same(S.toDense(), A, 1e-300);
    expect(S.nnz).toBe(A.notEqual(0).sum().item());
    same(S.transpose().toDense(), A.transpose(), 1e-300);
    same(S.add(T).toDense(), A.add(B));
    same(S.sub(T).toDense(), A.sub(B));
    same(S.scale(-2).toDense(), A.mul(-2));
    const [r, c] = [randn([m], { random }), randn([n], { random })];
    same(S.scaleRows(r).toDense(), A.mul(r.unsqueeze(1)));
    same(S.scaleColumns(c.data()).toDense(), A.mul(c));
    same(S.sum(), A.sum(), 1e-13);
    same(S.sum(0), A.sum(0), 1e-13);
    same(S.sum(-1), A.sum(1), 1e-13);
    const X = randn([n, 6], { random });
    same(S.matmul(X), matmul(A, X), 1e-13);
    same(S.matmul(c), matmul(A, c), 1e-13);
    const Y = randn([4, m], { random });
    same(S.rmatmul(Y), matmul(Y, A), 1e-13);
    same(S.rmatmul(r), matmul(r, A), 1e-13);
    same(S.matmul(T.transpose()).toDense(), matmul(A, B.transpose()), 1e-13);
    same(S.rows(Math.min(1, m)).toDense(), A.slice([Math.min(1, m)]), 1e-300);
    if (m > 0) same(S.row(-1), A.at(m - 1), 1e-300);
  });

  test("places in any order; values at one place are added", () => {
    const S = SparseTensor.fromTriplets(
      [1, 0, 1, 1],
      tensor([2, 1, 0, 2], { dtype: "int32" }),
      [1, 2, 3, 4],
      [3, 3],
    );
    expect(S.toDense().toArray()).toEqual([
      [0, 2, 0],
      [3, 0, 5],
      [0, 0, 0],
    ]);
    expect(S.nnz).toBe(3);
    expect([...S.rowStarts]).toEqual([0, 1, 3, 3]);
    expect([...S.columnIndices]).toEqual([1, 0, 2]);
    expect([...S.values]).toEqual([2, 3, 5]);
    expect(S.diagonal().toArray()).toEqual([0, 0, 0]);
    expect(SparseTensor.fromDense(eye(3).mul(2)).diagonal().toArray()).toEqual([2, 2, 2]);
  });

  test("a graph's Laplacian: zero row sums, and the path's eigenvector", () => {
    const n = 6;
    const path = Array.from({ length: n - 1 }, (_, i) => i);
    const A = SparseTensor.fromTriplets(
      path,
      path.map((i) => i + 1),
      path.map(() => 1),
      [n, n],
    );
    const W = A.add(A.transpose());
    const index = Array.from({ length: n }, (_, i) => i);
    const L = SparseTensor.fromTriplets(index, index, W.sum(1), [n, n]).sub(W);
    expect(L.matmul(ones(n)).toArray()).toEqual([0, 0, 0, 0, 0, 0]);
    const v = tensor(index.map((i) => Math.cos((Math.PI * (i + 0.5)) / n)));
    same(L.matmul(v), v.mul(2 - 2 * Math.cos(Math.PI / n)));
  });

  test("types: float32 with float32 stays, anything else gives float64", () => {
    const S = SparseTensor.fromDense(holes([4, 3], "float32"));
    expect(S.dtype).toBe("float32");
    expect(S.matmul(ones([3, 2], { dtype: "float32" })).dtype).toBe("float32");
    expect(S.matmul(ones([3, 2])).dtype).toBe("float64");
    expect(S.rmatmul(ones([2, 4], { dtype: "int32" })).dtype).toBe("float64");
    expect(S.add(S.astype("float64")).dtype).toBe("float64");
    expect(SparseTensor.fromDense(ones([2, 2], { dtype: "int32" })).dtype).toBe("float64");
    same(
      S.matmul(ones([3, 2], { dtype: "float32" })),
      matmul(S.toDense(), ones([3, 2], { dtype: "float32" })),
      1e-6,
    );
  });

  test("gradients of the dense operand, also of the gradient", () => {
    const S = SparseTensor.fromDense(holes([4, 3]));
    for (const order of [1, 2] as const) {
      checkGradients((x) => S.matmul(x).square(), [randn([3, 2], { random })], { order });
      checkGradients((x) => S.matmul(x).square(), [randn([3], { random })], { order });
      checkGradients((x) => S.rmatmul(x).square(), [randn([2, 4], { random })], { order });
    }
  });

  test("is made of compressed rows, which are copied", () => {
    const values = Float64Array.of(5, 3, 4);
    const S = SparseTensor.fromRows([0, 1, 1, 3], [2, 0, 1], values, [3, 3]);
    values[0] = 9;
    expect(S.toDense().toArray()).toEqual([
      [0, 0, 5],
      [0, 0, 0],
      [3, 4, 0],
    ]);
    expect(SparseTensor.fromRows([0, 1], [0], Float32Array.of(1), [1, 1]).dtype).toBe("float32");
    const build = (starts: number[], columns: number[], shape = [2, 2]) => {
      const ones = new Float64Array(columns.length).fill(1);
      return () => SparseTensor.fromRows(starts, columns, ones, shape);
    };
    expect(build([0, 1], [0])).toThrow(ShapeError);
    expect(build([0, 1, 1], [0], [2])).toThrow(ShapeError);
    expect(build([0, 1, 1], [0], [2, -1])).toThrow(ParameterError);
    expect(() => SparseTensor.fromRows([0, 1], [0], Float64Array.of(1, 2), [1, 1])).toThrow(
      "expected 2 starts and as many columns as values, got 2, 1 and 2",
    );
    expect(build([1, 1, 1], [0])).toThrow("expected starts from 0 to 1, got 1 to 1");
    expect(build([0, 2, 1], [0])).toThrow(OutOfRangeError);
    expect(build([0, 2, 2], [1, 1])).toThrow("expected columns that ascend within row 0");
    expect(build([0, 1, 1], [2])).toThrow(OutOfRangeError);
    expect(build([0, 1, 1], [-1])).toThrow(OutOfRangeError);
  });

  test("may have more places than any memory", () => {
    const S = SparseTensor.fromTriplets([70_000], [1_000_000], [2], [100_000, 2 ** 20]);
    expect(
      S.matmul(ones(2 ** 20, { dtype: "float64" }))
        .sum()
        .item(),
    ).toBe(2);
    expect(() => S.toDense()).toThrow(OutOfMemoryError);
    expect(() => SparseTensor.fromTriplets([], [], [], [1, 2 ** 31])).toThrow(OutOfMemoryError);
  });

  test("refuses what does not fit", () => {
    const S = SparseTensor.fromDense(ones([2, 3]));
    const build = SparseTensor.fromTriplets;
    expect(() => build([0], [0, 1], [1], [2, 2])).toThrow(ShapeError);
    expect(() => build([0], [0], [1], [2])).toThrow(ShapeError);
    expect(() => build([0], [0], [1], [2, -1])).toThrow(ParameterError);
    expect(() => build([2], [0], [1], [2, 2])).toThrow(/expected places from 0 to 1, got 2 at 0/);
    expect(() => build([0], [-1], [1], [2, 2])).toThrow(OutOfRangeError);
    expect(() => build([0], [0], [1], [1, 1], { dtype: "int32" })).toThrow(DTypeError);
    expect(() => S.astype("bool")).toThrow(DTypeError);
    expect(() => SparseTensor.fromDense(ones(3))).toThrow(ShapeError);
    expect(() => S.matmul(ones([2, 3]))).toThrow(ShapeError);
    expect(() => S.matmul(S)).toThrow(ShapeError);
    expect(() => S.matmul(ones([3, 1, 1]))).toThrow(ShapeError);
    expect(() => S.rmatmul(ones([2, 3]))).toThrow(ShapeError);
    expect(() => S.add(S.transpose())).toThrow(ShapeError);
    expect(() => S.sub(S.transpose())).toThrow(/SparseTensor.sub/);
    expect(() => S.scale(Number.NaN)).toThrow(ParameterError);
    expect(() => S.scaleRows([1])).toThrow(ShapeError);
    expect(() => S.scaleColumns(zeros(2))).toThrow(ShapeError);
    expect(() => S.row(2)).toThrow(OutOfRangeError);
    expect(() => S.rows(1, 3)).toThrow(OutOfRangeError);
    expect(() => S.sum(2)).toThrow(OutOfRangeError);
  });

  test("lends its arrays, and takes other values at the same places", () => {
    const S = SparseTensor.fromDense(holes([4, 3]));
    const sum = S.withEntries(({ rowStarts, columnIndices, values }) => {
      expect([...rowStarts]).toEqual([...S.rowStarts]);
      expect([...columnIndices]).toEqual([...S.columnIndices]);
      return (values as Float64Array).reduce((total, value) => total + value, 0);
    });
    expect(sum).toBeCloseTo(S.sum().item(), 12);
    const squares = S.values.map((value) => value * value);
    const T = S.withValues(squares);
    same(T.toDense(), S.toDense().square());
    squares.fill(0);
    same(T.toDense(), S.toDense().square());
    expect(S.withValues(new Float32Array(S.nnz)).dtype).toBe("float32");
    expect(() => S.withValues(new Float64Array(S.nnz + 1))).toThrow(ShapeError);
    expect(S.astype("float64")).toBe(S);
  });
});
