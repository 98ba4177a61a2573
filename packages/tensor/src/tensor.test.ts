import {
  DTypeError,
  display,
  LinAlgError,
  OutOfRangeError,
  ParameterError,
  RandomGenerator,
  ShapeError,
  setDisplaySink,
  ValueError,
} from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  argmax,
  cholesky,
  choleskySolve,
  clip,
  concatenate,
  determinant,
  diagonal,
  dot,
  eye,
  full,
  inverse,
  linspace,
  lowerTriangle,
  lstsq,
  matmul,
  max,
  norm,
  ones,
  onesLike,
  outer,
  pow,
  prod,
  qr,
  rand,
  randn,
  reshape,
  scalar,
  slice,
  solve,
  squeeze,
  stack,
  sum,
  take,
  tensor,
  trace,
  transpose,
  triangularSolve,
  unsqueeze,
  variance,
  where,
  zeros,
  zerosLike,
} from "./index";

describe("making tensors", () => {
  test("tensor takes numbers, nested lists, typed arrays and tensors", () => {
    expect(tensor(3).shape).toEqual([]);
    expect(tensor([[1, 2, 3]]).shape).toEqual([1, 3]);
    expect(tensor([]).shape).toEqual([0]);
    expect(tensor([[], []]).shape).toEqual([2, 0]);
    expect(tensor([[true], [false]]).dtype).toBe("bool");
    expect(tensor([true, 2]).dtype).toBe("float64");
    expect(tensor(new Float32Array([1, 2])).dtype).toBe("float32");
    expect(tensor(new Int32Array(6), { shape: [2, 3] }).shape).toEqual([2, 3]);
    expect(tensor(new Uint8Array([255])).toArray()).toEqual([255]);
    expect(tensor([1.7, -1.7], { dtype: "int32" }).toArray()).toEqual([1, -1]);
    expect(tensor([0, 2], { dtype: "bool" }).toArray()).toEqual([false, true]);
    expect(tensor([1.1], { dtype: "float32" }).item()).toBe(Math.fround(1.1));
  });

  test("a copy of a tensor or array does not follow the original", () => {
    const values = new Float64Array([1, 2]);
    const a = tensor(values);
    const b = tensor(a);
    values[0] = 9;
    a.assign(7);
    expect(b.toArray()).toEqual([1, 2]);
  });

  test("tensor refuses ragged lists, text, other sizes and types", () => {
    expect(() => tensor([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => tensor([[1], 2])).toThrow(/lists of equal length, 1 at axis 1, got 2/);
    expect(() => tensor([1, [2]])).toThrow(ShapeError);
    expect(() => tensor(["a"] as never)).toThrow(ValueError);
    expect(() => tensor([1, 2], { shape: [3] })).toThrow(ShapeError);
    expect(() => tensor([Number.NaN], { dtype: "int32" })).toThrow(ValueError);
    expect(() => tensor([2 ** 31], { dtype: "int32" })).toThrow(/fit int32.*got 2147483648/);
    expect(() => tensor([1], { dtype: "float16" as never })).toThrow(DTypeError);
    expect(() => tensor(new BigInt64Array(1) as never)).toThrow(DTypeError);
  });

  test("zeros, ones, full, eye, arange, linspace, scalar and their kin", () => {
    expect(zeros(2).toArray()).toEqual([0, 0]);
    expect(ones([1, 2], { dtype: "int32" }).toArray()).toEqual([[1, 1]]);
    expect(full([2], true).dtype).toBe("bool");
    expect(full([], 7, { requiresGrad: true }).requiresGrad).toBe(true);
    expect(eye(2, { dtype: "float32" }).toArray()).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(arange(5, 0, -2).toArray()).toEqual([5, 3, 1]);
    expect(arange(3, 1).shape).toEqual([0]);
    expect(linspace(0, 0.3, 4).data()[3]).toBe(0.3);
    expect(linspace(2, 5, 1).toArray()).toEqual([2]);
    expect(scalar(3).item()).toBe(3);
    expect(zerosLike(ones([2], { dtype: "int32" })).dtype).toBe("int32");
    expect(onesLike(zeros([2, 0])).shape).toEqual([2, 0]);
  });

  test("shapes and arguments are checked", () => {
    expect(() => zeros(-1)).toThrow(ParameterError);
    expect(() => ones([2, 1.5])).toThrow(ParameterError);
    expect(() => full(2, Number.NaN, { dtype: "int32" })).toThrow(ValueError);
    expect(() => eye(-1)).toThrow(ParameterError);
    expect(() => arange(0, 1, 0)).toThrow(ParameterError);
    expect(() => arange(0, Infinity)).toThrow(ParameterError);
    expect(() => linspace(0, Number.NaN, 3)).toThrow(ParameterError);
    expect(() => linspace(0, 1, -1)).toThrow(ParameterError);
    expect(() => zeros(1, { dtype: "x" as never })).toThrow(DTypeError);
    expect(() => zeros(Array.from({ length: 65 }, () => 1))).toThrow(ShapeError);
  });

  test("rand and randn depend on the seed alone", () => {
    const draw = (seed: number) => randn([3, 4], { random: new RandomGenerator(seed) }).toArray();
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const uniform = rand(1000, { random: new RandomGenerator(3), dtype: "float32" });
    expect(uniform.dtype).toBe("float32");
    expect(uniform.min().item()).toBeGreaterThanOrEqual(0);
    expect(uniform.max().item()).toBeLessThan(1);
    expect(() => rand(-1, { random: new RandomGenerator(1) })).toThrow(ParameterError);
  });
});

describe("what does not fit is a typed error that says where, what was expected, what came", () => {
  const x = zeros([2, 3]);

  test("shapes", () => {
    expect(() => x.add(zeros(2))).toThrow(
      /add: expected shapes that broadcast .*, got \(2, 3\) and \(2,\)/,
    );
    expect(() => matmul(x, zeros([2, 3]))).toThrow(/matmul: .*\(2, 3\) and \(2, 3\)/);
    expect(() => matmul(x, scalar(1))).toThrow(ShapeError);
    expect(() => matmul(zeros([2, 1, 1]), zeros([3, 1, 1]))).toThrow(ShapeError);
    expect(() => dot(x, x)).toThrow(ShapeError);
    expect(() => outer(x, x)).toThrow(ShapeError);
    expect(() => reshape(x, [4])).toThrow(/6 elements for a tensor of shape \(2, 3\), got \(4,\)/);
    expect(() => reshape(x, [-1, -1])).toThrow(ShapeError);
    expect(() => reshape(x, [4, -1])).toThrow(ShapeError);
    expect(() => squeeze(x, 0)).toThrow(ShapeError);
    expect(() => x.broadcastTo([3, 2])).toThrow(ShapeError);
    expect(() => x.broadcastTo([3])).toThrow(ShapeError);
    expect(() => concatenate([x, zeros([2, 2])])).toThrow(ShapeError);
    expect(() => stack([x, zeros([3, 2])])).toThrow(ShapeError);
    expect(() => x.item()).toThrow(/item: expected one element, got shape \(2, 3\)/);
    expect(() => where(zeros([4]).equal(0), x, 0)).toThrow(ShapeError);
  });

  test("axes and indices", () => {
    expect(() => sum(x, 2)).toThrow(/sum: axis must be from -2 to 1, got 2/);
    expect(() => sum(x, -3)).toThrow(OutOfRangeError);
    expect(() => sum(x, 0.5)).toThrow(OutOfRangeError);
    expect(() => sum(scalar(1), 0)).toThrow(OutOfRangeError);
    expect(() => sum(x, [0, -2])).toThrow(ParameterError);
    expect(() => argmax(x, 5)).toThrow(OutOfRangeError);
    expect(() => transpose(x, 0, 2)).toThrow(OutOfRangeError);
    expect(() => transpose(x, 0, 0)).toThrow(ParameterError);
    expect(() => unsqueeze(x, 3)).toThrow(OutOfRangeError);
    expect(() => squeeze(x, 2)).toThrow(OutOfRangeError);
    expect(() => x.at(2)).toThrow(/index must be from -2 to 1, got 2/);
    expect(() => x.at(0.5)).toThrow(OutOfRangeError);
    expect(() => zeros(0).at(0)).toThrow(/axis is empty/);
    expect(() => slice(x, 0, 0, 0)).toThrow(OutOfRangeError);
    expect(() => slice(x, [0, 2, 0])).toThrow(/step/);
    expect(() => slice(x, [0.5])).toThrow(ParameterError);
    expect(() => take(x, [2])).toThrow(OutOfRangeError);
    expect(() => take(x, [0], 2)).toThrow(OutOfRangeError);
    expect(() => concatenate([x], 2)).toThrow(OutOfRangeError);
  });

  test("types and values", () => {
    const mask = x.equal(0);
    expect(() => mask.sub(mask)).toThrow(DTypeError);
    expect(() => mask.neg()).toThrow(DTypeError);
    expect(() => where(x, x, x)).toThrow(DTypeError);
    expect(() => take(x, tensor([0]))).toThrow(DTypeError);
    expect(() => x.add("1" as never)).toThrow(DTypeError);
    expect(() => x.astype("complex" as never)).toThrow(DTypeError);
    expect(() => x.div(0).astype("int32")).toThrow(/astype: .*got NaN at flat index 0/);
    expect(() => tensor([2 ** 31 - 1, 1], { dtype: "int32" }).sum()).toThrow(ValueError);
    expect(() => prod(full([40], 2, { dtype: "int32" }))).toThrow(ValueError);
    expect(() => pow(tensor([2], { dtype: "int32" }), -1)).toThrow(ValueError);
    expect(() => pow(2, tensor([-1], { dtype: "int32" }))).toThrow(ValueError);
    expect(() => clip(x, 1, 0)).toThrow(ParameterError);
    expect(() => clip(x, Number.NaN, 0)).toThrow(ParameterError);
    expect(() => variance(x, 0, { ddof: Number.NaN })).toThrow(ParameterError);
    expect(() => norm(x, 0, { ord: Number.NaN })).toThrow(ParameterError);
    expect(() => concatenate([])).toThrow(ParameterError);
    expect(() => max(zeros([0]))).toThrow(ShapeError);
    expect(() => argmax(zeros([2, 0]), 1)).toThrow(ShapeError);
  });

  test("linear algebra", () => {
    const singular = tensor([
      [1, 2],
      [2, 4],
    ]);
    expect(() => solve(singular, ones(2))).toThrow(/solve: .*singular one: no pivot in column 1/);
    expect(() => inverse(zeros([2, 2]))).toThrow(LinAlgError);
    expect(() => inverse(full([2, 2], Number.NaN))).toThrow(LinAlgError);
    expect(() => cholesky(singular.neg())).toThrow(/not above 0 at column 0/);
    expect(() => choleskySolve(full([1, 1], Number.NaN), ones(1))).toThrow(LinAlgError);
    expect(() => triangularSolve(singular.sub(singular), ones(2))).toThrow(/0 at row 0/);
    for (const f of [cholesky, inverse, determinant, (A: typeof x) => solve(A, ones(2))]) {
      expect(() => f(x)).toThrow(ShapeError);
    }
    expect(() => solve(eye(2), ones(3))).toThrow(/right-hand side of shape \(2,\) or \(…, 2, m\)/);
    expect(() => triangularSolve(eye(2), ones([3, 1]))).toThrow(ShapeError);
    expect(() => lstsq(x, ones(3))).toThrow(ShapeError);
    expect(() => lstsq(x.div(0), ones(2))).toThrow(/lstsq: A must hold finite numbers, got NaN/);
    expect(() => lstsq(x, full([2], Infinity))).toThrow(ValueError);
    expect(() => lstsq(x, ones(2), { rcond: -1 })).toThrow(ParameterError);
    expect(() => qr(ones(3))).toThrow(ShapeError);
    expect(() => trace(ones(3))).toThrow(ShapeError);
    expect(() => diagonal(ones(3))).toThrow(ShapeError);
    expect(() => lowerTriangle(ones(3))).toThrow(ShapeError);
    expect(determinant(singular).item()).toBeCloseTo(0, 15);
  });
});

describe("qr", () => {
  test.each([
    [5, 3],
    [3, 5],
    [4, 4],
    [1, 1],
  ])("A = Q·R with orthonormal Q and upper triangular R, %i × %i", (m, n) => {
    const A = randn([m, n], { random: new RandomGenerator(m * 10 + n) });
    const { Q, R } = qr(A);
    const k = Math.min(m, n);
    expect(Q.matmul(R).sub(A).abs().max().item()).toBeLessThan(1e-14);
    expect(Q.transpose().matmul(Q).sub(eye(k)).abs().max().item()).toBeLessThan(1e-14);
    expect(R.shape).toEqual([k, n]);
    expect(lowerTriangle(R, -1).abs().max().item()).toBe(0);
  });
});

describe("text, whose layout is tested in format", () => {
  test("display shows the same text", () => {
    const shown: unknown[] = [];
    const before = setDisplaySink((data) => shown.push(data));
    display(tensor([1, 2]));
    setDisplaySink(before);
    expect(shown).toEqual([{ kind: "text", text: "[1. 2.]\nshape (2,), float64" }]);
  });
});

describe("a plain number takes the tensor's type", () => {
  test.each([
    ["float32", 0.1, "float32"],
    ["float64", 1, "float64"],
    ["int32", 2, "int32"],
    ["int32", 0.5, "float64"],
    ["bool", 1, "int32"],
    ["bool", 0.5, "float64"],
  ] as const)("%s + %d is %s", (dtype, value, expected) => {
    expect(ones(2, { dtype }).add(value).dtype).toBe(expected);
  });
});

describe("reading", () => {
  test("item, data and toArray of every type", () => {
    const mask = tensor([[true, false]]);
    expect(mask.data()).toEqual(new Uint8Array([1, 0]));
    expect(mask.toArray()).toEqual([[true, false]]);
    expect(mask.at(0).at(0).item()).toBe(1);
    expect(tensor([1, 2]).transpose().data()).toEqual(new Float64Array([1, 2]));
    expect(arange(6).reshape([2, 3]).transpose().data()).toEqual(
      new Float64Array([0, 3, 1, 4, 2, 5]),
    );
    expect(scalar(2).toArray<number>()).toBe(2);
    expect(zeros([2, 0]).toArray()).toEqual([[], []]);
  });

  test("data is a copy", () => {
    const x = tensor([1, 2]);
    x.data()[0] = 9;
    expect(x.toArray()).toEqual([1, 2]);
  });
});

describe("extremes of long rows", () => {
  test.each(["float32", "float64"] as const)(
    "find the number and the NaN at every place, %s",
    (dtype) => {
      for (const n of [1, 7, 8, 9, 16, 17, 31, 64, 70]) {
        for (let place = 0; place < n; place++) {
          const values = Float64Array.from({ length: n }, (_, i) => (i * 7) % 5);
          const x = (value: number) => tensor(values.with(place, value)).astype(dtype);
          expect(x(9).max().item()).toBe(9);
          expect(x(-9).min().item()).toBe(-9);
          expect(x(9).argmax().item()).toBe(place);
          expect(x(-9).argmin().item()).toBe(place);
          expect(x(Number.NaN).argmax().item()).toBe(place);
          expect(x(Number.NaN).argmin().item()).toBe(place);
          expect(x(0).argmin().item()).toBe(0);
          expect(x(Number.NaN).max().item()).toBeNaN();
          expect(x(Number.NaN).min().item()).toBeNaN();
          expect(x(-9).reshape([n, 1]).broadcastTo([n, 5]).min(0).toArray()).toEqual([
            -9, -9, -9, -9, -9,
          ]);
        }
      }
    },
  );
});
