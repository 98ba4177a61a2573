// gelu and its derivative together, which share their exponential: for networks in training.

import { normalCdf64, normalCdfWith32 } from "./math-erf";
import { exp32, exp64 } from "./math-exp";
import { loadPart, storePart } from "./math-unary";
import { d2, mulAdd2, mulAdd4, s4 } from "./math-vectors";
import { parallelForIf, taskArguments } from "./parallel";

const GRAIN: usize = 16_384;

@unmanaged
class WithSlope {
  double: bool;
  x: usize;
  y: usize;
  slope: usize;
}

/** y = x·Φ(x) and its derivative Φ(x) + x·e^(−x²/2)/√(2π), to the bits of the kernels of each. */
export function geluWithSlope(double: bool, n: usize, x: usize, y: usize, slope: usize): void {
  const args = changetype<WithSlope>(taskArguments());
  args.double = double;
  args.x = x;
  args.y = y;
  args.slope = slope;
  parallelForIf(n >= 2 * GRAIN, piece, n, GRAIN);
}

function piece(begin: usize, end: usize, thread: usize, at: usize): void {
  const args = changetype<WithSlope>(at);
  const offset = begin << (args.double ? 3 : 2);
  if (args.double) doubles(end - begin, args.x + offset, args.y + offset, args.slope + offset);
  else singles(end - begin, args.x + offset, args.y + offset, args.slope + offset);
}

function doubles(n: usize, from: usize, y: usize, slope: usize): void {
  for (const end = from + (n << 3); from < end; from += 16, y += 16, slope += 16) {
    const whole = end - from >= 16;
    const x = whole ? v128.load(from) : v128.load64_zero(from);
    const cdf = normalCdf64(x);
    const density = f64x2.mul(d2(0.3989422804014327), exp64(f64x2.mul(f64x2.mul(x, x), d2(-0.5))));
    const value = f64x2.mul(x, cdf);
    const derivative = mulAdd2(x, density, cdf);
    if (whole) {
      v128.store(y, value);
      v128.store(slope, derivative);
    } else {
      v128.store_lane<i64>(y, value, 0);
      v128.store_lane<i64>(slope, derivative, 0);
    }
  }
}

function singles(n: usize, from: usize, y: usize, slope: usize): void {
  for (const end = from + (n << 2); from < end; from += 16, y += 16, slope += 16) {
    const left = end - from;
    const x = left >= 16 ? v128.load(from) : loadPart(left, from);
    const exponential = exp32(f32x4.mul(f32x4.mul(x, x), s4(-0.5)));
    const cdf = normalCdfWith32(x, exponential);
    const value = f32x4.mul(x, cdf);
    const derivative = mulAdd4(x, f32x4.mul(s4(0.39894228), exponential), cdf);
    if (left >= 16) {
      v128.store(y, value);
      v128.store(slope, derivative);
    } else {
      storePart(left, y, value);
      storePart(left, slope, derivative);
    }
  }
}
