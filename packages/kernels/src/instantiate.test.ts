import { describe, expect, test } from "vitest";
import { kernelsBinary } from "./generated/kernels";
import { instantiate } from "./instantiate";
import { lowerRelaxed } from "./lower-relaxed";
import { heap } from "./memory/heap";

const binary = Uint8Array.from(atob(kernelsBinary), (c) => c.charCodeAt(0));
const lowered = lowerRelaxed(binary);

const imports = {
  startThreads: () => {},
  threadFailed: () => {
    throw new Error("unused");
  },
};
const limits = { initial: 16, maximum: 65_536 };

describe("instantiate", () => {
  test("takes the relaxed build, which every tested engine has, and leaves the engine's flags as they were", () => {
    const accepted = () => [binary, lowered].map((bytes) => WebAssembly.validate(bytes));
    const before = accepted();
    expect(instantiate(new WebAssembly.Memory(limits), imports).build).toBe("relaxed-simd");
    expect(accepted()).toEqual(before);
  });

  test("links to memory that is shared and to memory that is not", () => {
    for (const shared of [false, true]) {
      const { exports } = instantiate(new WebAssembly.Memory({ ...limits, shared }), imports);
      expect(exports.heapBase()).toBeGreaterThan(1024);
    }
  });

  test("the kernels need nothing but a memory and a way to start threads", () => {
    const needed = WebAssembly.Module.imports(new WebAssembly.Module(lowered));
    expect(needed.map(({ name }) => name).sort()).toEqual([
      "memory",
      "startThreads",
      "threadFailed",
    ]);
  });
});

describe("kernels", () => {
  test("a long sum of float64 keeps its digits: pairwise along a row, in blocks down a column", () => {
    const memory = heap();
    const n = 1_000_000;
    memory.begin();
    const x = memory.pointer(memory.allocate(n * 8, "test"));
    const out = memory.pointer(memory.allocate(16, "test"));
    memory.f64.fill(0.1, x >>> 3, (x >>> 3) + n);
    memory.kernels.sum(3, 1, n, 1, x, out);
    // Adding one after the other is off by 1.3e-6 here.
    expect(Math.abs(memory.f64[out >>> 3]! - 1e5)).toBeLessThan(1e-9);
    memory.kernels.sum(3, 1, n / 2, 2, x, out);
    expect(Math.abs(memory.f64[out >>> 3]! - 5e4)).toBeLessThan(1e-8);
  });

  test.each([
    ["float32", false, 4],
    ["float64", true, 8],
  ] as const)("gemm at sizes around its block sizes, %s", (_name, double, size) => {
    const memory = heap();
    for (const [m, n, k] of [
      [1, 1, 300],
      [121, 9, 257],
      [5, 1030, 3],
      [240, 33, 512],
      [129, 40, 1025],
      [7, 7, 0],
    ] as const) {
      memory.begin();
      const room = (count: number) => memory.pointer(memory.allocate(count * size, "test"));
      const [a, b, c] = [room(m * k), room(k * n), room(m * n)];
      const offsets = room(2);
      memory.u8.fill(0, offsets, offsets + 8);
      const scratch = memory.scratch(memory.kernels.gemmScratchBytes(double, 1, m, n, k), "test");
      const view = double ? memory.f64 : memory.f32;
      // Small integers: exact in any order of summation.
      for (let i = 0; i < m * k; i++) view[a / size + i] = (i * 7) % 5;
      for (let i = 0; i < k * n; i++) view[b / size + i] = (i * 3) % 7;
      memory.kernels.gemm(
        double,
        1,
        offsets,
        m,
        n,
        k,
        a,
        k,
        1,
        b,
        n,
        1,
        c,
        scratch,
        false,
        0,
        false,
      );
      let wrong = 0;
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          let sum = 0;
          for (let p = 0; p < k; p++) sum += (((i * k + p) * 7) % 5) * (((p * n + j) * 3) % 7);
          if (view[c / size + i * n + j] !== sum) wrong += 1;
        }
      }
      expect(wrong, `${m} × ${n} × ${k}`).toBe(0);
    }
  });
});
