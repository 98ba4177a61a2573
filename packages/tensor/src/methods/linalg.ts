import { determinant } from "../linalg/determinant";
import { diagonal, trace } from "../linalg/diagonal";
import { matmul } from "../linalg/matmul";
import { type NormOptions, norm } from "../linalg/norm";
import { dot, outer } from "../linalg/products";
import { inverse } from "../linalg/solve";
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
  diagonal(this: Tensor): Tensor {
    return diagonal(this);
  }
  trace(this: Tensor): Tensor {
    return trace(this);
  }
  inverse(this: Tensor): Tensor {
    return inverse(this);
  }
  determinant(this: Tensor): Tensor {
    return determinant(this);
  }
}
