import { GradusError, ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  adagradStep,
  adamStep,
  adamWStep,
  clipGradNorm,
  clipGradValue,
  GradientError,
  ones,
  optimizerState,
  rmspropStep,
  scoped,
  sgdStep,
  tensor,
} from "../index";

const withGradient = (values: number[], gradient: number[]) => {
  const w = tensor(values, { requiresGrad: true });
  w.mul(tensor(gradient)).sum().backward();
  return w;
};

describe("optimizer steps", () => {
  test("a graph built before a step refuses gradients after it", () => {
    const w = withGradient([1, 2], [1, 1]);
    const loss = w.square().sum();
    sgdStep([w], optimizerState([w]), { learningRate: 0.1 });
    expect(() => loss.backward()).toThrow(GradientError);
  });

  test("parameters without a gradient stay, and count no step", () => {
    const [w, still] = [withGradient([1], [1]), tensor([5], { requiresGrad: true })];
    const state = optimizerState([w, still]);
    adamStep([w, still], state, { learningRate: 0.1 });
    expect(still.toArray()).toEqual([5]);
    expect(state.slots.map((slot) => slot.step)).toEqual([1, 0]);
  });

  test("step in place, views of a parameter and transposed parameters too", () => {
    const w = tensor([
      [1, 2],
      [3, 4],
    ])
      .transpose()
      .detach();
    w.requiresGrad = true;
    w.mul(
      tensor([
        [1, 0],
        [0, 2],
      ]),
    )
      .sum()
      .backward();
    sgdStep([w], optimizerState([w]), { learningRate: 1 });
    expect(w.toArray()).toEqual([
      [0, 3],
      [2, 2],
    ]);
  });

  test("the state outlives a scope in which a step runs", () => {
    const w = withGradient([1], [1]);
    const state = optimizerState([w]);
    scoped(() => {
      adamStep([w], state, { learningRate: 0.1 });
      return ones(1);
    });
    expect(state.slots[0]!.first!.item()).toBeCloseTo(0.1, 12);
  });

  test("refuse options out of range and a state of other parameters", () => {
    const w = withGradient([1], [1]);
    const state = optimizerState([w]);
    const learningRate = 0.1;
    expect(() => sgdStep([w], state, { learningRate: -1 })).toThrow(ParameterError);
    expect(() => sgdStep([w], state, { learningRate, weightDecay: -1 })).toThrow(ParameterError);
    expect(() => sgdStep([w], state, { learningRate, momentum: -1 })).toThrow(ParameterError);
    expect(() => sgdStep([w], state, { learningRate, nesterov: true })).toThrow(ParameterError);
    expect(() => adamStep([w], state, { learningRate, betas: [1, 0.9] })).toThrow(ParameterError);
    expect(() => adamWStep([w], state, { learningRate, eps: -1 })).toThrow(ParameterError);
    expect(() => rmspropStep([w], state, { learningRate, alpha: 2 })).toThrow(ParameterError);
    expect(() => rmspropStep([w], state, { learningRate, momentum: -1 })).toThrow(ParameterError);
    const initialAccumulator = -1;
    expect(() => adagradStep([w], state, { learningRate, initialAccumulator })).toThrow(
      ParameterError,
    );
    expect(() => sgdStep([w, w], state, { learningRate })).toThrow(ParameterError);
    expect(() => optimizerState([w.mul(2)])).toThrow(GradientError);
    expect(() => optimizerState([tensor([1], { dtype: "int32" })])).toThrow(GradientError);
    w.grad = ones(2);
    expect(() => sgdStep([w], state, { learningRate })).toThrow(ShapeError);
    expect(w.toArray()).toEqual([1]);
  });
});

describe("clipping", () => {
  test("by norm over all parameters, with any order", () => {
    const make = () => [withGradient([0, 0], [3, 0]), withGradient([0], [-4])];
    const parameters = make();
    expect(clipGradNorm(parameters, 1)).toBe(5);
    expect(parameters[0]!.grad!.toArray<number[]>()[0]).toBeCloseTo(0.6, 6);
    expect(parameters[1]!.grad!.toArray<number[]>()[0]).toBeCloseTo(-0.8, 6);
    expect(clipGradNorm(make(), 10, { normType: 1 })).toBe(7);
    expect(clipGradNorm(make(), 10, { normType: Infinity })).toBe(4);
    const small = make();
    clipGradNorm(small, 10);
    expect(small[1]!.grad!.toArray()).toEqual([-4]);
  });

  test("by value", () => {
    const w = withGradient([0, 0, 0], [3, -0.5, -9]);
    clipGradValue([w, ones(1)], 2);
    expect(w.grad!.toArray()).toEqual([2, -0.5, -2]);
  });

  test("refuses limits that are not above 0", () => {
    for (const f of [() => clipGradNorm([], 0), () => clipGradValue([], -1)]) {
      expect(f).toThrow(GradusError);
    }
    expect(() => clipGradNorm([], 1, { normType: 0 })).toThrow(ParameterError);
  });
});
