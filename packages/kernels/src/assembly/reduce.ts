// Products, extremes and their places, any and all: x seen as (outer, length, inner), over the middle axis.

import { Maximum, Minimum, Multiply } from "./binary-functions";
import { FLOAT32, FLOAT64, INT32 } from "./dtype";
import { parallelForIf, taskArguments } from "./parallel";
import { lanes } from "./simd";

/** Elements in a piece of work, and from how many on threads share them. */
const GRAIN: usize = 32_768;
const MANY: usize = 262_144;
/** Up to so many elements the place of a row's extreme is kept along the way, not looked for afterwards. */
const SHORT: usize = 10;

@unmanaged
class Reduction {
  op: i32;
  dtype: i32;
  length: usize;
  inner: usize;
  x: usize;
  out: usize;
}

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
  const args = changetype<Reduction>(taskArguments());
  args.op = op;
  args.dtype = dtype;
  args.length = length;
  args.inner = inner;
  args.x = x;
  args.out = out;
  const each = max<usize>(1, length * inner);
  parallelForIf(outer * each >= MANY, reducePiece, outer, GRAIN / each + 1);
}

function reducePiece(begin: usize, end: usize, thread: usize, at: usize): void {
  const args = changetype<Reduction>(at);
  const op = args.op;
  const length = args.length;
  const inner = args.inner;
  const outer = end - begin;
  const first = begin * length * inner;
  const place = begin * inner;
  if (args.dtype == FLOAT64) typed<f64>(op, outer, length, inner, args.x + (first << 3), args.out + (place << 3));
  else if (args.dtype == FLOAT32) typed<f32>(op, outer, length, inner, args.x + (first << 2), args.out + (place << 2));
  else if (args.dtype == INT32) {
    if (op == 0) integerProduct(outer, length, inner, args.x + (first << 2), args.out + (place << 3));
    else typed<i32>(op, outer, length, inner, args.x + (first << 2), args.out + (place << 2));
  } else typed<u8>(op, outer, length, inner, args.x + first, args.out + place);
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
      store<T>(out, foldRow<T, F>(length, x));
    } else {
      const strips = foldStrips<T, F>(length, inner, x, out);
      memory.copy(out + strips, x + strips, row - strips);
      const rest = inner - strips / sizeof<T>();
      for (let i: usize = 1; i < length; i++) foldInto<T, F>(rest, x + i * row + strips, out + strips);
    }
    x += length * row;
    out += row;
  }
}

/** Four vectors side by side, then what is left. A NaN is looked for apart, which is quicker than to carry it along. */
function foldRow<T, F>(n: usize, x: usize): T {
  let value = load<T>(x);
  const end = x + n * sizeof<T>();
  let at = x + sizeof<T>();
  if (sizeof<T>() > 1 && n >= 4 * lanes<T>()) {
    let v0 = v128.load(x);
    let v1 = v128.load(x, 16);
    let v2 = v128.load(x, 32);
    let v3 = v128.load(x, 48);
    let strange = v128.or(v128.or(unordered<T>(v0), unordered<T>(v1)), v128.or(unordered<T>(v2), unordered<T>(v3)));
    for (at = x + 64; at + 64 <= end; at += 64) {
      const a = v128.load(at);
      const b = v128.load(at, 16);
      const c = v128.load(at, 32);
      const d = v128.load(at, 48);
      v0 = changetype<F>(0).ordered<T>(v0, a);
      v1 = changetype<F>(0).ordered<T>(v1, b);
      v2 = changetype<F>(0).ordered<T>(v2, c);
      v3 = changetype<F>(0).ordered<T>(v3, d);
      strange = v128.or(strange, v128.or(v128.or(unordered<T>(a), unordered<T>(b)), v128.or(unordered<T>(c), unordered<T>(d))));
    }
    if (isFloat<T>() && v128.any_true(strange)) return NaN as T;
    v0 = changetype<F>(0).vector<T>(changetype<F>(0).vector<T>(v0, v1), changetype<F>(0).vector<T>(v2, v3));
    value = changetype<F>(0).scalar<T>(v128.extract_lane<T>(v0, 0), v128.extract_lane<T>(v0, 1));
    if (sizeof<T>() == 4) {
      const rest = changetype<F>(0).scalar<T>(v128.extract_lane<T>(v0, 2), v128.extract_lane<T>(v0, 3));
      value = changetype<F>(0).scalar<T>(value, rest);
    }
  }
  for (; at < end; at += sizeof<T>()) value = changetype<F>(0).scalar<T>(value, load<T>(at));
  return value;
}

