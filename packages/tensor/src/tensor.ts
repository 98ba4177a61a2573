import { type DisplayData, displaySymbol, ShapeError } from "@gradus/core";
import type { Storage } from "@gradus/kernels";
import { assign } from "./assign";
import { type BackwardOptions, backward } from "./autograd/backward";
import { GradientError } from "./autograd/gradient-error";
import type { GraphNode } from "./autograd/tape";
import { type DType, isFloating, type TypedArray } from "./dtype";
import { registerTensorClass, viewOf } from "./factory";
import { formatTensor } from "./format";
import { matmul } from "./linalg/matmul";
import { type NormOptions, norm } from "./linalg/norm";
import { dot, outer } from "./linalg/products";
import { relu, sigmoid, tanh } from "./ops/activation";
import { add, div, mul, neg, pow, reciprocal, sqrt, square, sub } from "./ops/arithmetic";
import { equal, greater, greaterEqual, less, lessEqual, notEqual } from "./ops/compare";
import { astype, clone } from "./ops/convert";
import type { Operand } from "./ops/define-binary";
import { exp, expm1, log, log1p } from "./ops/exponential";
import { clip, maximum, minimum } from "./ops/extremes";
import { max, min, prod, sum } from "./ops/reduce";
import { all, any, argmax, argmin } from "./ops/reduce-bool";
import type { ReductionOptions } from "./ops/reduction";
import { abs, ceil, floor, round, sign } from "./ops/rounding";
import { at, type SliceRange, slice } from "./ops/slice";
import { mean, std, type VarianceOptions, variance } from "./ops/statistics";
import { take } from "./ops/take";
import { cos, sin } from "./ops/trigonometric";
import { broadcastTo, flatten, reshape, squeeze, transpose, unsqueeze } from "./ops/views";
import { elements, itemOf, type NestedArray, nested } from "./read";
import { type Axes, contiguousStrides, type Shape, sizeOf } from "./shape";

/** As many as the kernels' parameter area has room for, rounded down. */
const MOST_AXES = 64;

/**
 * An n-dimensional array of numbers of one type, with NumPy's rules for shapes and types, that can record how
 * it was computed and so give gradients. Make one with `tensor`, `zeros`, `arange`, …
 *
 * Its values never change (`assign` excepted); reshaping, transposing and slicing give views that share them.
 * Every method is also a function of the same name, where it is described in full.
 *
 * @example
 * ```ts
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.mul(w).sum().backward();
 * w.grad!.toArray(); // [2, 4]
 * ```
 */
export class Tensor {
  static {
    registerTensorClass(Tensor);
  }

  readonly shape: Shape;
  readonly dtype: DType;
  /** How many elements there are. */
  readonly size: number;
  /** Whether the elements lie one after the other, row by row. */
  readonly contiguous: boolean;
  /** After `backward`, the gradient of the loss with respect to this tensor, if it is a leaf of the graph. */
  grad: Tensor | undefined = undefined;
  /** The memory behind this tensor and its views. */
  readonly storage: Storage;
  /** Where in the storage the first element stands. */
  readonly offset: number;
  #strides: readonly number[] | undefined;
  #node: GraphNode | undefined = undefined;
  #requiresGrad = false;

  /** For the library's own use: `tensor` and its kin make tensors. */
  constructor(
    storage: Storage,
    shape: Shape,
    dtype: DType,
    strides: readonly number[] | undefined,
    offset: number,
  ) {
    if (shape.length > MOST_AXES) {
      throw new ShapeError(`Tensor: expected at most ${MOST_AXES} axes, got ${shape.length}`);
    }
    this.storage = storage;
    this.shape = shape;
    this.dtype = dtype;
    this.size = sizeOf(shape);
    this.contiguous = strides === undefined;
    this.#strides = strides;
    this.offset = offset;
  }

  /** How many axes there are. */
  get ndim(): number {
    return this.shape.length;
  }

  /** How many elements apart neighbours along each axis are. */
  get strides(): readonly number[] {
    this.#strides ??= contiguousStrides(this.shape);
    return this.#strides;
  }

  /** Whether operations on this tensor are recorded, so that it, or what it came from, gets a gradient. */
  get requiresGrad(): boolean {
    return this.#requiresGrad;
  }

  /** @throws GradientError for a tensor that is not floating, or is the result of a recorded operation. */
  set requiresGrad(value: boolean) {
    if (this.#node !== undefined) {
      throw new GradientError(
        `Tensor: requiresGrad can be set on a leaf only, got the result of ${this.#node.name}; use detach()`,
      );
    }
    if (value && !isFloating(this.dtype)) {
      throw new GradientError(`Tensor: expected a floating dtype for gradients, got ${this.dtype}`);
    }
    this.#requiresGrad = value;
  }

  /** The operation that made this tensor, if it was recorded. */
  get node(): GraphNode | undefined {
    return this.#node;
  }

  /** For the library's own use: notes the operation that made this tensor. */
  attach(node: GraphNode): void {
    this.#node = node;
    this.#requiresGrad = true;
  }

  // --- Reading ---

  /** The only element as a number (a bool as 0 or 1). @throws ShapeError unless there is exactly one. */
  item(): number {
    return itemOf(this);
  }

  /** A copy of the elements, row by row; bools as bytes 0 and 1. */
  data(): TypedArray {
    return elements(this);
  }

  /** A copy as nested JavaScript arrays; a 0-d tensor gives a number or boolean. */
  toArray<T = NestedArray>(): T {
    return nested(this) as T;
  }

  /** As NumPy prints arrays, with shape and dtype, the middle left out when large. */
  toString(): string {
    return formatTensor(this);
  }

