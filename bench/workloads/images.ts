import { RandomGenerator } from "@gradus/core";
import { arrayFile, labelArray } from "../data";
import type { ArrayFile } from "../workload";

/** How many training images there are. */
export const N_IMAGES = 60_000;

const SIDE = 28;
const N_PIXELS = SIDE * SIDE;

/** Blocks in a row of a pattern, and pixels in a row of a block. */
const N_BLOCKS = 7;
const BLOCK = SIDE / N_BLOCKS;

/**
 * 28×28 images of ten classes, each a pattern of 7×7 blocks of its class, faint under noise: a small network
 * can learn them, and its loss falls.
 */
export function classImages(): { X: ArrayFile; y: ArrayFile } {
  const y = labelArray("images-y", [N_IMAGES], { classes: 10, seed: 31 });
  const X = arrayFile("images-X", [N_IMAGES, N_PIXELS], () => {
    const labels = new RandomGenerator(31);
    const patterns = new RandomGenerator(32);
    const blocks = Float32Array.from({ length: 10 * N_BLOCKS ** 2 }, () => 0.2 * patterns.normal());
    const pattern = Float32Array.from({ length: 10 * N_PIXELS }, (_, i) => {
      const row = Math.floor(i / SIDE / BLOCK); // over all classes' rows
      return blocks[row * N_BLOCKS + Math.floor((i % SIDE) / BLOCK)]!;
    });
    const noise = new RandomGenerator(33);
    let pixel = N_PIXELS;
    let label = 0;
    return () => {
      if (pixel === N_PIXELS) {
        label = Math.floor(10 * labels.uniform());
        pixel = 0;
      }
      return pattern[label * N_PIXELS + pixel++]! + noise.normal();
    };
  });
  return { X, y };
}
