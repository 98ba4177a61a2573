// Normalization of rows: layer, RMS, group and instance norm. A row holds `channels` channels of `inner` elements;
// row r belongs to group r mod `groups`, whose channels' weights stand at (r mod groups)·channels.

import { affine, combine, sumOf, sumOfProducts, sumOfSquares } from "./nn-sums";
import { parallelForIf, taskArguments } from "./parallel";
import { lanes, sumLanes } from "./simd";

/** Rows that share one partial sum of the gradients of weight and bias. */
const GRAIN: usize = 16;
/** Fewer elements are left to one thread. */
const WORTH_SHARING: usize = 65536;

@unmanaged
class Norm {
  double: bool;
  /** Without taking the mean off. */
  rms: bool;
  groups: usize;
  channels: usize;
  inner: usize;
  eps: f64;
  x: usize;
  weight: usize;
  bias: usize;
  out: usize;
  mean: usize;
  /** One over the standard deviation. */
  rstd: usize;
  g: usize;
  weightSums: usize;
  biasSums: usize;
}

/** out = (x − mean)·rstd·weight + bias row by row; keeps mean and rstd of each row. Weight and bias may be 0. */
export function normForward(
  double: bool,
  rms: bool,
  rows: usize,
  groups: usize,
  channels: usize,
  inner: usize,
  eps: f64,
  x: usize,
  weight: usize,
  bias: usize,
  out: usize,
  mean: usize,
  rstd: usize,
): void {
  const args = changetype<Norm>(taskArguments());
  args.double = double;
  args.rms = rms;
  args.groups = groups;
  args.channels = channels;
  args.inner = inner;
  args.eps = eps;
  args.x = x;
  args.weight = weight;
  args.bias = bias;
  args.out = out;
  args.mean = mean;
  args.rstd = rstd;
  parallelForIf(rows * channels * inner >= WORTH_SHARING, forwardTask, rows, GRAIN);
}

/**
 * dL/dx into `out` from dL/dy in `g`. Partial sums of the gradients of weight and bias (0: not wanted): with
 * `groups` and `inner` 1 one row of `channels` for every 16 rows, else one for each row.
 */
export function normBackward(
  double: bool,
  rms: bool,
  rows: usize,
  groups: usize,
  channels: usize,
  inner: usize,
  x: usize,
  weight: usize,
  mean: usize,
  rstd: usize,
  g: usize,
  out: usize,
  weightSums: usize,
  biasSums: usize,
): void {
  const args = changetype<Norm>(taskArguments());
  args.double = double;
  args.rms = rms;
  args.groups = groups;
  args.channels = channels;
  args.inner = inner;
  args.x = x;
  args.weight = weight;
  args.mean = mean;
  args.rstd = rstd;
  args.g = g;
  args.out = out;
  args.weightSums = weightSums;
  args.biasSums = biasSums;
  parallelForIf(rows * channels * inner >= WORTH_SHARING, backwardTask, rows, GRAIN);
}

/** Whether each element of a row has a weight of its own, the same for all rows. */
@inline
function isRowwise(args: Norm): bool {
  return args.inner == 1 && args.groups == 1;
}

function forwardTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Norm>(address);
  if (args.double) forwardRows<f64>(begin, end, args);
  else forwardRows<f32>(begin, end, args);
}

function forwardRows<T>(begin: usize, end: usize, args: Norm): void {
  const length = args.channels * args.inner;
  for (let i = begin; i < end; i++) {
    const x = args.x + i * length * sizeof<T>();
    const out = args.out + i * length * sizeof<T>();
    const mean = args.rms ? (0 as T) : ((sumOf<T>(length, x) / (length as f64)) as T);
    const variance = sumOfSquares<T>(length, x, mean) / (length as f64);
    const rstd = (1 / Math.sqrt(variance + args.eps)) as T;
    store<T>(args.mean + i * sizeof<T>(), mean);
    store<T>(args.rstd + i * sizeof<T>(), rstd);
    const first = (i % args.groups) * args.channels * sizeof<T>();
    const weight = args.weight == 0 ? 0 : args.weight + first;
    const bias = args.bias == 0 ? 0 : args.bias + first;
    if (isRowwise(args)) scaleRow<T>(length, x, mean, rstd, weight, bias, out);
    else scaleChannels<T>(args.channels, args.inner, x, mean, rstd, weight, bias, out);
  }
}

