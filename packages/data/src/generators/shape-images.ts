import { checkInteger, checkNonNegative } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import type { LabelledImages } from "../datasets/labelled-images";
import { drawShape, fillBackground, toBytes, twoColors } from "./canvas";
import { SHAPES } from "./shape-kinds";
import { seeded } from "./support";

/** How `makeShapeImages` draws. */
export interface ShapeImagesOptions {
  /** The number of pictures. Default 1,000. */
  readonly nSamples?: number;
  /** Height and width in pixels, at least 8. Default 32. */
  readonly size?: number;
  /** The standard deviation of the noise in every value, in steps of 255. Default 8. */
  readonly noise?: number;
  /** The same seed makes the same pictures; an integer >= 0. Default 0. */
  readonly seed?: number;
}

/**
 * Pictures of one shape each, in ten classes, as CIFAR-10's are laid out: colour, size, place, turn and background
 * are drawn at random, so that only the form tells the class.
 *
 * The classes come in turn (0, 1, …, 9, 0, …), so that any part is balanced.
 *
 * @returns images (nSamples, 3, size, size), uint8, and int32 labels
 * @throws ParameterError for a number out of its range.
 * @example
 * ```ts
 * const { images, labels, classes } = makeShapeImages({ nSamples: 20 });
 * images.shape; // → [20, 3, 32, 32]
 * classes[labels.at(5).item()]; // → star
 * ```
 */
export function makeShapeImages({
  nSamples = 1000,
  size = 32,
  noise = 8,
  seed = 0,
}: ShapeImagesOptions = {}): LabelledImages {
  checkInteger("makeShapeImages", "nSamples", nSamples, 1);
  checkInteger("makeShapeImages", "size", size, 8);
  checkNonNegative("makeShapeImages", "noise", noise);
  const random = seeded("makeShapeImages", seed);
  const area = 3 * size * size;
  const bytes = new Uint8Array(nSamples * area);
  const labels = Int32Array.from({ length: nSamples }, (_, i) => i % SHAPES.length);
  const pixels = new Float64Array(area);
  labels.forEach((label, i) => {
    const [ground, color] = twoColors(random);
    fillBackground(pixels, size, ground, random);
    const radius = size * random.uniform(0.25, 0.42);
    const [x, y] = [random.uniform(radius, size - radius), random.uniform(radius, size - radius)];
    const angle = random.uniform(0, 2 * Math.PI);
    drawShape(pixels, size, SHAPES[label]!, { x, y, radius, angle }, color);
    toBytes(pixels, bytes.subarray(i * area, (i + 1) * area), noise, random);
  });
  return {
    images: tensor(bytes, { shape: [nSamples, 3, size, size] }),
    labels: tensor(labels),
    classes: SHAPES,
  };
}
