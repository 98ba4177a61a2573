import type { Maker } from "../catalogue";
import { classImages } from "./images";
import { Parameters } from "./parameters";

/** Twice convolution 3×3 with padding 1, relu and 2×2 max-pooling (1 → 8 → 16 channels), then a linear layer. */
export const cnn: Maker = {
  name: "CNN 8-16 on 28×28, batch 64, 100 steps",
  subject: "Training",
  goals: { pytorch: 1.5, tfjs: 1, "jax-js": 1 },
  make: () => ({
    task: "cnn",
    settings: { batch: 64, steps: 100, learningRate: 0.05 },
    arrays: {
      ...classImages(),
      ...new Parameters("cnn", 200)
        .uniform("conv1.w", [8, 1, 3, 3], 9)
        .uniform("conv1.b", [8], 9)
        .uniform("conv2.w", [16, 8, 3, 3], 72)
        .uniform("conv2.b", [16], 72)
        .linear("out", 784, 10).arrays,
    },
    repeat: 1,
    peers: ["tfjs", "jax-js", "pytorch"],
  }),
};
