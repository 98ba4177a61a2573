import { matmul } from "../linalg/matmul";
import { type NormOptions, norm } from "../linalg/norm";
import { dot, outer } from "../linalg/products";
import type { Axes } from "../shape";
import type { Tensor } from "../tensor";
import { ReductionMethods } from "./reductions";

/** Matrix products and linear algebra, as methods: see the functions of the same names. */
export abstract class LinalgMethods extends ReductionMethods {
  matmul(this: Tensor, other: Tensor): Tensor {
    return matmul(this, other);
  }
  dot(this: Tensor, other: Tensor): Tensor {
    return dot(this, other);
  }
  outer(this: Tensor, other: Tensor): Tensor {
    return outer(this, other);
  }
  norm(this: Tensor, axis?: Axes, options?: NormOptions): Tensor {
    return norm(this, axis, options);
  }
}
