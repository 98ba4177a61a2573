import {
  DTypeError,
  OutOfRangeError,
  ParameterError,
  RandomGenerator,
  ShapeError,
  ValueError,
} from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arange,
  argsort,
  bincount,
  checkGradients,
  type DType,
  digitize,
  histogram,
  placeTable,
  randn,
  searchsorted,
  sort,
  tensor,
  topk,
  uniqueAll,
  zeros,
} from "../index";

const dtypes: readonly DType[] = ["float64", "float32", "int32", "uint8", "bool"];
const lengths = [1, 2, 15, 16, 17, 33, 47, 48, 500, 8191, 8192, 20_000];

describe("long rows, by every method", () => {
  test.each(dtypes)("%s", (dtype) => {
    for (const n of lengths) {
      const raw = randn(n, { random: new RandomGenerator(n) });
      const scaled = dtype === "uint8" ? raw.abs().mul(40) : raw.mul(dtype === "int32" ? 1e5 : 9);
      const x = scaled.astype(dtype);
      const values = x.data();
      const expected = values.slice().sort();
      expect(sort(x).data()).toEqual(expected);
      expect(sort(x, 0, { descending: true }).data()).toEqual(expected.slice().reverse());
      // The order as JavaScript's stable sort has it.
      const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]! || i - j);
      expect(argsort(x).data()).toEqual(Int32Array.from(order));
    }
  });

  test.each([
    ["that share their upper digits", (i: number) => 1 + ((i * 7919) % 10_007) * 1e-13],
    ["of which few do", (i: number) => Math.sin(i) + (i % 100 === 0 ? 1e-14 : 0)],
    ["that are whole", (i: number) => (i * 7919) % 10_007],
    ["that are sorted", (i: number) => i],
    ["that fall", (i: number) => -i * 1e-9],
  ])("of numbers %s", (_name, f) => {
    for (const length of [500, 10_007]) {
      const values = Float64Array.from({ length }, (_, i) => f(i));
      const x = tensor(values);
      expect(sort(x).data()).toEqual(values.slice().sort());
      const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]! || i - j);
      expect(argsort(x).data()).toEqual(Int32Array.from(order));
    }
  });

  test("with NaN last in both directions, −0 before 0, and equal ones as they stand", () => {
    const x = tensor([0, Number.NaN, -0, Infinity, -Infinity, Number.NaN, 0]);
    expect(sort(x).data()).toEqual(
      Float64Array.of(-Infinity, -0, 0, 0, Infinity, Number.NaN, Number.NaN),
    );
    expect(argsort(x).toArray()).toEqual([4, 0, 2, 6, 3, 1, 5]);
    expect(argsort(x, 0, { descending: true }).toArray()).toEqual([3, 0, 2, 6, 4, 1, 5]);
  });

  test("topk is the beginning of the sorted row, whichever way it is found", () => {
    const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 200, maxLength: 300 }),
        fc.nat(4),
        fc.boolean(),
        (list, k, largest) => {
          const x = tensor(list).astype("float32");
          const { values, indices } = topk(x, k, { largest });
          expect(indices.data()).toEqual(
            argsort(x, 0, { descending: largest }).slice([0, k]).data(),
          );
          expect(values.data()).toEqual(sort(x, 0, { descending: largest }).slice([0, k]).data());
        },
      ),
      { numRuns: 50 },
    );
  });

  test("unique values, taken by the inverse, are the tensor itself", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (list) => {
        const x = tensor(list, { dtype: "uint8" });
        const { values, index, inverse, counts } = uniqueAll(x);
        expect(values.take(inverse).data()).toEqual(x.data());
        expect(x.take(index).data()).toEqual(values.data());
        expect(counts.sum().item()).toBe(list.length);
      }),
    );
  });
});

