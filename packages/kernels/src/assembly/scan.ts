// Running results along the middle axis of x, seen as (outer, length, inner).

import { FLOAT32, FLOAT64, INT32 } from "./dtype";

/** `op`: 0 sum, 1 product, 2 log of the sum of exponentials. Floating types; float32 is gathered in float64. */
export function scan(
  op: i32,
  double: bool,
  outer: usize,
  length: usize,
  inner: usize,
  x: usize,
  out: usize,
): void {
  if (double) scanTyped<f64>(op, outer, length, inner, x, out);
  else scanTyped<f32>(op, outer, length, inner, x, out);
}

function scanTyped<T>(op: i32, outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  const row = inner * sizeof<T>();
  for (let o: usize = 0; o < outer; o++) {
    for (let j: usize = 0; j < row; j += sizeof<T>()) {
      if (op == 0) sums<T>(length, row, x + j, out + j);
      else if (op == 1) products<T>(length, row, x + j, out + j);
      else logSums<T>(length, row, x + j, out + j);
    }
    x += length * row;
    out += length * row;
  }
}

function sums<T>(n: usize, step: usize, x: usize, out: usize): void {
  let total: f64 = 0;
  for (let i: usize = 0; i < n; i++, x += step, out += step) {
    total += load<T>(x) as f64;
    store<T>(out, total as T);
  }
}

function products<T>(n: usize, step: usize, x: usize, out: usize): void {
  let product: f64 = 1;
  for (let i: usize = 0; i < n; i++, x += step, out += step) {
    product *= load<T>(x) as f64;
    store<T>(out, product as T);
  }
}

/** log Σ exp as largest + log Σ exp(x − largest): the sum is rescaled when a larger one comes. */
function logSums<T>(n: usize, step: usize, x: usize, out: usize): void {
  let largest: f64 = -Infinity;
  let total: f64 = 0;
  for (let i: usize = 0; i < n; i++, x += step, out += step) {
    const value = load<T>(x) as f64;
    if (value <= largest) {
      // Equal infinities would give NaN as their difference.
      total += value == largest ? 1 : Math.exp(value - largest);
    } else {
      total = (largest == -Infinity ? 0 : total * Math.exp(largest - value)) + 1;
      largest = value;
    }
    const isInfinite = (largest == Infinity || largest == -Infinity) && total == total;
    store<T>(out, (isInfinite ? largest : largest + Math.log(total)) as T);
  }
}

/** The place (i32) of the largest element so far (or smallest), the last of equals; a NaN stays from then on. */
export function scanPlaces(
  largest: bool,
  dtype: i32,
  outer: usize,
  length: usize,
  inner: usize,
  x: usize,
  out: usize,
): void {
  if (dtype == FLOAT64) places<f64>(largest, outer, length, inner, x, out);
  else if (dtype == FLOAT32) places<f32>(largest, outer, length, inner, x, out);
  else if (dtype == INT32) places<i32>(largest, outer, length, inner, x, out);
  else places<u8>(largest, outer, length, inner, x, out);
}

function places<T>(largest: bool, outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  for (let o: usize = 0; o < outer && length > 0; o++) {
    memory.fill(out, 0, inner << 2);
    for (let i: usize = 1; i < length; i++) {
      const before = out + (((i - 1) * inner) << 2);
      for (let j: usize = 0; j < inner; j++) {
        const place = load<i32>(before + (j << 2));
        const best = load<T>(x + ((place as usize) * inner + j) * sizeof<T>());
        const value = load<T>(x + (i * inner + j) * sizeof<T>());
        const wins = best == best && (value != value || (largest ? value >= best : value <= best));
        store<i32>(before + ((inner + j) << 2), wins ? (i as i32) : place);
      }
    }
    x += length * inner * sizeof<T>();
    out += (length * inner) << 2;
  }
}
