import { openBytes, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { PAGODA_URL } from "../dataset-urls";

/**
 * A photograph of a pagoda above a lake: 96 rows of 144 grey values, 0 black and 255 white, float64.
 *
 * @see danielbuechele on Flickr, CC BY 2.0, from scikit-learn; datasets/pagoda.md says what was changed.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const picture = await loadPagoda();
 * picture.shape; // → [96, 144]
 * ```
 */
export async function loadPagoda(): Promise<Tensor> {
  const { bytes } = await openBytes("loadPagoda", PAGODA_URL);
  const header = /^P5\n(\d+) (\d+)\n255\n/.exec(
    new TextDecoder("latin1").decode(bytes.subarray(0, 32)),
  );
  const [width, height] = [Number(header?.[1]), Number(header?.[2])];
  const pixels = bytes.subarray(header?.[0].length);
  if (pixels.length !== width * height) {
    throw new ValueError("loadPagoda: expected a grey picture in binary PGM, got other bytes");
  }
  return tensor(Float64Array.from(pixels), { shape: [height, width] });
}
