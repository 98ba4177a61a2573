// The kernels for networks.
export { dropout } from "./nn-dropout";
export { addBias, reluBackward } from "./nn-linear";
export { pairLoss, pairLossBackward } from "./nn-losses";
export {
  crossEntropyBackward,
  crossEntropyForward,
  softmaxBackward,
  softmaxForward,
} from "./nn-softmax";
