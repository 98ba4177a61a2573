// Sorting rows: the elements themselves, their order, or the first k of the order.

import { FLOAT32, FLOAT64, INT32 } from "./dtype";
import { parallelForIf, taskArguments, threadsToProvideFor } from "./parallel";
import { halvesScratchBytes, sortHalves } from "./sort-halves";
import { COUNT_BYTES, keyOf, rankOf, sortKeys, storeKey } from "./sort-keys";

/** A row from this length on is sorted by two threads. */
const LONG: usize = 131_072;
/** So many elements are worth sharing between threads, or one piece of the work. */
const MANY: usize = 32_768;
const PIECE: usize = 8192;

@unmanaged
class Sorting {
  dtype: i32;
  descending: bool;
  /** Whether the order is wanted instead of the elements. */
  ordering: bool;
  n: usize;
  x: usize;
  scratch: usize;
  out: usize;
}

/** Bytes of scratch that sorting rows of n needs. */
export function sortScratchBytes(n: usize): usize {
  return max(halvesScratchBytes(n), threadsToProvideFor() * threadBytes(n));
}

/** For keys and order, each twice, and counts. */
function threadBytes(n: usize): usize {
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
  sortAll(dtype, descending, false, rows, n, x, scratch, out);
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
  sortAll(dtype, descending, true, rows, n, x, scratch, out);
}

function sortAll(
  dtype: i32,
  descending: bool,
  ordering: bool,
  rows: usize,
  n: usize,
  x: usize,
  scratch: usize,
  out: usize,
): void {
  if (rows == 1 && n >= LONG && threadsToProvideFor() > 1) {
    return sortHalves(dtype, descending, ordering, n, x, scratch, out);
  }
  const args = changetype<Sorting>(taskArguments());
  args.dtype = dtype;
  args.descending = descending;
  args.ordering = ordering;
  args.n = n;
  args.x = x;
  args.scratch = scratch;
  args.out = out;
  parallelForIf(rows * n >= MANY, sortTask, rows, max<usize>(1, PIECE / max<usize>(1, n)));
}

function sortTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Sorting>(address);
  const scratch = args.scratch + thread * threadBytes(args.n);
  if (args.dtype == FLOAT64) rowsOf<f64, u64>(begin, end, scratch, args);
  else if (args.dtype == FLOAT32) rowsOf<f32, u32>(begin, end, scratch, args);
  else if (args.dtype == INT32) rowsOf<i32, u32>(begin, end, scratch, args);
  else rowsOf<u8, u32>(begin, end, scratch, args);
}

function rowsOf<T, K>(begin: usize, end: usize, scratch: usize, args: Sorting): void {
  const x = args.x + begin * args.n * sizeof<T>();
  const rows = end - begin;
  if (args.ordering) {
    orders<T, K>(args.descending, rows, args.n, x, scratch, args.out + ((begin * args.n) << 2));
  } else {
    values<T, K>(args.descending, rows, args.n, x, scratch, args.out + begin * args.n * sizeof<T>());
  }
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
