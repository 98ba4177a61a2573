import { makeThings } from "../generators/things";
import type { LabelledImages } from "./labelled-images";

const N_TRAIN = 5000;
const N_TEST = 1000;
const SEED = 18;

/**
 * Small colour pictures in ten classes, 5,000 for training and 1,000 for testing, laid out as CIFAR-10's: 32×32,
 * uint8. **Drawn**, not photographed: always the same pictures of `makeThings`, made in under a second.
 *
 * A linear model is no better than chance, a small convolutional network reaches almost 90 %. `readCIFAR10` reads
 * the real CIFAR-10.
 *
 * @roadmap DAT-018
 * @example
 * ```ts
 * const { train, test } = await loadThings();
 * train.images.shape; // → [5000, 3, 32, 32]
 * test.classes[test.labels.at(4).item()]; // → flower
 * ```
 */
export async function loadThings(): Promise<{
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}> {
  const { images, labels, classes } = makeThings({ nSamples: N_TRAIN + N_TEST, seed: SEED });
  const part = (from: number, to: number): LabelledImages => ({
    images: images.slice([from, to]),
    labels: labels.slice([from, to]),
    classes,
  });
  return { train: part(0, N_TRAIN), test: part(N_TRAIN, N_TRAIN + N_TEST) };
}
