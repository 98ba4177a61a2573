import { RandomGenerator } from "@gradus/core";
import { describe, test } from "vitest";
import * as library from "../index";
import { checkGradients, randn, type Tensor, tensor } from "../index";
import { withKey } from "./dropout";

const random = new RandomGenerator(21);

interface GradientCase {
  readonly f: (...inputs: Tensor[]) => Tensor;
  readonly shapes: readonly (readonly number[])[];
}

const int = (values: number[] | number[][]) => tensor(values, { dtype: "int32" });
const classes = int([1, 0, 2]);
const weight = tensor([0.5, 1, 2, 1.5]);
const { crossEntropy, embedding, linear, nllLoss } = library;

const cases: Record<string, GradientCase> = {
  softmax: { f: (x) => library.softmax(x!, 1), shapes: [[2, 5, 2]] },
  logSoftmax: { f: (x) => library.logSoftmax(x!, 0), shapes: [[5, 2]] },
  crossEntropy: {
    f: (x) => crossEntropy(x!, classes, { weight, labelSmoothing: 0.1 }),
    shapes: [[3, 4]],
  },
  "crossEntropy, sum": {
    f: (x) => crossEntropy(x!, classes, { reduction: "sum", ignoreIndex: 2 }),
    shapes: [[3, 4]],
  },
  "crossEntropy, none": {
    f: (x) =>
      crossEntropy(
        x!,
        int([
          [1, 3],
          [0, 2],
        ]),
        { reduction: "none" },
      ),
    shapes: [[2, 4, 2]],
  },
  "crossEntropy of probabilities": {
    f: (x, p) => crossEntropy(x!, p!, { weight, labelSmoothing: 0.2 }),
    shapes: [
      [3, 4],
      [3, 4],
    ],
  },
  nllLoss: { f: (x) => nllLoss(x!, classes, { weight }), shapes: [[3, 4]] },
  mseLoss: {
    f: (x, t) => library.mseLoss(x!, t!),
    shapes: [
      [3, 2],
      [3, 2],
    ],
  },
  l1Loss: { f: (x, t) => library.l1Loss(x!, t!, { reduction: "none" }), shapes: [[4], [4]] },
  huberLoss: { f: (x, t) => library.huberLoss(x!, t!, { delta: 0.5 }), shapes: [[6], [6]] },
  smoothL1Loss: {
    f: (x, t) => library.smoothL1Loss(x!, t!, { beta: 0.6, reduction: "sum" }),
    shapes: [[6], [6]],
  },
  binaryCrossEntropyWithLogits: {
    f: (x, t) => library.binaryCrossEntropyWithLogits(x!, t!),
    shapes: [[5], [5]],
  },
  "binaryCrossEntropyWithLogits, weighted": {
    f: (x, t, w, p) => library.binaryCrossEntropyWithLogits(x!, t!, { weight: w!, posWeight: p! }),
    shapes: [[2, 3], [2, 3], [3], [3]],
  },
  klDiv: {
    f: (x, t) => library.klDiv(x!, t!.square().add(0.1), { reduction: "batchMean" }),
    shapes: [
      [2, 3],
      [2, 3],
    ],
  },
  dropout: { f: (x) => withKey(x!, 0.3, [1, 2]), shapes: [[3, 3]] },
  embedding: {
    f: (w) =>
      embedding(
        int([
          [1, 0],
          [1, 3],
        ]),
        w!,
        { paddingIndex: 2 },
      ),
    shapes: [[4, 2]],
  },
  linear: { f: (x, w, b) => linear(x!, w!, { bias: b! }), shapes: [[2, 2, 3], [4, 3], [4]] },
  "linear and relu": {
    f: (x, w, b) => linear(x!, w!, { bias: b!, activation: "relu" }),
    shapes: [[3, 3], [4, 3], [4]],
  },
  layerNorm: {
    f: (x, w, b) => library.layerNorm(x!, [2, 3], { weight: w!, bias: b! }),
    shapes: [
      [3, 2, 3],
      [2, 3],
      [2, 3],
    ],
  },
  "layerNorm, bias alone": {
    f: (x, b) => library.layerNorm(x!, 5, { bias: b! }),
    shapes: [[18, 5], [5]],
  },
  rmsNorm: { f: (x, w) => library.rmsNorm(x!, 5, { weight: w! }), shapes: [[3, 5], [5]] },
  groupNorm: {
    f: (x, w, b) => library.groupNorm(x!, 2, { weight: w!, bias: b! }),
    shapes: [[2, 4, 3], [4], [4]],
  },
  "groupNorm of a table": {
    f: (x, w) => library.groupNorm(x!, 2, { weight: w! }),
    shapes: [[3, 6], [6]],
  },
  instanceNorm: { f: (x) => library.instanceNorm(x!), shapes: [[2, 2, 2, 2]] },
  batchNorm: {
    f: (x, w, b) => library.batchNorm(x!, { weight: w!, bias: b! }),
    shapes: [[3, 2, 4], [2], [2]],
  },
  "batchNorm of a table": {
    f: (x, b) => library.batchNorm(x!, { bias: b! }),
    shapes: [[4, 3], [3]],
  },
  "batchNorm, not training": {
    f: (x, w) => {
      const running = { runningMean: tensor([0.1, 0.2]), runningVariance: tensor([0.5, 2]) };
      return library.batchNorm(x!, { weight: w!, training: false, ...running });
    },
    shapes: [[2, 2, 3], [2]],
  },
  conv1d: {
    f: (x, w, b) => library.conv1d(x!, w!, { bias: b!, padding: 1, stride: 2 }),
    shapes: [[2, 2, 5], [3, 2, 3], [3]],
  },
  conv2d: {
    f: (x, w) => library.conv2d(x!, w!, { padding: [1, 0], dilation: [1, 2], groups: 2 }),
    shapes: [
      [1, 4, 4, 5],
      [2, 2, 3, 2],
    ],
  },
  "conv2d, same": {
    f: (x, w, b) => library.conv2d(x!, w!, { bias: b!, padding: "same" }),
    shapes: [[2, 1, 3, 4], [2, 1, 2, 3], [2]],
  },
  conv3d: {
    f: (x, w) => library.conv3d(x!, w!, { stride: [1, 2, 1] }),
    shapes: [
      [1, 1, 3, 3, 2],
      [2, 1, 2, 2, 2],
    ],
  },
  convTranspose1d: {
    f: (x, w, b) => library.convTranspose1d(x!, w!, { bias: b!, stride: 2, outputPadding: 1 }),
    shapes: [[1, 2, 3], [2, 2, 3], [2]],
  },
  convTranspose2d: {
    f: (x, w) => library.convTranspose2d(x!, w!, { padding: 1, groups: 2 }),
    shapes: [
      [1, 2, 3, 3],
      [2, 2, 3, 3],
    ],
  },
  convTranspose3d: {
    f: (x, w) => library.convTranspose3d(x!, w!, { stride: 2 }),
    shapes: [
      [1, 1, 2, 1, 2],
      [1, 1, 2, 2, 2],
    ],
  },
  maxPool2d: {
    f: (x) => library.maxPool2d(x!, [2, 3], { padding: [1, 0], stride: 1 }),
    shapes: [[1, 2, 4, 4]],
  },
  maxPool3d: { f: (x) => library.maxPool3d(x!, 2, { ceilMode: true }), shapes: [[1, 1, 3, 2, 3]] },
  avgPool1d: { f: (x) => library.avgPool1d(x!, 3, { padding: 1 }), shapes: [[2, 2, 7]] },
  avgPool2d: {
    f: (x) => library.avgPool2d(x!, 2, { stride: 1, padding: 1, countIncludePad: false }),
    shapes: [[1, 2, 3, 3]],
  },
  adaptiveAvgPool2d: { f: (x) => library.adaptiveAvgPool2d(x!, [2, 3]), shapes: [[1, 2, 5, 4]] },
  adaptiveMaxPool1d: { f: (x) => library.adaptiveMaxPool1d(x!, 3), shapes: [[2, 1, 7]] },
  globalAvgPool: { f: (x) => library.globalAvgPool(x!), shapes: [[2, 2, 3, 2]] },
  interpolate: {
    f: (x) => library.interpolate(x!, { size: [5, 3], mode: "linear" }),
    shapes: [[1, 2, 3, 4]],
  },
  "interpolate, nearest": {
    f: (x) => library.interpolate(x!, { scaleFactor: 1.5 }),
    shapes: [[1, 2, 4]],
  },
  unfold: { f: (x) => library.unfold(x!, 2, { padding: 1, stride: 2 }), shapes: [[2, 2, 3, 4]] },
  fold: { f: (x) => library.fold(x!, [3, 3], { kernelSize: 2 }), shapes: [[1, 8, 4]] },
  lstm: {
    f: (x, weightInput, weightHidden, biasInput, biasHidden, h, c) => {
      const layer = {
        weightInput: weightInput!,
        weightHidden: weightHidden!,
        biasInput,
        biasHidden,
      };
      const options = { initialHidden: h!, initialCell: c! };
      const { output, hidden, cell } = library.lstm(x!, [layer], options);
      return library.concatenate([output.flatten(), hidden.flatten(), cell.flatten()]);
    },
    shapes: [[3, 2, 2], [12, 2], [12, 3], [12], [12], [1, 2, 3], [1, 2, 3]],
  },
  gru: {
    f: (x, weightInput, weightHidden, biasInput, biasHidden, h) => {
      const layer = {
        weightInput: weightInput!,
        weightHidden: weightHidden!,
        biasInput,
        biasHidden,
      };
      return library.gru(x!, [layer], { initialHidden: h! }).output;
    },
    shapes: [[3, 2, 2], [9, 2], [9, 3], [9], [9], [1, 2, 3]],
  },
  "lstm, with lengths": {
    f: (x, weightInput, weightHidden, biasInput, biasHidden, h, c) => {
      const layer = {
        weightInput: weightInput!,
        weightHidden: weightHidden!,
        biasInput,
        biasHidden,
      };
      const options = { initialHidden: h!, initialCell: c!, lengths: [2, 3] };
      const { output, hidden, cell } = library.lstm(x!, [layer], options);
      return library.concatenate([output.flatten(), hidden.flatten(), cell.flatten()]);
    },
    shapes: [[3, 2, 2], [8, 2], [8, 2], [8], [8], [1, 2, 2], [1, 2, 2]],
  },
  "gru, from both ends with lengths": {
    f: (x, a, b, c, d, h) => {
      const layers = [
        { weightInput: a!, weightHidden: b! },
        { weightInput: c!, weightHidden: d! },
      ];
      const options = { bidirectional: true, initialHidden: h!, lengths: [3, 1] };
      const { output, hidden } = library.gru(x!, layers, options);
      return library.concatenate([output.flatten(), hidden.flatten()]);
    },
    shapes: [
      [3, 2, 2],
      [6, 2],
      [6, 2],
      [6, 2],
      [6, 2],
      [2, 2, 2],
    ],
  },
  "rnn, with lengths": {
    f: (x, weightInput, weightHidden) =>
      library.rnn(x!, [{ weightInput: weightInput!, weightHidden: weightHidden! }], {
        lengths: [1, 3],
      }).output,
    shapes: [
      [3, 2, 2],
      [2, 2],
      [2, 2],
    ],
  },
  "rnn, from both ends": {
    f: (x, a, b, c, d) =>
      library.rnn(
        x!,
        [
          { weightInput: a!, weightHidden: b! },
          { weightInput: c!, weightHidden: d! },
        ],
        { bidirectional: true, batchFirst: true },
      ).output,
    shapes: [
      [2, 3, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ],
  },
  scaledDotProductAttention: {
    f: (q, k, v) => library.scaledDotProductAttention(q!, k!, v!, { causal: true, scale: 0.4 }),
    shapes: [
      [2, 1, 4, 3],
      [2, 1, 5, 3],
      [2, 1, 5, 2],
    ],
  },
  "scaledDotProductAttention, mask and dropout": {
    f: (q, k, v, mask) =>
      library.scaledDotProductAttention(q!, k!, v!, {
        mask: mask!,
        dropout: 0.3,
        random: new RandomGenerator(2),
      }),
    shapes: [
      [2, 3, 2],
      [2, 6, 2],
      [2, 6, 3],
      [3, 6],
    ],
  },
};

describe("gradients agree with central differences", () => {
  test.each(Object.entries(cases))("%s", (_name, { f, shapes }) => {
    checkGradients(
      f,
      shapes.map((shape) => randn(shape, { random })),
    );
  });
});

describe("gradients of gradients agree with central differences", () => {
  test.each(Object.entries(cases))("%s", (_name, { f, shapes }) => {
    const inputs = shapes.map((shape) => randn(shape, { random }));
    checkGradients(f, inputs, { order: 2 });
  });
});
