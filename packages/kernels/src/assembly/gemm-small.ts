// Products too small or too thin for packing to pay.

import { lanes, multiplyAdd, sumLanes } from "./simd";

/** C (m×n, contiguous) = A·B, strides in elements, by rows of B where they are contiguous, else by dots. */
export function smallGemm(
  double: bool,
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
): void {
  if (double) product<f64>(m, n, k, a, downA << 3, acrossA << 3, b, downB << 3, acrossB << 3, c);
  else product<f32>(m, n, k, a, downA << 2, acrossA << 2, b, downB << 2, acrossB << 2, c);
}

function product<T>(
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
): void {
  const rowBytes = n * sizeof<T>();
  const wide = acrossB == sizeof<T>() && n >= lanes<T>();
  const contiguousDots = acrossA == sizeof<T>() && downB == sizeof<T>();
  // A thin B under a tall A with contiguous columns: add whole columns of A instead.
  const tall = downA == sizeof<T>() && (k == 1 || acrossA != sizeof<T>());
  if (n == 1 && tall && m >= lanes<T>()) {
    memory.fill(c, 0, m * sizeof<T>());
    for (let p: usize = 0; p < k; p++) addScaled<T>(m, load<T>(b + p * downB), a + p * acrossA, c);
    return;
  }
  for (let i: usize = 0; i < m; i++) {
    const rowA = a + i * downA;
    if (wide) {
      memory.fill(c, 0, rowBytes);
      for (let p: usize = 0; p < k; p++) addScaled<T>(n, load<T>(rowA + p * acrossA), b + p * downB, c);
    } else {
      for (let j: usize = 0; j < n; j++) {
        const column = b + j * acrossB;
        store<T>(
          c + j * sizeof<T>(),
          contiguousDots ? dotRow<T>(k, rowA, column) : stridedDot<T>(k, rowA, acrossA, column, downB),
        );
      }
    }
    c += rowBytes;
  }
}

/** y += s·x, contiguous. */
export function addScaled<T>(n: usize, s: T, x: usize, y: usize): void {
  const end = y + n * sizeof<T>();
  const factor = v128.splat<T>(s);
  for (const whole = y + ((n / lanes<T>()) << 4); y < whole; y += 16, x += 16) {
    v128.store(y, multiplyAdd<T>(factor, v128.load(x), v128.load(y)));
  }
  for (; y < end; y += sizeof<T>(), x += sizeof<T>()) {
    store<T>(y, (load<T>(y) + s * load<T>(x)) as T);
  }
}

/** Σ xᵢyᵢ, contiguous, in four interleaved vectors of partial sums. */
export function dotRow<T>(n: usize, x: usize, y: usize): T {
  let s0 = v128.splat<T>(0 as T);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / (4 * lanes<T>())) << 6); x < whole; x += 64, y += 64) {
    s0 = multiplyAdd<T>(v128.load(x), v128.load(y), s0);
    s1 = multiplyAdd<T>(v128.load(x, 16), v128.load(y, 16), s1);
    s2 = multiplyAdd<T>(v128.load(x, 32), v128.load(y, 32), s2);
    s3 = multiplyAdd<T>(v128.load(x, 48), v128.load(y, 48), s3);
  }
  let total = sumLanes<T>(v128.add<T>(v128.add<T>(s0, s1), v128.add<T>(s2, s3)));
  for (; x < end; x += sizeof<T>(), y += sizeof<T>()) total = (total + load<T>(x) * load<T>(y)) as T;
  return total;
}

function stridedDot<T>(n: usize, x: usize, stepX: usize, y: usize, stepY: usize): T {
  let total = 0 as T;
  for (let i: usize = 0; i < n; i++) {
    total = (total + load<T>(x) * load<T>(y)) as T;
    x += stepX;
    y += stepY;
  }
  return total;
}
