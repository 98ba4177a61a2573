// The elementwise kernels as the host calls them: threads share what takes long. An element's result does not depend
// on where it stands, so pieces can be cut anywhere.

import { binaryNd as binaryNdAlone, binaryRow as binaryRowAlone, binaryRows } from "./binary";
import { elementSize } from "./dtype";
import { parallelFor, taskArguments } from "./parallel";
import { unary as unaryAlone } from "./unary";

/** Elements in a piece. */
const GRAIN: usize = 16_384;
/** From so many elements on simple arithmetic takes 100 µs, mostly for memory. */
const MANY: usize = 262_144;
/** So much longer than simple arithmetic the mathematical functions take. */
const FUNCTION_COST: usize = 8;
/** The first code of a mathematical function. */
const FIRST_FUNCTION: i32 = 10;
const FIRST_BINARY_FUNCTION: i32 = 6;

@unmanaged
class Unary {
  op: i32;
  dtype: i32;
  x: usize;
  out: usize;
}

/** out[i] = f(x[i]); see unary.ts. */
export function unary(op: i32, dtype: i32, n: usize, x: usize, out: usize): void {
  if (!isMuch(n, op >= FIRST_FUNCTION)) return unaryAlone(op, dtype, n, x, out);
  const args = changetype<Unary>(taskArguments());
  args.op = op;
  args.dtype = dtype;
  args.x = x;
  args.out = out;
  parallelFor(unaryPiece, n, GRAIN);
}

function unaryPiece(begin: usize, end: usize, thread: usize, at: usize): void {
  const args = changetype<Unary>(at);
  const offset = begin * elementSize(args.dtype);
  unaryAlone(args.op, args.dtype, end - begin, args.x + offset, args.out + offset);
}

@unmanaged
class Binary {
  op: i32;
  dtype: i32;
  a: usize;
  strideA: isize;
  b: usize;
  strideB: isize;
  out: usize;
  ndim: usize;
  meta: usize;
  rowBytes: usize;
}

/** out[i] = f(a[i·strideA], b[i·strideB]); see binary.ts. */
export function binaryRow(
  op: i32,
  dtype: i32,
  n: usize,
  a: usize,
  strideA: isize,
  b: usize,
  strideB: isize,
  out: usize,
): void {
  if (!isMuch(n, op >= FIRST_BINARY_FUNCTION)) return binaryRowAlone(op, dtype, n, a, strideA, b, strideB, out);
  const args = changetype<Binary>(taskArguments());
  args.op = op;
  args.dtype = dtype;
  args.a = a;
  args.strideA = strideA;
  args.b = b;
  args.strideB = strideB;
  args.out = out;
  parallelFor(binaryPiece, n, GRAIN);
}

function binaryPiece(begin: usize, end: usize, thread: usize, at: usize): void {
  const args = changetype<Binary>(at);
  const size = elementSize(args.dtype);
  const a = args.a + begin * args.strideA * size;
  const b = args.b + begin * args.strideB * size;
  const out = args.out + begin * size;
  binaryRowAlone(args.op, args.dtype, end - begin, a, args.strideA, b, args.strideB, out);
}

/** The same over any broadcast shape; threads share the first axis. */
export function binaryNd(op: i32, dtype: i32, ndim: usize, meta: usize, a: usize, b: usize, out: usize): void {
  const rows = load<i32>(meta) as usize;
  let inRow: usize = 1;
  for (let i: usize = 1; i < ndim; i++) inRow *= load<i32>(meta + (i << 2)) as usize;
  if (ndim < 2 || !isMuch(rows * inRow, op >= FIRST_BINARY_FUNCTION)) {
    binaryNdAlone(op, dtype, ndim, meta, a, b, out);
    return;
  }
  const args = changetype<Binary>(taskArguments());
  args.op = op;
  args.dtype = dtype;
  args.a = a;
  args.b = b;
  args.out = out;
  args.ndim = ndim;
  args.meta = meta;
  args.rowBytes = inRow * elementSize(dtype);
  parallelFor(rowsPiece, rows, max<usize>(1, GRAIN / inRow));
}

function rowsPiece(begin: usize, end: usize, thread: usize, at: usize): void {
  const args = changetype<Binary>(at);
  const out = args.out + begin * args.rowBytes;
  binaryRows(args.op, args.dtype, args.ndim, args.meta, begin, end, args.a, args.b, out);
}

function isMuch(n: usize, isFunction: bool): bool {
  return n >= (isFunction ? MANY / FUNCTION_COST : MANY);
}
