import { multiplyAdd } from "./simd";

/**
 * Applies `count` plane rotations (c, s) to neighbouring rows of X (f64, `ldx` apart): rotation j maps rows
 * j and j + 1 to c·xⱼ + s·xⱼ₊₁ and c·xⱼ₊₁ − s·xⱼ; in ascending order, or with `backward` in descending order.
 * By strips of 8 columns, so that the row which two rotations share stays in registers.
 */
export function rotateRows(
  backward: bool,
  count: usize,
  cosines: usize,
  sines: usize,
  x: usize,
  length: usize,
  ldx: usize,
): void {
  if (count == 0) return;
  const row = ldx << 3;
  const step: usize = backward ? -8 : 8;
  const down: usize = backward ? -row : row;
  const c = backward ? cosines + ((count - 1) << 3) : cosines;
  const s = backward ? sines + ((count - 1) << 3) : sines;
  const start = backward ? x + count * row : x;
  let j: usize = 0;
  for (; j + 8 <= length; j += 8) strip(backward, count, c, s, step, start + (j << 3), down);
  for (; j < length; j++) column(backward, count, c, s, step, start + (j << 3), down);
}

function strip(
  backward: bool,
  count: usize,
  c: usize,
  s: usize,
  step: usize,
  x: usize,
  down: usize,
): void {
  let x0 = v128.load(x);
  let x1 = v128.load(x, 16);
  let x2 = v128.load(x, 32);
  let x3 = v128.load(x, 48);
  for (let i: usize = 0; i < count; i++) {
    const cos = v128.load64_splat(c);
    // Seen from below, a rotation turns the other way.
    const sin = backward ? f64x2.neg(v128.load64_splat(s)) : v128.load64_splat(s);
    const minus = f64x2.neg(sin);
    const next = x + down;
    const y0 = v128.load(next);
    const y1 = v128.load(next, 16);
    const y2 = v128.load(next, 32);
    const y3 = v128.load(next, 48);
    v128.store(x, multiplyAdd<f64>(sin, y0, f64x2.mul(cos, x0)));
    v128.store(x, multiplyAdd<f64>(sin, y1, f64x2.mul(cos, x1)), 16);
    v128.store(x, multiplyAdd<f64>(sin, y2, f64x2.mul(cos, x2)), 32);
    v128.store(x, multiplyAdd<f64>(sin, y3, f64x2.mul(cos, x3)), 48);
    x0 = multiplyAdd<f64>(minus, x0, f64x2.mul(cos, y0));
    x1 = multiplyAdd<f64>(minus, x1, f64x2.mul(cos, y1));
    x2 = multiplyAdd<f64>(minus, x2, f64x2.mul(cos, y2));
    x3 = multiplyAdd<f64>(minus, x3, f64x2.mul(cos, y3));
    x = next;
    c += step;
    s += step;
  }
  v128.store(x, x0);
  v128.store(x, x1, 16);
  v128.store(x, x2, 32);
  v128.store(x, x3, 48);
}

function column(
  backward: bool,
  count: usize,
  c: usize,
  s: usize,
  step: usize,
  x: usize,
  down: usize,
): void {
  let value = load<f64>(x);
  for (let i: usize = 0; i < count; i++) {
    const cos = load<f64>(c);
    const sin = backward ? -load<f64>(s) : load<f64>(s);
    const next = load<f64>(x + down);
    store<f64>(x, cos * value + sin * next);
    value = cos * next - sin * value;
    x += down;
    c += step;
    s += step;
  }
  store<f64>(x, value);
}

/** One rotation of two rows: x becomes c·x + s·y, y becomes c·y − s·x. */
export function rotatePair(n: usize, c: f64, s: f64, x: usize, y: usize): void {
  const cos = f64x2.splat(c);
  const sin = f64x2.splat(s);
  let i: usize = 0;
  for (; i + 2 <= n; i += 2, x += 16, y += 16) {
    const a = v128.load(x);
    const b = v128.load(y);
    v128.store(x, f64x2.add(f64x2.mul(cos, a), f64x2.mul(sin, b)));
    v128.store(y, f64x2.sub(f64x2.mul(cos, b), f64x2.mul(sin, a)));
  }
  if (i < n) {
    const a = load<f64>(x);
    const b = load<f64>(y);
    store<f64>(x, c * a + s * b);
    store<f64>(y, c * b - s * a);
  }
}
