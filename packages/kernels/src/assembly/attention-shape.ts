// What both passes of scaled dot-product attention know. q (heads, rows, width), k (heads, keys, width),
// v (heads, keys, values), everything contiguous; heads counts batch and heads together.

import { lanes } from "./simd";
import { roundUp } from "./sizes";

/** Query rows, and keys, that are multiplied at a time: their scores stay in the first-level cache. */
export const ROWS: usize = 32;
export const KEYS: usize = 32;

/** In the order in which the caller writes it to memory, each number 4 bytes. */
@unmanaged
export class AttentionShape {
  heads: u32;
  rows: u32;
  keys: u32;
  width: u32;
  values: u32;
  /** Row i sees keys up to i only. */
  causal: u32;
  /** Where each head's mask begins, in elements (i32 for each head), or 0; and its steps. */
  maskOffsets: u32;
  maskDown: u32;
  maskAcross: u32;
  keyLow: u32;
  keyHigh: u32;
}

@unmanaged
export class Attention extends AttentionShape {
  scale: f64;
  /** Of 2³², how many are kept by the dropout; and what they are multiplied with. */
  keep: f64;
  keepScale: f64;
  q: usize;
  k: usize;
  v: usize;
  mask: usize;
  out: usize;
  lse: usize;
  g: usize;
  dq: usize;
  dk: usize;
  dv: usize;
  room: usize;
  threadBytes: usize;
}

/** Whether threads share the heads: not below some 50 µs of multiplications. */
export function isWorthSharing(attention: Attention): bool {
  const scores = (attention.heads as f64) * (attention.rows as f64) * (attention.keys as f64);
  return scores * ((attention.width + attention.values) as f64) >= 1_000_000;
}

/** Bytes of a block of keys packed for a product over `depth`, of a place for one on all keys. */
export function packedKeys(keys: usize, depth: usize, size: usize): usize {
  return roundUp(keys, KEYS) * depth * size;
}

/** The same for products over the keys, `columns` wide. */
export function packedValues(keys: usize, columns: usize, size: usize): usize {
  return roundUp(keys, KEYS) * roundUp(columns, 8) * size;
}

/** Panels of 4 columns of a (rows × columns) matrix: the panels of 4 rows of its transpose. */
export function packTransposed<T>(rows: usize, columns: usize, a: usize, down: usize, out: usize): void {
  for (let c: usize = 0; c < columns; c += 4) {
    const n = min<usize>(4, columns - c);
    let from = a + c * sizeof<T>();
    for (let r: usize = 0; r < rows; r++, from += down, out += 4 * sizeof<T>()) {
      if (n == 4) {
        v128.store(out, v128.load(from));
        if (sizeof<T>() == 8) v128.store(out, v128.load(from, 16), 16);
      } else {
        for (let i: usize = 0; i < 4; i++) {
          store<T>(out + i * sizeof<T>(), i < n ? load<T>(from + i * sizeof<T>()) : (0 as T));
        }
      }
    }
  }
}

/** How many keys the rows up to `last` (excluded) see. */
@inline
export function visibleKeys(attention: Attention, last: usize): usize {
  return attention.causal != 0 ? min<usize>(attention.keys, last) : attention.keys;
}

/**
 * scores = scores·scale + mask, −∞ for keys that a row does not see; rows [row, row + rows), keys
 * [key, key + keys), `down` bytes from one row of the scores to the next.
 */
export function maskScores<T>(
  attention: Attention,
  head: usize,
  row: usize,
  rows: usize,
  key: usize,
  keys: usize,
  scores: usize,
  down: usize,
): void {
  const factor = v128.splat<T>(attention.scale as T);
  const offsets: usize = attention.maskOffsets;
  for (let r: usize = 0; r < rows; r++, scores += down) {
    let i: usize = 0;
    for (; i + lanes<T>() <= keys; i += lanes<T>()) {
      const at = scores + i * sizeof<T>();
      v128.store(at, v128.mul<T>(v128.load(at), factor));
    }
    for (; i < keys; i++) {
      const at = scores + i * sizeof<T>();
      store<T>(at, (load<T>(at) * (attention.scale as T)) as T);
    }
    if (offsets != 0) {
      const across: usize = attention.maskAcross;
      const start = (load<i32>(offsets + (head << 2)) as usize) + (row + r) * attention.maskDown + key * across;
      for (let j: usize = 0; j < keys; j++) {
        const at = scores + j * sizeof<T>();
        store<T>(at, (load<T>(at) + load<T>(attention.mask + (start + j * across) * sizeof<T>())) as T);
      }
    }
    if (attention.causal != 0) {
      for (let j: usize = row + r < key ? 0 : row + r + 1 - key; j < keys; j++) {
        store<T>(scores + j * sizeof<T>(), (-Infinity) as T);
      }
    }
  }
}
