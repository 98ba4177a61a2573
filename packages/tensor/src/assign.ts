import { ShapeError } from "@gradus/core";
import { GradientError } from "./autograd/gradient-error";
import { isRecording } from "./autograd/tape";
import { checkFits, type DType } from "./dtype";
import { copyOf, copyStrided, isTensor, scalarTensor } from "./factory";
import { castTo } from "./ops/convert";
import type { Operand } from "./ops/define-binary";
import { broadcastTo } from "./ops/views";
import { broadcastShapes, sameShape, shapeText } from "./shape";
import type { Tensor } from "./tensor";

/**
 * Overwrites the values of `target` (and of all its views) in place; everything else in this package makes
 * new tensors. For updating parameters: `noGrad(() => w.assign(w.sub(w.grad!.mul(learningRate))))`.
 *
 * A graph that used the old values refuses to compute gradients afterwards, since they would be wrong.
 *
 * @throws ShapeError unless the values broadcast to the target's shape; GradientError while recording, if
 * the target or the values require gradients; ValueError for a number that the target's type cannot hold.
 * @example
 * ```ts
 * const w = tensor([1, 2]);
 * assign(w, 5).toArray(); // [5, 5]
 * ```
 */
export function assign(target: Tensor, values: Operand): Tensor {
  if (isRecording() && (target.requiresGrad || (isTensor(values) && values.requiresGrad))) {
    throw new GradientError(
      "assign: expected to run inside noGrad(() => …), got a tensor that requires gradients while recording",
    );
  }
  const source = isTensor(values) ? castTo(values, target.dtype) : number(values, target.dtype);
  if (!sameShape(broadcastShapes("assign", source.shape, target.shape), target.shape)) {
    throw new ShapeError(
      `assign: expected values that broadcast to ${shapeText(target.shape)}, got ${shapeText(source.shape)}`,
    );
  }
  // Values that are a view of the target itself are copied first.
  const safe = source.storage === target.storage ? copyOf(source) : source;
  copyStrided(broadcastTo(safe.detach(), target.shape), target);
  target.storage.version += 1;
  return target;
}

function number(value: number, dtype: DType): Tensor {
  checkFits("assign", dtype, value);
  return scalarTensor(value, dtype);
}
