// Softmax, log-softmax and cross-entropy along contiguous rows.

import { parallelFor, taskArguments } from "./parallel";
import { lanes, sumLanes } from "./simd";
import { expNonPositive, largestLane, loadSome, storeSome } from "./vector-math";

/** Elements in a piece of work. */
const PIECE: usize = 8192;

@unmanaged
class Rows {
  double: bool;
  logarithm: bool;
  length: usize;
  x: usize;
  g: usize;
  out: usize;
}

/** out = softmax of each row of x, or its logarithm. */
export function softmaxForward(double: bool, logarithm: bool, rows: usize, length: usize, x: usize, out: usize): void {
  const args = changetype<Rows>(taskArguments());
  args.double = double;
  args.logarithm = logarithm;
  args.length = length;
  args.x = x;
  args.out = out;
  parallelFor(forwardTask, rows, grainOf(length));
}

/** From y = softmax (or its logarithm) and dL/dy: dL/dx. */
export function softmaxBackward(
  double: bool,
  logarithm: bool,
  rows: usize,
  length: usize,
  y: usize,
  g: usize,
  out: usize,
): void {
  const args = changetype<Rows>(taskArguments());
  args.double = double;
  args.logarithm = logarithm;
  args.length = length;
  args.x = y;
  args.g = g;
  args.out = out;
  parallelFor(backwardTask, rows, grainOf(length));
}

/** How many rows make a piece of work. */
export function grainOf(length: usize): usize {
  return max<usize>(1, PIECE / max<usize>(1, length));
}

function forwardTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Rows>(address);
  if (args.double) forwardRows<f64>(begin, end, args);
  else forwardRows<f32>(begin, end, args);
}

function forwardRows<T>(begin: usize, end: usize, args: Rows): void {
  const n = args.length;
  const step = n * sizeof<T>();
  for (let i = begin; i < end; i++) {
    const x = args.x + i * step;
    const out = args.out + i * step;
    const top = largest<T>(n, x);
    if (args.logarithm) {
      const lse = (top + logarithmOf<T>(sumOfExponentials<T>(n, x, top))) as T;
      shift<T>(n, x, lse, out);
    } else {
      divide<T>(n, out, exponentials<T>(n, x, top, out));
    }
  }
}

function backwardTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Rows>(address);
  if (args.double) backwardRows<f64>(begin, end, args);
  else backwardRows<f32>(begin, end, args);
}

function backwardRows<T>(begin: usize, end: usize, args: Rows): void {
  const n = args.length;
  const step = n * sizeof<T>();
  for (let i = begin; i < end; i++) {
    const y = args.x + i * step;
    const g = args.g + i * step;
    const out = args.out + i * step;
    if (args.logarithm) logGradient<T>(n, y, g, out);
    else gradient<T>(n, y, g, out);
  }
}

/** dx = y·(g − Σ g·y) */
function gradient<T>(n: usize, y: usize, g: usize, out: usize): void {
  let sums = v128.splat<T>(0 as T);
  const whole = n - (n % lanes<T>());
  const bytes = whole * sizeof<T>();
  for (let k: usize = 0; k < bytes; k += 16) {
    sums = v128.add<T>(sums, v128.mul<T>(v128.load(y + k), v128.load(g + k)));
  }
  let total = sumLanes<T>(sums);
  for (let k = bytes; k < n * sizeof<T>(); k += sizeof<T>()) total = (total + load<T>(y + k) * load<T>(g + k)) as T;
  const mean = v128.splat<T>(total);
  for (let k: usize = 0; k < bytes; k += 16) {
    v128.store(out + k, v128.mul<T>(v128.load(y + k), v128.sub<T>(v128.load(g + k), mean)));
  }
  for (let k = bytes; k < n * sizeof<T>(); k += sizeof<T>()) {
    store<T>(out + k, (load<T>(y + k) * (load<T>(g + k) - total)) as T);
  }
}

/** dx = g − eʸ·Σ g */
function logGradient<T>(n: usize, y: usize, g: usize, out: usize): void {
  let sums = v128.splat<T>(0 as T);
  const whole = n - (n % lanes<T>());
  const bytes = whole * sizeof<T>();
  const left = n - whole;
  for (let k: usize = 0; k < bytes; k += 16) sums = v128.add<T>(sums, v128.load(g + k));
  sums = v128.add<T>(sums, loadSome<T>(g + bytes, left, 0 as T));
  const total = v128.splat<T>(sumLanes<T>(sums));
  for (let k: usize = 0; k < bytes; k += 16) {
    const p = expNonPositive<T>(v128.load(y + k));
    v128.store(out + k, v128.sub<T>(v128.load(g + k), v128.mul<T>(p, total)));
  }
  const p = expNonPositive<T>(loadSome<T>(y + bytes, left, 0 as T));
  storeSome<T>(out + bytes, left, v128.sub<T>(loadSome<T>(g + bytes, left, 0 as T), v128.mul<T>(p, total)));
}

