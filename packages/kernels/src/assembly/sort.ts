// Sorting rows: the elements themselves, their order, or the first k of the order.

import { FLOAT32, FLOAT64, INT32 } from "./dtype";
import { COUNT_BYTES, keyOf, rankOf, sortKeys, storeKey } from "./sort-keys";

/** Bytes of scratch that sorting a row of n needs. */
export function sortScratchBytes(n: usize): usize {
  return COUNT_BYTES + n * 24;
}

/** Sorts each of `rows` rows of n elements into out; NaN goes last in either direction. */
export function sortRows(
  dtype: i32,
  descending: bool,
  rows: usize,
  n: usize,
  x: usize,
  scratch: usize,
  out: usize,
): void {
  if (dtype == FLOAT64) values<f64, u64>(descending, rows, n, x, scratch, out);
  else if (dtype == FLOAT32) values<f32, u32>(descending, rows, n, x, scratch, out);
  else if (dtype == INT32) values<i32, u32>(descending, rows, n, x, scratch, out);
  else values<u8, u32>(descending, rows, n, x, scratch, out);
}

function values<T, K>(descending: bool, rows: usize, n: usize, x: usize, scratch: usize, out: usize): void {
  const keys = scratch + COUNT_BYTES;
  const others = keys + n * sizeof<K>();
  for (let r: usize = 0; r < rows; r++) {
    for (let i: usize = 0; i < n; i++) {
      store<K>(keys + i * sizeof<K>(), keyOf<T, K>(x + i * sizeof<T>(), descending));
    }
    const swapped = sortKeys<K, bool>(n, keys, others, 0, 0, scratch);
    const sorted = swapped ? others : keys;
    for (let i: usize = 0; i < n; i++) {
      storeKey<T, K>(out + i * sizeof<T>(), load<K>(sorted + i * sizeof<K>()), descending);
    }
    x += n * sizeof<T>();
    out += n * sizeof<T>();
  }
}

/** The places (i32) of each row's elements in sorted order, equal ones as they stand. */
export function argsortRows(
  dtype: i32,
  descending: bool,
  rows: usize,
  n: usize,
  x: usize,
  scratch: usize,
  out: usize,
): void {
  if (dtype == FLOAT64) orders<f64, u64>(descending, rows, n, x, scratch, out);
  else if (dtype == FLOAT32) orders<f32, u32>(descending, rows, n, x, scratch, out);
  else if (dtype == INT32) orders<i32, u32>(descending, rows, n, x, scratch, out);
  else orders<u8, u32>(descending, rows, n, x, scratch, out);
}

function orders<T, K>(descending: bool, rows: usize, n: usize, x: usize, scratch: usize, out: usize): void {
  const keys = scratch + COUNT_BYTES;
  const others = keys + n * sizeof<K>();
  const otherOrder = others + n * sizeof<K>();
  for (let r: usize = 0; r < rows; r++) {
    for (let i: usize = 0; i < n; i++) {
      store<K>(keys + i * sizeof<K>(), rankOf<T, K>(x + i * sizeof<T>(), descending));
      store<i32>(out + (i << 2), i as i32);
    }
    if (sortKeys<K, i32>(n, keys, others, out, otherOrder, scratch)) memory.copy(out, otherOrder, n << 2);
    x += n * sizeof<T>();
    out += n << 2;
  }
}

/** The first k places (i32) of each row's sorted order, for k ≤ n much smaller than n. */
export function topRows(
  dtype: i32,
  descending: bool,
  rows: usize,
  n: usize,
  k: usize,
  x: usize,
  scratch: usize,
  out: usize,
): void {
  if (dtype == FLOAT64) tops<f64, u64>(descending, rows, n, k, x, scratch, out);
  else if (dtype == FLOAT32) tops<f32, u32>(descending, rows, n, k, x, scratch, out);
  else if (dtype == INT32) tops<i32, u32>(descending, rows, n, k, x, scratch, out);
  else tops<u8, u32>(descending, rows, n, k, x, scratch, out);
}

/** A heap holds the best k so far, the worst of them on top; most elements are compared with that one only. */
function tops<T, K>(
  descending: bool,
  rows: usize,
  n: usize,
  k: usize,
  x: usize,
  keys: usize,
  out: usize,
): void {
  for (let r: usize = 0; r < rows; r++) {
    for (let i: usize = 0; i < k; i++) {
      store<K>(keys + i * sizeof<K>(), rankOf<T, K>(x + i * sizeof<T>(), descending));
      store<i32>(out + (i << 2), i as i32);
    }
    for (let i = k >> 1; i > 0; i--) siftDown<K>(i - 1, k, keys, out);
    for (let i = k; i < n && k > 0; i++) {
      const key = rankOf<T, K>(x + i * sizeof<T>(), descending);
      if (key >= load<K>(keys)) continue;
      store<K>(keys, key);
      store<i32>(out, i as i32);
      siftDown<K>(0, k, keys, out);
    }
    for (let left = k; left > 1; left--) {
      exchange<K>(0, left - 1, keys, out);
      siftDown<K>(0, left - 1, keys, out);
    }
    x += n * sizeof<T>();
    out += k << 2;
  }
}

function siftDown<K>(from: usize, size: usize, keys: usize, order: usize): void {
  let parent = from;
  while (true) {
    let child: usize = 2 * parent + 1;
    if (child >= size) return;
    if (child + 1 < size && before<K>(child, child + 1, keys, order)) child += 1;
    if (!before<K>(parent, child, keys, order)) return;
    exchange<K>(parent, child, keys, order);
    parent = child;
  }
}

/** Whether entry a of the heap comes before b in the sorted order. */
@inline
function before<K>(a: usize, b: usize, keys: usize, order: usize): bool {
  const keyA = load<K>(keys + a * sizeof<K>());
  const keyB = load<K>(keys + b * sizeof<K>());
  return keyA < keyB || (keyA == keyB && load<i32>(order + (a << 2)) < load<i32>(order + (b << 2)));
}

@inline
function exchange<K>(a: usize, b: usize, keys: usize, order: usize): void {
  const key = load<K>(keys + a * sizeof<K>());
  store<K>(keys + a * sizeof<K>(), load<K>(keys + b * sizeof<K>()));
  store<K>(keys + b * sizeof<K>(), key);
  const place = load<i32>(order + (a << 2));
  store<i32>(order + (a << 2), load<i32>(order + (b << 2)));
  store<i32>(order + (b << 2), place);
}
