// What follows a matrix product in a layer, in place.

import { finishRows } from "./gemm-finish";
import { grainOf } from "./nn-softmax";
import { parallelFor, taskArguments } from "./parallel";

@unmanaged
class Epilogue {
  double: bool;
  relu: bool;
  columns: usize;
  bias: usize;
  y: usize;
  g: usize;
  out: usize;
}

/** y += bias (0: none) row by row, then max(y, 0) if `relu`. */
export function addBias(double: bool, relu: bool, rows: usize, columns: usize, bias: usize, y: usize): void {
  const args = changetype<Epilogue>(taskArguments());
  args.double = double;
  args.relu = relu;
  args.columns = columns;
  args.bias = bias;
  args.y = y;
  parallelFor(biasTask, rows, 4 * grainOf(columns));
}

/** out = g where y > 0, else 0: the gradient through a relu that gave y. */
export function reluBackward(double: bool, n: usize, y: usize, g: usize, out: usize): void {
  const args = changetype<Epilogue>(taskArguments());
  args.double = double;
  args.y = y;
  args.g = g;
  args.out = out;
  parallelFor(reluTask, n, 32768);
}

function biasTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Epilogue>(address);
  const row = args.columns << (args.double ? 3 : 2);
  const y = args.y + begin * row;
  if (args.double) finishRows<f64>(end - begin, args.columns, y, row, args.bias, args.relu);
  else finishRows<f32>(end - begin, args.columns, y, row, args.bias, args.relu);
}

function reluTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Epilogue>(address);
  if (args.double) reluRange<f64>(begin, end, args);
  else reluRange<f32>(begin, end, args);
}

function reluRange<T>(begin: usize, end: usize, args: Epilogue): void {
  const zero = v128.splat<T>(0 as T);
  const last = end * sizeof<T>();
  let i = begin * sizeof<T>();
  for (; i + 16 <= last; i += 16) {
    v128.store(args.out + i, v128.and(v128.load(args.g + i), v128.gt<T>(v128.load(args.y + i), zero)));
  }
  for (; i < last; i += sizeof<T>()) {
    store<T>(args.out + i, load<T>(args.y + i) > (0 as T) ? load<T>(args.g + i) : (0 as T));
  }
}
