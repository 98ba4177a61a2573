import type { Tensor } from "../tensor";
import { type ConvOptions, checkBias, checkConvOperands, planConv } from "./conv-plan";
import { convForward } from "./conv-products";

/**
 * Slides filters along a sequence: y[f, i] = bias[f] + Σ w[f, c, k]·x[c, i·stride − padding + k·dilation], the sum
 * over channels c and filter elements k (a cross-correlation, as everybody's convolution).
 *
 * @param x shape (n, nChannels, length)
 * @param weight shape (nFilters, nChannels / groups, k)
 * @returns shape (n, nFilters, ⌊(length + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1)
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * conv1d(tensor([[[1, 2, 3, 4]]]), tensor([[[1, -1]]])).toArray(); // [[[-1, -1, -1]]]
 * ```
 */
export function conv1d(x: Tensor, weight: Tensor, options: ConvOptions = {}): Tensor {
  return conv("conv1d", 1, x, weight, options);
}

/**
 * Slides filters over images: as `conv1d`, along both height and width.
 *
 * @param x shape (n, nChannels, height, width)
 * @param weight shape (nFilters, nChannels / groups, kHeight, kWidth)
 * @returns shape (n, nFilters, outHeight, outWidth), each as the length of `conv1d`
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @roadmap VIS-003
 * @example
 * ```ts
 * const edges = tensor([[[[-1, 1]]]]);
 * conv2d(tensor([[[[0, 0, 5, 5]]]]), edges).toArray(); // [[[[0, 5, 0]]]]
 * conv2d(ones([8, 3, 32, 32]), ones([16, 3, 3, 3]), { padding: "same" }).shape; // [8, 16, 32, 32]
 * ```
 */
export function conv2d(x: Tensor, weight: Tensor, options: ConvOptions = {}): Tensor {
  return conv("conv2d", 2, x, weight, options);
}

/**
 * Slides filters through volumes: as `conv1d`, along depth, height and width.
 *
 * @param x shape (n, nChannels, depth, height, width)
 * @param weight shape (nFilters, nChannels / groups, kDepth, kHeight, kWidth)
 * @returns shape (n, nFilters, outDepth, outHeight, outWidth), each as the length of `conv1d`
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * conv3d(ones([1, 1, 4, 4, 4]), ones([2, 1, 3, 3, 3])).shape; // [1, 2, 2, 2, 2]
 * ```
 */
export function conv3d(x: Tensor, weight: Tensor, options: ConvOptions = {}): Tensor {
  return conv("conv3d", 3, x, weight, options);
}

function conv(
  where: string,
  count: number,
  x: Tensor,
  weight: Tensor,
  options: ConvOptions,
): Tensor {
  const { groups = 1, bias } = options;
  checkConvOperands(where, x, weight, { count, groups, axis: 1 });
  checkBias(where, x, bias, weight.shape[0]!);
  return convForward(x, weight, planConv(where, x, weight, options), bias);
}
