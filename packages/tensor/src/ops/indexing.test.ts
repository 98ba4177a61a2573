import { DTypeError, OutOfRangeError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  checkGradients,
  gather,
  index,
  indexAdd,
  maskedSelect,
  scatter,
  scatterAdd,
  setAt,
  type Tensor,
  take,
  takeAlongAxis,
  tensor,
  zeros,
} from "../index";

const places = (...values: number[]) => tensor(Int32Array.from(values));
const x = arange(24).mul(0.7).sin().reshape([4, 3, 2]);
const mask = x.greater(0);

describe("gradients, and theirs", () => {
  const v = tensor([0.3, -0.6, 0.9]);
  const column = tensor([[2], [0], [2], [1]]).astype("int32");
  const m = arange(12).mul(1.3).cos().reshape([4, 3]);
  const list: readonly (readonly [string, (...inputs: Tensor[]) => Tensor, readonly Tensor[]])[] = [
    ["index by places", (a) => index(a, places(3, 0, 3), places(1, 2, 1)), [x]],
    ["index with a range between", (a) => index(a, places(3, 0, 3), [1], places(1, 0, 1)), [x]],
    ["index by places behind a range", (a) => index(a, [0, 3, 2], places(2, 2, 0)), [x]],
    ["index by a mask", (a) => index(a, mask), [x]],
    ["index by a mask of leading axes", (a) => index(a, mask.slice(null, null, 0)), [x]],
    ["index of a view", (a) => index(a.transpose(), places(1, 1), 0, places(0, 3)), [x]],
    ["maskedSelect", (a) => maskedSelect(a, mask), [x]],
    ["maskedSelect, broadcast", (a) => maskedSelect(a, mask), [x.slice([0, 1])]],
    ["take of many axes", (a) => take(a, places(0, 1, 1, 2).reshape([2, 2]), 1), [x]],
    ["takeAlongAxis", (a) => takeAlongAxis(a, column, 1), [m]],
    ["takeAlongAxis, broadcast", (a) => takeAlongAxis(a, column, 1), [m.slice([0, 1])]],
    ["gather", (a) => gather(a, 1, column.slice([1, 3])), [m]],
    ["scatter", (a, b) => scatter(a, 1, column, b), [m, m.slice(null, [0, 1])]],
    ["scatter of one value", (a, b) => scatter(a, 0, column, b), [m, tensor(0.5)]],
    ["scatter where values meet", (a, b) => scatter(a, 0, places(1, 1, 0), b), [v, v.mul(2)]],
    ["scatterAdd", (a, b) => scatterAdd(a, 0, places(1, 1, 0), b), [v, v.mul(2)]],
    ["indexAdd", (a, b) => indexAdd(a, 1, [2, 2], b), [m, m.slice(null, [0, 2])]],
    ["setAt", (a, b) => setAt(a, [mask], b), [x, tensor(2)]],
    ["setAt where values meet", (a, b) => setAt(a, [places(1, 1, 0)], b), [m, v]],
    ["setAt a range", (a, b) => setAt(a, [[1, 3], 0], b), [m, v.slice([0, 2])]],
    ["setAt, adding", (a, b) => setAt(a, [places(1, 1, 0)], b, { accumulate: true }), [m, v]],
  ];

  test.each(list)("%s", (_name, f, inputs) => {
    checkGradients(f, inputs);
    checkGradients((...all) => f(...all.map((a) => a.sin())), inputs, { order: 2 });
  });
});

