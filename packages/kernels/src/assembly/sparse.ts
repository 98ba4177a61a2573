// Products of a sparse matrix in compressed rows (row i has the entries starts[i] … starts[i + 1]) and a dense one.

import { addScaled } from "./gemm-small";

/** Rows first … last of out (m×k) = S (m×n) · B (n×k), all dense operands contiguous. */
export function sparseTimesDense(
  double: bool,
  first: usize,
  last: usize,
  k: usize,
  starts: usize,
  indices: usize,
  values: usize,
  b: usize,
  out: usize,
): void {
  if (double) leftProduct<f64>(first, last, k, starts, indices, values, b, out);
  else leftProduct<f32>(first, last, k, starts, indices, values, b, out);
}

function leftProduct<T>(
  first: usize,
  last: usize,
  k: usize,
  starts: usize,
  indices: usize,
  values: usize,
  b: usize,
  out: usize,
): void {
  const row = k * sizeof<T>();
  for (let i = first; i < last; i++) {
    const from = load<i32>(starts + (i << 2)) as usize;
    const to = load<i32>(starts + (i << 2), 4) as usize;
    const target = out + i * row;
    if (k == 1) {
      let sum: f64 = 0;
      for (let p = from; p < to; p++) {
        const j = load<i32>(indices + (p << 2)) as usize;
        sum += (load<T>(values + p * sizeof<T>()) as f64) * (load<T>(b + j * sizeof<T>()) as f64);
      }
      store<T>(target, sum as T);
      continue;
    }
    memory.fill(target, 0, row);
    for (let p = from; p < to; p++) {
      const j = load<i32>(indices + (p << 2)) as usize;
      addScaled<T>(k, load<T>(values + p * sizeof<T>()), b + j * row, target);
    }
  }
}

/** Rows first … last of out (m×k) = X (m×n) · S (n×k). */
export function denseTimesSparse(
  double: bool,
  first: usize,
  last: usize,
  n: usize,
  k: usize,
  x: usize,
  starts: usize,
  indices: usize,
  values: usize,
  out: usize,
): void {
  if (double) rightProduct<f64>(first, last, n, k, x, starts, indices, values, out);
  else rightProduct<f32>(first, last, n, k, x, starts, indices, values, out);
}

function rightProduct<T>(
  first: usize,
  last: usize,
  n: usize,
  k: usize,
  x: usize,
  starts: usize,
  indices: usize,
  values: usize,
  out: usize,
): void {
  for (let i = first; i < last; i++) {
    const target = out + i * k * sizeof<T>();
    memory.fill(target, 0, k * sizeof<T>());
    for (let p: usize = 0; p < n; p++) {
      const factor = load<T>(x + (i * n + p) * sizeof<T>());
      const to = load<i32>(starts + (p << 2), 4) as usize;
      for (let q = load<i32>(starts + (p << 2)) as usize; q < to; q++) {
        const at = target + (load<i32>(indices + (q << 2)) as usize) * sizeof<T>();
        store<T>(at, (load<T>(at) + factor * load<T>(values + q * sizeof<T>())) as T);
      }
    }
  }
}
