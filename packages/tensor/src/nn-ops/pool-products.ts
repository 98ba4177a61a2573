import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor } from "../factory";
import type { Tensor } from "../tensor";
import { type PoolWindows, writeWindows } from "./pool-windows";

/** The largest element of each window. The gradient goes to the first of equal ones, as in PyTorch. */
export function largestOf(input: Tensor, windows: PoolWindows): Tensor {
  const x = contiguous(input);
  const [n, channels] = x.shape as [number, number];
  const memory = heap();
  memory.begin();
  const y = emptyTensor(windows.where, [n, channels, ...windows.output], x.dtype);
  const indices = emptyTensor(windows.where, y.shape, "int32");
  const { shape, tables } = writeWindows(windows);
  const [to, toIndices] = [addressOf(y), addressOf(indices)];
  const double = x.dtype === "float64";
  memory.kernels.maxPool(double, n * channels, shape, tables, addressOf(x), to, toIndices);
  if (!needsGrad(input)) return y;
  return record(y, windows.where, [input], (g) => [scatter(g, indices, windows)], [indices]);
}

/** Zeros in the input's shape, to which each element of y is added at its index in the plane. */
function scatter(input: Tensor, indices: Tensor, windows: PoolWindows): Tensor {
  const y = contiguous(input);
  const [n, channels] = y.shape as [number, number];
  const memory = heap();
  memory.begin();
  const x = emptyTensor(windows.where, [n, channels, ...windows.input], y.dtype);
  const planes = n * channels;
  const [to, from, places] = [addressOf(x), addressOf(y), addressOf(indices)];
  const [inPlane, outPlane] = [elementsOf(windows.input), elementsOf(windows.output)];
  const double = y.dtype === "float64";
  memory.kernels.scatterPlanes(double, planes, inPlane, outPlane, to, places, from);
  if (!needsGrad(input)) return x;
  return record(x, windows.where, [input], (g) => [gather(g, indices, windows)]);
}

/** The transpose of scatter. */
function gather(input: Tensor, indices: Tensor, windows: PoolWindows): Tensor {
  const x = contiguous(input);
  const memory = heap();
  memory.begin();
  const y = emptyTensor(windows.where, indices.shape, x.dtype);
  const planes = x.shape[0]! * x.shape[1]!;
  const [to, from, places] = [addressOf(y), addressOf(x), addressOf(indices)];
  const [inPlane, outPlane] = [elementsOf(windows.input), elementsOf(windows.output)];
  const double = x.dtype === "float64";
  memory.kernels.gatherPlanes(double, planes, inPlane, outPlane, from, places, to);
  if (!needsGrad(input)) return y;
  return record(y, windows.where, [input], (g) => [scatter(g, indices, windows)]);
}

/** The mean of each window: linear, and `spreadOver` its transpose. */
export function meanOf(input: Tensor, windows: PoolWindows): Tensor {
  const x = contiguous(input);
  const [n, channels] = x.shape as [number, number];
  const memory = heap();
  memory.begin();
  const y = emptyTensor(windows.where, [n, channels, ...windows.output], x.dtype);
  const { shape, tables } = writeWindows(windows);
  const to = addressOf(y);
  const double = x.dtype === "float64";
  memory.kernels.averagePool(double, n * channels, shape, tables, addressOf(x), to);
  if (!needsGrad(input)) return y;
  return record(y, windows.where, [input], (g) => [spreadOver(g, windows)]);
}

function spreadOver(input: Tensor, windows: PoolWindows): Tensor {
  const y = contiguous(input);
  const [n, channels] = y.shape as [number, number];
  const memory = heap();
  memory.begin();
  const x = emptyTensor(windows.where, [n, channels, ...windows.input], y.dtype);
  const { shape, tables } = writeWindows(windows);
  const to = addressOf(x);
  const double = y.dtype === "float64";
  memory.kernels.averageUnpool(double, n * channels, shape, tables, to, addressOf(y));
  if (!needsGrad(input)) return x;
  return record(x, windows.where, [input], (g) => [meanOf(g, windows)]);
}

function elementsOf(lengths: readonly number[]): number {
  return lengths.reduce((a, b) => a * b, 1);
}
