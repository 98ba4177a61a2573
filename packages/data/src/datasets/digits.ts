import { DIGITS_IMAGES_URL, DIGITS_LABELS_URL } from "../dataset-urls";
import { readIDX } from "../layouts/idx";
import type { LabelledImages } from "./labelled-images";

/**
 * 1,797 handwritten digits, 8×8 grey values from 0 (paper) to 16 (ink), float64.
 *
 * @returns images of shape (1797, 8, 8), labels from 0 to 9
 * @see Alpaydin and Kaynak (1998), UCI Machine Learning Repository (CC BY 4.0); scikit-learn's `load_digits`.
 * @throws ValueError if a file cannot be read.
 * @example
 * ```ts
 * const { images, labels } = await loadDigits();
 * images.shape; // → [1797, 8, 8]
 * labels.slice([0, 4]).toArray(); // → [0, 1, 2, 3]
 * ```
 */
export async function loadDigits(): Promise<LabelledImages> {
  const [images, labels] = await Promise.all([
    readIDX(DIGITS_IMAGES_URL),
    readIDX(DIGITS_LABELS_URL),
  ]);
  const classes = Array.from({ length: 10 }, (_, digit) => String(digit));
  return { images: images.astype("float64"), labels: labels.astype("int32"), classes };
}
