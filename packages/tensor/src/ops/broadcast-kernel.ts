import { heap } from "@gradus/kernels";
import { type DType, dtypeCode } from "../dtype";
import { addressOf, collapse, contiguous, emptyTensor, writeMeta, writeNumber } from "../factory";
import { broadcastShapes, broadcastStrides, sameShape } from "../shape";
import type { Tensor } from "../tensor";

type RowKernel = "binaryRow" | "compareRow";

/** Elements between two 16-byte places in the heap's parameter area: one for each number operand. */
const NUMBER_BYTES = 16;

/**
 * Runs a kernel of two operands, each a tensor of type `dtype` or a number, over their broadcast shape.
 * The result has no history.
 */
export function broadcastKernel(
  name: string,
  family: "binary" | "compare",
  code: number,
  a: Tensor | number,
  b: Tensor | number,
  dtype: DType,
  outType: DType,
): Tensor {
  const row: RowKernel = family === "binary" ? "binaryRow" : "compareRow";
  if (typeof a === "number" || typeof b === "number") {
    return withNumber(name, row, code, a, b, dtype, outType);
  }
  const memory = heap();
  if (a.contiguous && b.contiguous && sameShape(a.shape, b.shape)) {
    memory.begin();
    const out = emptyTensor(name, a.shape, outType);
    const to = addressOf(out);
    const left = addressOf(a);
    memory.kernels[row](code, dtypeCode(dtype), a.size, left, 1, addressOf(b), 1, to);
    return out;
  }
  const shape = broadcastShapes(name, a.shape, b.shape);
  memory.begin();
  const out = emptyTensor(name, shape, outType);
  if (out.size === 0) return out;
  const [axes, [stridesA, stridesB]] = collapse(shape, [
    broadcastStrides(a.shape, a.strides, shape),
    broadcastStrides(b.shape, b.strides, shape),
  ]);
  const to = addressOf(out);
  const left = addressOf(a);
  const right = addressOf(b);
  const meta = writeMeta(axes, stridesA!, stridesB!);
  const nested = family === "binary" ? "binaryNd" : "compareNd";
  memory.kernels[nested](code, dtypeCode(dtype), axes.length, meta, left, right, to);
  return out;
}

function withNumber(
  name: string,
  row: RowKernel,
  code: number,
  first: Tensor | number,
  second: Tensor | number,
  dtype: DType,
  outType: DType,
): Tensor {
  const a = typeof first === "number" ? first : contiguous(first);
  const b = typeof second === "number" ? second : contiguous(second);
  const memory = heap();
  memory.begin();
  const shape = typeof a === "number" ? (typeof b === "number" ? [] : b.shape) : a.shape;
  const out = emptyTensor(name, shape, outType);
  const to = addressOf(out);
  const left = typeof a === "number" ? putNumber(a, 0, dtype) : addressOf(a);
  const right = typeof b === "number" ? putNumber(b, NUMBER_BYTES, dtype) : addressOf(b);
  const stepA = typeof a === "number" ? 0 : 1;
  const stepB = typeof b === "number" ? 0 : 1;
  memory.kernels[row](code, dtypeCode(dtype), out.size, left, stepA, right, stepB, to);
  return out;
}

function putNumber(value: number, at: number, dtype: DType): number {
  const pointer = heap().meta + at;
  writeNumber(pointer, dtype, value);
  return pointer;
}
