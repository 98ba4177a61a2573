// Sums over contiguous elements for statistics: blocks of a type's own precision, added up in float64.

import { lanes, sumLanes } from "./simd";

const BLOCK: usize = 512;

/** Σ xᵢ */
export function sumOf<T>(n: usize, x: usize): f64 {
  let total: f64 = 0;
  for (let done: usize = 0; done < n; done += BLOCK) {
    const count = min(BLOCK, n - done);
    let sums = v128.splat<T>(0 as T);
    let i: usize = 0;
    for (; i + lanes<T>() <= count; i += lanes<T>(), x += 16) sums = v128.add<T>(sums, v128.load(x));
    total += sumLanes<T>(sums) as f64;
    for (; i < count; i++, x += sizeof<T>()) total += load<T>(x) as f64;
  }
  return total;
}

/** Σ (xᵢ − shift)² */
export function sumOfSquares<T>(n: usize, x: usize, shift: T): f64 {
  let total: f64 = 0;
  const offset = v128.splat<T>(shift);
  for (let done: usize = 0; done < n; done += BLOCK) {
    const count = min(BLOCK, n - done);
    let sums = v128.splat<T>(0 as T);
    let i: usize = 0;
    for (; i + lanes<T>() <= count; i += lanes<T>(), x += 16) {
      const d = v128.sub<T>(v128.load(x), offset);
      sums = v128.add<T>(sums, v128.mul<T>(d, d));
    }
    total += sumLanes<T>(sums) as f64;
    for (; i < count; i++, x += sizeof<T>()) {
      const d = (load<T>(x) as f64) - (shift as f64);
      total += d * d;
    }
  }
  return total;
}

/** Σ gᵢ·(xᵢ − shift) */
export function sumOfProducts<T>(n: usize, g: usize, x: usize, shift: T): f64 {
  let total: f64 = 0;
  const offset = v128.splat<T>(shift);
  for (let done: usize = 0; done < n; done += BLOCK) {
    const count = min(BLOCK, n - done);
    let sums = v128.splat<T>(0 as T);
    let i: usize = 0;
    for (; i + lanes<T>() <= count; i += lanes<T>(), x += 16, g += 16) {
      sums = v128.add<T>(sums, v128.mul<T>(v128.load(g), v128.sub<T>(v128.load(x), offset)));
    }
    total += sumLanes<T>(sums) as f64;
    for (; i < count; i++, x += sizeof<T>(), g += sizeof<T>()) {
      total += (load<T>(g) as f64) * ((load<T>(x) as f64) - (shift as f64));
    }
  }
  return total;
}

/** out = x·a + b */
export function affine<T>(n: usize, x: usize, a: T, b: T, out: usize): void {
  const factor = v128.splat<T>(a);
  const offset = v128.splat<T>(b);
  const end = out + n * sizeof<T>();
  for (const whole = out + ((n / lanes<T>()) << 4); out < whole; out += 16, x += 16) {
    v128.store(out, v128.add<T>(v128.mul<T>(v128.load(x), factor), offset));
  }
  for (; out < end; out += sizeof<T>(), x += sizeof<T>()) store<T>(out, (load<T>(x) * a + b) as T);
}

/** out = g·a + x·b + c */
export function combine<T>(n: usize, g: usize, a: T, x: usize, b: T, c: T, out: usize): void {
  const va = v128.splat<T>(a);
  const vb = v128.splat<T>(b);
  const vc = v128.splat<T>(c);
  const end = out + n * sizeof<T>();
  for (const whole = out + ((n / lanes<T>()) << 4); out < whole; out += 16, x += 16, g += 16) {
    const both = v128.add<T>(v128.mul<T>(v128.load(g), va), v128.mul<T>(v128.load(x), vb));
    v128.store(out, v128.add<T>(both, vc));
  }
  for (; out < end; out += sizeof<T>(), x += sizeof<T>(), g += sizeof<T>()) {
    store<T>(out, (load<T>(g) * a + load<T>(x) * b + c) as T);
  }
}
