import { OutOfRangeError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  broadcastTensors,
  checkGradients,
  chunk,
  concatenate,
  diag,
  expandDims,
  flip,
  meshgrid,
  moveAxis,
  pad,
  repeat,
  roll,
  rot90,
  split,
  swapAxes,
  type Tensor,
  tensor,
  tile,
  zeros,
} from "../index";

const v = arange(1, 5).sin();
const m = arange(6).cos().reshape([2, 3]);
const x = arange(12).mul(1.7).sin().reshape([2, 3, 2]);

describe("gradients, and theirs", () => {
  const modes = ["edge", "reflect", "symmetric", "wrap"] as const;
  const list: readonly (readonly [string, (...inputs: Tensor[]) => Tensor, readonly Tensor[]])[] = [
    ["split", (a) => concatenate(split(a, [1, 2], -1).reverse(), -1), [m]],
    ["chunk", (a) => chunk(a, 2)[1]!.mul(chunk(a, 2)[0]!), [v]],
    ["tile", (a) => tile(a, [2, 1, 3]), [m]],
    ["repeat", (a) => repeat(a, [2, 0, 1], 1), [m]],
    ["repeat, flat", (a) => repeat(a, 2), [x]],
    ["flip", (a) => flip(a, [0, 2]), [x]],
    ["roll", (a) => roll(a, [1, -1], [0, 1]), [m]],
    ["roll, flat", (a) => roll(a, 2), [x]],
    ["rot90", (a) => rot90(a, 3, [0, 2]), [x]],
    ["pad with a constant", (a) => pad(a, [1, 2], { value: 3 }), [m]],
    ...modes.map(
      (mode) =>
        [
          `pad, ${mode}`,
          (a: Tensor) =>
            pad(
              a,
              [
                [1, 5],
                [2, 0],
              ],
              { mode },
            ),
          [m],
        ] as const,
    ),
    ["moveAxis", (a) => moveAxis(a, 0, -1), [x]],
    ["swapAxes", (a) => swapAxes(a, 0, 2), [x]],
    ["expandDims", (a) => expandDims(a, [0, -1]), [m]],
    ["broadcastTensors", (a, b) => broadcastTensors(a, b).reduce((p, q) => p.mul(q)), [m, v.at(0)]],
    ["meshgrid", (a, b) => meshgrid([a, b]).reduce((p, q) => p.mul(q)), [v, m.at(0)]],
    ["diag of a vector", (a) => diag(a, -1), [v]],
    ["diag of a matrix", (a) => diag(a, 1), [m]],
  ];

  test.each(list)("%s", (_name, f, inputs) => {
    checkGradients(f, inputs);
    checkGradients((...all) => f(...all.map((a) => a.sin())), inputs, { order: 2 });
  });
});

describe("what does not fit is a typed error", () => {
  test("axes", () => {
    for (const f of [
      () => split(m, 2, 2),
      () => chunk(m, 2, 2),
      () => repeat(m, 2, 2),
      () => flip(m, 2),
      () => roll(m, 1, 2),
      () => rot90(m, 1, [0, 2]),
      () => moveAxis(m, 0, 2),
      () => swapAxes(m, 0, -3),
      () => expandDims(m, 3),
    ]) {
      expect(f).toThrow(OutOfRangeError);
    }
    expect(() => flip(m, [0, 0])).toThrow(ParameterError);
    expect(() => rot90(m, 1, [0, -2])).toThrow(ParameterError);
    expect(() => moveAxis(m, [0, 1], [0])).toThrow(ParameterError);
    expect(() => moveAxis(m, [0, 0], [0, 1])).toThrow(ParameterError);
    expect(() => expandDims(m, [0, 0])).toThrow(ParameterError);
  });

  test("shapes", () => {
    expect(() => split(m, 2, 1)).toThrow(
      /split: .*2 equal parts fill, got axis 1 of shape \(2, 3\)/,
    );
    expect(() => repeat(m, [1, 2], 1)).toThrow(/repeat: expected 3 numbers .*, got 2/);
    expect(() => pad(m, [[1, 1]])).toThrow(ShapeError);
    expect(() => pad(zeros([2, 0]), 1, { mode: "edge" })).toThrow(ShapeError);
    expect(() => broadcastTensors(m, v)).toThrow(ShapeError);
    expect(() => meshgrid([m])).toThrow(ShapeError);
    expect(() => diag(x)).toThrow(ShapeError);
  });

  test("values", () => {
    expect(() => split(m, 0)).toThrow(ParameterError);
    expect(() => split(m, [0.5])).toThrow(ParameterError);
    expect(() => chunk(m, 0.5)).toThrow(ParameterError);
    expect(() => tile(m, -1)).toThrow(ParameterError);
    expect(() => repeat(m, [0.5, 1], 0)).toThrow(ParameterError);
    expect(() => roll(m, 0.5)).toThrow(/roll: shift must be an integer, got 0.5/);
    expect(() => roll(m, [1, 2], [0])).toThrow(ParameterError);
    expect(() => rot90(m, 0.5)).toThrow(ParameterError);
    expect(() => pad(m, -1)).toThrow(ParameterError);
    expect(() => pad(m, 1, { mode: "mirror" as never })).toThrow(ParameterError);
    expect(() => pad(tensor(new Uint8Array(2)), 1, { value: -1 })).toThrow(ValueError);
    expect(() => meshgrid([v], { indexing: "yx" as never })).toThrow(ParameterError);
    expect(() => diag(m, 0.5)).toThrow(ParameterError);
  });
});
