import { ShapeError, ValueError } from "@gradus/core";
import { heap, ReduceKernel } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { type DType, dtypeCode, isFloating, isInt32 } from "../dtype";
import { addressOf, emptyTensor } from "../factory";
import { type Axes, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { castTo } from "./convert";
import { productsOfOthers } from "./products-of-others";
import { planReduction, type ReductionOptions, type ReductionPlan } from "./reduction";

/**
 * The sum over the axes (default all): pairwise, so that errors grow with log n. Bools count as 0 and 1;
 * int32, uint8 and bool give int32 (NumPy: 64 bits). The sum of nothing is 0.
 *
 * @throws OutOfRangeError for an axis that x lacks; ValueError if an integer sum does not fit int32.
 * @example
 * ```ts
 * sum(tensor([[1, 2], [3, 4]]), 0).toArray(); // [4, 6]
 * ```
 */
export function sum(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  const plan = planReduction("sum", x, axis, options);
  const y = run("sum", plan, (from, to) => {
    const { outer, length, inner } = plan;
    heap().kernels.sum(dtypeCode(x.dtype), outer, length, inner, from, to);
  });
  if (!needsGrad(x)) return y;
  return record(y, "sum", [x], (g) => [g.reshape(plan.keptShape).broadcastTo(x.shape)]);
}

/**
 * The product over the axes (default all). The product of nothing is 1.
 *
 * @throws OutOfRangeError for an axis that x lacks; ValueError if an integer product does not fit int32.
 * @example
 * ```ts
 * prod(tensor([2, 3, 4])).item(); // 24
 * ```
 */
export function prod(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  const plan = planReduction("prod", x, axis, options);
  const y = reduceWith("prod", ReduceKernel.product, plan);
  if (!needsGrad(x)) return y;
  return record(y, "prod", [x], (g) => [
    g.reshape(plan.keptShape).mul(productsOfOthers(x, axis, y.reshape(plan.keptShape))),
  ]);
}

/**
 * The smallest element over the axes (default all); NaN if there is one. Ties share the gradient evenly.
 *
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * min(tensor([[3, 1], [2, 4]]), 1).toArray(); // [1, 2]
 * ```
 */
export function min(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return extreme("min", ReduceKernel.minimum, planReduction("min", x, axis, options), { x, axis });
}

/**
 * The largest element over the axes (default all); NaN if there is one. Ties share the gradient evenly.
 *
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * max(tensor([[3, 1], [2, 4]]), 1).toArray(); // [3, 4]
 * ```
 */
export function max(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return extreme("max", ReduceKernel.maximum, planReduction("max", x, axis, options), { x, axis });
}

function extreme(
  name: string,
  kernel: ReduceKernel,
  plan: ReductionPlan,
  { x, axis }: { readonly x: Tensor; readonly axis: Axes },
): Tensor {
  checkNotEmpty(name, plan, x);
  const y = reduceWith(name, kernel, plan);
  if (!needsGrad(x)) return y;
  return record(y, name, [x], (g) => {
    const ties = x.equal(y.reshape(plan.keptShape)).astype(x.dtype);
    return [g.reshape(plan.keptShape).mul(ties.div(sum(ties, axis, { keepDims: true })))];
  });
}

/** @throws ShapeError if the reduction has nothing to choose from. */
export function checkNotEmpty(where: string, plan: ReductionPlan, x: Tensor): void {
  if (plan.length === 0) {
    throw new ShapeError(
      `${where}: expected at least one element along the reduced axes, got shape ${shapeText(x.shape)}`,
    );
  }
}

function reduceWith(name: string, kernel: ReduceKernel, plan: ReductionPlan): Tensor {
  const keepsType = kernel !== ReduceKernel.product;
  const from = keepsType || isFloating(plan.x.dtype) ? plan.x : castTo(plan.x, "int32");
  const actual = { ...plan, x: from };
  const apply = (source: number, to: number) => {
    const { outer, length, inner } = plan;
    heap().kernels.reduce(kernel, dtypeCode(from.dtype), outer, length, inner, source, to);
  };
  return run(name, actual, apply, keepsType ? from.dtype : undefined);
}

/** Runs a kernel into a fresh tensor; without `outType` integers come out as float64 and are checked. */
function run(
  name: string,
  plan: ReductionPlan,
  kernel: (from: number, to: number) => void,
  outType?: DType,
): Tensor {
  const { x, shape } = plan;
  const dtype = outType ?? (isFloating(x.dtype) ? x.dtype : "float64");
  const memory = heap();
  memory.begin();
  const out = emptyTensor(name, shape, dtype);
  const to = addressOf(out);
  kernel(addressOf(x), to);
  return dtype === x.dtype || outType !== undefined ? out : toInt32(name, out);
}

function toInt32(name: string, out: Tensor): Tensor {
  for (const value of out.data()) {
    if (!isInt32(value)) {
      throw new ValueError(
        `${name}: expected a result that fits int32, got ${value}; use astype("float64") first`,
      );
    }
  }
  return castTo(out, "int32");
}
