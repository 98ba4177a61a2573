/** The operations of this folder, which gradients.test.ts and fixtures.test.ts beside it differentiate. */
export const networkOperations = [
  "binaryCrossEntropyWithLogits crossEntropy dropout embedding huberLoss klDiv l1Loss linear logSoftmax",
  "mseLoss nllLoss oneHot smoothL1Loss softmax",
  "batchNorm groupNorm instanceNorm layerNorm rmsNorm",
  "conv1d conv2d conv3d convTranspose1d convTranspose2d convTranspose3d",
  "adaptiveAvgPool1d adaptiveAvgPool2d adaptiveAvgPool3d avgPool1d avgPool2d avgPool3d globalAvgPool",
  "adaptiveMaxPool1d adaptiveMaxPool2d adaptiveMaxPool3d maxPool1d maxPool2d maxPool3d",
  "fold gru interpolate lstm rnn scaledDotProductAttention unfold",
  // These change their arguments; tested in optimizers.test.ts.
  "adagradStep adamStep adamWStep clipGradNorm clipGradValue optimizerState rmspropStep sgdStep",
];
