import type { DType } from "../dtype";
import { astype, clone } from "../ops/convert";
import type { Operand } from "../ops/define-binary";
import { type IndexKey, index } from "../ops/indexing";
import { maskedSelect, nonzero } from "../ops/masks";
import type { Indices } from "../ops/places";
import { type SetAtOptions, setAt } from "../ops/set-at";
import { at, type SliceRange, slice } from "../ops/slice";
import { take, takeAlongAxis } from "../ops/take";
import { broadcastTo, flatten, reshape, squeeze, transpose, unsqueeze } from "../ops/views";
import type { Shape } from "../shape";
import type { Tensor } from "../tensor";
import { LinalgMethods } from "./linalg";

/** Shapes, views, parts and conversions, as methods: see the functions of the same names. */
export abstract class ShapeMethods extends LinalgMethods {
  transpose(this: Tensor, ...axes: number[]): Tensor {
    return transpose(this, ...axes);
  }
  reshape(this: Tensor, shape: number | Shape): Tensor {
    return reshape(this, shape);
  }
  flatten(this: Tensor): Tensor {
    return flatten(this);
  }
  squeeze(this: Tensor, axis?: number): Tensor {
    return squeeze(this, axis);
  }
  unsqueeze(this: Tensor, axis: number): Tensor {
    return unsqueeze(this, axis);
  }
  broadcastTo(this: Tensor, shape: number | Shape): Tensor {
    return broadcastTo(this, shape);
  }
  slice(this: Tensor, ...ranges: readonly SliceRange[]): Tensor {
    return slice(this, ...ranges);
  }
  at(this: Tensor, index: number): Tensor {
    return at(this, index);
  }
  row(this: Tensor, index: number): Tensor {
    return at(this, index);
  }
  index(this: Tensor, ...keys: readonly IndexKey[]): Tensor {
    return index(this, ...keys);
  }
  setAt(this: Tensor, keys: readonly IndexKey[], values: Operand, options?: SetAtOptions): Tensor {
    return setAt(this, keys, values, options);
  }
  take(this: Tensor, indices: Indices, axis?: number): Tensor {
    return take(this, indices, axis);
  }
  takeAlongAxis(this: Tensor, indices: Tensor, axis?: number): Tensor {
    return takeAlongAxis(this, indices, axis);
  }
  maskedSelect(this: Tensor, mask: Tensor): Tensor {
    return maskedSelect(this, mask);
  }
  nonzero(this: Tensor): Tensor[] {
    return nonzero(this);
  }
  astype(this: Tensor, dtype: DType): Tensor {
    return astype(this, dtype);
  }
  clone(this: Tensor): Tensor {
    return clone(this);
  }
}
