import { describeValue, ParameterError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { writeMeta } from "../factory";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { checkFloatingTensor, checkSameType, checkShapeIs } from "./fused";

/** A whole number, or one for each spatial axis. */
export type PerAxis = number | readonly number[];

/** What the convolutions can be told beside input and weights. */
export interface ConvOptions {
  /** What is added to every filter's output, shape (nFilters,). Default nothing. */
  readonly bias?: Tensor | undefined;
  /** How far apart the places are at which the filters are applied. Default 1. */
  readonly stride?: PerAxis | undefined;
  /**
   * Zeros around the input, as many on both sides of an axis. "same" makes the output as long as the input
   * (stride 1), "valid" is 0. Default 0.
   */
  readonly padding?: PerAxis | "same" | "valid" | undefined;
  /** How far apart the elements of a filter are applied. Default 1. */
  readonly dilation?: PerAxis | undefined;
  /** Into how many groups the channels are split, each with filters of its own. Default 1. */
  readonly groups?: number | undefined;
}

/** A convolution's lengths; every list has one number for each spatial axis. */
export interface ConvPlan {
  readonly where: string;
  readonly batch: number;
  readonly channels: number;
  readonly filters: number;
  readonly groups: number;
  readonly input: readonly number[];
  readonly kernel: readonly number[];
  readonly output: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  /** Zeros before the first element. */
  readonly pad: readonly number[];
}

/** Writes the plan for the kernels, as their ConvShape, and gives its address. */
export function writePlan(plan: ConvPlan): number {
  const three = (list: readonly number[], fill: number) => [
    ...Array.from({ length: 3 - list.length }, () => fill),
    ...list,
  ];
  heap().begin();
  return writeMeta(
    [plan.batch, plan.channels, plan.filters, plan.groups],
    three(plan.input, 1),
    three(plan.kernel, 1),
    three(plan.output, 1),
    three(plan.stride, 1),
    three(plan.dilation, 1),
    three(plan.pad, 0),
  );
}

/** A whole number of at least `min` for each spatial axis. */
export function perAxis(
  where: string,
  name: string,
  value: PerAxis,
  { count, min }: { readonly count: number; readonly min: number },
): number[] {
  const list = typeof value === "number" ? Array.from({ length: count }, () => value) : [...value];
  if (list.length !== count || !list.every((x) => Number.isInteger(x) && x >= min)) {
    throw new ParameterError(
      `${where}: ${name} must be an integer >= ${min}, or ${count} of them, got ${describeValue(value)}`,
    );
  }
  return list;
}

/** @throws ShapeError, DTypeError unless x and weight are tensors with `count` spatial axes and fit the groups. */
export function checkConvOperands(
  where: string,
  x: Tensor,
  weight: Tensor,
  {
    count,
    groups,
    axis,
  }: { readonly count: number; readonly groups: number; readonly axis: 0 | 1 },
): void {
  checkFloatingTensor(where, "x", x);
  checkSameType(where, x, "weight", weight);
  if (!Number.isInteger(groups) || groups < 1) {
    throw new ParameterError(`${where}: groups must be an integer >= 1, got ${groups}`);
  }
  const perGroup = axis === 1 ? "nChannels / groups, nFilters" : "nFilters / groups, nChannels";
  const [channels, filters] = [x.shape[1] ?? 0, weight.shape[0] ?? 0];
  // Of a convolution weight holds (nFilters, nChannels / groups), of a transposed one (nChannels, nFilters / groups).
  const fits =
    axis === 1
      ? channels === weight.shape[1]! * groups && filters % groups === 0
      : channels === filters;
  const whole = channels > 0 && weight.size > 0 && channels % groups === 0;
  if (x.ndim !== count + 2 || weight.ndim !== count + 2 || !fits || !whole) {
    const spatial = ["length", "height, width", "depth, height, width"][count - 1]!;
    throw new ShapeError(
      `${where}: expected x of shape (n, nChannels, ${spatial}) and weight that fits with ${groups} groups ` +
        `(${perGroup}), got ${shapeText(x.shape)} and ${shapeText(weight.shape)}`,
    );
  }
}

export function checkBias(where: string, x: Tensor, bias: Tensor | undefined, count: number): void {
  if (bias === undefined) return;
  checkSameType(where, x, "bias", bias);
  checkShapeIs(where, "bias", bias, [count]);
}

/** The lengths of a convolution. @throws ShapeError where a filter is longer than the padded input. */
export function planConv(
  where: string,
  x: Tensor,
  weight: Tensor,
  { stride = 1, padding = 0, dilation = 1, groups = 1 }: ConvOptions,
): ConvPlan {
  const count = x.ndim - 2;
  const input = x.shape.slice(2);
  const kernel = weight.shape.slice(2);
  const strides = perAxis(where, "stride", stride, { count, min: 1 });
  const dilations = perAxis(where, "dilation", dilation, { count, min: 1 });
  const reach = kernel.map((k, i) => (k - 1) * dilations[i]!);
  const both = totalPadding(where, padding, { count, reach, strides });
  const output = input.map((n, i) => Math.floor((n + both[i]! - reach[i]! - 1) / strides[i]!) + 1);
  if (output.some((n) => n < 1)) {
    throw new ShapeError(
      `${where}: expected filters no longer than the padded input, got weight of shape ` +
        `${shapeText(weight.shape)} for x of shape ${shapeText(x.shape)}`,
    );
  }
  return {
    where,
    batch: x.shape[0]!,
    channels: x.shape[1]!,
    filters: weight.shape[0]!,
    groups,
    input,
    kernel,
    output,
    stride: strides,
    dilation: dilations,
    pad: both.map((n) => Math.floor(n / 2)),
  };
}

/** Zeros on both sides together. An odd one goes behind. */
function totalPadding(
  where: string,
  padding: PerAxis | "same" | "valid",
  axes: {
    readonly count: number;
    readonly reach: readonly number[];
    readonly strides: readonly number[];
  },
): number[] {
  const { count, reach, strides } = axes;
  if (padding === "same") {
    if (strides.every((s) => s === 1)) return [...reach];
    throw new ParameterError(`${where}: padding "same" needs stride 1, got ${strides.join(", ")}`);
  }
  if (typeof padding === "string" && padding !== "valid") {
    throw new ParameterError(
      `${where}: padding must be "same", "valid" or integers, got ${describeValue(padding)}`,
    );
  }
  const each = padding === "valid" ? 0 : padding;
  return perAxis(where, "padding", each, { count, min: 0 }).map((n) => 2 * n);
}
