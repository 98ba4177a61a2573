import fc from "fast-check";
import { expect, test } from "vitest";
import { NumberColumn } from "../index";
import { sortOrder } from "./sort";

const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, Infinity, -Infinity, Number.NaN, 5e-324, -5e-324),
);

function plainOrder(values: readonly number[], sign: number): number[] {
  return [...values.keys()].sort((i, j) => {
    const [a, b] = [values[i]!, values[j]!];
    if (Number.isNaN(a) || Number.isNaN(b)) {
      return Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || i - j;
    }
    return a < b ? -sign : a > b ? sign : i - j;
  });
}

test("any numbers sort as by comparison, stable, NaN last both ways", () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), fc.boolean(), (values, descending) => {
      const column = new NumberColumn("x", Float64Array.from(values));
      const order = sortOrder([column], values.length, descending);
      expect([...order]).toEqual(plainOrder(values, descending ? -1 : 1));
    }),
    { numRuns: 300 },
  );
});

test("a part of a longer array sorts too", () => {
  const part = Float64Array.of(9, 3, 1, 2).subarray(1);
  expect([...sortOrder([new NumberColumn("x", part)], 3)]).toEqual([1, 2, 0]);
});
