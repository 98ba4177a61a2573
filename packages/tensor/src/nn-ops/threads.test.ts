import { RandomGenerator } from "@gradus/core";
import { afterAll, describe, expect, test } from "vitest";
import * as library from "../index";
import { getNumThreads, gradients, randn, setNumThreads, type Tensor, tensor } from "../index";

const before = getNumThreads();
afterAll(() => void setNumThreads(before));

const random = new RandomGenerator(30);
const classes = (n: number, count: number) =>
  tensor(Int32Array.from({ length: n }, (_, i) => (i * 7) % count));

interface SharedCase {
  readonly f: (...inputs: Tensor[]) => Tensor;
  /** Large enough that threads share the work. */
  readonly shapes: readonly (readonly number[])[];
}

const cases: Record<string, SharedCase> = {
  softmax: { f: (x) => library.softmax(x!), shapes: [[300, 201]] },
  crossEntropy: {
    f: (x) => library.crossEntropy(x!, classes(301, 150), { labelSmoothing: 0.1 }),
    shapes: [[301, 150]],
  },
  dropout: {
    f: (x) => library.dropout(x!, { p: 0.2, random: new RandomGenerator(1) }),
    shapes: [[70_001]],
  },
  linear: {
    f: (x, w, b) => library.linear(x!, w!, { bias: b!, activation: "relu" }),
    shapes: [[200, 150], [130, 150], [130]],
  },
  layerNorm: {
    f: (x, w, b) => library.layerNorm(x!, 300, { weight: w!, bias: b! }),
    shapes: [[301, 300], [300], [300]],
  },
  groupNorm: {
    f: (x, w) => library.groupNorm(x!, 3, { weight: w! }),
    shapes: [[20, 6, 30, 31], [6]],
  },
  batchNorm: { f: (x) => library.batchNorm(x!), shapes: [[7, 9, 33, 31]] },
  "conv2d, many images": {
    f: (x, w, b) => library.conv2d(x!, w!, { bias: b!, padding: 1 }),
    shapes: [[11, 6, 17, 19], [10, 6, 3, 3], [10]],
  },
  "conv2d, one image": {
    f: (x, w) => library.conv2d(x!, w!),
    shapes: [
      [1, 12, 40, 41],
      [10, 12, 3, 3],
    ],
  },
  "conv2d, 3×3 over many channels": {
    f: (x, w, b) => library.conv2d(x!, w!, { bias: b!, padding: 1 }),
    shapes: [[9, 17, 27, 23], [30, 17, 3, 3], [30]],
  },
  "conv2d, 3×3 over many channels, one image": {
    f: (x, w) => library.conv2d(x!, w!),
    shapes: [
      [1, 17, 60, 41],
      [30, 17, 3, 3],
    ],
  },
  "conv2d with strides": {
    f: (x, w) => library.conv2d(x!, w!, { stride: 2, padding: 1 }),
    shapes: [
      [5, 8, 33, 31],
      [12, 8, 3, 3],
    ],
  },
  "conv2d, depthwise": {
    f: (x, w) => library.conv2d(x!, w!, { groups: 12, padding: 1 }),
    shapes: [
      [9, 12, 40, 41],
      [12, 1, 3, 3],
    ],
  },
  maxPool2d: { f: (x) => library.maxPool2d(x!, 2), shapes: [[8, 9, 30, 31]] },
  avgPool2d: { f: (x) => library.avgPool2d(x!, 3, { padding: 1 }), shapes: [[8, 9, 30, 31]] },
  lstm: {
    f: (x, weightInput, weightHidden) =>
      library.lstm(x!, [{ weightInput: weightInput!, weightHidden: weightHidden! }]).output,
    shapes: [
      [5, 40, 30],
      [4 * 70, 30],
      [4 * 70, 70],
    ],
  },
  "lstm, with lengths": {
    f: (x, weightInput, weightHidden) => {
      const layer = { weightInput: weightInput!, weightHidden: weightHidden! };
      const lengths = Int32Array.from({ length: 40 }, (_, i) => 1 + (i % 5));
      return library.lstm(x!, [layer], { lengths }).output;
    },
    shapes: [
      [5, 40, 30],
      [4 * 70, 30],
      [4 * 70, 70],
    ],
  },
  gru: {
    f: (x, weightInput, weightHidden) =>
      library.gru(x!, [{ weightInput: weightInput!, weightHidden: weightHidden! }]).output,
    shapes: [
      [5, 40, 30],
      [3 * 70, 30],
      [3 * 70, 70],
    ],
  },
  attention: {
    f: (q, k, v) =>
      library.scaledDotProductAttention(q!, k!, v!, {
        causal: true,
        dropout: 0.1,
        random: new RandomGenerator(1),
      }),
    shapes: [
      [11, 70, 20],
      [11, 90, 20],
      [11, 90, 20],
    ],
  },
};

/** The bytes of the result and of all gradients. */
function bytesOf({ f }: SharedCase, inputs: readonly Tensor[]): Uint8Array[] {
  const y = f(...inputs);
  const found = gradients(y.mul(y).sum(), inputs);
  return [y, ...found].map((x) => new Uint8Array(x.data().buffer.slice(0)));
}

describe.each(["float32", "float64"] as const)(
  "the same bytes for any number of threads, %s",
  (dtype) => {
    test.each(Object.entries(cases))("%s", async (_name, each) => {
      const inputs = each.shapes.map((shape) => {
        const x = randn(shape, { random, dtype });
        x.requiresGrad = true;
        return x;
      });
      setNumThreads(1);
      const alone = bytesOf(each, inputs);
      for (const count of [2, 3]) {
        setNumThreads(count);
        for (let repetition = 0; repetition < 2; repetition++) {
          const shared = bytesOf(each, inputs);
          shared.forEach((bytes, i) => {
            expect(Buffer.compare(bytes, alone[i]!), `result ${i} with ${count} threads`).toBe(0);
          });
          // Threads start between jobs.
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      }
    });
  },
);

test("threads took part", () => {
  setNumThreads(2);
  expect(library.threadStats().nThreads).toBe(2);
  expect(library.threadStats().nHelpers).toBeGreaterThan(0);
});
