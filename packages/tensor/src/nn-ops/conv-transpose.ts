import { ParameterError, ShapeError } from "@gradus/core";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type ConvPlan, checkBias, checkConvOperands, type PerAxis, perAxis } from "./conv-plan";
import { convInput } from "./conv-products";

/** What the transposed convolutions can be told beside input and weights. */
export interface ConvTransposeOptions {
  /** What is added to every filter's output, shape (nFilters,). Default nothing. */
  readonly bias?: Tensor | undefined;
  /** How far apart the copies of the filters are laid. Default 1. */
  readonly stride?: PerAxis | undefined;
  /** What is cut off both sides of an axis. Default 0. */
  readonly padding?: PerAxis | undefined;
  /** What is added to the end of an axis again, less than stride or dilation. Default 0. */
  readonly outputPadding?: PerAxis | undefined;
  /** How far apart the elements of a filter are laid. Default 1. */
  readonly dilation?: PerAxis | undefined;
  /** Into how many groups the channels are split, each with filters of its own. Default 1. */
  readonly groups?: number | undefined;
}

/**
 * The transpose of `conv1d`: lays a copy of each filter, times the element, at every place of the input, `stride`
 * apart, and adds them up. So a decoder makes long sequences of short ones.
 *
 * @param x shape (n, nChannels, length)
 * @param weight shape (nChannels, nFilters / groups, k)
 * @returns shape (n, nFilters, (length − 1)·stride − 2·padding + dilation·(k − 1) + outputPadding + 1)
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * convTranspose1d(tensor([[[1, 2]]]), tensor([[[1, 1]]]), { stride: 2 }).toArray(); // [[[1, 1, 2, 2]]]
 * ```
 */
export function convTranspose1d(
  x: Tensor,
  weight: Tensor,
  options: ConvTransposeOptions = {},
): Tensor {
  return convTranspose("convTranspose1d", 1, x, weight, options);
}

/**
 * The transpose of `conv2d`: as `convTranspose1d`, along both height and width.
 *
 * @param x shape (n, nChannels, height, width)
 * @param weight shape (nChannels, nFilters / groups, kHeight, kWidth)
 * @returns shape (n, nFilters, outHeight, outWidth), each as the length of `convTranspose1d`
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * convTranspose2d(ones([1, 4, 7, 7]), ones([4, 2, 4, 4]), { stride: 2, padding: 1 }).shape; // [1, 2, 14, 14]
 * ```
 */
export function convTranspose2d(
  x: Tensor,
  weight: Tensor,
  options: ConvTransposeOptions = {},
): Tensor {
  return convTranspose("convTranspose2d", 2, x, weight, options);
}

/**
 * The transpose of `conv3d`: as `convTranspose1d`, along depth, height and width.
 *
 * @param x shape (n, nChannels, depth, height, width)
 * @param weight shape (nChannels, nFilters / groups, kDepth, kHeight, kWidth)
 * @returns shape (n, nFilters, outDepth, outHeight, outWidth), each as the length of `convTranspose1d`
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * convTranspose3d(ones([1, 1, 2, 2, 2]), ones([1, 1, 2, 2, 2]), { stride: 2 }).shape; // [1, 1, 4, 4, 4]
 * ```
 */
export function convTranspose3d(
  x: Tensor,
  weight: Tensor,
  options: ConvTransposeOptions = {},
): Tensor {
  return convTranspose("convTranspose3d", 3, x, weight, options);
}

function convTranspose(
  where: string,
  count: number,
  x: Tensor,
  weight: Tensor,
  options: ConvTransposeOptions,
): Tensor {
  const { groups = 1, bias } = options;
  checkConvOperands(where, x, weight, { count, groups, axis: 0 });
  const filters = weight.shape[1]! * groups;
  checkBias(where, x, bias, filters);
  const y = convInput(x, weight, planTranspose(where, x, weight, options));
  return bias === undefined ? y : y.add(bias.reshape([filters, ...y.shape.slice(2).map(() => 1)]));
}

/** The convolution that this one is the transpose of: it leads from our output to our input. */
function planTranspose(
  where: string,
  x: Tensor,
  weight: Tensor,
  options: ConvTransposeOptions,
): ConvPlan {
  const { stride = 1, padding = 0, outputPadding = 0, dilation = 1, groups = 1 } = options;
  const count = x.ndim - 2;
  const strides = perAxis(where, "stride", stride, { count, min: 1 });
  const dilations = perAxis(where, "dilation", dilation, { count, min: 1 });
  const pad = perAxis(where, "padding", padding, { count, min: 0 });
  const extra = perAxis(where, "outputPadding", outputPadding, { count, min: 0 });
  if (extra.some((n, i) => n >= Math.max(strides[i]!, dilations[i]!))) {
    throw new ParameterError(
      `${where}: outputPadding must be less than stride or dilation, got ${extra.join(", ")}`,
    );
  }
  const kernel = weight.shape.slice(2);
  const input = x.shape.slice(2).map((n, i) => {
    const reach = dilations[i]! * (kernel[i]! - 1);
    return (n - 1) * strides[i]! - 2 * pad[i]! + reach + extra[i]! + 1;
  });
  if (input.some((n) => n < 1) || x.shape.slice(2).some((n) => n < 1)) {
    throw new ShapeError(
      `${where}: expected an output of at least one place, got x of shape ${shapeText(x.shape)} with padding ` +
        `${pad.join(", ")}`,
    );
  }
  return {
    where,
    batch: x.shape[0]!,
    channels: weight.shape[1]! * groups,
    filters: x.shape[1]!,
    groups,
    input,
    kernel,
    output: x.shape.slice(2),
    stride: strides,
    dilation: dilations,
    pad,
  };
}
