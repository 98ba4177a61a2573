import { DTypeError } from "@gradus/core";
import { heap, type UnaryKernel } from "@gradus/kernels";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import { type DType, dtypeCode, floatingType, isFloating } from "../dtype";
import { addressOf, contiguous, emptyTensor } from "../factory";
import type { Tensor } from "../tensor";
import { asTensor, castTo } from "./convert";

/** The gradient of the loss with respect to x, from that with respect to the output y. */
export type UnaryGradient = (gradOutput: Tensor, x: Tensor, y: Tensor) => Tensor;

interface UnaryRule {
  readonly name: string;
  /** Written with tensor operations, so that it is differentiable itself. */
  readonly backward: UnaryGradient;
}

/** An elementwise operation of one argument. */
export type UnaryOp = UnaryRule &
  (
    | {
        /** A kernel of the WebAssembly module. Where it exists for int32, `integers` keeps that type. */
        readonly kernel: UnaryKernel;
        readonly integers?: boolean;
      }
    | {
        /** Or other tensor operations; their gradients are not used. */
        readonly forward: (x: Tensor) => Tensor;
      }
  );

/**
 * A differentiable function of one tensor, elementwise. Integers and bools become float64 first, unless the
 * operation keeps integers.
 */
export function defineUnaryOp(op: UnaryOp): (x: Tensor | number) => Tensor {
  const { name, backward } = op;
  const integers = "kernel" in op && op.integers === true;
  const forward = "kernel" in op ? kernelForward(name, op.kernel) : composedForward(op.forward);
  return (value) => {
    const x = asTensor(value);
    const dtype = unaryType(name, x.dtype, integers);
    const input = x.dtype === dtype ? x : castTo(x, dtype);
    const y = forward(input);
    if (!needsGrad(x)) return y;
    return record(y, name, [x], (gradOutput) => [backward(gradOutput, x, y)]);
  };
}

function unaryType(name: string, dtype: DType, integers: boolean): DType {
  if (isFloating(dtype)) return dtype;
  if (!integers) return floatingType(dtype);
  if (dtype === "bool") {
    throw new DTypeError(`${name}: expected numbers, got bool; use astype("int32") first`);
  }
  return dtype;
}

function kernelForward(name: string, kernel: UnaryKernel): (x: Tensor) => Tensor {
  return (value) => {
    const x = contiguous(value);
    const memory = heap();
    memory.begin();
    const out = emptyTensor(name, x.shape, x.dtype);
    const target = addressOf(out);
    memory.kernels.unary(kernel, dtypeCode(x.dtype), x.size, addressOf(x), target);
    return out;
  };
}

function composedForward(forward: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  return (x) => privately(() => forward(x));
}