/** The largest of n numbers; NaN if one is. */
export function largest<T>(n: usize, x: usize): T {
  const lowest = (-Infinity) as T;
  let top = v128.splat<T>(lowest);
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / lanes<T>()) << 4); x < whole; x += 16) top = v128.max<T>(top, v128.load(x));
  return largestLane<T>(v128.max<T>(top, loadSome<T>(x, (end - x) / sizeof<T>(), lowest)));
}

/** out = e^(x − top). @returns their sum */
export function exponentials<T>(n: usize, x: usize, top: T, out: usize): T {
  const offset = v128.splat<T>(top);
  let sums = v128.splat<T>(0 as T);
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / lanes<T>()) << 4); x < whole; x += 16, out += 16) {
    const e = expNonPositive<T>(v128.sub<T>(v128.load(x), offset));
    v128.store(out, e);
    sums = v128.add<T>(sums, e);
  }
  const left = (end - x) / sizeof<T>();
  if (left > 0) {
    const e = expNonPositive<T>(v128.sub<T>(loadSome<T>(x, left, (-Infinity) as T), offset));
    storeSome<T>(out, left, e);
    sums = v128.add<T>(sums, e);
  }
  return sumLanes<T>(sums);
}

function sumOfExponentials<T>(n: usize, x: usize, top: T): T {
  const offset = v128.splat<T>(top);
  let sums = v128.splat<T>(0 as T);
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / lanes<T>()) << 4); x < whole; x += 16) {
    sums = v128.add<T>(sums, expNonPositive<T>(v128.sub<T>(v128.load(x), offset)));
  }
  const left = (end - x) / sizeof<T>();
  if (left > 0) {
    sums = v128.add<T>(sums, expNonPositive<T>(v128.sub<T>(loadSome<T>(x, left, (-Infinity) as T), offset)));
  }
  return sumLanes<T>(sums);
}

@inline
export function logarithmOf<T>(x: T): T {
  return sizeof<T>() == 4 ? (Mathf.log(x as f32) as T) : (Math.log(x as f64) as T);
}

function shift<T>(n: usize, x: usize, by: T, out: usize): void {
  const offset = v128.splat<T>(by);
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / lanes<T>()) << 4); x < whole; x += 16, out += 16) {
    v128.store(out, v128.sub<T>(v128.load(x), offset));
  }
  for (; x < end; x += sizeof<T>(), out += sizeof<T>()) store<T>(out, (load<T>(x) - by) as T);
}

/** x ·= by */
export function scale<T>(n: usize, x: usize, by: T): void {
  const factor = v128.splat<T>(by);
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / lanes<T>()) << 4); x < whole; x += 16) v128.store(x, v128.mul<T>(v128.load(x), factor));
  for (; x < end; x += sizeof<T>()) store<T>(x, (load<T>(x) * by) as T);
}

/** x /= by: one rounding less than a product with 1 / by, so that probabilities add up to 1 more closely. */
function divide<T>(n: usize, x: usize, by: T): void {
  const divisor = v128.splat<T>(by);
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / lanes<T>()) << 4); x < whole; x += 16) v128.store(x, v128.div<T>(v128.load(x), divisor));
  for (; x < end; x += sizeof<T>()) store<T>(x, (load<T>(x) / by) as T);
}

@unmanaged
class CrossEntropy {
  double: bool;
  classes: usize;
  x: usize;
  targets: usize;
  weight: usize;
  ignore: i32;
  smoothing: f64;
  losses: usize;
  lse: usize;
  g: usize;
  stepG: usize;
  scale: f64;
  out: usize;
}

/**
 * Row by row the cross-entropy of the classes at `targets` (i32): with p = softmax(x), ε the smoothing, w the
 * weights (0: all 1) and C classes, loss = −(1 − ε)·w[t]·log p[t] − ε/C·Σ w·log p. Keeps the logarithm of each
 * row's sum of exponentials. Writes two f64 to `totals`: the sum of the losses and that of the w[t].
 */
export function crossEntropyForward(
  double: bool,
  rows: usize,
  classes: usize,
  x: usize,
  targets: usize,
  weight: usize,
  ignore: i32,
  smoothing: f64,
  losses: usize,
  lse: usize,
  totals: usize,
): void {
  const args = changetype<CrossEntropy>(taskArguments());
  args.double = double;
  args.classes = classes;
  args.x = x;
  args.targets = targets;
  args.weight = weight;
  args.ignore = ignore;
  args.smoothing = smoothing;
  args.losses = losses;
  args.lse = lse;
  parallelFor(lossTask, rows, grainOf(classes));
  if (double) total<f64>(rows, targets, weight, ignore, losses, totals);
  else total<f32>(rows, targets, weight, ignore, losses, totals);
}

