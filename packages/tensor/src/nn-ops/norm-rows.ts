import { checkPositive, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { addressOf, contiguous, emptyTensor, isTensor } from "../factory";
import { type Shape, sameShape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { checkFloatingTensor, checkSameType, checkShapeIs, recordFused } from "./fused";

/** What {@link layerNorm} can be told. */
export interface LayerNormOptions {
  /** Factors, in the normalized shape. Default 1. */
  readonly weight?: Tensor | undefined;
  /** Summands, in the normalized shape. Default 0. */
  readonly bias?: Tensor | undefined;
  /** Added to the variance. Default 1e-5. */
  readonly eps?: number | undefined;
}

/** What {@link rmsNorm} can be told. */
export interface RmsNormOptions {
  /** Factors, in the normalized shape. Default 1. */
  readonly weight?: Tensor | undefined;
  /** Added to the mean square. Default 1e-6. */
  readonly eps?: number | undefined;
}

/** What {@link groupNorm} and {@link instanceNorm} can be told. */
export interface GroupNormOptions {
  /** A factor for each channel, shape (nChannels,). Default 1. */
  readonly weight?: Tensor | undefined;
  /** A summand for each channel, shape (nChannels,). Default 0. */
  readonly bias?: Tensor | undefined;
  /** Added to the variance. Default 1e-5. */
  readonly eps?: number | undefined;
}

/**
 * Layer normalization: (x − mean) / √(variance + eps)·weight + bias, with mean and (biased) variance over the last
 * axes of each example.
 *
 * @param x shape (…, …normalizedShape)
 * @param normalizedShape the last axes' lengths
 * @returns x's shape and dtype
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError unless eps > 0.
 * @example
 * ```ts
 * layerNorm(tensor([[1, 3]]), 2, { eps: 1e-12 }).toArray<number[][]>()[0]![1]!.toFixed(3); // → 1.000
 * ```
 */
export function layerNorm(
  x: Tensor,
  normalizedShape: number | Shape,
  { weight, bias, eps = 1e-5 }: LayerNormOptions = {},
): Tensor {
  const where = "layerNorm";
  const shape = checkNormalized(where, x, normalizedShape);
  checkAffine(where, x, { weight, bias, shape, eps });
  const plan = { where, rms: false, groups: 1, channels: sizeOf(shape), inner: 1, eps };
  return normalized(x, weight, bias, plan);
}

/**
 * Root-mean-square normalization: x / √(mean(x²) + eps)·weight over the last axes of each example.
 *
 * @param x shape (…, …normalizedShape)
 * @param normalizedShape the last axes' lengths
 * @returns x's shape and dtype
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError unless eps > 0.
 * @see Zhang and Sennrich (2019), Root Mean Square Layer Normalization.
 * @example
 * ```ts
 * rmsNorm(tensor([[3, 3]]), 2).toArray<number[][]>()[0]![1]!.toFixed(3); // → 1.000
 * ```
 */
export function rmsNorm(
  x: Tensor,
  normalizedShape: number | Shape,
  { weight, eps = 1e-6 }: RmsNormOptions = {},
): Tensor {
  const where = "rmsNorm";
  const shape = checkNormalized(where, x, normalizedShape);
  checkAffine(where, x, { weight, bias: undefined, shape, eps });
  const plan = { where, rms: true, groups: 1, channels: sizeOf(shape), inner: 1, eps };
  return normalized(x, weight, undefined, plan);
}

/**
 * Group normalization: the channels in groups, each group of each example normalized over its channels and
 * places, then a factor and a summand for each channel.
 *
 * @param x shape (n, nChannels, …)
 * @param nGroups divides nChannels
 * @returns x's shape and dtype
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError unless eps > 0.
 * @see Wu and He (2018), Group Normalization.
 * @example
 * ```ts
 * groupNorm(tensor([[[1, 1], [3, 3]]]), 1).toArray<number[][][]>()[0]![1]![0]!.toFixed(3); // → 1.000
 * ```
 */
export function groupNorm(x: Tensor, nGroups: number, options: GroupNormOptions = {}): Tensor {
  return channelNorm("groupNorm", x, nGroups, options);
}

/**
 * Instance normalization: every channel of every example normalized over its places alone.
 *
 * @param x shape (n, nChannels, …)
 * @returns x's shape and dtype
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError unless eps > 0.
 * @see Ulyanov et al. (2016), Instance Normalization.
 * @example
 * ```ts
 * instanceNorm(tensor([[[1, 3]]]), { eps: 1e-12 }).toArray<number[][][]>()[0]![0]![1]!.toFixed(3); // → 1.000
 * ```
 */
export function instanceNorm(x: Tensor, options: GroupNormOptions = {}): Tensor {
  return channelNorm("instanceNorm", x, x.shape[1] ?? 0, options);
}

function channelNorm(
  where: string,
  x: Tensor,
  nGroups: number,
  { weight, bias, eps = 1e-5 }: GroupNormOptions,
): Tensor {
  checkFloatingTensor(where, "x", x);
  const count = x.shape[1] ?? 0;
  if (x.ndim < 2 || !Number.isInteger(nGroups) || nGroups < 1 || count % nGroups !== 0) {
    throw new ShapeError(
      `${where}: expected x of shape (n, nChannels, …) with channels in ${nGroups} equal groups, ` +
        `got ${shapeText(x.shape)}`,
    );
  }
  checkAffine(where, x, { weight, bias, shape: [count], eps });
  const inner = sizeOf(x.shape.slice(2));
  const plan = { where, rms: false, groups: nGroups, channels: count / nGroups, inner, eps };
  return normalized(x, weight, bias, plan);
}

function checkNormalized(where: string, x: Tensor, normalizedShape: number | Shape): Shape {
  checkFloatingTensor(where, "x", x);
  const shape = typeof normalizedShape === "number" ? [normalizedShape] : normalizedShape;
  if (shape.length === 0 || !sameShape(x.shape.slice(-shape.length), shape)) {
    throw new ShapeError(
      `${where}: expected x of a shape that ends with ${shapeText(shape)}, got ${shapeText(x.shape)}`,
    );
  }
  return shape;
}

/** @throws the errors of weight, bias and eps. */
export function checkAffine(
  where: string,
  x: Tensor,
  options: {
    readonly weight: Tensor | undefined;
    readonly bias: Tensor | undefined;
    readonly shape: Shape;
    readonly eps: number;
  },
): void {
  for (const name of ["weight", "bias"] as const) {
    const value = options[name];
    if (value === undefined) continue;
    checkSameType(where, x, name, value);
    checkShapeIs(where, name, value, options.shape);
  }
  checkPositive(where, "eps", options.eps);
}

/** Rows of x: `groups` to an example, each of `channels` channels of `inner` elements. */
interface NormPlan {
  readonly where: string;
  readonly rms: boolean;
  readonly groups: number;
  readonly channels: number;
  readonly inner: number;
  readonly eps: number;
}

function normalized(
  input: Tensor,
  weight: Tensor | undefined,
  bias: Tensor | undefined,
  plan: NormPlan,
): Tensor {
  const { where, rms, groups, channels, inner, eps } = plan;
  const x = contiguous(input);
  const [w, b] = [weight && contiguous(weight), bias && contiguous(bias)];
  const length = channels * inner;
  const rows = length === 0 ? 0 : x.size / length;
  const double = x.dtype === "float64";
  const memory = heap();
  memory.begin();
  const y = emptyTensor(where, x.shape, x.dtype);
  const statistics = emptyTensor(where, [2, rows], x.dtype);
  const to = addressOf(y);
  const mean = addressOf(statistics);
  const rstd = mean + (statistics.size / 2) * (double ? 8 : 4);
  const [pw, pb] = [w === undefined ? 0 : addressOf(w), b === undefined ? 0 : addressOf(b)];
  const { kernels } = memory;
  kernels.normForward(
    double,
    rms,
    rows,
    groups,
    channels,
    inner,
    eps,
    addressOf(x),
    pw,
    pb,
    to,
    mean,
    rstd,
  );
  const inputs = [input, ...[weight, bias].filter(isTensor)];
  return recordFused(y, {
    name: where,
    inputs,
    backward: (g) => {
      const all = fusedGradients(x, w, contiguous(g), statistics, plan);
      const parts = [
        weight && all.weight.reshape(weight.shape),
        bias && all.bias.reshape(bias.shape),
      ];
      return [all.x, ...parts.filter(isTensor)];
    },
    composed: (value, ...rest) => {
      const a = weight === undefined ? undefined : rest[0];
      return composedNorm(value, a, bias === undefined ? undefined : rest.at(-1), plan);
    },
  });
}

/** Rows that share one partial sum, as in the kernel. */
const GRAIN = 16;

function fusedGradients(
  x: Tensor,
  w: Tensor | undefined,
  g: Tensor,
  statistics: Tensor,
  { where, rms, groups, channels, inner }: NormPlan,
) {
  const rows = statistics.shape[1]!;
  const double = x.dtype === "float64";
  const memory = heap();
  memory.begin();
  const out = emptyTensor(where, x.shape, x.dtype);
  const nSums = inner === 1 && groups === 1 ? Math.ceil(rows / GRAIN) : rows;
  const sums = emptyTensor(where, [2, nSums, channels], x.dtype);
  const to = addressOf(out);
  const mean = addressOf(statistics);
  const rstd = mean + rows * (double ? 8 : 4);
  const weightSums = addressOf(sums);
  const biasSums = weightSums + nSums * channels * (double ? 8 : 4);
  memory.kernels.normBackward(
    double,
    rms,
    rows,
    groups,
    channels,
    inner,
    addressOf(x),
    w === undefined ? 0 : addressOf(w),
    mean,
    rstd,
    addressOf(g),
    to,
    weightSums,
    biasSums,
  );
  // Shape (nGroups·nChannels,) for each; the caller knows the shapes of weight and bias.
  const totals = sums.reshape([2, nSums / groups, groups * channels]).sum(1);
  return { x: out, weight: totals.at(0), bias: totals.at(1) };
}

/** The same by differentiable operations. */
function composedNorm(
  x: Tensor,
  weight: Tensor | undefined,
  bias: Tensor | undefined,
  { rms, groups, channels, inner, eps }: NormPlan,
): Tensor {
  const length = channels * inner;
  const rows = x.reshape([x.size / length, length]);
  const centred = rms ? rows : rows.sub(rows.mean(1, { keepDims: true }));
  const variance = centred.square().mean(1, { keepDims: true });
  const normal = centred.div(variance.add(eps).sqrt()).reshape([-1, groups * channels, inner]);
  const scaled = weight === undefined ? normal : normal.mul(weight.reshape([-1, 1]));
  const moved = bias === undefined ? scaled : scaled.add(bias.reshape([-1, 1]));
  return moved.reshape(x.shape);
}
