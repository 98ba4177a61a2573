import { DTypeError, GradusError, ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { type DType, fromWriter, ones, tensor, withData } from "./index";

describe("withData", () => {
  test("gives the elements row by row, those of views too", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(withData(x.transpose(), (values) => [...values])).toEqual([1, 3, 2, 4]);
    expect(withData(x.at(1), (values) => [...values])).toEqual([3, 4]);
    expect(withData(x.greater(2), (values) => [...values])).toEqual([0, 0, 1, 1]);
  });

  test("makes no copy", () => {
    const x = ones([3]);
    withData(x, (values) => {
      values[1] = 5;
    });
    expect(x.toArray()).toEqual([1, 5, 1]);
  });

  test("refuses computing inside, and allows it again afterwards", () => {
    const x = ones([3]);
    expect(() => withData(x, () => x.add(1))).toThrow(GradusError);
    expect(() => withData(x, () => x.add(1))).toThrow(
      "withData: expected a function that only reads and writes the elements",
    );
    expect(x.add(1).toArray()).toEqual([2, 2, 2]);
  });
});

describe("fromWriter", () => {
  test.each(["float64", "float32", "int32", "uint8", "bool"] as const)("writes %s", (dtype) => {
    const x = fromWriter([2, 2], dtype, (values) => values.set([1, 0, 3], 1));
    const rows =
      dtype === "bool"
        ? [
            [false, true],
            [false, true],
          ]
        : [
            [0, 1],
            [0, 3],
          ];
    expect(x.dtype).toBe(dtype);
    expect(x.toArray()).toEqual(rows);
  });

  test("refuses what is no shape or type, and computing inside", () => {
    expect(() => fromWriter([-1], "float64", () => {})).toThrow(ParameterError);
    expect(() => fromWriter([1], "complex" as DType, () => {})).toThrow(DTypeError);
    expect(() => fromWriter(2, "float64", () => ones(3))).toThrow(GradusError);
  });
});
