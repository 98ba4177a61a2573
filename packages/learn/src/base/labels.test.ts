import { ShapeError, ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { encodeKnownLabels, encodeLabels } from "./labels";

const encode = (y: unknown) => encodeLabels("f", "y", y as never);

describe("labels", () => {
  test("are numbered in their order: numbers by size, strings by code units, false before true", () => {
    expect(encode([10, 9, 10])).toEqual({ classes: [9, 10], codes: Int32Array.of(1, 0, 1) });
    expect(encode(["b", "B", "a"]).classes).toEqual(["B", "a", "b"]);
    expect(encode([true, false]).classes).toEqual([false, true]);
  });

  test("may stand in tensors, columns and typed arrays", () => {
    const codes = Int32Array.of(0, 1, 0);
    const table = DataFrame.fromColumns({
      n: [2, 5, 2],
      s: ["u", "v", "u"],
      b: [false, true, false],
    });
    for (const y of [tensor([2, 5, 2]), table.column("n"), Float64Array.of(2, 5, 2)]) {
      expect(encode(y)).toEqual({ classes: [2, 5], codes });
    }
    expect(encode(table.column("s"))).toEqual({ classes: ["u", "v"], codes });
    expect(encode(table.column("b"))).toEqual({ classes: [false, true], codes });
    expect(encode(tensor([false, true, false]))).toEqual({ classes: [false, true], codes });
  });

  test("that are codes already are copied, since what is given may change later", () => {
    for (const y of [Int32Array.of(0, 1, 2, 1), Int32Array.of(3, 1023, 3), Int32Array.of(-1, 5)]) {
      const before = encode(y);
      const codes = before.codes.slice();
      expect(codes).toEqual(encode(Array.from(y)).codes);
      expect(codes).toEqual(encode(Float64Array.from(y)).codes);
      y.fill(7);
      expect(before.codes).toEqual(codes);
    }
  });

  test("of typed arrays are checked like others, and numbers far apart are told apart", () => {
    expect(() => encode(Float64Array.of(1, 1.5))).toThrow("got 1.5 at row 1");
    expect(() => encode(Float64Array.of(1, Number.NaN))).toThrow("got NaN at row 1");
    for (const far of [70_000, 2 ** 40]) {
      expect(encode(Float64Array.of(far, -3, far))).toEqual({
        classes: [-3, far],
        codes: Int32Array.of(1, 0, 1),
      });
    }
    expect(encode(Float64Array.of(0, -0)).classes).toEqual([0]);
  });

  test("of plain arrays of numbers as of typed ones, with gaps between them or without", () => {
    for (const far of [4, 70_000]) {
      const expected = { classes: [-1, 0, 2, far], codes: Int32Array.of(2, 0, 3, 1, 0) };
      expect(encode([2, -1, far, -0, -1])).toEqual(expected);
      expect(encode(Float64Array.of(2, -1, far, 0, -1))).toEqual(expected);
    }
    expect(encode([3, 1, 2])).toEqual({ classes: [1, 2, 3], codes: Int32Array.of(2, 0, 1) });
    for (const strange of [1n, "1", true, null, undefined, Number.NaN, Infinity]) {
      expect(() => encode([1, strange])).toThrow("at row 1");
    }
  });

  test("that are not known have the code −1", () => {
    expect([...encodeKnownLabels("f", "y", ["b", "z"], ["a", "b"])]).toEqual([1, -1]);
  });

  test("are refused where they are missing, mixed, fractions or none", () => {
    expect(() => encode(["a", null])).toThrow(
      "f: expected y to be labels that are all strings, got null at row 1",
    );
    expect(() => encode([1, "a"])).toThrow('all whole numbers, got "a" at row 1');
    expect(() => encode([1, 1.5])).toThrow("got 1.5 at row 1");
    expect(() => encode([{}])).toThrow("f: expected y to be labels, got");
    for (const none of [[], new Float64Array(0), tensor([])]) {
      expect(() => encode(none)).toThrow(ShapeError);
    }
    expect(() => encode(tensor([[1]]))).toThrow(ShapeError);
    expect(() => encode("abc")).toThrow(ValueError);
  });
});