describe("placeTable", () => {
  test("finds the numbers of each column, and looks each element up", () => {
    const x = tensor([
      [2, 0, 4],
      [1, 0, 0],
    ]);
    for (const given of [x, x.astype("float32"), tensor(x.transpose().toArray()).transpose()]) {
      const table = placeTable(given, 5)!;
      expect([...table.found]).toEqual([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
      const values = Float64Array.from({ length: 15 }, (_, i) => i / 4);
      expect(table.lookUp(values).toArray()).toEqual([
        [0.5, 1.25, 3.5],
        [0.25, 1.25, 2.5],
      ]);
    }
  });

  test("is as reading the elements one by one, whatever they are", () => {
    const element = fc.oneof(
      { weight: 40, arbitrary: fc.integer({ min: 0, max: 9 }) },
      fc.constantFrom(-0, -1, 0.5, 10, 2 ** 32, 1e300, Number.NaN, Number.POSITIVE_INFINITY),
    );
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((k) =>
        fc.array(fc.array(element, { minLength: k, maxLength: k }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(rows, fc.constantFrom("float32", "float64"), (x, dtype) => {
        const table = placeTable(tensor(x, { dtype }), 10);
        const isWhole = x.flat().every((value) => [...Array(10).keys()].includes(value + 0));
        expect(table !== undefined).toBe(isWhole);
        if (table === undefined) return;
        const values = Float64Array.from(table.found, (_, place) => place);
        expect(table.lookUp(values).toArray()).toEqual(
          x.map((row) => row.map((value, j) => j * 10 + value)),
        );
        for (const [place, found] of table.found.entries()) {
          const isThere = x.some((row) => row[Math.floor(place / 10)] === place % 10);
          expect(found).toBe(Number(isThere));
        }
      }),
    );
  });
});

describe("gradients, and theirs", () => {
  const x = arange(12).mul(2.3).sin().reshape([3, 4]);
  test.each([
    ["sort", (a: typeof x) => sort(a, 0)],
    ["sort, descending", (a: typeof x) => sort(a, 1, { descending: true })],
    ["topk", (a: typeof x) => topk(a, 2).values],
    ["topk of the smallest", (a: typeof x) => topk(a, 3, { axis: 0, largest: false }).values],
  ] as const)("%s", (_name, f) => {
    checkGradients(f, [x]);
    checkGradients((a) => f(a.sin()), [x], { order: 2 });
  });

  test("bincount, in the weights", () => {
    const places = tensor(Int32Array.of(0, 2, 2));
    checkGradients((weights) => bincount(places, { weights }).sin(), [x.at(0).slice([0, 3])]);
  });
});

describe("what does not fit is a typed error", () => {
  const m = zeros([2, 3]);
  const v = zeros(3);

  test("axes and parameters", () => {
    expect(() => sort(m, 2)).toThrow(OutOfRangeError);
    expect(() => argsort(m, -3)).toThrow(OutOfRangeError);
    expect(() => topk(m, 1, { axis: 2 })).toThrow(OutOfRangeError);
    expect(() => topk(m, 4)).toThrow(/topk: k must be at most 3, the length of axis 1/);
    expect(() => topk(m, 0.5)).toThrow(ParameterError);
    expect(() => searchsorted(v, v, { side: "middle" as never })).toThrow(ParameterError);
    expect(() => bincount(zeros(0, { dtype: "int32" }), { minLength: -1 })).toThrow(ParameterError);
    expect(() => histogram(v, { bins: 0 })).toThrow(ParameterError);
    expect(() => histogram(v, { range: [1, 0] })).toThrow(ParameterError);
    expect(() => histogram(v, { range: [0, Infinity] })).toThrow(ParameterError);
    expect(() => placeTable(m, 0)).toThrow(ParameterError);
    expect(() => placeTable(v, 5)).toThrow(
      new ShapeError("placeTable: expected a matrix with rows and columns, got shape (3,)"),
    );
    expect(() => placeTable(m.astype("int32"), 5)).toThrow(
      new DTypeError("placeTable: expected a floating tensor, got int32"),
    );
    expect(() => placeTable(m, 5)!.lookUp(new Float64Array(14))).toThrow(
      new ShapeError("placeTable: expected a table of 15 numbers, got 14"),
    );
  });

  test("shapes and values", () => {
    expect(() => searchsorted(m, v)).toThrow(ShapeError);
    expect(() => digitize(v, m)).toThrow(ShapeError);
    expect(() => bincount(m.astype("int32"))).toThrow(ShapeError);
    expect(() => bincount(v.astype("int32"), { weights: zeros(2) })).toThrow(ShapeError);
    expect(() => histogram(v, { weights: zeros(2) })).toThrow(ShapeError);
    expect(() => digitize(v, tensor([0, 2, 1]))).toThrow(ValueError);
    expect(() => bincount(v)).toThrow(/bincount: expected integers, got a float64 tensor/);
    expect(() => bincount(tensor(Int32Array.of(1, -1)))).toThrow(ValueError);
    expect(() => histogram(v, { bins: [1, 0] })).toThrow(ValueError);
    expect(() => histogram(v.div(0))).toThrow(/histogram: expected finite numbers/);
  });
});
