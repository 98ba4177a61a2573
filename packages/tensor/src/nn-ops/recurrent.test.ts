import {
  DTypeError,
  OutOfRangeError,
  ParameterError,
  RandomGenerator,
  ShapeError,
} from "@gradus/core";
import { describe, expect, test } from "vitest";
import { gru, lstm, memoryStats, ones, randn, rnn, type Tensor, tensor, zeros } from "../index";

const random = new RandomGenerator(10);
const normal = (...shape: number[]) => randn(shape, { random });
const layerOf = (gates: number, inputs: number, hidden: number) => ({
  weightInput: normal(gates * hidden, inputs),
  weightHidden: normal(gates * hidden, hidden),
});

function expectSame(a: Tensor, b: Tensor): void {
  expect(a.shape).toEqual(b.shape);
  expect(a.sub(b).abs().max().item()).toBeLessThan(1e-12);
}

describe("recurrent layers", () => {
  test("a sequence in two parts, the state handed on, is the sequence", () => {
    const [x, layer] = [normal(6, 3, 2), layerOf(4, 2, 5)];
    const whole = lstm(x, [layer]);
    const first = lstm(x.slice([0, 2]), [layer]);
    const options = { initialHidden: first.hidden, initialCell: first.cell };
    const second = lstm(x.slice([2, 6]), [layer], options);
    expectSame(second.output, whole.output.slice([2, 6]));
    expectSame(second.cell, whole.cell);
  });

  test("the examples of a batch do not see each other", () => {
    const [x, layer] = [normal(4, 5, 2), layerOf(3, 2, 3)];
    const one = gru(x.slice(null, [3, 4]), [layer]).output;
    expectSame(one, gru(x, [layer]).output.slice(null, [3, 4]));
  });

  test("a plain network that adds up", () => {
    const layer = { weightInput: ones([1, 1]), weightHidden: ones([1, 1]) };
    const sums = rnn(ones([4, 1, 1]), [layer], { nonlinearity: "relu" }).output.flatten();
    expect(sums.toArray()).toEqual([1, 2, 3, 4]);
  });

  test("sizes that threads share give what one gives", () => {
    const [x, layer] = [normal(3, 40, 30), layerOf(4, 30, 70)];
    const all = lstm(x, [layer]).output;
    const parts = lstm(x.slice(null, [0, 2]), [layer]).output;
    expectSame(all.slice(null, [0, 2]), parts);
  });

  test("dropout between layers drops in training only", () => {
    const layers = [layerOf(4, 2, 3), layerOf(4, 3, 3)];
    const x = normal(2, 2, 2);
    const options = { dropout: 0.5, random: new RandomGenerator(1) };
    const still = lstm(x, layers, { ...options, training: false }).output;
    expectSame(still, lstm(x, layers).output);
    const moved = lstm(x, layers, options).output.sub(still).abs().max().item();
    expect(moved).toBeGreaterThan(1e-6);
  });

  test.each(["lstm", "gru", "rnn"] as const)(
    "%s with lengths is each sequence by itself",
    (name) => {
      const run = { lstm, gru, rnn }[name];
      const gates = { lstm: 4, gru: 3, rnn: 1 }[name];
      const layers = [layerOf(gates, 2, 11), layerOf(gates, 2, 11)];
      const lengths = [3, 6, 1, 4];
      const x = normal(6, 4, 2);
      // What stands behind the ends does not matter, were it no number.
      lengths.forEach((length, b) => {
        if (length < 6) x.slice([length, 6], b).assign(Number.NaN);
      });
      const all = run(x, layers, { lengths, bidirectional: true });
      lengths.forEach((length, b) => {
        const one = run(x.slice([0, length], [b, b + 1]), layers, { bidirectional: true });
        expectSame(all.output.slice([0, length], [b, b + 1]), one.output);
        expectSame(all.hidden.slice(null, [b, b + 1]), one.hidden);
        if (length < 6) expect(all.output.slice([length, 6], b).abs().max().item()).toBe(0);
      });
    },
  );

  test("gradients do not see what stands behind the ends", () => {
    const layer = layerOf(4, 2, 3);
    for (const leaf of Object.values(layer)) leaf.requiresGrad = true;
    const x = normal(3, 2, 2);
    x.slice([1, 3], 0).assign(Number.POSITIVE_INFINITY);
    x.requiresGrad = true;
    lstm(x, [layer], { lengths: tensor([1, 3], { dtype: "int32" }) })
      .output.square()
      .sum()
      .backward();
    expect(x.grad!.slice([1, 3], 0).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ]);
    for (const leaf of Object.values(layer)) {
      expect(Number.isFinite(leaf.grad!.abs().sum().item())).toBe(true);
    }
  });

  test("training takes no more memory from step to step", () => {
    const layer = layerOf(4, 16, 64);
    const leaves = Object.values(layer);
    for (const leaf of leaves) leaf.requiresGrad = true;
    const x = normal(16, 16, 16);
    const used: number[] = [];
    for (let i = 0; i < 12; i++) {
      lstm(x, [layer]).output.square().mean().backward();
      for (const leaf of leaves) leaf.zeroGrad();
      used.push(memoryStats().usedBytes);
    }
    // Results and saved gates (0.8 MB a step) and the gradients that zeroGrad drops (0.2 MB a step) are given back.
    expect(used[11]! - used[4]!).toBeLessThan(300_000);
  });
});

