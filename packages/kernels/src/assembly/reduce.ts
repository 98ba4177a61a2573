// Products, extremes and their places, any and all: x seen as (outer, length, inner), over the middle axis.

import { Maximum, Minimum, Multiply } from "./binary-functions";
import { FLOAT32, FLOAT64, INT32 } from "./dtype";

/** `op`: 0 product, 1 minimum, 2 maximum. The product of int32 is float64; length ≥ 1 for the extremes. */
export function reduce(
  op: i32,
  dtype: i32,
  outer: usize,
  length: usize,
  inner: usize,
  x: usize,
  out: usize,
): void {
  if (dtype == FLOAT64) typed<f64>(op, outer, length, inner, x, out);
  else if (dtype == FLOAT32) typed<f32>(op, outer, length, inner, x, out);
  else if (dtype == INT32) {
    if (op == 0) integerProduct(outer, length, inner, x, out);
    else typed<i32>(op, outer, length, inner, x, out);
  } else typed<u8>(op, outer, length, inner, x, out);
}

function typed<T>(op: i32, outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  if (op == 0) fold<T, Multiply>(outer, length, inner, x, out);
  else if (op == 1) fold<T, Minimum>(outer, length, inner, x, out);
  else if (op == 2) fold<T, Maximum>(outer, length, inner, x, out);
}

function fold<T, F>(outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  const row = inner * sizeof<T>();
  for (let o: usize = 0; o < outer; o++) {
    if (length == 0) {
      for (let j: usize = 0; j < inner; j++) store<T>(out + j * sizeof<T>(), 1 as T);
    } else if (inner == 1) {
      let value = load<T>(x);
      for (let i: usize = 1; i < length; i++) {
        value = changetype<F>(0).scalar<T>(value, load<T>(x + i * sizeof<T>()));
      }
      store<T>(out, value);
    } else {
      memory.copy(out, x, row);
      for (let i: usize = 1; i < length; i++) {
        const from = x + i * row;
        for (let j: usize = 0; j < row; j += sizeof<T>()) {
          store<T>(out + j, changetype<F>(0).scalar<T>(load<T>(out + j), load<T>(from + j)));
        }
      }
    }
    x += length * row;
    out += row;
  }
}

function integerProduct(outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  for (let o: usize = 0; o < outer; o++) {
    for (let j: usize = 0; j < inner; j++) {
      let product: f64 = 1;
      for (let i: usize = 0; i < length; i++) product *= load<i32>(x + ((i * inner + j) << 2)) as f64;
      store<f64>(out, product);
      out += 8;
    }
    x += (length * inner) << 2;
  }
}

/** The place (int32) of the first smallest, or with `largest` the first largest; a NaN counts as both. */
export function argReduce(
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
  for (let o: usize = 0; o < outer; o++) {
    for (let j: usize = 0; j < inner; j++) {
      const from = x + j * sizeof<T>();
      let best = load<T>(from);
      let place: usize = 0;
      for (let i: usize = 1; i < length && best == best; i++) {
        const value = load<T>(from + i * inner * sizeof<T>());
        // A NaN is unequal to itself and wins at once.
        if (value != value || (largest ? value > best : value < best)) {
          best = value;
          place = i;
        }
      }
      store<i32>(out, place as i32);
      out += 4;
    }
    x += length * inner * sizeof<T>();
  }
}

/** Truth over the middle axis: any, or with `every` all. Bool in, bool out. */
export function anyOrAll(every: bool, outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  for (let o: usize = 0; o < outer; o++) {
    for (let j: usize = 0; j < inner; j++) {
      let truth = every as u8;
      for (let i: usize = 0; i < length && truth == (every as u8); i++) truth = load<u8>(x + i * inner + j);
      store<u8>(out, truth);
      out++;
    }
    x += length * inner;
  }
}