describe("what does not fit is a typed error", () => {
  const m = zeros([2, 3]);
  test("indices out of range", () => {
    expect(() => index(m, places(2))).toThrow(/index: index must be from -2 to 1, got 2/);
    expect(() => index(m, places(0), -4)).toThrow(OutOfRangeError);
    expect(() => index(m, 0, 0, 0)).toThrow(/at most 2 axes of shape \(2, 3\), got 3/);
    expect(() => index(m, zeros([2, 3, 1]).equal(0))).toThrow(OutOfRangeError);
    expect(() => takeAlongAxis(m, places(3).reshape([1, 1]), 1)).toThrow(OutOfRangeError);
    expect(() => gather(m, 0, places(2).reshape([1, 1]))).toThrow(OutOfRangeError);
    expect(() => gather(m, 2, places(2).reshape([1, 1]))).toThrow(OutOfRangeError);
    expect(() => scatter(m, 0, places(-3).reshape([1, 1]), 0)).toThrow(OutOfRangeError);
    expect(() => scatterAdd(m, 0, places(2).reshape([1, 1]), 0)).toThrow(OutOfRangeError);
    expect(() => indexAdd(m, 0, [2], 0)).toThrow(OutOfRangeError);
    expect(() => indexAdd(m, 5, [0], 0)).toThrow(OutOfRangeError);
    expect(() => setAt(m, [places(2)], 0)).toThrow(OutOfRangeError);
  });

  test("shapes", () => {
    expect(() => index(m, zeros(3).equal(0))).toThrow(
      /a mask of shape \(2,\) at axis 0, got \(3,\)/,
    );
    expect(() => index(m, tensor(true))).toThrow(ShapeError);
    expect(() => index(m, places(0, 1), places(0, 1, 2))).toThrow(ShapeError);
    expect(() => maskedSelect(m, zeros(2).equal(0))).toThrow(ShapeError);
    expect(() => takeAlongAxis(m, places(0), 1)).toThrow(ShapeError);
    expect(() => takeAlongAxis(m, places(0, 0, 0).reshape([3, 1]), 1)).toThrow(ShapeError);
    expect(() => gather(m, 1, places(0, 0, 0).reshape([3, 1]))).toThrow(ShapeError);
    expect(() => scatter(m, 1, places(0), 0)).toThrow(ShapeError);
    expect(() => scatter(m, 1, places(0).reshape([1, 1]), zeros(2))).toThrow(ShapeError);
    expect(() => scatterAdd(m, 1, places(0), 0)).toThrow(ShapeError);
    expect(() => indexAdd(m, 0, places(0).reshape([1, 1]), 0)).toThrow(ShapeError);
    expect(() => indexAdd(m, 0, [0], zeros([2, 3]))).toThrow(ShapeError);
    expect(() => setAt(m, [0], zeros(2))).toThrow(ShapeError);
  });

  test("types and values", () => {
    expect(() => index(m, tensor([0]))).toThrow(DTypeError);
    expect(() => index(m, "1" as never)).toThrow(/key, got/);
    expect(() => index(m, "...", "...")).toThrow(ParameterError);
    expect(() => index(m, places(0), [0.5])).toThrow(ParameterError);
    expect(() => maskedSelect(m, m)).toThrow(DTypeError);
    expect(() => takeAlongAxis(m, m, 1)).toThrow(DTypeError);
    expect(() => gather(m, 1, m)).toThrow(DTypeError);
    expect(() => scatter(m, 1, m, 0)).toThrow(DTypeError);
    expect(() => scatterAdd(m, 1, m, 0)).toThrow(DTypeError);
    expect(() => indexAdd(m, 1, m.at(0), 0)).toThrow(DTypeError);
    expect(() => indexAdd(m, 1, [0], "1" as never)).toThrow(DTypeError);
    const bytes = tensor(new Uint8Array([200]));
    expect(() => setAt(bytes, [0], 300)).toThrow(ValueError);
    expect(() => scatter(bytes, 0, places(0), 300)).toThrow(ValueError);
    expect(() => scatterAdd(bytes, 0, places(0, 0), 200)).toThrow(ValueError);
    expect(() => indexAdd(bytes, 0, [0, 0], 200)).toThrow(ValueError);
  });
});

test.each(["float32", "float64"] as const)(
  "indexAdd adds whole rows of every length, %s",
  (dtype) => {
    for (const width of [1, 3, 4, 5, 8, 11]) {
      const rows = arange(4 * width)
        .reshape([4, width])
        .astype(dtype);
      const sums = indexAdd(zeros([3, width], { dtype }), 0, [2, 0, 2, 2], rows);
      const expected = arange(width).toArray<number[]>();
      expect(sums.toArray()).toEqual([
        expected.map((j) => width + j),
        expected.map(() => 0),
        expected.map((j) => 5 * width + 3 * j),
      ]);
    }
  },
);
