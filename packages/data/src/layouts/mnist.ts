import { type ByteSource, ShapeError } from "@gradus/core";
import { checkLabels, type LabelledImages } from "../datasets/labelled-images";
import { readIDX } from "./idx";

/** What `readMNIST` should know of the files. */
export interface MNISTOptions {
  /** The names of the classes, in the order of their numbers. Default "0" to "9". */
  readonly classes?: readonly string[];
}

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * Reads a pair of MNIST's files, such as `train-images-idx3-ubyte.gz` and `train-labels-idx1-ubyte.gz`.
 *
 * Fashion-MNIST, EMNIST and others have the same layout.
 *
 * @returns images of shape (nSamples, height, width), uint8 from 0 to 255, and int32 labels
 * @throws ValueError if a file cannot be read or is no IDX file, if there is another number of labels than of
 *   images, or a label of no class; ShapeError if the first file does not hold images, or the second not labels.
 * @roadmap DAT-017
 * @example
 * ```ts
 * const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255);
 * const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 7);
 * const set = await readMNIST(images, labels);
 * set.labels.toArray(); // → [7]
 * ```
 */
export async function readMNIST(
  images: ByteSource,
  labels: ByteSource,
  { classes = DIGITS }: MNISTOptions = {},
): Promise<LabelledImages> {
  const [pictures, numbers] = await Promise.all([readIDX(images), readIDX(labels)]);
  if (pictures.ndim !== 3) {
    throw new ShapeError(
      `readMNIST: expected images of shape (nSamples, height, width), got ${pictures.ndim} axes`,
    );
  }
  if (numbers.ndim !== 1) {
    throw new ShapeError(
      `readMNIST: expected labels of shape (nSamples,), got ${numbers.ndim} axes`,
    );
  }
  checkLabels("readMNIST", pictures.shape[0]!, numbers.data(), classes.length);
  return { images: pictures, labels: numbers.astype("int32"), classes };
}
