import { RandomState } from "@gradus/core";
import * as library from "@gradus/tensor";
import { type DType, type IndexKey, type Tensor, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-numpy.json" with { type: "json" };
import { decodeNpy, decodeNpz, encodeNpy, encodeNpz } from "../index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

type Case = readonly [op: string, given: readonly unknown[], expected: FixtureArray];

/** How each operation of the fixture is said here. */
const operations: Readonly<Record<string, (...given: never[]) => Tensor>> = {
  add: library.add,
  sub: library.sub,
  mul: library.mul,
  div: library.div,
  maximum: library.maximum,
  less: library.less,
  equal: library.equal,
  einsum: library.einsum,
  sort: library.sort,
  argsort: library.argsort,
  cumsum: library.cumsum,
  slice: (x: Tensor, ranges: library.SliceRange[]) => x.slice(...ranges),
  transpose: (x: Tensor, axes: number[]) => x.transpose(...axes).slice(null, [null, null, -1]),
  pick: (x: Tensor, ...places: IndexKey[]) => library.index(x, ...places),
  mask: (x: Tensor, mask: Tensor) => library.index(x, mask),
  reduce: (name: "sum", x: Tensor, axis: number | number[] | null, keepDims: boolean) =>
    x[name](axis ?? undefined, { keepDims }),
};

/** Sums and products may round in another order. */
const tolerance: Readonly<Record<DType, number>> = {
  float64: 1e-14,
  float32: 1e-6,
  int32: 0,
  uint8: 0,
  bool: 0,
};

const isArray = (value: unknown): value is FixtureArray =>
  typeof value === "object" && value !== null && "t" in value;
const fromFixture = ({ t, s, d }: FixtureArray) =>
  tensor(Float64Array.from(d, Number), { shape: s }).astype(t);
const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));

function expectEqual(got: Tensor, expected: FixtureArray, where: string): void {
  expect([got.dtype, got.shape], where).toEqual([expected.t, expected.s]);
  const found = got.data();
  for (const [i, value] of expected.d.map(Number).entries()) {
    const error = Math.abs(found[i]! - value);
    const same =
      Object.is(found[i], value) || error <= tolerance[got.dtype] * Math.max(1, Math.abs(value));
    expect(same, `${where} [${i}]: expected ${value}, got ${found[i]}`).toBe(true);
  }
}

test("roadmap DAT-001: 400 and more cases equal NumPy 1.24, its streams of numbers and its files too", () => {
  expect(fixture.source).toMatch(/^NumPy 1\.24/);
  const cases = fixture.cases as unknown as readonly Case[];
  expect(cases.length).toBeGreaterThanOrEqual(400);
  for (const [op, given, expected] of cases) {
    const where = `${op} ${JSON.stringify(given)}`;
    const values = given.map((value) => (isArray(value) ? fromFixture(value) : value));
    expectEqual(operations[op]!(...(values as never[])), expected, where);
  }

  for (const { seed, uniform, permutation } of fixture.streams) {
    const random = new RandomState(seed);
    expect(uniform.map(() => random.uniform())).toEqual(uniform);
    expect(Array.from(random.permutation(permutation.length))).toEqual(permutation);
  }

  // NumPy reads what it writes itself: the bytes are the same.
  for (const { array, npy } of fixture.files as { array: FixtureArray; npy: string }[]) {
    expectEqual(decodeNpy(bytesOf(npy)), array, "decodeNpy");
    expect(Buffer.from(encodeNpy(fromFixture(array))).toString("base64")).toBe(npy);
  }
  for (const archive of fixture.archives) {
    const { a, b } = decodeNpz(bytesOf(archive));
    const again = decodeNpz(encodeNpz({ a: a!, b: b! }));
    for (const found of [a, again.a])
      expect(found!.flatten().toArray()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const found of [b, again.b]) expect(found!.toArray()).toEqual([true, false]);
  }
});
