import { expect, test } from "vitest";

// What equality.ts answers at a glance, it must answer as Vitest would.
test("arrays are equal when every element is, of the same kind, and there", () => {
  const a = Float64Array.from({ length: 1_000 }, (_, i) => Math.sin(i));
  const b = a.slice();
  expect(a).toEqual(b);
  expect([{ a, n: [1, ["2", true]] }]).toStrictEqual([{ a: b, n: [1, ["2", true]] }]);
  expect(Float64Array.of(Number.NaN)).toEqual(Float64Array.of(Number.NaN));
  b[999] = 0;
  expect(a).not.toEqual(b);
  expect(a.subarray(0, 999)).toEqual(b.subarray(0, 999));
  expect(Float32Array.of(1)).not.toEqual(Float64Array.of(1));
  expect(Float32Array.of(0)).not.toEqual(Int32Array.of(0));
  expect([1, 2]).not.toEqual([1, 3]);
  expect([0]).not.toEqual([-0]);
  expect(Float64Array.of(0)).not.toEqual(Float64Array.of(-0));
  expect(new Array(1)).toEqual([undefined]);
  expect(new Array(1)).not.toStrictEqual([undefined]);
  expect([undefined]).not.toStrictEqual(new Array(1));
});
