import { FASHION_IMAGES_URL, FASHION_LABELS_URL } from "../dataset-urls";
import { readIDX } from "../layouts/idx";
import type { LabelledImages } from "./labelled-images";

const CLASSES = [
  "T-shirt",
  "trousers",
  "pullover",
  "dress",
  "coat",
  "sandal",
  "shirt",
  "sneaker",
  "bag",
  "ankle boot",
] as const;

const N_TRAIN = 2000;

/**
 * A balanced part of Fashion-MNIST: 2,000 pictures of clothes for training and 500 for testing, 28×28 grey
 * values from 0 to 255 (uint8), in ten classes.
 *
 * `readMNIST` reads the four files of the whole set.
 *
 * @see Xiao, Rasul and Vollgraf (2017), arXiv:1708.07747 (MIT).
 * @throws ValueError if a file cannot be read.
 * @example
 * ```ts
 * const { train, test } = await loadFashionMNIST();
 * train.images.shape; // → [2000, 28, 28]
 * test.classes[test.labels.at(0).item()]; // → ankle boot
 * ```
 */
export async function loadFashionMNIST(): Promise<{
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}> {
  const [images, labels] = await Promise.all([
    readIDX(FASHION_IMAGES_URL),
    readIDX(FASHION_LABELS_URL),
  ]);
  const numbers = labels.astype("int32");
  const part = (from: number, to: number): LabelledImages => ({
    images: images.slice([from, to]),
    labels: numbers.slice([from, to]),
    classes: CLASSES,
  });
  return { train: part(0, N_TRAIN), test: part(N_TRAIN, images.shape[0]!) };
}
