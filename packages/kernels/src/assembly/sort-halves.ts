// Sorting one long row by two threads: each sorts a half, then each merges a half of the result.

import { FLOAT32, FLOAT64, INT32 } from "./dtype";
import { parallelFor, taskArguments } from "./parallel";
import { COUNT_BYTES, keyOf, rankOf, sortKeys, storeKey } from "./sort-keys";

@unmanaged
class Halves {
  dtype: i32;
  descending: bool;
  /** Whether the order is wanted instead of the elements. */
  ordering: bool;
  n: usize;
  x: usize;
  scratch: usize;
  out: usize;
}

/** Bytes of scratch for a row of n. */
export function halvesScratchBytes(n: usize): usize {
  return 2 * COUNT_BYTES + n * 20;
}

/** Sorts n elements into out, or with `ordering` their places (i32). */
export function sortHalves(
  dtype: i32,
  descending: bool,
  ordering: bool,
  n: usize,
  x: usize,
  scratch: usize,
  out: usize,
): void {
  const args = changetype<Halves>(taskArguments());
  args.dtype = dtype;
  args.descending = descending;
  args.ordering = ordering;
  args.n = n;
  args.x = x;
  args.scratch = scratch;
  args.out = out;
  parallelFor(sortTask, 2, 1);
  parallelFor(mergeTask, 2, 1);
}

function sortTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Halves>(address);
  for (let half = begin; half < end; half++) {
    if (args.dtype == FLOAT64) sortHalf<f64, u64>(half, args);
    else if (args.dtype == FLOAT32) sortHalf<f32, u32>(half, args);
    else if (args.dtype == INT32) sortHalf<i32, u32>(half, args);
    else sortHalf<u8, u32>(half, args);
  }
}

function mergeTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Halves>(address);
  for (let half = begin; half < end; half++) {
    if (args.dtype == FLOAT64) mergeHalf<f64, u64>(half, args);
    else if (args.dtype == FLOAT32) mergeHalf<f32, u32>(half, args);
    else if (args.dtype == INT32) mergeHalf<i32, u32>(half, args);
    else mergeHalf<u8, u32>(half, args);
  }
}

/** The sorted keys, and behind them their order, both of n elements. */
@inline
function sortedKeys<K>(args: Halves): usize {
  return args.scratch + 2 * COUNT_BYTES + args.n * sizeof<K>();
}

@inline
function sortedOrder<K>(args: Halves): usize {
  return sortedKeys<K>(args) + args.n * sizeof<K>();
}

function sortHalf<T, K>(half: usize, args: Halves): void {
  const middle = args.n >> 1;
  const start: usize = half == 0 ? 0 : middle;
  const length = half == 0 ? middle : args.n - middle;
  const counts = args.scratch + half * COUNT_BYTES;
  const keys = args.scratch + 2 * COUNT_BYTES + start * sizeof<K>();
  const others = sortedKeys<K>(args) + start * sizeof<K>();
  const order = args.out + (start << 2);
  const otherOrder = sortedOrder<K>(args) + (start << 2);
  for (let i: usize = 0; i < length; i++) {
    const from = args.x + (start + i) * sizeof<T>();
    if (args.ordering) {
      store<K>(keys + i * sizeof<K>(), rankOf<T, K>(from, args.descending));
      store<i32>(order + (i << 2), (start + i) as i32);
    } else {
      store<K>(keys + i * sizeof<K>(), keyOf<T, K>(from, args.descending));
    }
  }
  const swapped = args.ordering
    ? sortKeys<K, i32>(length, keys, others, order, otherOrder, counts)
    : sortKeys<K, bool>(length, keys, others, 0, 0, counts);
  if (swapped) return;
  memory.copy(others, keys, length * sizeof<K>());
  if (args.ordering) memory.copy(otherOrder, order, length << 2);
}

/** Of equal keys those of the left half come first. */
function mergeHalf<T, K>(half: usize, args: Halves): void {
  const keys = sortedKeys<K>(args);
  const order = sortedOrder<K>(args);
  const middle = args.n >> 1;
  const begin: usize = half == 0 ? 0 : middle;
  const end = half == 0 ? middle : args.n;
  let i = fromLeft<K>(begin, keys, middle, args.n);
  let j = middle + begin - i;
  for (let k = begin; k < end; k++) {
    let right: usize;
    if (i < middle && j < args.n) {
      right = (load<K>(keys + i * sizeof<K>()) > load<K>(keys + j * sizeof<K>())) as usize;
    } else {
      right = (i >= middle) as usize;
    }
    const take = right ? j : i;
    if (args.ordering) store<i32>(args.out + (k << 2), load<i32>(order + (take << 2)));
    else storeKey<T, K>(args.out + k * sizeof<T>(), load<K>(keys + take * sizeof<K>()), args.descending);
    i += 1 - right;
    j += right;
  }
}

/** How many of the first k merged keys come from the left half. */
function fromLeft<K>(k: usize, keys: usize, middle: usize, n: usize): usize {
  let low = k > n - middle ? k - (n - middle) : 0;
  let high = min(k, middle);
  while (low < high) {
    const left = (low + high) >> 1;
    const right = k - left;
    // Too few from the left, if its next key comes before the last one from the right.
    const next = load<K>(keys + left * sizeof<K>());
    const last = load<K>(keys + (middle + right - 1) * sizeof<K>());
    if (next <= last) low = left + 1;
    else high = left;
  }
  return low;
}
