import { DTypeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { dtypeSize } from "../dtype";
import { addressOf, contiguous, emptyTensor, isTensor, scalarTensor } from "../factory";
import { broadcastShapes } from "../shape";
import type { Tensor } from "../tensor";
import { astype, castTo } from "./convert";
import { commonType, type Operand } from "./define-binary";
import { sumTo } from "./sum-to";

/**
 * a where the condition is true, else b, elementwise; the three are broadcast. Differentiable in a and b.
 *
 * @param condition a bool tensor
 * @throws DTypeError if the condition is not bool; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * const x = tensor([-1, 2]);
 * where(x.greater(0), x, 0).toArray(); // [0, 2]
 * ```
 */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  if (!isTensor(condition) || condition.dtype !== "bool") {
    const got = isTensor(condition) ? condition.dtype : typeof condition;
    throw new DTypeError(`where: expected a bool tensor as condition, got ${got}`);
  }
  const dtype = commonType("where", a, b);
  const left = isTensor(a) ? castTo(a, dtype) : scalarTensor(a, dtype);
  const right = isTensor(b) ? castTo(b, dtype) : scalarTensor(b, dtype);
  const values = broadcastShapes("where", left.shape, right.shape);
  const shape = broadcastShapes("where", condition.shape, values);
  const y = select(
    contiguous(condition.detach().broadcastTo(shape)),
    contiguous(left.detach().broadcastTo(shape)),
    contiguous(right.detach().broadcastTo(shape)),
  );
  const inputs = [a, b].filter((x): x is Tensor => isTensor(x) && needsGrad(x));
  if (inputs.length === 0) return y;
  return record(y, "where", inputs, (gradOutput) =>
    inputs.map((x) => {
      const [chosen, other] = x === a ? [gradOutput, 0] : [0, gradOutput];
      const both = a === b ? gradOutput.mul(0.5) : where(condition, chosen, other);
      return astype(sumTo(both, x.shape), x.dtype);
    }),
  );
}

function select(condition: Tensor, a: Tensor, b: Tensor): Tensor {
  const memory = heap();
  memory.begin();
  const out = emptyTensor("where", a.shape, a.dtype);
  const to = addressOf(out);
  const mask = addressOf(condition);
  const left = addressOf(a);
  memory.kernels.select(dtypeSize(a.dtype), a.size, mask, left, addressOf(b), to);
  return out;
}
