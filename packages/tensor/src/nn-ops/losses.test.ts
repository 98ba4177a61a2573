import {
  DTypeError,
  OutOfRangeError,
  ParameterError,
  RandomGenerator,
  ShapeError,
} from "@gradus/core";
import { describe, expect, test } from "vitest";
import * as library from "../index";
import { arange, noGrad, ones, randn, type Tensor, tensor, zeros } from "../index";

const { binaryCrossEntropyWithLogits, crossEntropy, dropout, embedding, huberLoss } = library;
const { klDiv, l1Loss, linear, logSoftmax, mseLoss, nllLoss, oneHot, smoothL1Loss, softmax } =
  library;
const int = (values: number | number[]) => tensor(values, { dtype: "int32" });
const random = () => new RandomGenerator(3);

describe("softmax and logSoftmax", () => {
  test("a shift of all logits changes nothing", () => {
    const x = randn([3, 5], { random: random() });
    const moved = softmax(x.add(1e6)).sub(softmax(x)).abs().max().item();
    expect(moved).toBeLessThan(1e-9);
  });

  test("rows sum to 1 in float32 at logits of 10⁴", () => {
    const x = randn([50, 33], { random: random() }).mul(1e4).astype("float32");
    const sums = softmax(x, 1).sum(1).data();
    for (const sum of sums) expect(Math.abs(sum - 1)).toBeLessThan(3e-7);
  });

  test("−∞ gets probability 0, NaN spreads over its row only", () => {
    expect(softmax(tensor([0, -Infinity, 0])).toArray()).toEqual([0.5, 0, 0.5]);
    const rows = softmax(
      tensor([
        [Number.NaN, 1],
        [0, 0],
      ]),
    ).toArray<number[][]>();
    expect(rows).toEqual([
      [Number.NaN, Number.NaN],
      [0.5, 0.5],
    ]);
  });

  test("takes views, empty tensors and any axis", () => {
    const x = randn([4, 3], { random: random() });
    expect(softmax(x.transpose(), 0).toArray()).toEqual(softmax(x, 1).transpose().toArray());
    expect(softmax(zeros([0, 3])).shape).toEqual([0, 3]);
    expect(softmax(zeros([3, 0])).shape).toEqual([3, 0]);
  });

  test("refuse integers and missing axes", () => {
    for (const f of [softmax, logSoftmax]) {
      expect(() => f(arange(3).astype("int32"))).toThrow(DTypeError);
      expect(() => f(tensor([1, 2]), 1)).toThrow(OutOfRangeError);
      expect(() => f(tensor(1))).toThrow(OutOfRangeError);
    }
  });
});

describe("crossEntropy and nllLoss", () => {
  const x = zeros([3, 4]);
  test("moving the logits by a million changes nothing", () => {
    const logits = randn([3, 4], { random: random() });
    const t = int([0, 3, 1]);
    const near = crossEntropy(logits, t).item();
    expect(crossEntropy(logits.add(1e6), t).item()).toBeCloseTo(near, 8);
  });

  test("the mean over nothing but ignored examples is NaN", () => {
    expect(crossEntropy(x, int([1, 1, 1]), { ignoreIndex: 1 }).item()).toBeNaN();
  });

  test("refuse what does not fit", () => {
    for (const f of [crossEntropy, nllLoss]) {
      expect(() => f(x, int([0, 1]))).toThrow(ShapeError);
      expect(() => f(x, int([0, 1, 4]))).toThrow(OutOfRangeError);
      expect(() => f(x, int([0, 1, -1]))).toThrow(OutOfRangeError);
      expect(() => f(x.astype("int32"), int([0, 1, 2]))).toThrow(DTypeError);
      expect(() => f(tensor(1), int(0))).toThrow(ShapeError);
      const t = int([0, 1, 2]);
      expect(() => f(x, t, { weight: ones(3) })).toThrow(ShapeError);
      expect(() => f(x, t, { weight: ones(4, { dtype: "float32" }) })).toThrow(DTypeError);
      expect(() => f(x, t, { reduction: "max" as "mean" })).toThrow(ParameterError);
      expect(() => f(x, t, { ignoreIndex: 0.5 })).toThrow(ParameterError);
    }
    expect(() => nllLoss(x, ones(3))).toThrow(DTypeError);
    expect(() => crossEntropy(x, ones([3, 4], { dtype: "float32" }))).toThrow(DTypeError);
    expect(() => crossEntropy(x, ones([3, 3]))).toThrow(ShapeError);
    expect(() => crossEntropy(x, int([0, 1, 2]), { labelSmoothing: 2 })).toThrow(ParameterError);
  });
});

