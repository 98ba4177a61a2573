// The kernels for networks.
export { batchNormBackward, batchNormForward } from "./nn-batch-norm";
export { convForward, convForwardScratch } from "./conv";
export { convInput, convInputScratch } from "./conv-input";
export { convWeight, convWeightScratch } from "./conv-weight";
export { dropout } from "./nn-dropout";
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
