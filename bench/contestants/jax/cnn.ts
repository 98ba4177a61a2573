import { lax, nn, numpy as np } from "@jax-js/jax";
import { batches, crossEntropy, linear, type Parameters, training } from "./training";

export const cnn = training((workload) => {
  const batch = workload.settings.batch!;
  return {
    data: ["X", "y"],
    batch: batches(workload, batch, [1, 28, 28]),
    loss: (p, x, targets) => {
      const features = block(p, "conv2", block(p, "conv1", x));
      return crossEntropy(linear(p, "out", features.reshape([batch, 784])), targets);
    },
  };
});

function block(p: Parameters, name: string, x: np.Array): np.Array {
  const bias = p[`${name}.b`]!;
  const y = lax.convGeneralDilated(x, p[`${name}.w`]!, [1, 1], "SAME");
  const [n, channels, height, width] = y.shape as [number, number, number, number];
  const positive = nn.relu(y.add(bias.reshape([1, channels, 1, 1])));
  return np.max(positive.reshape([n, channels, height / 2, 2, width / 2, 2]), [3, 5]);
}
