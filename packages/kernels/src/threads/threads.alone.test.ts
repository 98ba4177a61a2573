import { ParameterError } from "@gradus/core";
import { afterEach, describe, expect, test } from "vitest";
import { heap } from "../memory/heap";
import { BinaryKernel, DTypeCode, UnaryKernel } from "../op-codes";
import { getNumThreads, setNumThreads } from "./settings";
import { threadStats } from "./stats";

const before = getNumThreads();
afterEach(() => void setNumThreads(before));

/** Multiplies pseudo-random matrices by the kernel; a copy of the product's bytes. */
function product(double: boolean, batches: number, [m, n, k]: Size, symmetric: boolean) {
  const memory = heap();
  const size = double ? 8 : 4;
  memory.begin();
  const room = (bytes: number) => memory.pointer(memory.allocate(bytes, "test"));
  const a = room(batches * m * k * size);
  const b = symmetric ? a : room(batches * k * n * size);
  const c = room(batches * m * n * size);
  const offsets = room(8 * batches);
  const scratch = memory.scratch(
    memory.kernels.gemmScratchBytes(double, batches, m, n, k),
    "threads test",
  );
  const view = double ? memory.f64 : memory.f32;
  for (let i = 0; i < batches * m * k; i++) view[a / size + i] = Math.sin(i);
  if (!symmetric) for (let i = 0; i < batches * k * n; i++) view[b / size + i] = Math.cos(i);
  for (let i = 0; i < batches; i++) {
    memory.i32[offsets / 4 + 2 * i] = i * m * k;
    memory.i32[offsets / 4 + 2 * i + 1] = i * k * n;
  }
  const [downA, acrossA] = symmetric ? [1, m] : [k, 1];
  const { gemm } = memory.kernels;
  gemm(
    double,
    batches,
    offsets,
    m,
    n,
    k,
    a,
    downA,
    acrossA,
    b,
    n,
    1,
    c,
    scratch,
    symmetric,
    0,
    false,
  );
  return memory.u8.slice(c, c + batches * m * n * size);
}

type Size = readonly [m: number, n: number, k: number];

describe("threads", () => {
  test("start when a large product asks for them", async () => {
    setNumThreads(2);
    for (let i = 0; i < 100 && threadStats().nHelpers === 0; i++) {
      product(false, 1, [256, 256, 256], false);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(threadStats()).toMatchObject({ nThreads: 2, unavailable: undefined });
    expect(threadStats().nHelpers).toBeGreaterThanOrEqual(1);
  });

  test.each([
    ["blocks of rows", 1, [300, 90, 1030], false],
    ["columns", 1, [64, 500, 200], false],
    ["blocks of k", 1, [50, 40, 20_000], false],
    ["XᵀX, blocks of k", 1, [50, 50, 20_000], true],
    ["XᵀX, blocks of rows", 1, [300, 300, 200], true],
    ["XᵀX, columns", 1, [120, 120, 2000], true],
    ["two large batches", 2, [200, 200, 100], false],
    ["many small batches", 37, [33, 35, 40], false],
  ] as const)("give the same bytes for any number: %s", async (_name, batches, size, symmetric) => {
    for (const double of [false, true]) {
      setNumThreads(1);
      const alone = product(double, batches, size, symmetric);
      for (const count of [2, 3]) {
        setNumThreads(count);
        for (let repetition = 0; repetition < 5; repetition++) {
          expect(Buffer.compare(product(double, batches, size, symmetric), alone)).toBe(0);
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  });

  test("give the same bytes for any number: elementwise, along one axis and over broadcast ones", () => {
    const memory = heap();
    const [rows, columns] = [301, 1003];
    const n = rows * columns;
    const compute = (size: number) => {
      memory.begin();
      const [x, out] = [n * size, 4 * n * size].map((bytes) =>
        memory.pointer(memory.allocate(bytes, "test")),
      ) as [number, number];
      const view = size === 8 ? memory.f64 : memory.f32;
      for (let i = 0; i < n; i++) view[x / size + i] = Math.sin(i) * 3;
      const dtype = size === 8 ? DTypeCode.float64 : DTypeCode.float32;
      const part = (i: number) => out + i * n * size;
      memory.kernels.unary(UnaryKernel.tanh, dtype, n, x, part(0));
      memory.kernels.unary(UnaryKernel.square, dtype, n, x, part(1));
      memory.kernels.binaryRow(BinaryKernel.add, dtype, n, x, 1, part(0), 1, part(2));
      memory.i32.set([rows, columns, columns, 1, 0, 1], memory.meta / 4);
      memory.kernels.binaryNd(BinaryKernel.hypotenuse, dtype, 2, memory.meta, x, part(1), part(3));
      return memory.u8.slice(out, out + 4 * n * size);
    };
    for (const size of [4, 8]) {
      setNumThreads(1);
      const alone = compute(size);
      for (const count of [2, 3]) {
        setNumThreads(count);
        for (let i = 0; i < 3; i++) expect(Buffer.compare(compute(size), alone)).toBe(0);
      }
    }
  });

  test("a number that makes no sense is refused", () => {
    for (const n of [0, 1.5, 17, Number.NaN])
      expect(() => setNumThreads(n)).toThrow(ParameterError);
    expect(() => setNumThreads(0)).toThrow(
      "setNumThreads: n must be an integer from 1 to 16, got 0",
    );
  });
});
