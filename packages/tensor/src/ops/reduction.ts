import { contiguous } from "../factory";
import { type Axes, normalizeAxes, type Shape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";

/** What every reduction can be told beside its axes. */
export interface ReductionOptions {
  /** Keep the reduced axes with length 1, so that the result broadcasts against x. Default false. */
  readonly keepDims?: boolean | undefined;
}

/** A reduction as the kernels see it: contiguous x of shape (outer, length, inner), over the middle axis. */
export interface ReductionPlan {
  readonly x: Tensor;
  readonly outer: number;
  readonly length: number;
  readonly inner: number;
  /** The result's shape. */
  readonly shape: Shape;
  /** The result's shape with the reduced axes kept as 1. */
  readonly keptShape: Shape;
}

/** Brings x into the form that the kernels reduce; copies only if the reduced axes are not neighbours. */
export function planReduction(
  where: string,
  x: Tensor,
  axis: Axes,
  { keepDims = false }: ReductionOptions = {},
): ReductionPlan {
  const axes = normalizeAxes(where, axis, x.ndim);
  const keptShape = x.shape.map((length, i) => (axes.includes(i) ? 1 : length));
  const shape = keepDims ? keptShape : x.shape.filter((_, i) => !axes.includes(i));
  const first = axes[0] ?? x.ndim;
  const last = axes[axes.length - 1] ?? x.ndim - 1;
  const length = sizeOf(axes.map((i) => x.shape[i]!));
  if (last - first + 1 === axes.length) {
    const outer = sizeOf(x.shape.slice(0, first));
    const inner = sizeOf(x.shape.slice(last + 1));
    return { x: contiguous(x), outer, length, inner, shape, keptShape };
  }
  const kept = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const moved = contiguous(x.detach().transpose(...kept, ...axes));
  return { x: moved, outer: sizeOf(shape), length, inner: 1, shape, keptShape };
}
