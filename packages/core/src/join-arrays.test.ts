import { expect, test } from "vitest";
import { joinArrays } from "./join-arrays";

test("lists come one after the other, whatever they are, into an array of the kind that is asked for", () => {
  const parts = [[1, 300], Float32Array.of(2.5), [], Uint8Array.of(7)];
  expect(joinArrays(Float64Array, parts)).toEqual(Float64Array.of(1, 300, 2.5, 7));
  expect(joinArrays(Uint8Array, parts)).toEqual(Uint8Array.of(1, 44, 2, 7));
  expect(joinArrays(Int32Array, [])).toEqual(new Int32Array(0));
});
