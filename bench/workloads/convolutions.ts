import type { Maker } from "../catalogue";
import { normalArray, uniformArray } from "../data";

const subject = "Convolution, batch 8, 64 → 64 channels, 56×56, kernel 3, padding 1";

const goals = { pytorch: 1 / 0.33, tfjs: 1, "jax-js": 1 };

/** Multiplications and additions of the forward pass; each of the two gradients costs as much again. */
const FLOP = 2 * 8 * 64 * 64 * 56 * 56 * 9;

/** The same layer forward, and forward with the gradients of image and kernel, given that of the result. */
export const convolutions: readonly Maker[] = [
  {
    name: "conv forward",
    subject,
    goals,
    make: () => ({
      task: "convolution",
      settings: { padding: 1 },
      arrays: { x: images(), w: kernel() },
      repeat: 3,
      flop: FLOP,
      peers: ["tfjs", "jax-js", "pytorch"],
    }),
  },
  {
    name: "conv forward and both gradients",
    subject,
    goals,
    make: () => ({
      task: "convolutionGradients",
      settings: { padding: 1 },
      arrays: { x: images(), w: kernel(), gy: normalArray("conv-gy", [8, 64, 56, 56], 23) },
      repeat: 1,
      flop: 3 * FLOP,
      peers: ["tfjs", "jax-js", "pytorch"],
    }),
  },
];

const images = () => normalArray("conv-x", [8, 64, 56, 56], 21);

const kernel = () => uniformArray("conv-w", [64, 64, 3, 3], { limit: 1 / 24, seed: 22 });
