import { describe, expect, test } from "vitest";
import { heap } from "./memory/heap";
import { UnaryKernel } from "./op-codes";

/** A function, its counterpart, and how many units in the last place of float64 the two may differ. */
type Row = readonly [name: keyof typeof UnaryKernel, f: (x: number) => number, ulps: number];

const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const rows: readonly Row[] = [
  ["exp", Math.exp, 1],
  ["expm1", Math.expm1, 2],
  ["exp2", (x) => 2 ** x, 1],
  ["log", Math.log, 1],
  ["log1p", Math.log1p, 1],
  ["log2", Math.log2, 2],
  ["log10", Math.log10, 2],
  ["sin", Math.sin, 1],
  ["cos", Math.cos, 1],
  ["tan", Math.tan, 2],
  ["asin", Math.asin, 1],
  ["acos", Math.acos, 1],
  ["atan", Math.atan, 1],
  ["sinh", Math.sinh, 2],
  ["cosh", Math.cosh, 1],
  ["tanh", Math.tanh, 3],
  ["asinh", Math.asinh, 2],
  ["acosh", Math.acosh, 2],
  ["atanh", Math.atanh, 2],
  ["reciprocalRoot", (x) => 1 / Math.sqrt(x), 0],
  ["cubeRoot", Math.cbrt, 1],
  ["sigmoid", sigmoid, 1],
  ["softplus", softplus, 1],
];

const edges = [
  0,
  -0,
  Infinity,
  -Infinity,
  NaN,
  5e-324,
  -5e-324,
  2 ** -1022,
  1e-310,
  1e-20,
  -1e-20,
  1e-45,
];
edges.push(
  709.7,
  709.79,
  710.4,
  710.5,
  -745.1,
  -745.2,
  -708.5,
  88.7,
  88.73,
  -87.5,
  -103.9,
  1e5,
  8e5,
  1e6,
  1e22,
);
edges.push(Number.MAX_VALUE, -Number.MAX_VALUE, 1, -1, 0.5, -0.5, 8, 1000, 1024, 2 ** 53, 3.4e38);

/** Edges, then numbers of every size and sign by a fixed rule. */
function points(): number[] {
  const list = [...edges];
  let state = 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const sizes = [
    () => uniform(),
    () => uniform() * 10,
    () => uniform() * 700,
    () => Math.exp(uniform() * 80 - 40),
  ];
  for (let i = 0; i < 20_000; i++) list.push((uniform() < 0.5 ? -1 : 1) * sizes[i % 4]!());
  return list;
}

function apply(kernel: UnaryKernel, x: Float64Array | Float32Array): Float64Array | Float32Array {
  const memory = heap();
  memory.begin();
  const size = x.BYTES_PER_ELEMENT;
  const from = memory.pointer(memory.allocate(x.byteLength, "test"));
  const to = memory.pointer(memory.allocate(x.byteLength, "test"));
  const view = () => (size === 8 ? memory.f64 : memory.f32);
  view().set(x, from / size);
  memory.kernels.unary(kernel, size === 8 ? 3 : 2, x.length, from, to);
  return view().slice(to / size, to / size + x.length);
}

/** The distance of neighbours of y among numbers of `bits` binary digits. */
function ulp(y: number, bits: 24 | 53): number {
  const smallest = bits === 53 ? -1022 : -126;
  const exponent = Math.max(smallest, Math.floor(Math.log2(Math.abs(y))));
  return 2 ** (exponent - bits + 1);
}

function worst(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  f: (x: number) => number,
  bits: 24 | 53,
) {
  let result = { ulps: 0, x: 0, got: 0, want: 0 };
  for (let i = 0; i < x.length; i++) {
    const exact = f(x[i]!);
    const want = bits === 53 ? exact : Math.fround(exact);
    const got = y[i]!;
    if (Object.is(got, want) || (Number.isNaN(want) && Number.isNaN(got))) continue;
    const finite = Number.isFinite(want) && Number.isFinite(got) && want !== 0;
    const ulps = finite ? Math.abs(got - exact) / ulp(want, bits) : Infinity;
    if (ulps > result.ulps) result = { ulps, x: x[i]!, got, want };
  }
  return result;
}

describe("mathematical functions agree with Math, edges included", () => {
  test.each(rows)("%s", (name, f, ulps) => {
    const x64 = Float64Array.from(points());
    const at64 = worst(x64, apply(UnaryKernel[name], x64), f, 53);
    expect(at64.ulps, `float64 ${JSON.stringify(at64)}`).toBeLessThanOrEqual(ulps);
    const x32 = Float32Array.from(points());
    const at32 = worst(x32, apply(UnaryKernel[name], x32), f, 24);
    expect(at32.ulps, `float32 ${JSON.stringify(at32)}`).toBeLessThanOrEqual(2);
  });
});

test("a result does not depend on where in a tensor it stands", () => {
  for (const name of ["exp", "log", "tanh", "gelu", "sin", "logGamma"] as const) {
    for (const x of [
      Float64Array.from(points().slice(40, 60)),
      Float32Array.from(points().slice(40, 60)),
    ]) {
      const whole = apply(UnaryKernel[name], x);
      for (let start = 0; start < x.length; start++) {
        for (const length of [1, 2, 3]) {
          const part = apply(UnaryKernel[name], x.slice(start, start + length));
          expect([...part]).toEqual([...whole.slice(start, start + length)]);
        }
      }
    }
  }
});

test("sine and cosine of angles of every size", () => {
  for (let exponent = 10; exponent < 1023; exponent++) {
    const x = Float64Array.from(
      { length: 20 },
      (_, i) => (1 + ((i * 7919) % 104729) / 104729) * 2 ** exponent,
    );
    expect(worst(x, apply(UnaryKernel.sin, x), Math.sin, 53).ulps).toBeLessThanOrEqual(2);
    expect(worst(x, apply(UnaryKernel.cos, x), Math.cos, 53).ulps).toBeLessThanOrEqual(2);
  }
});
