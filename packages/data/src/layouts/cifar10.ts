import { type ByteSource, openBytes, ValueError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { checkLabels, type LabelledImages } from "../datasets/labelled-images";
import { readPickledBatch } from "./cifar10-pickle";

const CLASSES = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck",
] as const;

/** Three channels of 32 × 32. */
const PIXELS = 3072;

interface Batch {
  readonly labels: ArrayLike<number>;
  /** Pixels of all pictures, one after another. */
  readonly pixels: Uint8Array;
}

/**
 * Reads batches of CIFAR-10, in the binary version (`data_batch_1.bin`: a label byte and 3,072 pixels a picture)
 * or the one for Python (`data_batch_1`: a pickled dictionary).
 *
 * Of the pickle, numbers, texts, lists, dictionaries and arrays of bytes are understood; nothing in it is run.
 *
 * @param sources one batch or several, which are joined in their order; gzip is unpacked
 * @returns images of shape (nSamples, 3, 32, 32), uint8, red before green before blue, and int32 labels
 * @throws ValueError if a batch cannot be read, has the wrong size, a label above 9, or is pickled otherwise.
 * @see Krizhevsky (2009), Learning multiple layers of features from tiny images.
 * @example
 * ```ts
 * const picture = new Uint8Array(3073).fill(128);
 * picture[0] = 6;
 * const { images, labels, classes } = await readCIFAR10(picture);
 * images.shape; // → [1, 3, 32, 32]
 * classes[labels.at(0).item()]; // → frog
 * ```
 */
export async function readCIFAR10(
  sources: ByteSource | readonly ByteSource[],
): Promise<LabelledImages> {
  const list = Array.isArray(sources)
    ? (sources as readonly ByteSource[])
    : [sources as ByteSource];
  if (list.length === 0) throw new ValueError("readCIFAR10: expected at least one batch, got none");
  const batches = await Promise.all(list.map(readBatch));
  const n = batches.reduce((sum, batch) => sum + batch.labels.length, 0);
  const pixels = new Uint8Array(n * PIXELS);
  const labels = new Int32Array(n);
  let row = 0;
  for (const batch of batches) {
    pixels.set(batch.pixels, row * PIXELS);
    labels.set(batch.labels, row);
    row += batch.labels.length;
  }
  return {
    images: tensor(pixels, { shape: [n, 3, 32, 32] }),
    labels: tensor(labels),
    classes: CLASSES,
  };
}

async function readBatch(source: ByteSource): Promise<Batch> {
  const { bytes, name } = await openBytes("readCIFAR10", source);
  const where = name === undefined ? "readCIFAR10" : `readCIFAR10: ${name}`;
  // A pickle begins with 128, which no label is.
  const batch = bytes[0] === 0x80 ? readPickledBatch(where, bytes) : readBinaryBatch(where, bytes);
  if (batch.pixels.length !== batch.labels.length * PIXELS) {
    throw new ValueError(
      `${where}: expected ${PIXELS} pixels for each of ${batch.labels.length} labels, got ${batch.pixels.length}`,
    );
  }
  checkLabels(where, batch.labels.length, batch.labels, CLASSES.length);
  return batch;
}

function readBinaryBatch(where: string, bytes: Uint8Array): Batch {
  const size = PIXELS + 1;
  if (bytes.length === 0 || bytes.length % size !== 0) {
    throw new ValueError(
      `${where}: expected a multiple of ${size} bytes, a label and ${PIXELS} pixels each, got ${bytes.length}`,
    );
  }
  const n = bytes.length / size;
  const labels = new Uint8Array(n);
  const pixels = new Uint8Array(n * PIXELS);
  for (let i = 0; i < n; i++) {
    labels[i] = bytes[i * size]!;
    pixels.set(bytes.subarray(i * size + 1, (i + 1) * size), i * PIXELS);
  }
  return { labels, pixels };
}