describe("losses of pairs", () => {
  const all = { mseLoss, l1Loss, huberLoss, smoothL1Loss, binaryCrossEntropyWithLogits, klDiv };
  test.each(Object.entries(all))("%s refuses what does not fit", (_name, f) => {
    const loss = f as (x: Tensor, t: Tensor, options?: { reduction?: "mean" }) => Tensor;
    expect(() => loss(ones(3), ones(2))).toThrow(ShapeError);
    expect(() => loss(ones(3), ones(3, { dtype: "float32" }))).toThrow(DTypeError);
    expect(() => loss(int([1]), int([1]))).toThrow(DTypeError);
    expect(() => loss(ones(3), ones(3), { reduction: "max" as "mean" })).toThrow(ParameterError);
  });

  test("refuse δ and β that are not above 0", () => {
    expect(() => huberLoss(ones(1), ones(1), { delta: 0 })).toThrow(ParameterError);
    expect(() => smoothL1Loss(ones(1), ones(1), { beta: -1 })).toThrow(ParameterError);
  });

  test("the loss on logits stays finite at ±1000", () => {
    const x = tensor([1000, -1000]);
    const losses = binaryCrossEntropyWithLogits(x, tensor([0, 1]), { reduction: "none" });
    expect(losses.toArray()).toEqual([1000, 1000]);
  });

  test("klDiv counts nothing where the target is 0", () => {
    const x = tensor([-1, -2]);
    expect(klDiv(x, tensor([0, 0]), { reduction: "sum" }).item()).toBe(0);
  });
});

describe("dropout", () => {
  test("keeps each element with probability 1 − p and scales it by 1 / (1 − p)", () => {
    const y = dropout(ones(100_000, { dtype: "float32" }), { p: 0.3, random: random() });
    const values = new Set(y.data());
    expect(values).toEqual(new Set([0, Math.fround(1 / 0.7)]));
    const kept = y.greater(0).sum().item() / 100_000;
    expect(Math.abs(kept - 0.7)).toBeLessThan(3 * Math.sqrt((0.7 * 0.3) / 100_000));
  });

  test("the gradient has the mask of the values", () => {
    const x = tensor(
      Float64Array.from({ length: 103 }, () => 2),
      { requiresGrad: true },
    );
    const y = dropout(x, { p: 0.4, random: random() });
    y.sum().backward();
    expect(x.grad!.mul(2).toArray()).toEqual(y.toArray());
  });

  test("the same seed drops the same elements, one seed others each time", () => {
    const x = ones(64);
    const generator = random();
    const [a, b] = [generator, generator].map((r) => dropout(x, { random: r }).toArray());
    expect(dropout(x, { random: random() }).toArray()).toEqual(a);
    expect(b).not.toEqual(a);
  });

  test("is the identity without training and for p = 0, and drops everything for p = 1", () => {
    const x = ones(4);
    expect(dropout(x, { random: random(), training: false })).toBe(x);
    expect(dropout(x, { random: random(), p: 0 })).toBe(x);
    expect(dropout(x, { random: random(), p: 1 }).toArray()).toEqual([0, 0, 0, 0]);
  });

  test("refuses a probability outside [0, 1] and integers", () => {
    expect(() => dropout(ones(1), { random: random(), p: 1.5 })).toThrow(ParameterError);
    expect(() => dropout(int([1]), { random: random() })).toThrow(DTypeError);
  });
});

describe("embedding, oneHot and linear", () => {
  test("embedding refuses indices outside the table, other types and tables", () => {
    const table = zeros([3, 2]);
    expect(() => embedding(int([3]), table)).toThrow(OutOfRangeError);
    expect(() => embedding(int([-1]), table)).toThrow(OutOfRangeError);
    expect(() => embedding(ones(1), table)).toThrow(DTypeError);
    expect(() => embedding(int([0]), zeros(3))).toThrow(ShapeError);
    expect(() => embedding(int([0]), table, { paddingIndex: 3 })).toThrow(OutOfRangeError);
  });

  test("oneHot counts the classes itself and takes a dtype", () => {
    const y = oneHot(int([0, 2]), { dtype: "float32" });
    expect([y.shape, y.dtype]).toEqual([[2, 3], "float32"]);
    expect(() => oneHot(int([3]), { nClasses: 3 })).toThrow(OutOfRangeError);
    expect(() => oneHot(int([3]), { nClasses: -1 })).toThrow(ParameterError);
    expect(() => oneHot(ones(1))).toThrow(DTypeError);
  });

  test("linear refuses what does not fit", () => {
    const W = zeros([4, 3]);
    expect(() => linear(zeros([2, 4]), W)).toThrow(ShapeError);
    expect(() => linear(zeros([2, 3]), zeros(3))).toThrow(ShapeError);
    expect(() => linear(zeros([2, 3]), W, { bias: zeros(3) })).toThrow(ShapeError);
    expect(() => linear(zeros([2, 3]), W.astype("float32"))).toThrow(DTypeError);
    expect(() => linear(zeros([2, 3]), W, { activation: "tanh" as "relu" })).toThrow(
      ParameterError,
    );
  });

  test("linear does not record under noGrad", () => {
    const W = ones([2, 3], { requiresGrad: true });
    expect(noGrad(() => linear(ones([1, 3]), W)).requiresGrad).toBe(false);
  });
});