function scaleRow<T>(n: usize, x: usize, mean: T, rstd: T, weight: usize, bias: usize, out: usize): void {
  const offset = v128.splat<T>(mean);
  const factor = v128.splat<T>(rstd);
  const bytes = n * sizeof<T>();
  const whole = bytes & ~15;
  for (let k: usize = 0; k < whole; k += 16) {
    let y = v128.mul<T>(v128.sub<T>(v128.load(x + k), offset), factor);
    if (weight != 0) y = v128.mul<T>(y, v128.load(weight + k));
    if (bias != 0) y = v128.add<T>(y, v128.load(bias + k));
    v128.store(out + k, y);
  }
  for (let k = whole; k < bytes; k += sizeof<T>()) {
    const w = weight == 0 ? (1 as T) : load<T>(weight + k);
    const b = bias == 0 ? (0 as T) : load<T>(bias + k);
    store<T>(out + k, ((load<T>(x + k) - mean) * rstd * w + b) as T);
  }
}

function scaleChannels<T>(
  channels: usize,
  inner: usize,
  x: usize,
  mean: T,
  rstd: T,
  weight: usize,
  bias: usize,
  out: usize,
): void {
  for (let c: usize = 0; c < channels; c++) {
    const at = c * sizeof<T>();
    const a = weight == 0 ? rstd : ((rstd * load<T>(weight + at)) as T);
    const b = bias == 0 ? (0 as T) : load<T>(bias + at);
    const from = c * inner * sizeof<T>();
    affine<T>(inner, x + from, a, (b - mean * a) as T, out + from);
  }
}

function backwardTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Norm>(address);
  if (args.double) backwardRows<f64>(begin, end, args);
  else backwardRows<f32>(begin, end, args);
}

function backwardRows<T>(begin: usize, end: usize, args: Norm): void {
  const length = args.channels * args.inner;
  for (let i = begin; i < end; i++) {
    if (isRowwise(args)) {
      if (i % GRAIN == 0) clearSums<T>(i / GRAIN, args);
      rowGradient<T>(i, length, args);
    } else {
      channelsGradient<T>(i, length, args);
    }
  }
}

function clearSums<T>(block: usize, args: Norm): void {
  const bytes = args.channels * sizeof<T>();
  if (args.weightSums != 0) memory.fill(args.weightSums + block * bytes, 0, bytes);
  if (args.biasSums != 0) memory.fill(args.biasSums + block * bytes, 0, bytes);
}

