import { cumprod, cumsum } from "../ops/cumulative";
import { logsumexp } from "../ops/log-sum-exp";
import { median, type QuantileOptions, quantile } from "../ops/quantile";
import { max, min, prod, sum } from "../ops/reduce";
import { all, any, argmax, argmin } from "../ops/reduce-bool";
import type { ReductionOptions } from "../ops/reduction";
import { mean, std, type VarianceOptions, variance } from "../ops/statistics";
import type { Axes } from "../shape";
import type { Tensor } from "../tensor";
import { ElementwiseMethods } from "./elementwise";

/** Reductions over axes, as methods: see the functions of the same names. */
export abstract class ReductionMethods extends ElementwiseMethods {
  sum(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return sum(this, axis, options);
  }
  prod(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return prod(this, axis, options);
  }
  mean(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return mean(this, axis, options);
  }
  variance(this: Tensor, axis?: Axes, options?: VarianceOptions): Tensor {
    return variance(this, axis, options);
  }
  std(this: Tensor, axis?: Axes, options?: VarianceOptions): Tensor {
    return std(this, axis, options);
  }
  min(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return min(this, axis, options);
  }
  max(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return max(this, axis, options);
  }
  median(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return median(this, axis, options);
  }
  quantile(
    this: Tensor,
    q: number | readonly number[] | Tensor,
    axis?: Axes,
    options?: QuantileOptions,
  ): Tensor {
    return quantile(this, q, axis, options);
  }
  logsumexp(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return logsumexp(this, axis, options);
  }
  argmin(this: Tensor, axis?: number, options?: ReductionOptions): Tensor {
    return argmin(this, axis, options);
  }
  argmax(this: Tensor, axis?: number, options?: ReductionOptions): Tensor {
    return argmax(this, axis, options);
  }
  cumsum(this: Tensor, axis?: number): Tensor {
    return cumsum(this, axis);
  }
  cumprod(this: Tensor, axis?: number): Tensor {
    return cumprod(this, axis);
  }
  any(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return any(this, axis, options);
  }
  all(this: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
    return all(this, axis, options);
  }
}
