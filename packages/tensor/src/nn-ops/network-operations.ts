/** The operations of this folder, which gradients.test.ts and fixtures.test.ts beside it differentiate. */
export const networkOperations = [
  "binaryCrossEntropyWithLogits crossEntropy dropout embedding huberLoss klDiv l1Loss linear logSoftmax",
  "mseLoss nllLoss oneHot smoothL1Loss softmax",
  "batchNorm groupNorm instanceNorm layerNorm rmsNorm",
  "conv1d conv2d conv3d convTranspose1d convTranspose2d convTranspose3d",
];
