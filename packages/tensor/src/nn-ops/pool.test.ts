import { DTypeError, ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import * as library from "../index";
import { ones, randn, tensor, zeros } from "../index";

const { adaptiveAvgPool2d, adaptiveMaxPool1d, adaptiveMaxPool2d, avgPool1d, avgPool2d } = library;
const { avgPool3d, fold, globalAvgPool, interpolate, maxPool1d, maxPool2d, maxPool3d, unfold } =
  library;
const random = new RandomGenerator(9);

describe("pooling", () => {
  test("NaN is the largest, and −∞ can be", () => {
    expect(maxPool1d(tensor([[[1, Number.NaN, 3, 2]]]), 2).toArray()).toEqual([[[Number.NaN, 3]]]);
    expect(maxPool1d(tensor([[[-Infinity, -Infinity]]]), 2).toArray()).toEqual([[[-Infinity]]]);
  });

  test("pairs, four windows at a time, give what single windows do, NaN and ties too", () => {
    const x = randn([2, 3, 7, 19], { random }).mul(2).round();
    const values = x.data();
    for (let i = 5; i < values.length; i += 41) values[i] = Number.NaN;
    const rows = [
      tensor(values, { shape: x.shape }),
      tensor(values, { shape: x.shape }).astype("float32"),
    ];
    const [exact, quick] = rows.map((each) => {
      each.requiresGrad = true;
      const y = maxPool2d(each, 2);
      return { y, each };
    });
    expect(quick!.y.toArray()).toEqual(exact!.y.toArray());
    for (const { y } of [exact!, quick!]) y.flatten().slice([null, null, 3]).sum().backward();
    expect(quick!.each.grad!.toArray()).toEqual(exact!.each.grad!.toArray());
  });

  test("takes views and no images", () => {
    const x = randn([4, 5, 2, 2], { random }).transpose(3, 2, 1, 0);
    expect(maxPool2d(x, 2).toArray()).toEqual(maxPool2d(x.clone(), 2).toArray());
    expect(avgPool2d(x, 2).toArray()).toEqual(avgPool2d(x.clone(), 2).toArray());
    expect(maxPool2d(zeros([0, 3, 4, 4]), 2).shape).toEqual([0, 3, 2, 2]);
  });

  test("one window over everything is the maximum and the mean", () => {
    const x = randn([2, 3, 4, 5], { random });
    expect(adaptiveMaxPool2d(x, 1).flatten().toArray()).toEqual(x.max([2, 3]).flatten().toArray());
    const difference = adaptiveAvgPool2d(x, 1).flatten().sub(globalAvgPool(x).flatten());
    expect(difference.abs().max().item()).toBeLessThan(1e-14);
  });
});

describe("pooling refuses", () => {
  const x = zeros([1, 2, 4, 4]);
  test("other shapes and types", () => {
    expect(() => maxPool1d(x, 2)).toThrow(ShapeError);
    expect(() => maxPool3d(x, 2)).toThrow(ShapeError);
    expect(() => avgPool1d(x, 2)).toThrow(ShapeError);
    expect(() => avgPool3d(x, 2)).toThrow(ShapeError);
    expect(() => adaptiveMaxPool1d(x, 2)).toThrow(ShapeError);
    expect(() => globalAvgPool(zeros([2, 2]))).toThrow(ShapeError);
    expect(() => globalAvgPool(zeros([2, 2, 2]).astype("int32"))).toThrow(DTypeError);
    expect(() => maxPool2d(zeros([1, 2, 0, 4]), 2)).toThrow(ShapeError);
    expect(() => maxPool2d(x.astype("int32"), 2)).toThrow(DTypeError);
    expect(() => adaptiveAvgPool2d(x.astype("int32"), 2)).toThrow(DTypeError);
  });

  test("windows longer than the padded input", () => {
    expect(() => maxPool2d(x, 5)).toThrow(ShapeError);
    expect(() => maxPool2d(x, 3, { dilation: 2 })).toThrow(ShapeError);
    expect(() => avgPool2d(x, [2, 5])).toThrow(ShapeError);
  });

  test("options out of range", () => {
    expect(() => maxPool2d(x, 0)).toThrow(ParameterError);
    expect(() => maxPool2d(x, 2, { stride: 0 })).toThrow(ParameterError);
    expect(() => maxPool2d(x, 2, { padding: 2 })).toThrow(ParameterError);
    expect(() => avgPool2d(x, 2, { padding: -1 })).toThrow(ParameterError);
    expect(() => maxPool2d(x, [2, 2, 2])).toThrow(ParameterError);
    expect(() => adaptiveAvgPool2d(x, 0)).toThrow(ParameterError);
  });
});

describe("interpolate, unfold and fold refuse", () => {
  const x = ones([1, 2, 4, 4]);
  test("what does not fit", () => {
    expect(() => interpolate(ones([2, 2]), { size: 2 })).toThrow(ShapeError);
    expect(() => interpolate(x.astype("int32"), { size: 2 })).toThrow(DTypeError);
    expect(() => interpolate(x, {})).toThrow(ParameterError);
    expect(() => interpolate(x, { size: 2, scaleFactor: 2 })).toThrow(ParameterError);
    expect(() => interpolate(x, { scaleFactor: 0.1 })).toThrow(ParameterError);
    expect(() => interpolate(x, { size: 2, mode: "cubic" as "linear" })).toThrow(ParameterError);
    expect(() => unfold(ones([2, 2]), 2)).toThrow(ShapeError);
    expect(() => unfold(x, 5)).toThrow(ShapeError);
    expect(() => unfold(x.astype("int32"), 2)).toThrow(DTypeError);
    expect(() => unfold(x, 0)).toThrow(ParameterError);
    expect(() => fold(ones([1, 3, 4]), 3, { kernelSize: 2 })).toThrow(ShapeError);
    expect(() => fold(ones([1, 4, 3]), 3, { kernelSize: 2 })).toThrow(ShapeError);
    expect(() => fold(ones([1, 4, 4]).astype("int32"), 3, { kernelSize: 2 })).toThrow(DTypeError);
    expect(() => fold(ones([1, 4, 4]), 0, { kernelSize: 2 })).toThrow(ParameterError);
  });
});
