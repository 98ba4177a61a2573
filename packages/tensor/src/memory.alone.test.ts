import { DisposedError, OutOfMemoryError, RandomGenerator } from "@gradus/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  arange,
  configureMemory,
  full,
  memoryStats,
  noGrad,
  norm,
  randn,
  type Tensor,
  tensor,
  zeros,
} from "./index";

const MIB = 2 ** 20;
const random = new RandomGenerator(5);

describe("memory without dispose, in a heap of 32 MiB", () => {
  beforeAll(() => configureMemory({ heapLimit: 32 * MIB }));
  afterAll(() => configureMemory({ heapLimit: 1024 * MIB }));

  test("a synchronous loop makes 2 GiB of tensors, and those kept are intact", () => {
    const kept: { readonly value: number; readonly x: Tensor }[] = [];
    for (let i = 0; i < 2048; i++) {
      const x = full([128, 1024], i); // 1 MiB
      if (i % 64 === 0) kept.push({ value: i, x });
    }
    // 32 MiB of the 2 GiB are alive: with V8's own delay in collecting the rest, far below 500 MiB.
    expect(process.memoryUsage.rss() / MIB).toBeLessThan(900);
    for (const { value, x } of kept) {
      expect(x.min().item()).toBe(value);
      expect(x.max().item()).toBe(value);
    }
    expect(memoryStats().heapBytes).toBeLessThanOrEqual(32 * MIB);
    expect(memoryStats().copiedOut).toBeGreaterThan(1900);
    expect(memoryStats().broughtBack).toBeGreaterThan(0);
  });

  test("a view keeps its values when its memory is copied out and back", () => {
    const column = arange(100_000).reshape([1000, 100]).slice(null, 7);
    for (let i = 0; i < 100; i++) full([131_072], i);
    expect(column.slice([0, 3]).toArray()).toEqual([7, 107, 207]);
    expect(column.sum().item()).toBe(1000 * 7 + (100 * 999 * 1000) / 2);
  });

  test("x = A·x / ‖x‖ goes on for ever", () => {
    const A = randn([300, 300], { random });
    let x = randn([300, 300], { random });
    for (let i = 0; i < 200; i++) {
      x = A.matmul(x);
      x = x.div(norm(x));
    }
    expect(x.norm().item()).toBeCloseTo(1, 12);
    expect(memoryStats().heapBytes).toBeLessThanOrEqual(32 * MIB);
  });

  test("a result larger than the heap is a typed error, and work goes on", () => {
    expect(() => zeros([5_000_000])).toThrow(OutOfMemoryError);
    expect(() => zeros([5_000_000])).toThrow(/zeros: .*heap of 32\.0 MiB, got one of 38\.1 MiB/);
    expect(ones100()).toBe(100);
  });

  test("operands that do not fit together with their result are a typed error", () => {
    const a = full([1_500_000], 1); // 11.4 MiB each: three do not fit
    const b = full([1_500_000], 2);
    expect(() => a.add(b)).toThrow(OutOfMemoryError);
    expect(a.at(0).item() + b.at(-1).item()).toBe(3);
  });
});

const ones100 = () => full([100], 1).sum().item();

describe("a training loop", () => {
  test("runs 20,000 steps in flat memory", () => {
    const X = randn([32, 8], { random });
    const y = X.matmul(randn([8, 1], { random }));
    const w1 = randn([8, 16], { random, requiresGrad: true });
    const w2 = randn([16, 1], { random, requiresGrad: true });
    let loss = tensor(0);
    const steps = (count: number) => {
      for (let i = 0; i < count; i++) {
        loss = X.matmul(w1).tanh().matmul(w2).sub(y).square().mean();
        loss.backward();
        noGrad(() => {
          for (const w of [w1, w2]) {
            w.assign(w.sub(w.grad!.mul(0.01)));
            w.zeroGrad();
          }
        });
      }
    };
    steps(2000);
    const first = loss.item();
    const heapBytes = memoryStats().heapBytes;
    steps(18_000);
    expect(loss.item()).toBeLessThan(first);
    expect(memoryStats().heapBytes).toBe(heapBytes);
  });

  test("large intermediate results go with their graph: the heap stays small", () => {
    const x = randn([500, 300], { random }); // 1.1 MiB
    const w = randn([300, 300], { random, requiresGrad: true });
    const step = () => {
      w.zeroGrad();
      x.matmul(w).tanh().matmul(w).square().mean().backward();
    };
    for (let i = 0; i < 5; i++) step();
    const { heapBytes } = memoryStats();
    for (let i = 0; i < 40; i++) step();
    // A step makes over 7 MiB, the loop 280; only the gradients, which somebody may hold, are left to the collector.
    expect(memoryStats().heapBytes - heapBytes).toBeLessThan(100 * MIB);
  });

  test("an intermediate result lives one step longer, then names the remedy", () => {
    const w = randn([300, 300], { random, requiresGrad: true });
    const hidden = w.mul(2);
    const kept = w.mul(3);
    const detached = kept.detach();
    hidden.add(kept).sum().backward();
    const before = hidden.at(0).at(0).item();
    w.sum().backward();
    expect(before).toBe(2 * w.at(0).at(0).item());
    expect(() => hidden.sum()).toThrow(DisposedError);
    expect(() => hidden.sum()).toThrow(/detach\(\) or clone\(\)/);
    expect(detached.at(0).at(0).item()).toBe(3 * w.at(0).at(0).item());
  });

  test("small results, such as losses, stay", () => {
    const w = tensor([1, 2], { requiresGrad: true });
    const losses = Array.from({ length: 10 }, (_, i) => {
      const loss = w.mul(i).sum();
      loss.backward();
      return loss;
    });
    expect(losses.map((loss) => loss.item())).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27]);
  });
});

test("two gigabytes and more are a typed error", () => {
  expect(() => zeros([2 ** 28])).toThrow(/zeros: .*heap of 1\.0 GiB, got one of 2\.0 GiB/);
  expect(() => zeros([2 ** 20, 2 ** 20])).toThrow(OutOfMemoryError);
  expect(() => tensor([1]).broadcastTo([2 ** 20, 2 ** 20])).toThrow(OutOfMemoryError);
  expect(() =>
    tensor([1])
      .broadcastTo(2 ** 29)
      .add(1),
  ).toThrow(OutOfMemoryError);
});
