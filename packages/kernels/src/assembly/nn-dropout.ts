// Dropout by a counter-based generator: element i is kept or not by the number i of the stream of a key, so the
// backward pass draws the same numbers again and no mask is kept. Philox4x32-10, Salmon et al. (2011).

import { ownRoom, parallelFor, taskArguments } from "./parallel";

const PIECE: usize = 4096;

@unmanaged
class Drop {
  double: bool;
  n: usize;
  keyLow: u32;
  keyHigh: u32;
  keep: f64;
  scale: f64;
  x: usize;
  out: usize;
}

/** out[i] = x[i]·scale with probability keep / 2³², else 0. */
export function dropout(
  double: bool,
  n: usize,
  keyLow: u32,
  keyHigh: u32,
  keep: f64,
  scale: f64,
  x: usize,
  out: usize,
): void {
  const args = changetype<Drop>(taskArguments());
  args.double = double;
  args.n = n;
  args.keyLow = keyLow;
  args.keyHigh = keyHigh;
  args.keep = keep;
  args.scale = scale;
  args.x = x;
  args.out = out;
  parallelFor(task, (n + 3) / 4, PIECE);
}

function task(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Drop>(address);
  if (args.double) blocks<f64>(begin, end, args);
  else blocks<f32>(begin, end, args);
}

function blocks<T>(begin: usize, end: usize, args: Drop): void {
  const kept = ownRoom() + NUMBERS;
  const keep = args.keep as u64;
  for (let at = begin; at < end; at++) {
    philox(at, 0, args.keyLow, args.keyHigh, kept);
    const count = min<usize>(4, args.n - at * 4);
    const from = at * 4 * sizeof<T>();
    for (let i: usize = 0; i < count; i++) {
      const offset = from + i * sizeof<T>();
      const isKept = (load<u32>(kept + (i << 2)) as u64) < keep;
      store<T>(args.out + offset, isKept ? ((load<T>(args.x + offset) * (args.scale as T)) as T) : (0 as T));
    }
  }
}

/** Where in a thread's own room the numbers of one draw stand. */
const NUMBERS: usize = 2048;

/** Four random 32-bit numbers, the ones with this counter of this key's stream, to `to`. */
function philox(low: u64, high: u64, keyLow: u32, keyHigh: u32, to: usize): void {
  let c0 = low;
  let c1 = high;
  let c2: u64 = 0;
  let c3: u64 = 0;
  for (let round = 0; round < 10; round++) {
    const p0: u64 = c0 * 0xd2511f53;
    const p1: u64 = c2 * 0xcd9e8d57;
    c0 = (p1 >> 32) ^ c1 ^ (keyLow as u64);
    c1 = p1 & 0xffffffff;
    c2 = (p0 >> 32) ^ c3 ^ (keyHigh as u64);
    c3 = p0 & 0xffffffff;
    keyLow += 0x9e3779b9;
    keyHigh += 0xbb67ae85;
  }
  store<u32>(to, c0 as u32);
  store<u32>(to, c1 as u32, 4);
  store<u32>(to, c2 as u32, 8);
  store<u32>(to, c3 as u32, 12);
}

/**
 * Drops, in place, the elements [first, first + n) of a row of a matrix; `first` is a multiple of 4. Which ones
 * depends on row and column alone.
 */
export function dropRow<T>(
  keyLow: u32,
  keyHigh: u32,
  row: usize,
  first: usize,
  n: usize,
  keep: f64,
  scale: f64,
  at: usize,
): void {
  const kept = ownRoom() + NUMBERS;
  for (let j: usize = 0; j < n; j += 4) {
    philox((first + j) >> 2, row, keyLow, keyHigh, kept);
    const count = min<usize>(4, n - j);
    for (let i: usize = 0; i < count; i++) {
      const to = at + (j + i) * sizeof<T>();
      const isKept = (load<u32>(kept + (i << 2)) as u64) < (keep as u64);
      store<T>(to, isKept ? ((load<T>(to) * (scale as T)) as T) : (0 as T));
    }
  }
}

@unmanaged
class DropRows {
  double: bool;
  columns: usize;
  keyLow: u32;
  keyHigh: u32;
  keep: f64;
  scale: f64;
  x: usize;
}

/** dropRow for every row of a matrix. */
export function dropRows(
  double: bool,
  rows: usize,
  columns: usize,
  keyLow: u32,
  keyHigh: u32,
  keep: f64,
  scale: f64,
  x: usize,
): void {
  const args = changetype<DropRows>(taskArguments());
  args.double = double;
  args.columns = columns;
  args.keyLow = keyLow;
  args.keyHigh = keyHigh;
  args.keep = keep;
  args.scale = scale;
  args.x = x;
  parallelFor(rowsTask, rows, max<usize>(1, PIECE / max<usize>(1, columns)));
}

function rowsTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<DropRows>(address);
  const n = args.columns;
  for (let i = begin; i < end; i++) {
    if (args.double) dropRow<f64>(args.keyLow, args.keyHigh, i, 0, n, args.keep, args.scale, args.x + ((i * n) << 3));
    else dropRow<f32>(args.keyLow, args.keyHigh, i, 0, n, args.keep, args.scale, args.x + ((i * n) << 2));
  }
}
