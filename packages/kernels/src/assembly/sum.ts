// Sums that stay accurate: pairwise along a row, in blocks of rows down a column.

import { FLOAT32, FLOAT64, INT32 } from "./dtype";
import { ownRoom } from "./parallel";
import { lanes, sumLanes } from "./simd";

/**
 * Sums x, seen as (outer, length, inner), over the middle axis.
 * Floating input gives its own type; the others give float64, whose 53 bits hold any such sum.
 */
export function sum(dtype: i32, outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  if (dtype == FLOAT64) floats<f64>(outer, length, inner, x, out);
  else if (dtype == FLOAT32) floats<f32>(outer, length, inner, x, out);
  else if (dtype == INT32) integers<i32>(outer, length, inner, x, out);
  else integers<u8>(outer, length, inner, x, out);
}

function floats<T>(outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  for (let o: usize = 0; o < outer; o++) {
    if (inner == 1) store<T>(out, pairwise<T>(length, x));
    else columns<T>(length, inner, x, out);
    x += length * inner * sizeof<T>();
    out += inner * sizeof<T>();
  }
}

/** Halves until a block is short: the error grows with log n instead of n. */
function pairwise<T>(n: usize, x: usize): T {
  if (n <= 256) return block<T>(n, x);
  const half = (n >> 1) & ~15;
  return (pairwise<T>(half, x) + pairwise<T>(n - half, x + half * sizeof<T>())) as T;
}

function block<T>(n: usize, x: usize): T {
  let s0 = v128.splat<T>(0 as T);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  const end = x + n * sizeof<T>();
  for (const whole = x + ((n / (4 * lanes<T>())) << 6); x < whole; x += 64) {
    s0 = v128.add<T>(s0, v128.load(x));
    s1 = v128.add<T>(s1, v128.load(x, 16));
    s2 = v128.add<T>(s2, v128.load(x, 32));
    s3 = v128.add<T>(s3, v128.load(x, 48));
  }
  let total = sumLanes<T>(v128.add<T>(v128.add<T>(s0, s1), v128.add<T>(s2, s3)));
  for (; x < end; x += sizeof<T>()) total = (total + load<T>(x)) as T;
  return total;
}

const STRIP: usize = 512;
const ROWS: usize = 128;

/** Column sums in strips that stay in the cache, and in blocks of rows that keep the error small. */
function columns<T>(length: usize, inner: usize, x: usize, out: usize): void {
  const partial = ownRoom();
  for (let j: usize = 0; j < inner; j += STRIP) {
    const width = min(STRIP, inner - j);
    const to = out + j * sizeof<T>();
    memory.fill(to, 0, width * sizeof<T>());
    for (let i: usize = 0; i < length; i += ROWS) {
      const rows = min(ROWS, length - i);
      memory.fill(partial, 0, width * sizeof<T>());
      let from = x + (i * inner + j) * sizeof<T>();
      for (let r: usize = 0; r < rows; r++) {
        addRow<T>(width, from, partial);
        from += inner * sizeof<T>();
      }
      addRow<T>(width, partial, to);
    }
  }
}

function addRow<T>(n: usize, from: usize, to: usize): void {
  const end = to + n * sizeof<T>();
  for (const whole = to + ((n / lanes<T>()) << 4); to < whole; to += 16, from += 16) {
    v128.store(to, v128.add<T>(v128.load(to), v128.load(from)));
  }
  for (; to < end; to += sizeof<T>(), from += sizeof<T>()) {
    store<T>(to, (load<T>(to) + load<T>(from)) as T);
  }
}

function integers<T>(outer: usize, length: usize, inner: usize, x: usize, out: usize): void {
  for (let o: usize = 0; o < outer; o++) {
    for (let j: usize = 0; j < inner; j++) {
      let total: i64 = 0;
      for (let i: usize = 0; i < length; i++) total += load<T>(x + (i * inner + j) * sizeof<T>()) as i64;
      store<f64>(out, total as f64);
      out += 8;
    }
    x += length * inner * sizeof<T>();
  }
}