/**
 * The columns of whole strips of 64 bytes, kept in registers from the first row to the last. A NaN is looked for apart.
 * @returns the bytes of a row that are done
 */
function foldStrips<T, F>(length: usize, inner: usize, x: usize, out: usize): usize {
  if (sizeof<T>() == 1) return 0;
  const row = inner * sizeof<T>();
  let strip: usize = 0;
  for (; strip + 64 <= row; strip += 64) {
    let at = x + strip;
    let v0 = v128.load(at);
    let v1 = v128.load(at, 16);
    let v2 = v128.load(at, 32);
    let v3 = v128.load(at, 48);
    let strange = v128.or(v128.or(unordered<T>(v0), unordered<T>(v1)), v128.or(unordered<T>(v2), unordered<T>(v3)));
    for (let i: usize = 1; i < length; i++) {
      at += row;
      const a = v128.load(at);
      const b = v128.load(at, 16);
      const c = v128.load(at, 32);
      const d = v128.load(at, 48);
      v0 = changetype<F>(0).ordered<T>(v0, a);
      v1 = changetype<F>(0).ordered<T>(v1, b);
      v2 = changetype<F>(0).ordered<T>(v2, c);
      v3 = changetype<F>(0).ordered<T>(v3, d);
      strange = v128.or(strange, v128.or(v128.or(unordered<T>(a), unordered<T>(b)), v128.or(unordered<T>(c), unordered<T>(d))));
    }
    const to = out + strip;
    if (isFloat<T>() && v128.any_true(strange)) {
      memory.copy(to, x + strip, 64);
      for (let i: usize = 1; i < length; i++) foldInto<T, F>(64 / sizeof<T>(), x + strip + i * row, to);
      continue;
    }
    v128.store(to, v0);
    v128.store(to, v1, 16);
    v128.store(to, v2, 32);
    v128.store(to, v3, 48);
  }
  return strip;
}

/** Where x is NaN. */
@inline
function unordered<T>(x: v128): v128 {
  return isFloat<T>() ? v128.ne<T>(x, x) : i32x4.splat(0);
}

/** out[j] = f(out[j], x[j]). */
function foldInto<T, F>(n: usize, x: usize, out: usize): void {
  const end = out + n * sizeof<T>();
  if (sizeof<T>() > 1) {
    for (; out + 16 <= end; out += 16, x += 16) {
      v128.store(out, changetype<F>(0).vector<T>(v128.load(out), v128.load(x)));
    }
  }
  for (; out < end; out += sizeof<T>(), x += sizeof<T>()) {
    store<T>(out, changetype<F>(0).scalar<T>(load<T>(out), load<T>(x)));
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
  if (inner == 1 && length <= SHORT) {
    for (let o: usize = 0; o < outer; o++) {
      store<i32>(out, placeInShortRow<T>(largest, length, x) as i32);
      x += length * sizeof<T>();
      out += 4;
    }
    return;
  }
  if (inner == 1) {
    for (let o: usize = 0; o < outer; o++) {
      const value = largest ? foldRow<T, Maximum>(length, x) : foldRow<T, Minimum>(length, x);
      store<i32>(out, firstPlace<T>(value, length, x) as i32);
      x += length * sizeof<T>();
      out += 4;
    }
    return;
  }
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

/** The first extreme's place in a row, without branches on values: processors would guess every other row's wrong. */
function placeInShortRow<T>(largest: bool, n: usize, x: usize): usize {
  let place: usize = 0;
  let strange: bool = false;
  for (let i: usize = 0; i < n; i++) {
    const value = load<T>(x + i * sizeof<T>());
    const best = load<T>(x + place * sizeof<T>());
    const wins = largest ? value > best : value < best;
    place += (i - place) * (wins as usize);
    strange |= value != value;
  }
  return isFloat<T>() && strange ? firstPlace<T>(NaN as T, n, x) : place;
}

/** Where in a row the value stands first; a NaN is found among NaN. */
function firstPlace<T>(value: T, n: usize, x: usize): usize {
  let at = x;
  const end = x + n * sizeof<T>();
  if (isFloat<T>() && value != value) {
    while (load<T>(at) == load<T>(at)) at += sizeof<T>();
    return (at - x) / sizeof<T>();
  }
  if (sizeof<T>() > 1) {
    const wanted = v128.splat<T>(value);
    while (at + 16 <= end && !v128.any_true(v128.eq<T>(v128.load(at), wanted))) at += 16;
  }
  while (load<T>(at) != value) at += sizeof<T>();
  return (at - x) / sizeof<T>();
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
