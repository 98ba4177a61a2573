// One sweep of implicit QR over rows low … high of a bidiagonal matrix (diagonal d, superdiagonal e).
// Downwards, rotation i from the right goes to (c1, s1) and from the left to (c2, s2) at place i − low; upwards
// it is the other way round, and the sines are negated, since rows are turned from below.

import { hypotenuse } from "./tridiagonal-ql";

@inline
export function at(x: usize, i: usize): f64 {
  return load<f64>(x + (i << 3));
}

@inline
export function put(x: usize, i: usize, value: f64): void {
  store<f64>(x + (i << 3), value);
}

/** The sweep without a shift: no cancellation, so that tiny singular values keep their digits. */
export function zeroShiftDown(
  low: usize,
  high: usize,
  d: usize,
  e: usize,
  c1: usize,
  s1: usize,
  c2: usize,
  s2: usize,
): void {
  let c: f64 = 1;
  let oldC: f64 = 1;
  let oldS: f64 = 0;
  for (let i = low; i < high; i++) {
    const f = at(d, i) * c;
    const g = at(e, i);
    const r = hypotenuse(f, g);
    c = r == 0 ? 1 : f / r;
    const s = r == 0 ? 0 : g / r;
    if (i > low) put(e, i - 1, oldS * r);
    const f2 = oldC * r;
    const g2 = at(d, i + 1) * s;
    const r2 = hypotenuse(f2, g2);
    oldC = r2 == 0 ? 1 : f2 / r2;
    oldS = r2 == 0 ? 0 : g2 / r2;
    put(d, i, r2);
    put(c1, i - low, c);
    put(s1, i - low, s);
    put(c2, i - low, oldC);
    put(s2, i - low, oldS);
  }
  const h = at(d, high) * c;
  put(d, high, h * oldC);
  put(e, high - 1, h * oldS);
}

export function zeroShiftUp(
  low: usize,
  high: usize,
  d: usize,
  e: usize,
  c1: usize,
  s1: usize,
  c2: usize,
  s2: usize,
): void {
  let c: f64 = 1;
  let oldC: f64 = 1;
  let oldS: f64 = 0;
  for (let i = high; i > low; i--) {
    const f = at(d, i) * c;
    const g = at(e, i - 1);
    const r = hypotenuse(f, g);
    c = r == 0 ? 1 : f / r;
    const s = r == 0 ? 0 : g / r;
    if (i < high) put(e, i, oldS * r);
    const f2 = oldC * r;
    const g2 = at(d, i - 1) * s;
    const r2 = hypotenuse(f2, g2);
    oldC = r2 == 0 ? 1 : f2 / r2;
    oldS = r2 == 0 ? 0 : g2 / r2;
    put(d, i, r2);
    put(c1, i - 1 - low, c);
    put(s1, i - 1 - low, -s);
    put(c2, i - 1 - low, oldC);
    put(s2, i - 1 - low, -oldS);
  }
  const h = at(d, low) * c;
  put(d, low, h * oldC);
  put(e, low, h * oldS);
}

export function shiftedDown(
  low: usize,
  high: usize,
  d: usize,
  e: usize,
  shift: f64,
  c1: usize,
  s1: usize,
  c2: usize,
  s2: usize,
): void {
  const first = at(d, low);
  let f = (abs(first) - shift) * (copysign<f64>(1, first) + shift / first);
  let g = at(e, low);
  for (let i = low; i < high; i++) {
    const r = hypotenuse(f, g);
    const c = r == 0 ? 1 : f / r;
    const s = r == 0 ? 0 : g / r;
    if (i > low) put(e, i - 1, r);
    const di = at(d, i);
    const ei = at(e, i);
    f = c * di + s * ei;
    const turned = c * ei - s * di;
    g = s * at(d, i + 1);
    const below = c * at(d, i + 1);
    const r2 = hypotenuse(f, g);
    const cL = r2 == 0 ? 1 : f / r2;
    const sL = r2 == 0 ? 0 : g / r2;
    put(d, i, r2);
    f = cL * turned + sL * below;
    put(d, i + 1, cL * below - sL * turned);
    if (i + 1 < high) {
      g = sL * at(e, i + 1);
      put(e, i + 1, cL * at(e, i + 1));
    }
    put(c1, i - low, c);
    put(s1, i - low, s);
    put(c2, i - low, cL);
    put(s2, i - low, sL);
  }
  put(e, high - 1, f);
}

export function shiftedUp(
  low: usize,
  high: usize,
  d: usize,
  e: usize,
  shift: f64,
  c1: usize,
  s1: usize,
  c2: usize,
  s2: usize,
): void {
  const first = at(d, high);
  let f = (abs(first) - shift) * (copysign<f64>(1, first) + shift / first);
  let g = at(e, high - 1);
  for (let i = high; i > low; i--) {
    const r = hypotenuse(f, g);
    const c = r == 0 ? 1 : f / r;
    const s = r == 0 ? 0 : g / r;
    if (i < high) put(e, i, r);
    const di = at(d, i);
    const ei = at(e, i - 1);
    f = c * di + s * ei;
    const turned = c * ei - s * di;
    g = s * at(d, i - 1);
    const above = c * at(d, i - 1);
    const r2 = hypotenuse(f, g);
    const cL = r2 == 0 ? 1 : f / r2;
    const sL = r2 == 0 ? 0 : g / r2;
    put(d, i, r2);
    f = cL * turned + sL * above;
    put(d, i - 1, cL * above - sL * turned);
    if (i > low + 1) {
      g = sL * at(e, i - 2);
      put(e, i - 2, cL * at(e, i - 2));
    }
    put(c1, i - 1 - low, c);
    put(s1, i - 1 - low, -s);
    put(c2, i - 1 - low, cL);
    put(s2, i - 1 - low, -sL);
  }
  put(e, low, f);
}

/** The smaller singular value of (f g; 0 h), without cancellation. */
export function smallerSingular(f: f64, g: f64, h: f64): f64 {
  const small = min(abs(f), abs(h));
  const large = max(abs(f), abs(h));
  const between = abs(g);
  if (small == 0) return 0;
  const sum = 1 + small / large;
  const difference = (large - small) / large;
  if (between < large) {
    const ratio = between / large;
    const square = ratio * ratio;
    return small * (2 / (sqrt(sum * sum + square) + sqrt(difference * difference + square)));
  }
  const ratio = large / between;
  if (ratio == 0) return (small * large) / between;
  const a = sum * ratio;
  const b = difference * ratio;
  return 2 * (small * (1 / (sqrt(1 + a * a) + sqrt(1 + b * b)))) * ratio;
}
