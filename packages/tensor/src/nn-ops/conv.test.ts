import { DTypeError, ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import * as library from "../index";
import { matmul, ones, randn, type Tensor, zeros } from "../index";

const { conv1d, conv2d, conv3d, convTranspose1d, convTranspose2d, convTranspose3d } = library;
const random = new RandomGenerator(8);
const normal = (...shape: number[]) => randn(shape, { random });

function expectSame(a: Tensor, b: Tensor): void {
  expect(a.shape).toEqual(b.shape);
  expect(a.sub(b).abs().max().item()).toBeLessThan(1e-12);
}

describe("convolutions", () => {
  test("a filter of one element is a matrix product over the channels", () => {
    const [x, w] = [normal(2, 5, 3, 4), normal(7, 5, 1, 1)];
    const product = matmul(w.reshape([7, 5]), x.reshape([2, 5, 12])).reshape([2, 7, 3, 4]);
    expectSame(conv2d(x, w), product);
  });

  test("moving the image moves the values", () => {
    const [x, w] = [normal(1, 2, 9, 9), normal(3, 2, 3, 3)];
    const moved = conv2d(x.slice(null, null, [1, 9], [2, 9]), w);
    expectSame(moved, conv2d(x, w).slice(null, null, [1, 7], [2, 7]));
  });

  test("a sequence is an image of one row, an image a volume of one", () => {
    const [x, w] = [normal(2, 3, 8), normal(4, 3, 3)];
    const image = conv2d(x.unsqueeze(2), w.unsqueeze(2), { stride: [1, 2], padding: [0, 1] });
    expectSame(image.squeeze(2), conv1d(x, w, { stride: 2, padding: 1 }));
    const volume = conv3d(x.reshape([2, 3, 1, 1, 8]), w.reshape([4, 3, 1, 1, 3]));
    expectSame(volume.reshape([2, 4, 6]), conv1d(x, w));
  });

  test("each group sees its own channels", () => {
    const [x, w] = [normal(2, 6, 5, 5), normal(9, 2, 3, 3)];
    const parts = [0, 1, 2].map((g) =>
      conv2d(x.slice(null, [2 * g, 2 * g + 2]), w.slice([3 * g, 3 * g + 3])),
    );
    expectSame(conv2d(x, w, { groups: 3 }), library.concatenate(parts, 1));
  });

  test("the transposed convolution is the transpose: ⟨conv(x), y⟩ = ⟨x, convTranspose(y)⟩", () => {
    for (const options of [{}, { stride: 2, padding: 1 }, { dilation: 2, padding: 2 }]) {
      const [x, w] = [normal(2, 3, 7, 9), normal(4, 3, 3, 3)];
      const y = conv2d(x, w, options);
      const other = randn(y.shape, { random });
      const back = convTranspose2d(other, w, options);
      const difference = y.mul(other).sum().sub(x.mul(back).sum()).item();
      expect(Math.abs(difference)).toBeLessThan(1e-10);
    }
  });

  test("take views, no images, and blocks of more than 1024 rows of columns", () => {
    const x = normal(5, 4, 2, 3).transpose(2, 1, 3, 0); // (2, 4, 3, 5)
    const w = normal(2, 3, 4, 2).transpose(3, 2, 1, 0); // (2, 4, 3, 2)
    expectSame(conv2d(x, w), conv2d(x.clone(), w.clone()));
    expect(conv2d(zeros([0, 4, 5, 5]), zeros([2, 4, 3, 3])).shape).toEqual([0, 2, 3, 3]);
    const [many, filters] = [normal(1, 150, 4, 4), normal(2, 150, 3, 3)];
    const parts = [0, 1].map((i) => {
      const half = [75 * i, 75 * i + 75] as const;
      return conv2d(many.slice(null, half), filters.slice(null, half));
    });
    expect(conv2d(many, filters).sub(parts[0]!.add(parts[1]!)).abs().max().item()).toBeLessThan(
      1e-11,
    );
  });

  test("long gradients: more images than parts, more places and rows than a block", () => {
    const x = normal(11, 20, 24, 24);
    const w = normal(3, 20, 3, 3);
    x.requiresGrad = true;
    w.requiresGrad = true;
    conv2d(x, w, { padding: 1 }).sum().backward();
    // dL/dw[f, c, 1, 1] is the sum of channel c over everything the middle tap meets: all of it.
    const sums = x.detach().sum([0, 2, 3]);
    const middle = w.grad!.slice([0, 1], null, [1, 2], [1, 2]).flatten();
    expect(middle.sub(sums).abs().max().item()).toBeLessThan(1e-10);
    // dL/dx inside is the sum of all filters of the channel.
    const inside = x.grad!.slice([0, 1], null, [5, 6], [7, 8]).flatten();
    expect(
      inside
        .sub(w.detach().sum([0, 2, 3]))
        .abs()
        .max()
        .item(),
    ).toBeLessThan(1e-10);
  });
});

describe("convolutions refuse", () => {
  const x = zeros([1, 4, 5, 5]);
  const w = zeros([2, 4, 3, 3]);

  test("shapes that do not fit", () => {
    expect(() => conv1d(x, w)).toThrow(ShapeError);
    expect(() => conv3d(x, w)).toThrow(ShapeError);
    expect(() => conv2d(x, zeros([2, 3, 3, 3]))).toThrow(ShapeError);
    expect(() => conv2d(x, w, { groups: 2 })).toThrow(ShapeError);
    expect(() => conv2d(x, zeros([3, 2, 3, 3]), { groups: 2 })).toThrow(ShapeError);
    expect(() => conv2d(x, zeros([2, 4, 0, 3]))).toThrow(ShapeError);
    expect(() => conv2d(x, w, { bias: zeros(4) })).toThrow(ShapeError);
    expect(() => convTranspose2d(x, w)).toThrow(ShapeError);
    expect(() => convTranspose1d(x, w)).toThrow(ShapeError);
    expect(() => convTranspose3d(x, w)).toThrow(ShapeError);
  });

  test("filters longer than the padded input, and outputs of no place", () => {
    expect(() => conv2d(x, zeros([2, 4, 6, 3]))).toThrow(ShapeError);
    expect(() => conv2d(x, w, { dilation: 3 })).toThrow(ShapeError);
    expect(conv2d(x, w, { dilation: 3, padding: 1 }).shape).toEqual([1, 2, 1, 1]);
    expect(() => convTranspose2d(zeros([1, 2, 1, 1]), w, { padding: 2 })).toThrow(ShapeError);
  });

  test("other types", () => {
    expect(() => conv2d(x, ones([2, 4, 3, 3], { dtype: "float32" }))).toThrow(DTypeError);
    expect(() => conv2d(x.astype("int32"), w)).toThrow(DTypeError);
    expect(() => convTranspose2d(x, ones([4, 2, 3, 3], { dtype: "float32" }))).toThrow(DTypeError);
  });

  test("options out of range", () => {
    const same = "same" as const;
    expect(() => conv2d(x, w, { stride: 0 })).toThrow(ParameterError);
    expect(() => conv2d(x, w, { stride: [1, 1, 1] })).toThrow(ParameterError);
    expect(() => conv2d(x, w, { padding: -1 })).toThrow(ParameterError);
    expect(() => conv2d(x, w, { padding: "full" as "same" })).toThrow(ParameterError);
    expect(() => conv2d(x, w, { padding: same, stride: 2 })).toThrow(ParameterError);
    expect(() => conv2d(x, w, { dilation: 1.5 })).toThrow(ParameterError);
    expect(() => conv2d(x, w, { groups: 0 })).toThrow(ParameterError);
    const v = zeros([4, 2, 3, 3]);
    expect(() => convTranspose2d(x, v, { outputPadding: 1 })).toThrow(ParameterError);
    expect(() => convTranspose2d(x, v, { stride: 2, outputPadding: -1 })).toThrow(ParameterError);
  });
});
