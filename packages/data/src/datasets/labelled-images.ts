import { ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";

/** Pictures and what each of them shows. */
export interface LabelledImages {
  /** Grey values, shape (nSamples, height, width), or colours, (nSamples, channels, height, width). */
  readonly images: Tensor;
  /** The number of each picture's class, shape (nSamples,), int32. */
  readonly labels: Tensor;
  /** The names of the classes, in the order of their numbers. */
  readonly classes: readonly string[];
}

/** @throws ValueError if there is another number of labels than of images, or a label is not of a class. */
export function checkLabels(
  where: string,
  nImages: number,
  labels: ArrayLike<number>,
  nClasses: number,
): void {
  if (labels.length !== nImages) {
    throw new ValueError(
      `${where}: expected a label for each of ${nImages} images, got ${labels.length} labels`,
    );
  }
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (Number.isInteger(label) && label >= 0 && label < nClasses) continue;
    throw new ValueError(
      `${where}: expected labels from 0 to ${nClasses - 1}, got ${label} for image ${i}`,
    );
  }
}
