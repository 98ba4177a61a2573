// Batch normalization of x of shape (batch, channels, inner): statistics of each channel over batch and inner.

import { affine, combine, sumOf, sumOfProducts, sumOfSquares } from "./nn-sums";
import { parallelFor, taskArguments } from "./parallel";

@unmanaged
class BatchNorm {
  double: bool;
  batch: usize;
  channels: usize;
  inner: usize;
  eps: f64;
  x: usize;
  weight: usize;
  bias: usize;
  out: usize;
  mean: usize;
  variance: usize;
  g: usize;
  weightGradient: usize;
  biasGradient: usize;
}

/** out = (x − mean) / √(variance + eps)·weight + bias; writes each channel's mean and (biased) variance. */
export function batchNormForward(
  double: bool,
  batch: usize,
  channels: usize,
  inner: usize,
  eps: f64,
  x: usize,
  weight: usize,
  bias: usize,
  out: usize,
  mean: usize,
  variance: usize,
): void {
  const args = changetype<BatchNorm>(taskArguments());
  args.double = double;
  args.batch = batch;
  args.channels = channels;
  args.inner = inner;
  args.eps = eps;
  args.x = x;
  args.weight = weight;
  args.bias = bias;
  args.out = out;
  args.mean = mean;
  args.variance = variance;
  parallelFor(forwardTask, channels, grainOf(batch * inner));
}

/** dL/dx, dL/dweight and dL/dbias from dL/dy in `g`. */
export function batchNormBackward(
  double: bool,
  batch: usize,
  channels: usize,
  inner: usize,
  eps: f64,
  x: usize,
  weight: usize,
  mean: usize,
  variance: usize,
  g: usize,
  out: usize,
  weightGradient: usize,
  biasGradient: usize,
): void {
  const args = changetype<BatchNorm>(taskArguments());
  args.double = double;
  args.batch = batch;
  args.channels = channels;
  args.inner = inner;
  args.eps = eps;
  args.x = x;
  args.weight = weight;
  args.mean = mean;
  args.variance = variance;
  args.g = g;
  args.out = out;
  args.weightGradient = weightGradient;
  args.biasGradient = biasGradient;
  parallelFor(backwardTask, channels, grainOf(batch * inner));
}

function grainOf(perChannel: usize): usize {
  return max<usize>(1, 8192 / max<usize>(1, perChannel));
}

function forwardTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<BatchNorm>(address);
  if (args.double) forwardChannels<f64>(begin, end, args);
  else forwardChannels<f32>(begin, end, args);
}

function forwardChannels<T>(begin: usize, end: usize, args: BatchNorm): void {
  const inner = args.inner;
  const step = args.channels * inner * sizeof<T>();
  const count = (args.batch * inner) as f64;
  for (let c = begin; c < end; c++) {
    const first = c * inner * sizeof<T>();
    const at = c * sizeof<T>();
    let sum: f64 = 0;
    for (let n: usize = 0; n < args.batch; n++) sum += sumOf<T>(inner, args.x + first + n * step);
    const mean = (sum / count) as T;
    let squares: f64 = 0;
    for (let n: usize = 0; n < args.batch; n++) squares += sumOfSquares<T>(inner, args.x + first + n * step, mean);
    const variance = squares / count;
    store<T>(args.mean + at, mean);
    store<T>(args.variance + at, variance as T);
    const w = args.weight == 0 ? 1 : (load<T>(args.weight + at) as f64);
    const a = (w / Math.sqrt(variance + args.eps)) as T;
    const b = ((args.bias == 0 ? (0 as T) : load<T>(args.bias + at)) - mean * a) as T;
    for (let n: usize = 0; n < args.batch; n++) {
      affine<T>(inner, args.x + first + n * step, a, b, args.out + first + n * step);
    }
  }
}

function backwardTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<BatchNorm>(address);
  if (args.double) backwardChannels<f64>(begin, end, args);
  else backwardChannels<f32>(begin, end, args);
}

/** dx = weight·rstd·(g − mean(g) − x̂·mean(g·x̂)) */
function backwardChannels<T>(begin: usize, end: usize, args: BatchNorm): void {
  const inner = args.inner;
  const step = args.channels * inner * sizeof<T>();
  const count = (args.batch * inner) as f64;
  for (let c = begin; c < end; c++) {
    const first = c * inner * sizeof<T>();
    const at = c * sizeof<T>();
    const mean = load<T>(args.mean + at);
    const rstd = 1 / Math.sqrt((load<T>(args.variance + at) as f64) + args.eps);
    let sg: f64 = 0;
    let sgx: f64 = 0;
    for (let n: usize = 0; n < args.batch; n++) {
      const from = first + n * step;
      sg += sumOf<T>(inner, args.g + from);
      sgx += sumOfProducts<T>(inner, args.g + from, args.x + from, mean);
    }
    store<T>(args.weightGradient + at, (sgx * rstd) as T);
    store<T>(args.biasGradient + at, sg as T);
    const a = (args.weight == 0 ? 1 : (load<T>(args.weight + at) as f64)) * rstd;
    const b = (-a * rstd * rstd * sgx) / count;
    const shift = (-a * sg) / count - (mean as f64) * b;
    for (let n: usize = 0; n < args.batch; n++) {
      const from = first + n * step;
      combine<T>(inner, args.g + from, a as T, args.x + from, b as T, shift as T, args.out + from);
    }
  }
}
