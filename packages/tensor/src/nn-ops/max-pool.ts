import type { Tensor } from "../tensor";
import type { PerAxis } from "./conv-plan";
import { largestOf } from "./pool-products";
import { checkImages, slidingWindows } from "./pool-windows";

/** What the poolings by the largest element can be told. */
export interface MaxPoolOptions {
  /** How far apart the windows are. Default kernelSize. */
  readonly stride?: PerAxis | undefined;
  /** How far windows may reach over each end, where nothing counts; at most half of kernelSize. Default 0. */
  readonly padding?: PerAxis | undefined;
  /** How far apart the elements of a window are. Default 1. */
  readonly dilation?: PerAxis | undefined;
  /** Also a last window that reaches over the end. Default false. */
  readonly ceilMode?: boolean | undefined;
}

/**
 * The largest element of every window of a sequence; the first of equal ones gets the gradient.
 *
 * @param x shape (n, nChannels, length)
 * @returns shape (n, nChannels, …), each axis ⌊(length + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1 long
 * @throws ShapeError for another shape or windows longer than the padded input; DTypeError if x is not floating;
 * ParameterError for options.
 * @example
 * ```ts
 * maxPool1d(tensor([[[1, 3, 2, 0]]]), 2).toArray(); // [[[3, 2]]]
 * ```
 */
export function maxPool1d(x: Tensor, kernelSize: PerAxis, options: MaxPoolOptions = {}): Tensor {
  return maxPool("maxPool1d", 1, x, kernelSize, options);
}

/**
 * The largest element of every window of an image; the first of equal ones gets the gradient.
 *
 * @param x shape (n, nChannels, height, width)
 * @returns shape (n, nChannels, …), each axis ⌊(length + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1 long
 * @throws ShapeError for another shape or windows longer than the padded input; DTypeError if x is not floating;
 * ParameterError for options.
 * @roadmap VIS-004
 * @example
 * ```ts
 * maxPool2d(tensor([[[[1, 2], [4, 3]]]]), 2).toArray(); // [[[[4]]]]
 * ```
 */
export function maxPool2d(x: Tensor, kernelSize: PerAxis, options: MaxPoolOptions = {}): Tensor {
  return maxPool("maxPool2d", 2, x, kernelSize, options);
}

/**
 * The largest element of every window of a volume; the first of equal ones gets the gradient.
 *
 * @param x shape (n, nChannels, depth, height, width)
 * @returns shape (n, nChannels, …), each axis ⌊(length + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1 long
 * @throws ShapeError for another shape or windows longer than the padded input; DTypeError if x is not floating;
 * ParameterError for options.
 * @example
 * ```ts
 * maxPool3d(ones([1, 1, 4, 4, 4]), 2).shape; // [1, 1, 2, 2, 2]
 * ```
 */
export function maxPool3d(x: Tensor, kernelSize: PerAxis, options: MaxPoolOptions = {}): Tensor {
  return maxPool("maxPool3d", 3, x, kernelSize, options);
}

function maxPool(
  where: string,
  count: number,
  x: Tensor,
  kernelSize: PerAxis,
  options: MaxPoolOptions,
): Tensor {
  checkImages(where, x, count);
  return largestOf(x, slidingWindows(where, x, kernelSize, options));
}
