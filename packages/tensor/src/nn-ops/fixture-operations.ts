import type { RecurrentWeights, Tensor } from "../index";
import * as library from "../index";

type Inputs = readonly (Tensor | undefined)[];
type Options = Readonly<Record<string, unknown>>;
type Operation = (inputs: Inputs, options: Options) => Tensor | Tensor[];

/** How the operations of the fixtures of networks are called: which inputs are arguments, which are options. */
export const operations: Readonly<Record<string, Operation>> = {
  softmax: ([x], { axis }) => library.softmax(x!, axis as number),
  logSoftmax: ([x], { axis }) => library.logSoftmax(x!, axis as number),
  crossEntropy: ([x, y, weight], o) => library.crossEntropy(x!, y!, { weight, ...o }),
  nllLoss: ([x, y, weight], o) => library.nllLoss(x!, y!, { weight, ...o }),
  mseLoss: ([x, y], o) => library.mseLoss(x!, y!, o),
  l1Loss: ([x, y], o) => library.l1Loss(x!, y!, o),
  huberLoss: ([x, y], o) => library.huberLoss(x!, y!, o),
  smoothL1Loss: ([x, y], o) => library.smoothL1Loss(x!, y!, o),
  binaryCrossEntropyWithLogits: ([x, y, weight, posWeight], o) =>
    library.binaryCrossEntropyWithLogits(x!, y!, { weight, posWeight, ...o }),
  klDiv: ([x, y], o) => library.klDiv(x!, y!, o),
  linear: ([x, weight, bias], o) => library.linear(x!, weight!, { bias, ...o }),
  embedding: ([indices, weight], o) => library.embedding(indices!, weight!, o),
  oneHot: ([indices], o) => library.oneHot(indices!, o),
  layerNorm: ([x, weight, bias], { shape, ...o }) =>
    library.layerNorm(x!, shape as number[], { weight, bias, ...o }),
  rmsNorm: ([x, weight], { shape, ...o }) =>
    library.rmsNorm(x!, shape as number[], { weight, ...o }),
  groupNorm: ([x, weight, bias], { groups, ...o }) =>
    library.groupNorm(x!, groups as number, { weight, bias, ...o }),
  instanceNorm: ([x, weight, bias], o) => library.instanceNorm(x!, { weight, bias, ...o }),
  batchNorm: ([x, weight, bias, runningMean, runningVariance], o) => {
    const y = library.batchNorm(x!, { weight, bias, runningMean, runningVariance, ...o });
    return runningMean === undefined ? y : [y, runningMean, runningVariance!];
  },
  conv1d: ([x, weight, bias], o) => library.conv1d(x!, weight!, { bias, ...o }),
  conv2d: ([x, weight, bias], o) => library.conv2d(x!, weight!, { bias, ...o }),
  conv3d: ([x, weight, bias], o) => library.conv3d(x!, weight!, { bias, ...o }),
  convTranspose1d: ([x, weight, bias], o) => library.convTranspose1d(x!, weight!, { bias, ...o }),
  convTranspose2d: ([x, weight, bias], o) => library.convTranspose2d(x!, weight!, { bias, ...o }),
  convTranspose3d: ([x, weight, bias], o) => library.convTranspose3d(x!, weight!, { bias, ...o }),
  maxPool1d: ([x], { kernelSize, ...o }) => library.maxPool1d(x!, kernelSize as number, o),
  avgPool1d: ([x], { kernelSize, ...o }) => library.avgPool1d(x!, kernelSize as number, o),
  adaptiveMaxPool1d: ([x], { size }) => library.adaptiveMaxPool1d(x!, size as number),
  adaptiveAvgPool1d: ([x], { size }) => library.adaptiveAvgPool1d(x!, size as number),
  maxPool2d: ([x], { kernelSize, ...o }) => library.maxPool2d(x!, kernelSize as number, o),
  avgPool2d: ([x], { kernelSize, ...o }) => library.avgPool2d(x!, kernelSize as number, o),
  adaptiveMaxPool2d: ([x], { size }) => library.adaptiveMaxPool2d(x!, size as number),
  adaptiveAvgPool2d: ([x], { size }) => library.adaptiveAvgPool2d(x!, size as number),
  maxPool3d: ([x], { kernelSize, ...o }) => library.maxPool3d(x!, kernelSize as number, o),
  avgPool3d: ([x], { kernelSize, ...o }) => library.avgPool3d(x!, kernelSize as number, o),
  adaptiveMaxPool3d: ([x], { size }) => library.adaptiveMaxPool3d(x!, size as number),
  adaptiveAvgPool3d: ([x], { size }) => library.adaptiveAvgPool3d(x!, size as number),
  interpolate: ([x], o) => library.interpolate(x!, o),
  unfold: ([x], { kernelSize, ...o }) => library.unfold(x!, kernelSize as number, o),
  fold: ([x], { size, kernelSize, ...o }) =>
    library.fold(x!, size as number, { kernelSize: kernelSize as number, ...o }),
  attention: ([q, k, v, mask], o) => library.scaledDotProductAttention(q!, k!, v!, { mask, ...o }),
  lstm: recurrent("lstm"),
  gru: recurrent("gru"),
  rnn: recurrent("rnn"),
};

/** Inputs: x, initial states, then the weights of every layer and direction. */
function recurrent(name: "lstm" | "gru" | "rnn"): Operation {
  return ([x, initialHidden, ...list], { bias, ...rest }) => {
    const initialCell = name === "lstm" ? list.shift() : undefined;
    const layers: RecurrentWeights[] = [];
    while (list.length > 0) {
      const [weightInput, weightHidden] = [list.shift()!, list.shift()!];
      const biases = bias === false ? {} : { biasInput: list.shift(), biasHidden: list.shift() };
      layers.push({ weightInput, weightHidden, ...biases });
    }
    const options = { initialHidden, ...rest };
    if (name !== "lstm") {
      const f = name === "gru" ? library.gru : library.rnn;
      const { output, hidden } = f(x!, layers, options);
      return [output, hidden];
    }
    const { output, hidden, cell } = library.lstm(x!, layers, { ...options, initialCell });
    return [output, hidden, cell];
  };
}
