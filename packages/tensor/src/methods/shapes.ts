import type { DType } from "../dtype";
import { moveAxis, swapAxes } from "../ops/axes";
import { astype, clone } from "../ops/convert";
import type { Operand } from "../ops/define-binary";
import { flip, roll } from "../ops/flip";
import { type IndexKey, index } from "../ops/indexing";
import { maskedSelect, nonzero } from "../ops/masks";
import { type PadOptions, type PadWidths, pad } from "../ops/pad";
import type { Indices } from "../ops/places";
import { repeat, tile } from "../ops/repeat";
import { type SetAtOptions, setAt } from "../ops/set-at";
import { at, type SliceRange, slice } from "../ops/slice";
import { split } from "../ops/split";
import { take, takeAlongAxis } from "../ops/take";
import { broadcastTo, flatten, reshape, squeeze, transpose, unsqueeze } from "../ops/views";
import type { Axes, Shape } from "../shape";
import {
  argsort,
  type SortOptions,
  sort,
  type TopkOptions,
  type TopkResult,
  topk,
} from "../sorting/sort";
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
  moveAxis(this: Tensor, from: number | readonly number[], to: number | readonly number[]): Tensor {
    return moveAxis(this, from, to);
  }
  swapAxes(this: Tensor, a: number, b: number): Tensor {
    return swapAxes(this, a, b);
  }
  flip(this: Tensor, axis?: Axes): Tensor {
    return flip(this, axis);
  }
  roll(this: Tensor, shift: number | readonly number[], axis?: number | readonly number[]): Tensor {
    return roll(this, shift, axis);
  }
  tile(this: Tensor, times: number | readonly number[]): Tensor {
    return tile(this, times);
  }
  repeat(this: Tensor, times: number | readonly number[], axis?: number): Tensor {
    return repeat(this, times, axis);
  }
  pad(this: Tensor, widths: PadWidths, options?: PadOptions): Tensor {
    return pad(this, widths, options);
  }
  split(this: Tensor, parts: number | readonly number[], axis?: number): Tensor[] {
    return split(this, parts, axis);
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
  sort(this: Tensor, axis?: number, options?: SortOptions): Tensor {
    return sort(this, axis, options);
  }
  argsort(this: Tensor, axis?: number, options?: SortOptions): Tensor {
    return argsort(this, axis, options);
  }
  topk(this: Tensor, k: number, options?: TopkOptions): TopkResult {
    return topk(this, k, options);
  }
  astype(this: Tensor, dtype: DType): Tensor {
    return astype(this, dtype);
  }
  clone(this: Tensor): Tensor {
    return clone(this);
  }
}
