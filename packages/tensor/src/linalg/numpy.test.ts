import { describe, expect, test } from "vitest";
import spectra from "../../fixtures/fft-sparse.json";
import matrices from "../../fixtures/linalg.json";
import * as library from "../index";
import { type DType, isTensor, SparseTensor, type Tensor, tensor } from "../index";
import { matmul } from "./matmul";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

interface FixtureComplex {
  readonly re: FixtureArray;
  readonly im: FixtureArray;
}

interface FixtureCase {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly options: Record<string, unknown>;
  readonly expected: Record<string, FixtureArray | FixtureComplex>;
  /** Paths of columns (or rows, for Vh) whose signs are not determined. */
  readonly signs?: readonly string[];
  /** Paths of complex numbers in no particular order. */
  readonly sets?: readonly string[];
}

/** Allowed relative to the largest number of a result, but at least to 1. */
const tolerance: Record<string, number> = { float64: 1e-12, float32: 1e-5, int32: 0 };
/** Singular values by an inverse, and powers of a matrix's condition, lose as many digits as NumPy's. */
const coarse: Record<string, number> = { cond: 1e-10, eigvals: 1e-10, eig: 1e-10, pinv: 1e-11 };

for (const [name, fixture] of Object.entries({ matrices, spectra })) {
  const cases = fixture.cases as unknown as readonly FixtureCase[];
  const operations = new Map<string, FixtureCase[]>();
  for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);

  describe(`${name} agree with ${fixture.source}`, () => {
    test.each([...operations])("%s", (op, list) => {
      for (const c of list) {
        const result = apply(c);
        for (const [path, expected] of Object.entries(c.expected)) {
          const where = `${op}.${path} ${JSON.stringify(c.args).slice(0, 200)} ${JSON.stringify(c.options)}`;
          const found = at(result, path);
          if (c.sets?.includes(path)) expectSameSet(found, expected as FixtureComplex, where, op);
          else if (c.signs?.includes(path)) expectUpToSigns(found as Tensor, expected, where, path);
          else expectClose(found, expected, where, op);
        }
      }
    });

    test("in more than 200 cases", () => expect(cases.length).toBeGreaterThan(200));
  });
}

function apply({ op, args, options }: FixtureCase): unknown {
  const values = args.map(decode);
  if (op.startsWith("sparse.")) return sparse[op.slice(7)]!(...(values as Tensor[]));
  const f = (library as unknown as Record<string, (...list: unknown[]) => unknown>)[op]!;
  const entries = Object.entries(options).map(([key, value]) => [
    key,
    typeof value === "string" && value.endsWith("Infinity") ? Number(value) : value,
  ]);
  return entries.length === 0 ? f(...values) : f(...values, Object.fromEntries(entries));
}

const from = (x: Tensor) => SparseTensor.fromDense(x);
const sparse: Record<string, (...args: Tensor[]) => Tensor> = {
  add: (a, b) => from(a!).add(from(b!)).toDense(),
  sub: (a, b) => from(a!).sub(from(b!)).toDense(),
  matmul: (a, b) => from(a!).matmul(from(b!)).toDense(),
  dense: (a, x) => from(a!).matmul(x!),
  vector: (a, x) => from(a!).matmul(x!),
  left: (a, x) => from(a!).rmatmul(x!),
  transpose: (a) => from(a!).transpose().toDense(),
  diagonal: (a) => from(a!).diagonal(),
  sum0: (a) => from(a!).sum(0),
  sum1: (a) => from(a!).sum(1),
};

function decode(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("re" in value) {
    const { re, im } = value as FixtureComplex;
    return library.complex(toTensor(re), toTensor(im));
  }
  if ("d" in value) return toTensor(value as FixtureArray);
  return Array.isArray(value) ? value.map(decode) : value;
}

function toTensor({ t, s, d }: FixtureArray): Tensor {
  return tensor(Float64Array.from(d, Number), { shape: s }).astype(t);
}

function at(result: unknown, path: string): unknown {
  return path === "" ? result : (result as Record<string, unknown>)[path];
}

function expectClose(
  found: unknown,
  expected: FixtureArray | FixtureComplex,
  where: string,
  op: string,
): void {
  if ("re" in expected) {
    const { real, imaginary } = found as library.Complex;
    const size = Math.max(largest(expected.re), largest(expected.im));
    expectNumbers(real, expected.re, where, op, size);
    expectNumbers(imaginary, expected.im, where, op, size);
    return;
  }
  expect(isTensor(found), where).toBe(true);
  expectNumbers(found as Tensor, expected, where, op, largest(expected));
}

function largest({ d }: FixtureArray): number {
  return Math.max(1, ...d.map((v) => Math.abs(Number(v))).filter(Number.isFinite));
}

function expectNumbers(
  found: Tensor,
  { t, s, d }: FixtureArray,
  where: string,
  op: string,
  size: number,
): void {
  expect(found.shape, where).toEqual(s);
  expect(found.dtype, where).toBe(t);
  const values = found.data();
  const allowed = (t === "float64" ? (coarse[op] ?? tolerance[t]!) : tolerance[t]!) * size;
  d.forEach((text, i) => {
    const [want, got] = [Number(text), values[i]!];
    const close = Object.is(want, got) || Math.abs(got - want) <= allowed;
    expect(close, `${where}[${i}]: expected ${want}, got ${got}`).toBe(true);
  });
}

/** Columns, or the rows of Vh, are turned to the side of the expected ones first. */
function expectUpToSigns(
  found: Tensor,
  expected: FixtureArray | FixtureComplex,
  where: string,
  path: string,
): void {
  const want = toTensor(expected as FixtureArray);
  const axis = path === "Vh" ? -1 : -2;
  const signs = found.mul(want).sum(axis, { keepDims: true }).sign();
  expectClose(found.mul(signs), expected, where, path);
}

/** Every expected number is near one that was found and not matched yet. */
function expectSameSet(
  found: unknown,
  { re, im }: FixtureComplex,
  where: string,
  op: string,
): void {
  const { real, imaginary } = found as library.Complex;
  expect(real.shape, where).toEqual(re.s);
  const n = re.s[re.s.length - 1]!;
  const allowed = (coarse[op] ?? tolerance.float64!) * Math.max(largest(re), largest(im));
  const [x, y] = [real.data(), imaginary.data()];
  for (let start = 0; start < x.length; start += n) {
    const free = new Set(Array.from({ length: n }, (_, i) => start + i));
    for (let i = start; i < start + n; i++) {
      const distance = (k: number) => Math.hypot(x[k]! - Number(re.d[i]), y[k]! - Number(im.d[i]));
      const nearest = [...free].reduce((a, b) => (distance(b) < distance(a) ? b : a));
      expect(distance(nearest), `${where}[${i}]`).toBeLessThanOrEqual(allowed);
      free.delete(nearest);
    }
  }
}

test("eigenvectors of general matrices agree by reconstruction", () => {
  const A = toTensor(
    (matrices.cases as unknown as FixtureCase[]).find((c) => c.op === "eig")!
      .args[0] as FixtureArray,
  );
  const { values, vectors } = library.eig(A);
  const left = matmul(A, vectors.real);
  const right = library.complexMul(vectors, values).real;
  expect(left.sub(right).abs().max().item()).toBeLessThan(1e-13);
});
