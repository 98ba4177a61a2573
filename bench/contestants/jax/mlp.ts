import { nn } from "@jax-js/jax";
import { batches, crossEntropy, linear, training } from "./training";

export const mlp = training((workload) => ({
  data: ["X", "y"],
  batch: batches(workload, workload.settings.batch!, [784]),
  loss: (p, x, targets) => crossEntropy(linear(p, "out", nn.relu(linear(p, "hidden", x))), targets),
}));
