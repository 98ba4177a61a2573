import * as tf from "@tensorflow/tfjs-core";
import { batches } from "./batches";
import { crossEntropy, linear, training } from "./training";

export const mlp = training((workload) => {
  const batch = batches(workload, workload.settings.batch!, [784]);
  return {
    data: ["X", "y"],
    optimizer: (learningRate) => tf.train.sgd(learningRate),
    loss: (p, step) => {
      const { x, targets } = batch(step);
      return crossEntropy(linear(p, "out", tf.relu(linear(p, "hidden", x))), targets);
    },
  };
});
