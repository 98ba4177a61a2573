import { RandomGenerator } from "@gradus/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  argsort,
  getNumThreads,
  randn,
  setNumThreads,
  sort,
  type Tensor,
  type TypedArray,
  threadStats,
} from "../index";

const before = getNumThreads();
const long = randn(200_001, { random: new RandomGenerator(3) }).mul(300);
const rows = randn([300, 700], { random: new RandomGenerator(4) });

beforeAll(async () => {
  setNumThreads(3);
  for (let i = 0; i < 100 && threadStats().nHelpers < 2; i++) {
    sort(rows);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

afterAll(() => void setNumThreads(before));

const withThreads = (n: number, work: () => Tensor) => {
  setNumThreads(n);
  return work().data();
};

/** The first byte in which two arrays differ, −1 if none; much faster than toEqual. */
function firstDifference(a: TypedArray, b: TypedArray): number {
  const [x, y] = [a, b].map((array) => new Uint8Array(array.buffer)) as [Uint8Array, Uint8Array];
  return x.length === y.length ? x.findIndex((byte, i) => byte !== y[i]) : 0;
}

describe("sorting gives the same for any number of threads", () => {
  test("and there are more than one", () => {
    expect(threadStats().nHelpers).toBeGreaterThanOrEqual(1);
  });

  test.each([
    ["float64", long],
    ["float32", long.astype("float32")],
    ["int32, with many equal", long.astype("int32")],
    ["uint8", long.abs().mod(256).astype("uint8")],
    ["rows", rows],
    ["columns", rows.transpose()],
    ["sorted already", sort(long)],
    ["falling", sort(long, 0, { descending: true })],
    ["with NaN and both zeros", long.floor().div(long.floor()).mul(long.sign())],
  ] as const)("%s", (_name, x) => {
    for (const descending of [false, true]) {
      const values = withThreads(1, () => sort(x, -1, { descending }));
      const order = withThreads(1, () => argsort(x, -1, { descending }));
      for (const n of [2, 3]) {
        const [again, orderAgain] = [sort, argsort].map((f) =>
          withThreads(n, () => f(x, -1, { descending })),
        );
        expect(firstDifference(again!, values)).toBe(-1);
        expect(firstDifference(orderAgain!, order)).toBe(-1);
      }
    }
  });

  test("and right", () => {
    const expected = (long.data() as Float64Array).sort();
    expect(
      firstDifference(
        withThreads(2, () => sort(long)),
        expected,
      ),
    ).toBe(-1);
  });
});