describe("recurrent layers refuse", () => {
  const x = zeros([3, 2, 4]);
  const layer = { weightInput: zeros([20, 4]), weightHidden: zeros([20, 5]) };

  test("shapes that do not fit", () => {
    expect(() => lstm(zeros([3, 4]), [layer])).toThrow(ShapeError);
    expect(() => lstm(zeros([0, 2, 4]), [layer])).toThrow(ShapeError);
    expect(() => lstm(zeros([3, 2, 5]), [layer])).toThrow(ShapeError);
    expect(() => gru(x, [layer])).toThrow(ShapeError);
    expect(() => rnn(x, [layer])).toThrow(ShapeError);
    expect(() => lstm(x, [layer, layer])).toThrow(ShapeError);
    expect(() => lstm(x, [{ ...layer, weightHidden: zeros([20, 0]) }])).toThrow(ShapeError);
    expect(() => lstm(x, [layer], { initialHidden: zeros([1, 3, 5]) })).toThrow(ShapeError);
    expect(() => lstm(x, [layer], { initialCell: zeros([2, 5]) })).toThrow(ShapeError);
    const biases = { biasInput: zeros(20), biasHidden: zeros(5) };
    expect(() => lstm(x, [{ ...layer, ...biases }])).toThrow(ShapeError);
  });

  test("other types", () => {
    expect(() => lstm(x.astype("float32"), [layer])).toThrow(DTypeError);
    expect(() => gru(x.astype("int32"), [layer])).toThrow(DTypeError);
    const initialHidden = zeros([1, 2, 5], { dtype: "float32" });
    expect(() => lstm(x, [layer], { initialHidden })).toThrow(DTypeError);
  });

  test("lengths", () => {
    const given = (lengths: Tensor | number[]) => () => lstm(x, [layer], { lengths });
    expect(given([3, 3])).not.toThrow();
    expect(given([0, 3])).toThrow(OutOfRangeError);
    expect(given([1, 4])).toThrow(OutOfRangeError);
    expect(given([1])).toThrow(ShapeError);
    expect(given([1, 2, 3])).toThrow(ShapeError);
    expect(given([1, 2.5])).toThrow(ParameterError);
    expect(given([1, Number.NaN])).toThrow(ParameterError);
    expect(given(tensor([1, 2]))).toThrow(DTypeError);
    expect(given(tensor([[1, 2]], { dtype: "int32" }))).toThrow(ShapeError);
  });

  test("options", () => {
    expect(() => lstm(x, [])).toThrow(ParameterError);
    expect(() => lstm(x, [layer], { bidirectional: true })).toThrow(ParameterError);
    expect(() => lstm(x, [layer], { dropout: 0.5 })).toThrow(ParameterError);
    expect(() => lstm(x, [layer], { dropout: 2, random })).toThrow(ParameterError);
    expect(() => lstm(x, [{ ...layer, biasInput: zeros(20) }])).toThrow(ParameterError);
    const nonlinearity = "sigmoid" as "tanh";
    expect(() => rnn(x, [layer], { nonlinearity })).toThrow(ParameterError);
  });
});
