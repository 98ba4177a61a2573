// Dropout by a counter-based generator: element i is kept or not by the number i of the stream of a key, so the
// backward pass draws the same numbers again and no mask is kept. Philox4x32-10, Salmon et al. (2011).

import { parallelFor, taskArguments } from "./parallel";

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
  const scale = args.scale as T;
  const keep = args.keep as u64;
  for (let block = begin; block < end; block++) {
    let c0: u64 = block;
    let c1: u64 = 0;
    let c2: u64 = 0;
    let c3: u64 = 0;
    let k0 = args.keyLow;
    let k1 = args.keyHigh;
    for (let round = 0; round < 10; round++) {
      const p0: u64 = c0 * 0xd2511f53;
      const p1: u64 = c2 * 0xcd9e8d57;
      c0 = (p1 >> 32) ^ c1 ^ (k0 as u64);
      c1 = p1 & 0xffffffff;
      c2 = (p0 >> 32) ^ c3 ^ (k1 as u64);
      c3 = p0 & 0xffffffff;
      k0 += 0x9e3779b9;
      k1 += 0xbb67ae85;
    }
    const first = block * 4;
    choose<T>(args, first, c0 < keep, scale);
    choose<T>(args, first + 1, c1 < keep, scale);
    choose<T>(args, first + 2, c2 < keep, scale);
    choose<T>(args, first + 3, c3 < keep, scale);
  }
}

@inline
function choose<T>(args: Drop, i: usize, kept: bool, scale: T): void {
  if (i >= args.n) return;
  const at = i * sizeof<T>();
  store<T>(args.out + at, kept ? ((load<T>(args.x + at) * scale) as T) : (0 as T));
}
