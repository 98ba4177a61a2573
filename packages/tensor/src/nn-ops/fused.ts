import { DTypeError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { gradients } from "../autograd/backward";
import { isRecording, needsGrad, record } from "../autograd/tape";
import { checkFloating } from "../dtype";
import { isTensor, viewOf } from "../factory";
import { type Shape, sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";

const NOT_KEPT =
  "Tensor: expected a tensor, got what an operation keeps for gradients that nobody wants";

/** How a fused kernel passes gradients on. */
export interface FusedRule {
  readonly name: string;
  readonly inputs: readonly Tensor[];
  /** The gradients by a fused kernel, one for each input, undefined where none is needed. */
  readonly backward: (gradOutput: Tensor) => readonly (Tensor | undefined)[];
  /** The same function of the same inputs by differentiable operations: what gradients of gradients go through. */
  readonly composed: (...inputs: Tensor[]) => Tensor;
  /** Fresh tensors that only `backward` needs. */
  readonly saved?: readonly Tensor[];
}

/**
 * Notes how a fused kernel made `output`. Where the gradient is itself recorded (`createGraph`) it goes through
 * the composed form, so that it can be differentiated again; else through the fused one.
 */
export function recordFused(output: Tensor, rule: FusedRule): Tensor {
  const { name, inputs, backward, composed, saved } = rule;
  if (!inputs.some((x) => needsGrad(x))) {
    for (const { storage } of saved ?? []) heap().release(storage, NOT_KEPT);
    return output;
  }
  const pass = (gradOutput: Tensor) =>
    isRecording() ? composedGradients(composed, inputs, gradOutput) : backward(gradOutput);
  return record(output, name, inputs, pass, saved);
}

/** The gradients of f at the inputs, recorded themselves. */
export function composedGradients(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  gradOutput: Tensor,
): (Tensor | undefined)[] {
  // Views through which no gradient passes for now: the search ends at them. Later ones pass, to the inputs.
  let closed = true;
  const doors = inputs.map((x) => {
    if (!x.requiresGrad) return x;
    const view = viewOf(x, x.shape, x.contiguous ? undefined : x.strides);
    return record(view, "view", [x], (g) => [closed ? undefined : g]);
  });
  const wanted = doors.filter((x) => x.requiresGrad);
  const found = gradients(f(...doors), wanted, { gradOutput, createGraph: true });
  closed = false;
  let next = 0;
  return doors.map((x) => (x.requiresGrad ? found[next++] : undefined));
}

/** @throws DTypeError unless x is a floating tensor. */
export function checkFloatingTensor(where: string, name: string, x: Tensor): void {
  if (!isTensor(x)) throw new DTypeError(`${where}: ${name} must be a tensor, got ${typeof x}`);
  checkFloating(`${where}: ${name}`, x.dtype);
}

/** @throws DTypeError unless `other` is a tensor of x's dtype. */
export function checkSameType(where: string, x: Tensor, name: string, other: Tensor): void {
  if (!isTensor(other)) {
    throw new DTypeError(`${where}: ${name} must be a tensor, got ${typeof other}`);
  }
  if (other.dtype !== x.dtype) {
    throw new DTypeError(
      `${where}: expected ${name} of dtype ${x.dtype} like the input, got ${other.dtype}; use astype`,
    );
  }
}

/** @throws ShapeError unless x has that shape. */
export function checkShapeIs(where: string, name: string, x: Tensor, shape: Shape): void {
  if (sameShape(x.shape, shape)) return;
  throw new ShapeError(
    `${where}: expected ${name} of shape ${shapeText(shape)}, got ${shapeText(x.shape)}`,
  );
}

/** x with one axis moved to the end, the others in order. A view. */
export function axisLast(x: Tensor, axis: number): Tensor {
  if (axis === x.ndim - 1) return x;
  const others = x.shape.map((_, i) => i).filter((i) => i !== axis);
  return x.transpose(...others, axis);
}

/** The reverse of `axisLast`. */
export function axisBack(x: Tensor, axis: number): Tensor {
  if (axis === x.ndim - 1) return x;
  const order = x.shape.map((_, i) => (i < axis ? i : i === axis ? x.ndim - 1 : i - 1));
  return x.transpose(...order);
}
