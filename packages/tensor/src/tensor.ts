import { type DisplayData, displaySymbol, ShapeError } from "@gradus/core";
import { heap, type Storage } from "@gradus/kernels";
import { assign } from "./assign";
import { type BackwardOptions, backward } from "./autograd/backward";
import { GradientError } from "./autograd/gradient-error";
import { type GradientHook, registerHook, retainGrad } from "./autograd/hooks";
import type { GraphNode } from "./autograd/tape";
import { type DType, isFloating, type TypedArray } from "./dtype";
import { registerTensorClass, viewOf } from "./factory";
import { formatTensor } from "./format/tensor-text";
import { ShapeMethods } from "./methods/shapes";
import type { Operand } from "./ops/define-binary";
import { elements, itemOf, type NestedArray, nested } from "./read";
import { contiguousStrides, type Shape, sizeOf } from "./shape";

/** As many as the kernels' parameter area has room for, rounded down. */
const MOST_AXES = 64;
const DROPPED = "Tensor: expected a gradient that is still there, got one that was dropped";

/**
 * An n-dimensional array of numbers of one type, with NumPy's rules for shapes and types, that can record how
 * it was computed and so give gradients. Make one with `tensor`, `zeros`, `arange`, …
 *
 * Its values never change (`assign` excepted); reshaping, transposing and slicing give views that share them.
 * Every method is also a function of the same name, where it is described in full.
 *
 * @roadmap DAT-001
 * @example
 * ```ts
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.mul(w).sum().backward();
 * w.grad!.toArray(); // [2, 4]
 * ```
 */
export class Tensor extends ShapeMethods {
  static {
    registerTensorClass(Tensor);
  }

  readonly shape: Shape;
  readonly dtype: DType;
  /** How many elements there are. */
  readonly size: number;
  /** Whether the elements lie one after the other, row by row. */
  readonly contiguous: boolean;
  /** The memory behind this tensor and its views. */
  readonly storage: Storage;
  /** Where in the storage the first element stands. */
  readonly offset: number;
  #strides: readonly number[] | undefined;
  #node: GraphNode | undefined = undefined;
  #requiresGrad = false;
  #grad: Tensor | undefined = undefined;
  /** Whether nobody has seen `#grad` yet, so that its memory is free when it is dropped. */
  #gradUnseen = false;

  /** For the library's own use: `tensor` and its kin make tensors. */
  constructor(
    storage: Storage,
    shape: Shape,
    dtype: DType,
    strides: readonly number[] | undefined,
    offset: number,
  ) {
    super();
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

  /** As NumPy prints arrays, the middle left out when large, and a last line with shape and dtype. */
  override toString(): string {
    return formatTensor(this);
  }

  [displaySymbol](): DisplayData {
    return { kind: "text", text: this.toString() };
  }

  // --- Gradients ---

  /** After `backward`, the gradient of the loss with respect to this tensor, if it is a leaf of the graph. */
  get grad(): Tensor | undefined {
    this.#gradUnseen = false;
    return this.#grad;
  }

  set grad(gradient: Tensor | undefined) {
    this.keepGrad(gradient, false);
  }

  /** For the library's own use, which does not hold it: the gradient. */
  peekGrad(): Tensor | undefined {
    return this.#grad;
  }

  /** For the library's own use: sets the gradient, and notes whether nobody else can hold it. */
  keepGrad(gradient: Tensor | undefined, unseen: boolean): void {
    if (this.#gradUnseen && gradient !== this.#grad) heap().release(this.#grad!.storage, DROPPED);
    this.#grad = gradient;
    this.#gradUnseen = unseen;
  }

  /** Computes the gradients of this tensor (a loss: one element) with respect to the leaves. See `backward`. */
  backward(options?: BackwardOptions): void {
    backward(this, options);
  }

  /** Calls `hook` with each gradient that reaches this tensor. See `registerHook`. */
  registerHook(hook: GradientHook): () => void {
    return registerHook(this, hook);
  }

  /** Lets `backward` store the gradient of this intermediate result too. See `retainGrad`. */
  retainGrad(): Tensor {
    return retainGrad(this);
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
}
