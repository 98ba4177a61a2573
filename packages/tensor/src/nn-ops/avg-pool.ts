import { ShapeError } from "@gradus/core";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import type { PerAxis } from "./conv-plan";
import { checkFloatingTensor } from "./fused";
import { meanOf } from "./pool-products";
import { checkImages, slidingWindows } from "./pool-windows";

/** What the poolings by the mean can be told. */
export interface AvgPoolOptions {
  /** How far apart the windows are. Default kernelSize. */
  readonly stride?: PerAxis | undefined;
  /** Zeros around the input, at most half of kernelSize. Default 0. */
  readonly padding?: PerAxis | undefined;
  /** Also a last window that reaches over the end. Default false. */
  readonly ceilMode?: boolean | undefined;
  /** Whether the zeros of the padding count in the mean. Default true. */
  readonly countIncludePad?: boolean | undefined;
}

/**
 * The mean of every window of a sequence.
 *
 * @param x shape (n, nChannels, length)
 * @returns shape (n, nChannels, …), each axis ⌊(length + 2·padding − k) / stride⌋ + 1 long
 * @throws ShapeError for another shape or windows longer than the padded input; DTypeError if x is not floating;
 * ParameterError for options.
 * @example
 * ```ts
 * avgPool1d(tensor([[[1, 3, 2, 0]]]), 2).toArray(); // [[[2, 1]]]
 * ```
 */
export function avgPool1d(x: Tensor, kernelSize: PerAxis, options: AvgPoolOptions = {}): Tensor {
  return avgPool("avgPool1d", 1, x, kernelSize, options);
}

/**
 * The mean of every window of an image.
 *
 * @param x shape (n, nChannels, height, width)
 * @returns shape (n, nChannels, …), each axis ⌊(length + 2·padding − k) / stride⌋ + 1 long
 * @throws ShapeError for another shape or windows longer than the padded input; DTypeError if x is not floating;
 * ParameterError for options.
 * @example
 * ```ts
 * avgPool2d(tensor([[[[1, 2], [4, 3]]]]), 2).toArray(); // [[[[2.5]]]]
 * ```
 */
export function avgPool2d(x: Tensor, kernelSize: PerAxis, options: AvgPoolOptions = {}): Tensor {
  return avgPool("avgPool2d", 2, x, kernelSize, options);
}

/**
 * The mean of every window of a volume.
 *
 * @param x shape (n, nChannels, depth, height, width)
 * @returns shape (n, nChannels, …), each axis ⌊(length + 2·padding − k) / stride⌋ + 1 long
 * @throws ShapeError for another shape or windows longer than the padded input; DTypeError if x is not floating;
 * ParameterError for options.
 * @example
 * ```ts
 * avgPool3d(ones([1, 1, 4, 4, 4]), 2).shape; // [1, 1, 2, 2, 2]
 * ```
 */
export function avgPool3d(x: Tensor, kernelSize: PerAxis, options: AvgPoolOptions = {}): Tensor {
  return avgPool("avgPool3d", 3, x, kernelSize, options);
}

/**
 * The mean over all places of each channel, as classifiers end their convolutions.
 *
 * @param x shape (n, nChannels, …)
 * @returns shape (n, nChannels)
 * @throws ShapeError for fewer than three axes; DTypeError if x is not floating.
 * @example
 * ```ts
 * globalAvgPool(tensor([[[[1, 2], [3, 6]]]])).toArray(); // [[3]]
 * ```
 */
export function globalAvgPool(x: Tensor): Tensor {
  checkFloatingTensor("globalAvgPool", "x", x);
  if (x.ndim < 3) {
    throw new ShapeError(
      `globalAvgPool: expected x of shape (n, nChannels, …), got ${shapeText(x.shape)}`,
    );
  }
  return x.mean(x.shape.slice(2).map((_, i) => i + 2));
}

function avgPool(
  where: string,
  count: number,
  x: Tensor,
  kernelSize: PerAxis,
  options: AvgPoolOptions,
): Tensor {
  checkImages(where, x, count);
  return meanOf(x, slidingWindows(where, x, kernelSize, options));
}
