import { ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { full, ones, promoteTypes, tensor, where } from "./index";

describe("uint8", () => {
  const x = tensor(new Uint8Array([1, 2, 250]));

  test("is the type of byte arrays, clamped or not", () => {
    expect(x.dtype).toBe("uint8");
    expect(x.data()).toEqual(new Uint8Array([1, 2, 250]));
    expect(tensor(new Uint8ClampedArray([300])).toArray()).toEqual([255]);
    expect(tensor([[1.9, 2]], { dtype: "uint8" }).toArray()).toEqual([[1, 2]]);
    expect(x.at(2).item()).toBe(250);
  });

  test("promotes as in NumPy", () => {
    const types = ["bool", "uint8", "int32", "float32", "float64"] as const;
    expect(types.map((t) => promoteTypes("uint8", t))).toEqual([
      "uint8",
      "uint8",
      "int32",
      "float32",
      "float64",
    ]);
  });

  test("refuses a whole number that it cannot hold, but compares with it", () => {
    expect(() => x.add(-1)).toThrow(/add: expected a number that fits uint8, got -1/);
    expect(() => x.mul(256)).toThrow(ValueError);
    expect(() => where(x.less(9), x, 300)).toThrow(ValueError);
    expect(x.less(256).toArray()).toEqual([true, true, true]);
    expect(x.greater(-1).toArray()).toEqual([true, true, true]);
    expect(() => full(2, 256, { dtype: "uint8" })).toThrow(ValueError);
    expect(() => full(2, Number.NaN, { dtype: "uint8" })).toThrow(ValueError);
    expect(() => x.assign(-1)).toThrow(ValueError);
  });

  test("is cast from what it can hold only", () => {
    expect(() => tensor([1, -1]).astype("uint8")).toThrow(
      /astype: expected numbers that fit uint8 \(finite, 0 to 255\), got -1 at flat index 1/,
    );
    for (const value of [256, Number.NaN, Infinity]) {
      expect(() => tensor([value]).astype("uint8")).toThrow(ValueError);
      expect(() => tensor([value], { dtype: "float32" }).astype("uint8")).toThrow(ValueError);
    }
    expect(() => ones(1, { dtype: "int32" }).mul(256).astype("uint8")).toThrow(ValueError);
  });
});
