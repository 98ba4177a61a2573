import { ParameterError, ShapeError } from "@gradus/core";
import { tensorFrom } from "../factory";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type ConvPlan, type PerAxis, perAxis, planConv } from "./conv-plan";
import { convForward, convInput } from "./conv-products";
import { checkFloatingTensor } from "./fused";

/** What {@link unfold} and {@link fold} can be told. */
export interface UnfoldOptions {
  /** How far apart the patches are. Default 1. */
  readonly stride?: PerAxis | undefined;
  /** Zeros around the image. Default 0. */
  readonly padding?: PerAxis | undefined;
  /** How far apart the elements of a patch are. Default 1. */
  readonly dilation?: PerAxis | undefined;
}

/**
 * The patches of images as columns (im2col), so that a convolution is a matrix product.
 *
 * @param x shape (n, nChannels, height, width)
 * @param kernelSize the patches' height and width
 * @returns shape (n, nChannels·kHeight·kWidth, nPatches)
 * @throws ShapeError for another shape or patches larger than the padded image; DTypeError if x is not floating;
 * ParameterError for options.
 * @example
 * ```ts
 * unfold(tensor([[[[1, 2, 3]]]]), [1, 2]).toArray(); // [[[1, 2], [2, 3]]]
 * ```
 */
export function unfold(x: Tensor, kernelSize: PerAxis, options: UnfoldOptions = {}): Tensor {
  checkFloatingTensor("unfold", "x", x);
  if (x.ndim !== 4 || x.shape[1] === 0) {
    throw new ShapeError(
      `unfold: expected x of shape (n, nChannels, height, width), got ${shapeText(x.shape)}`,
    );
  }
  const { weight, plan } = onePatch("unfold", x, kernelSize, options);
  return convForward(x, weight, plan).reshape([x.shape[0]!, plan.filters, -1]);
}

/**
 * The transpose of `unfold`: adds patches up to images.
 *
 * @param x shape (n, nChannels·kHeight·kWidth, nPatches)
 * @param outputSize the images' height and width
 * @param options with the patches' height and width as `kernelSize`
 * @returns shape (n, nChannels, height, width)
 * @throws ShapeError for another shape; DTypeError if x is not floating; ParameterError for options.
 * @example
 * ```ts
 * fold(tensor([[[1, 2], [2, 3]]]), [1, 3], { kernelSize: [1, 2] }).toArray(); // [[[[1, 4, 3]]]]
 * ```
 */
export function fold(
  x: Tensor,
  outputSize: PerAxis,
  { kernelSize, ...options }: UnfoldOptions & { readonly kernelSize: PerAxis },
): Tensor {
  checkFloatingTensor("fold", "x", x);
  const size = perAxis("fold", "outputSize", outputSize, { count: 2, min: 1 });
  const kernel = perAxis("fold", "kernelSize", kernelSize, { count: 2, min: 1 });
  const channels = (x.shape[1] ?? 0) / (kernel[0]! * kernel[1]!);
  if (x.ndim !== 3 || !Number.isInteger(channels) || channels === 0) {
    throw new ShapeError(
      `fold: expected x of shape (n, nChannels·${kernel[0]}·${kernel[1]}, nPatches), got ${shapeText(x.shape)}`,
    );
  }
  const image = tensorFrom([], [0, channels, ...size], x.dtype);
  const { weight, plan } = onePatch("fold", image, kernelSize, options);
  const patches = plan.output[0]! * plan.output[1]!;
  if (patches !== x.shape[2]) {
    throw new ShapeError(
      `fold: expected ${patches} patches for an image of ${size.join(" × ")}, got ${x.shape[2]}`,
    );
  }
  const images = x.reshape([x.shape[0]!, plan.filters, ...plan.output]);
  return convInput(images, weight, { ...plan, batch: x.shape[0]! });
}

/** The convolution whose filters each pick one element of a patch of one channel. */
function onePatch(
  where: string,
  x: Tensor,
  kernelSize: PerAxis,
  options: UnfoldOptions,
): { readonly weight: Tensor; readonly plan: ConvPlan } {
  const kernel = perAxis(where, "kernelSize", kernelSize, { count: 2, min: 1 });
  const channels = x.shape[1]!;
  const area = kernel[0]! * kernel[1]!;
  const values = new Float64Array(channels * area * area);
  for (let i = 0; i < channels * area; i++) values[i * area + (i % area)] = 1;
  const weight = tensorFrom(values, [channels * area, 1, ...kernel], x.dtype);
  if (typeof options.padding === "string") {
    throw new ParameterError(`${where}: padding must be integers >= 0, got ${options.padding}`);
  }
  return { weight, plan: planConv(where, x, weight, { ...options, groups: channels }) };
}