/** dL/dx from the gradient of the losses: g for each row (`stepG` 1) or one for all (0), times `scale`. */
export function crossEntropyBackward(
  double: bool,
  rows: usize,
  classes: usize,
  x: usize,
  targets: usize,
  weight: usize,
  ignore: i32,
  smoothing: f64,
  lse: usize,
  g: usize,
  stepG: usize,
  scaleG: f64,
  out: usize,
): void {
  const args = changetype<CrossEntropy>(taskArguments());
  args.double = double;
  args.classes = classes;
  args.x = x;
  args.targets = targets;
  args.weight = weight;
  args.ignore = ignore;
  args.smoothing = smoothing;
  args.lse = lse;
  args.g = g;
  args.stepG = stepG;
  args.scale = scaleG;
  args.out = out;
  parallelFor(lossGradientTask, rows, grainOf(classes));
}

function total<T>(rows: usize, targets: usize, weight: usize, ignore: i32, losses: usize, totals: usize): void {
  let sum: f64 = 0;
  let weights: f64 = 0;
  for (let i: usize = 0; i < rows; i++) {
    const target = load<i32>(targets + (i << 2));
    if (target == ignore) continue;
    sum += load<T>(losses + i * sizeof<T>()) as f64;
    weights += weight == 0 ? 1 : (load<T>(weight + (target as usize) * sizeof<T>()) as f64);
  }
  store<f64>(totals, sum);
  store<f64>(totals, weights, 8);
}

function lossTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<CrossEntropy>(address);
  if (args.double) lossRows<f64>(begin, end, args);
  else lossRows<f32>(begin, end, args);
}

function lossRows<T>(begin: usize, end: usize, args: CrossEntropy): void {
  const n = args.classes;
  const smoothing = args.smoothing as T;
  for (let i = begin; i < end; i++) {
    const target = load<i32>(args.targets + (i << 2));
    const x = args.x + i * n * sizeof<T>();
    const top = largest<T>(n, x);
    const lse = (top + logarithmOf<T>(sumOfExponentials<T>(n, x, top))) as T;
    store<T>(args.lse + i * sizeof<T>(), lse);
    let loss = 0 as T;
    if (target != args.ignore) {
      const at = (target as usize) * sizeof<T>();
      loss = (((1 as T) - smoothing) * weightAt<T>(args.weight, at) * (lse - load<T>(x + at))) as T;
      if (smoothing > (0 as T)) {
        let sum = 0 as T;
        for (let c: usize = 0; c < n * sizeof<T>(); c += sizeof<T>()) {
          sum = (sum + weightAt<T>(args.weight, c) * (lse - load<T>(x + c))) as T;
        }
        loss = (loss + (smoothing * sum) / (n as T)) as T;
      }
    }
    store<T>(args.losses + i * sizeof<T>(), loss);
  }
}

@inline
function weightAt<T>(weight: usize, at: usize): T {
  return weight == 0 ? (1 as T) : load<T>(weight + at);
}

function lossGradientTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<CrossEntropy>(address);
  if (args.double) lossGradientRows<f64>(begin, end, args);
  else lossGradientRows<f32>(begin, end, args);
}

/** dx = g·(p·Σk − k), where k[c] = (1 − ε)·w[t]·[c = t] + ε/C·w[c]. */
function lossGradientRows<T>(begin: usize, end: usize, args: CrossEntropy): void {
  const n = args.classes;
  const smoothing = args.smoothing as T;
  const share = (smoothing / (n as T)) as T;
  let weights = 0 as T;
  for (let c: usize = 0; c < n; c++) weights = (weights + weightAt<T>(args.weight, c * sizeof<T>())) as T;
  for (let i = begin; i < end; i++) {
    const target = load<i32>(args.targets + (i << 2));
    const out = args.out + i * n * sizeof<T>();
    if (target == args.ignore) {
      memory.fill(out, 0, n * sizeof<T>());
      continue;
    }
    const x = args.x + i * n * sizeof<T>();
    const at = (target as usize) * sizeof<T>();
    const g = (load<T>(args.g + i * args.stepG * sizeof<T>()) * (args.scale as T)) as T;
    const own = (((1 as T) - smoothing) * weightAt<T>(args.weight, at)) as T;
    exponentials<T>(n, x, load<T>(args.lse + i * sizeof<T>()), out);
    scale<T>(n, out, (g * (own + share * weights)) as T);
    store<T>(out + at, (load<T>(out + at) - g * own) as T);
    if (smoothing > (0 as T)) {
      for (let c: usize = 0; c < n * sizeof<T>(); c += sizeof<T>()) {
        store<T>(out + c, (load<T>(out + c) - g * share * weightAt<T>(args.weight, c)) as T);
      }
    }
  }
}