/** dx = rstd·(h − mean(h) − x̂·mean(h·x̂)), where h = g·weight and x̂ = (x − mean)·rstd. */
function rowGradient<T>(i: usize, n: usize, args: Norm): void {
  const bytes = n * sizeof<T>();
  const whole = bytes & ~15;
  const x = args.x + i * bytes;
  const g = args.g + i * bytes;
  const out = args.out + i * bytes;
  const mean = load<T>(args.mean + i * sizeof<T>());
  const rstd = load<T>(args.rstd + i * sizeof<T>());
  const offset = v128.splat<T>(mean);
  const factor = v128.splat<T>(rstd);
  const weight = args.weight;
  const sumsAt = (i / GRAIN) * bytes;
  let sums = v128.splat<T>(0 as T);
  let products = sums;
  for (let k: usize = 0; k < whole; k += 16) {
    const gk = v128.load(g + k);
    const normal = v128.mul<T>(v128.sub<T>(v128.load(x + k), offset), factor);
    const gx = v128.mul<T>(gk, normal);
    const h = weight == 0 ? gk : v128.mul<T>(gk, v128.load(weight + k));
    sums = v128.add<T>(sums, h);
    products = v128.add<T>(products, v128.mul<T>(h, normal));
    if (args.weightSums != 0) {
      const to = args.weightSums + sumsAt + k;
      v128.store(to, v128.add<T>(v128.load(to), gx));
    }
    if (args.biasSums != 0) {
      const to = args.biasSums + sumsAt + k;
      v128.store(to, v128.add<T>(v128.load(to), gk));
    }
  }
  let sum = sumLanes<T>(sums);
  let product = sumLanes<T>(products);
  for (let k = whole; k < bytes; k += sizeof<T>()) {
    const gk = load<T>(g + k);
    const normal = ((load<T>(x + k) - mean) * rstd) as T;
    const h = weight == 0 ? gk : ((gk * load<T>(weight + k)) as T);
    sum = (sum + h) as T;
    product = (product + h * normal) as T;
    if (args.weightSums != 0) addAt<T>(args.weightSums + sumsAt + k, (gk * normal) as T);
    if (args.biasSums != 0) addAt<T>(args.biasSums + sumsAt + k, gk);
  }
  const a = args.rms ? (0 as T) : ((sum / (n as T)) as T);
  const b = (product / (n as T)) as T;
  const va = v128.splat<T>(a);
  const vb = v128.splat<T>(b);
  for (let k: usize = 0; k < whole; k += 16) {
    const gk = v128.load(g + k);
    const normal = v128.mul<T>(v128.sub<T>(v128.load(x + k), offset), factor);
    const h = weight == 0 ? gk : v128.mul<T>(gk, v128.load(weight + k));
    v128.store(out + k, v128.mul<T>(factor, v128.sub<T>(v128.sub<T>(h, va), v128.mul<T>(normal, vb))));
  }
  for (let k = whole; k < bytes; k += sizeof<T>()) {
    const normal = ((load<T>(x + k) - mean) * rstd) as T;
    const h = weight == 0 ? load<T>(g + k) : ((load<T>(g + k) * load<T>(weight + k)) as T);
    store<T>(out + k, (rstd * (h - a - normal * b)) as T);
  }
}

@inline
function addAt<T>(to: usize, value: T): void {
  store<T>(to, (load<T>(to) + value) as T);
}

function channelsGradient<T>(i: usize, length: usize, args: Norm): void {
  const inner = args.inner;
  const channels = args.channels;
  const x = args.x + i * length * sizeof<T>();
  const g = args.g + i * length * sizeof<T>();
  const out = args.out + i * length * sizeof<T>();
  const mean = load<T>(args.mean + i * sizeof<T>());
  const rstd = load<T>(args.rstd + i * sizeof<T>()) as f64;
  const weight = args.weight == 0 ? 0 : args.weight + (i % args.groups) * channels * sizeof<T>();
  let sum: f64 = 0;
  let product: f64 = 0;
  for (let c: usize = 0; c < channels; c++) {
    const from = c * inner * sizeof<T>();
    const w = weight == 0 ? 1 : (load<T>(weight + c * sizeof<T>()) as f64);
    const sg = sumOf<T>(inner, g + from);
    const sgx = sumOfProducts<T>(inner, g + from, x + from, mean) * rstd;
    sum += w * sg;
    product += w * sgx;
    const to = (i * channels + c) * sizeof<T>();
    if (args.weightSums != 0) store<T>(args.weightSums + to, sgx as T);
    if (args.biasSums != 0) store<T>(args.biasSums + to, sg as T);
  }
  const a = args.rms ? 0 : sum / (length as f64);
  // dx = g·(rstd·w) + x·β + γ with β = −rstd²·b and γ = −rstd·a − mean·β
  const beta = -rstd * rstd * (product / (length as f64));
  const gamma = -rstd * a - (mean as f64) * beta;
  for (let c: usize = 0; c < channels; c++) {
    const from = c * inner * sizeof<T>();
    const w = weight == 0 ? 1 : (load<T>(weight + c * sizeof<T>()) as f64);
    combine<T>(inner, g + from, (rstd * w) as T, x + from, beta as T, gamma as T, out + from);
  }
}
