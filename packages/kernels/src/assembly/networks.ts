// The kernels for networks.
export { attentionForward, attentionScratch } from "./attention";
export { attentionBackward, attentionBackwardScratch } from "./attention-backward";
export { batchNormBackward, batchNormForward } from "./nn-batch-norm";
export { convForward, convForwardScratch } from "./conv";
export { convInput, convInputScratch } from "./conv-input";
export { convWeight, convWeightScratch } from "./conv-weight";
export { dropout, dropRows } from "./nn-dropout";
export { geluWithSlope } from "./nn-gelu";
export { addBias, reluBackward } from "./nn-linear";
export { pairLoss, pairLossBackward } from "./nn-losses";
export { normBackward, normForward } from "./nn-norm";
export { optimizerStep } from "./nn-optimizers";
export {
  averagePool,
  averageUnpool,
  gatherPlanes,
  maxPool,
  scatterPlanes,
} from "./nn-pool";
export { recurrentForward, recurrentScratch } from "./nn-recurrent";
export { recurrentBackward } from "./nn-recurrent-backward";
export {
  crossEntropyBackward,
  crossEntropyForward,
  softmaxBackward,
  softmaxForward,
} from "./nn-softmax";
