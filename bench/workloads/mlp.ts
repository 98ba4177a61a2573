import type { Maker } from "../catalogue";
import { classImages, N_IMAGES } from "./images";
import { Parameters } from "./parameters";

const BATCH = 64;

/** 784-128-10 with relu, cross-entropy and plain gradient descent, once through the images in order. */
export const mlp: Maker = {
  name: "MLP 784-128-10, one epoch of 60,000",
  subject: "Training",
  goals: { pytorch: 1, tfjs: 1, "jax-js": 1 },
  make: () => ({
    task: "mlp",
    settings: { batch: BATCH, steps: Math.floor(N_IMAGES / BATCH), learningRate: 0.05 },
    arrays: {
      ...classImages(),
      ...new Parameters("mlp", 100).linear("hidden", 784, 128).linear("out", 128, 10).arrays,
    },
    repeat: 1,
    peers: ["tfjs", "jax-js", "pytorch"],
  }),
};
