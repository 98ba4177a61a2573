import type { Tensor } from "../tensor";
import type { PerAxis } from "./conv-plan";
import { largestOf, meanOf } from "./pool-products";
import { adaptiveWindows, checkImages } from "./pool-windows";

/**
 * The largest element of windows chosen so that sequences of any size give an output of one size: window i of m along an axis of
 * n goes from ⌊i·n / m⌋ to ⌈(i + 1)·n / m⌉.
 *
 * @param x shape (n, nChannels, length)
 * @param outputSize the lengths of the output's spatial axes
 * @returns shape (n, nChannels, …outputSize)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for outputSize.
 * @example
 * ```ts
 * adaptiveMaxPool1d(tensor([[[1, 3, 2, 0]]]), 2).toArray(); // [[[3, 2]]]
 * ```
 */
export function adaptiveMaxPool1d(x: Tensor, outputSize: PerAxis): Tensor {
  checkImages("adaptiveMaxPool1d", x, 1);
  return largestOf(x, adaptiveWindows("adaptiveMaxPool1d", x, outputSize));
}

/**
 * The largest element of windows chosen so that images of any size give an output of one size: window i of m along an axis of
 * n goes from ⌊i·n / m⌋ to ⌈(i + 1)·n / m⌉.
 *
 * @param x shape (n, nChannels, height, width)
 * @param outputSize the lengths of the output's spatial axes
 * @returns shape (n, nChannels, …outputSize)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for outputSize.
 * @example
 * ```ts
 * adaptiveMaxPool2d(ones([1, 3, 7, 9]), [2, 3]).shape; // [1, 3, 2, 3]
 * ```
 */
export function adaptiveMaxPool2d(x: Tensor, outputSize: PerAxis): Tensor {
  checkImages("adaptiveMaxPool2d", x, 2);
  return largestOf(x, adaptiveWindows("adaptiveMaxPool2d", x, outputSize));
}

/**
 * The largest element of windows chosen so that volumes of any size give an output of one size: window i of m along an axis of
 * n goes from ⌊i·n / m⌋ to ⌈(i + 1)·n / m⌉.
 *
 * @param x shape (n, nChannels, depth, height, width)
 * @param outputSize the lengths of the output's spatial axes
 * @returns shape (n, nChannels, …outputSize)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for outputSize.
 * @example
 * ```ts
 * adaptiveMaxPool3d(ones([1, 1, 4, 4, 4]), 1).shape; // [1, 1, 1, 1, 1]
 * ```
 */
export function adaptiveMaxPool3d(x: Tensor, outputSize: PerAxis): Tensor {
  checkImages("adaptiveMaxPool3d", x, 3);
  return largestOf(x, adaptiveWindows("adaptiveMaxPool3d", x, outputSize));
}

/**
 * The mean of windows chosen so that sequences of any size give an output of one size: window i of m along an axis of
 * n goes from ⌊i·n / m⌋ to ⌈(i + 1)·n / m⌉.
 *
 * @param x shape (n, nChannels, length)
 * @param outputSize the lengths of the output's spatial axes
 * @returns shape (n, nChannels, …outputSize)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for outputSize.
 * @example
 * ```ts
 * adaptiveAvgPool1d(tensor([[[1, 3, 2, 0]]]), 2).toArray(); // [[[2, 1]]]
 * ```
 */
export function adaptiveAvgPool1d(x: Tensor, outputSize: PerAxis): Tensor {
  checkImages("adaptiveAvgPool1d", x, 1);
  return meanOf(x, adaptiveWindows("adaptiveAvgPool1d", x, outputSize));
}

/**
 * The mean of windows chosen so that images of any size give an output of one size: window i of m along an axis of
 * n goes from ⌊i·n / m⌋ to ⌈(i + 1)·n / m⌉.
 *
 * @param x shape (n, nChannels, height, width)
 * @param outputSize the lengths of the output's spatial axes
 * @returns shape (n, nChannels, …outputSize)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for outputSize.
 * @example
 * ```ts
 * adaptiveAvgPool2d(ones([1, 3, 7, 9]), [2, 3]).shape; // [1, 3, 2, 3]
 * ```
 */
export function adaptiveAvgPool2d(x: Tensor, outputSize: PerAxis): Tensor {
  checkImages("adaptiveAvgPool2d", x, 2);
  return meanOf(x, adaptiveWindows("adaptiveAvgPool2d", x, outputSize));
}

/**
 * The mean of windows chosen so that volumes of any size give an output of one size: window i of m along an axis of
 * n goes from ⌊i·n / m⌋ to ⌈(i + 1)·n / m⌉.
 *
 * @param x shape (n, nChannels, depth, height, width)
 * @param outputSize the lengths of the output's spatial axes
 * @returns shape (n, nChannels, …outputSize)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for outputSize.
 * @example
 * ```ts
 * adaptiveAvgPool3d(ones([1, 1, 4, 4, 4]), 1).shape; // [1, 1, 1, 1, 1]
 * ```
 */
export function adaptiveAvgPool3d(x: Tensor, outputSize: PerAxis): Tensor {
  checkImages("adaptiveAvgPool3d", x, 3);
  return meanOf(x, adaptiveWindows("adaptiveAvgPool3d", x, outputSize));
}