  [displaySymbol](): DisplayData {
    return { kind: "text", text: this.toString() };
  }

  // --- Gradients ---

  /** Computes the gradients of this tensor (a loss: one element) with respect to the leaves. See `backward`. */
  backward(options?: BackwardOptions): void {
    backward(this, options);
  }

  /** The same values without history; marks them to outlive the graph. A view. */
  detach(): Tensor {
    if (this.#node !== undefined) this.storage.escaped = true;
    return viewOf(this, this.shape, this.#strides);
  }

  /** Overwrites the values in place, for updating parameters. See `assign`. */
  assign(values: Operand): this {
    assign(this, values);
    return this;
  }

  /** Forgets the gradient, before the next `backward` adds to it. */
  zeroGrad(): void {
    this.grad = undefined;
  }

  // --- Arithmetic: see the functions of the same names ---

  add(other: Operand): Tensor {
    return add(this, other);
  }
  sub(other: Operand): Tensor {
    return sub(this, other);
  }
  mul(other: Operand): Tensor {
    return mul(this, other);
  }
  div(other: Operand): Tensor {
    return div(this, other);
  }
  pow(exponent: Operand): Tensor {
    return pow(this, exponent);
  }
  maximum(other: Operand): Tensor {
    return maximum(this, other);
  }
  minimum(other: Operand): Tensor {
    return minimum(this, other);
  }
  clip(low: number, high: number): Tensor {
    return clip(this, low, high);
  }
  neg(): Tensor {
    return neg(this);
  }
  abs(): Tensor {
    return abs(this);
  }
  sign(): Tensor {
    return sign(this);
  }
  square(): Tensor {
    return square(this);
  }
  sqrt(): Tensor {
    return sqrt(this);
  }
  reciprocal(): Tensor {
    return reciprocal(this);
  }
  exp(): Tensor {
    return exp(this);
  }
  expm1(): Tensor {
    return expm1(this);
  }
  log(): Tensor {
    return log(this);
  }
  log1p(): Tensor {
    return log1p(this);
  }
  sin(): Tensor {
    return sin(this);
  }
  cos(): Tensor {
    return cos(this);
  }
  tanh(): Tensor {
    return tanh(this);
  }
  sigmoid(): Tensor {
    return sigmoid(this);
  }
  relu(): Tensor {
    return relu(this);
  }
  floor(): Tensor {
    return floor(this);
  }
  ceil(): Tensor {
    return ceil(this);
  }
  round(): Tensor {
    return round(this);
  }

  // --- Comparisons ---

  equal(other: Operand): Tensor {
    return equal(this, other);
  }
  notEqual(other: Operand): Tensor {
    return notEqual(this, other);
  }
  less(other: Operand): Tensor {
    return less(this, other);
  }
  lessEqual(other: Operand): Tensor {
    return lessEqual(this, other);
  }
  greater(other: Operand): Tensor {
    return greater(this, other);
  }
  greaterEqual(other: Operand): Tensor {
    return greaterEqual(this, other);
  }

  // --- Reductions ---

  sum(axis?: Axes, options?: ReductionOptions): Tensor {
    return sum(this, axis, options);
  }
  prod(axis?: Axes, options?: ReductionOptions): Tensor {
    return prod(this, axis, options);
  }
  mean(axis?: Axes, options?: ReductionOptions): Tensor {
    return mean(this, axis, options);
  }
  variance(axis?: Axes, options?: VarianceOptions): Tensor {
    return variance(this, axis, options);
  }
  std(axis?: Axes, options?: VarianceOptions): Tensor {
    return std(this, axis, options);
  }
  min(axis?: Axes, options?: ReductionOptions): Tensor {
    return min(this, axis, options);
  }
  max(axis?: Axes, options?: ReductionOptions): Tensor {
    return max(this, axis, options);
  }
  argmin(axis?: number, options?: ReductionOptions): Tensor {
    return argmin(this, axis, options);
  }
  argmax(axis?: number, options?: ReductionOptions): Tensor {
    return argmax(this, axis, options);
  }
  any(axis?: Axes, options?: ReductionOptions): Tensor {
    return any(this, axis, options);
  }
  all(axis?: Axes, options?: ReductionOptions): Tensor {
    return all(this, axis, options);
  }

  // --- Products ---

  matmul(other: Tensor): Tensor {
    return matmul(this, other);
  }
  dot(other: Tensor): Tensor {
    return dot(this, other);
  }
  outer(other: Tensor): Tensor {
    return outer(this, other);
  }
  norm(axis?: Axes, options?: NormOptions): Tensor {
    return norm(this, axis, options);
  }

  // --- Shapes and parts ---

  transpose(...axes: number[]): Tensor {
    return transpose(this, ...axes);
  }
  reshape(shape: number | Shape): Tensor {
    return reshape(this, shape);
  }
  flatten(): Tensor {
    return flatten(this);
  }
  squeeze(axis?: number): Tensor {
    return squeeze(this, axis);
  }
  unsqueeze(axis: number): Tensor {
    return unsqueeze(this, axis);
  }
  broadcastTo(shape: number | Shape): Tensor {
    return broadcastTo(this, shape);
  }
  slice(...ranges: readonly SliceRange[]): Tensor {
    return slice(this, ...ranges);
  }
  at(index: number): Tensor {
    return at(this, index);
  }
  row(index: number): Tensor {
    return at(this, index);
  }
  take(indices: Tensor | ArrayLike<number>, axis?: number): Tensor {
    return take(this, indices, axis);
  }
  astype(dtype: DType): Tensor {
    return astype(this, dtype);
  }
  clone(): Tensor {
    return clone(this);
  }
}
