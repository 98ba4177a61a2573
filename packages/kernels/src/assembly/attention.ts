// softmax(q·kᵀ·scale + mask)·v block by block, with the softmax kept up to date as keys come in, so that no matrix of
// all scores is ever there. Dao et al. (2022), FlashAttention; Milakov and Gimelshein (2018) for the softmax.

import {
  Attention,
  AttentionShape,
  isWorthSharing,
  KEYS,
  maskScores,
  packedKeys,
  packedValues,
  ROWS,
  visibleKeys,
} from "./attention-shape";
import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";
import { dropRow } from "./nn-dropout";
import { exponentials, largest, logarithmOf, scale } from "./nn-softmax";
import { parallelForIf, taskArguments, threadsToProvideFor } from "./parallel";
import { roundUp } from "./sizes";

/** Bytes of scratch for the forward pass. */
export function attentionScratch(double: bool, shape: usize): usize {
  const size: usize = double ? 8 : 4;
  return threadsToProvideFor() * threadBytes(changetype<AttentionShape>(shape), size);
}

function threadBytes(shape: AttentionShape, size: usize): usize {
  return (
    packedKeys(shape.keys, shape.width, size) +
    packedValues(shape.keys, shape.values, size) +
    ROWS * KEYS * size +
    ROWS * max<usize>(shape.width, KEYS) * size +
    2 * ROWS * size
  );
}

/** out (heads, rows, values) and the logarithms of the rows' sums of exponentials, `lse` (heads, rows). */
export function attentionForward(
  double: bool,
  shape: usize,
  factor: f64,
  keep: f64,
  keepScale: f64,
  q: usize,
  k: usize,
  v: usize,
  mask: usize,
  out: usize,
  lse: usize,
  scratch: usize,
): void {
  const attention = changetype<Attention>(taskArguments());
  memory.copy(changetype<usize>(attention), shape, offsetof<AttentionShape>());
  attention.scale = factor;
  attention.keep = keep;
  attention.keepScale = keepScale;
  attention.q = q;
  attention.k = k;
  attention.v = v;
  attention.mask = mask;
  attention.out = out;
  attention.lse = lse;
  attention.room = scratch;
  attention.threadBytes = threadBytes(attention, double ? 8 : 4);
  parallelForIf(isWorthSharing(attention), double ? heads64 : heads32, attention.heads, 1);
}

function heads32(begin: usize, end: usize, thread: usize, args: usize): void {
  const attention = changetype<Attention>(args);
  for (let head = begin; head < end; head++) oneHead<f32>(attention, head, thread);
}

function heads64(begin: usize, end: usize, thread: usize, args: usize): void {
  const attention = changetype<Attention>(args);
  for (let head = begin; head < end; head++) oneHead<f64>(attention, head, thread);
}

function oneHead<T>(attention: Attention, head: usize, thread: usize): void {
  const size = sizeof<T>();
  const keys: usize = attention.keys;
  const width: usize = attention.width;
  const values: usize = attention.values;
  const packedK = attention.room + thread * attention.threadBytes;
  const packedV = packedK + packedKeys(keys, width, size);
  const k = attention.k + head * keys * width * size;
  const v = attention.v + head * keys * values * size;
  for (let key: usize = 0; key < keys; key += KEYS) {
    const count = min(KEYS, keys - key);
    packB<T>(width, count, k + key * width * size, size, width * size, packedK + key * width * size);
    packB<T>(count, values, v + key * values * size, values * size, size, packedV + key * roundUp(values, 8) * size);
  }
  const scores = packedV + packedValues(keys, values, size);
  for (let row: usize = 0; row < attention.rows; row += ROWS) {
    someRows<T>(attention, head, row, min(ROWS, attention.rows - row), packedK, packedV, scores);
  }
}

function someRows<T>(
  attention: Attention,
  head: usize,
  row: usize,
  rows: usize,
  packedK: usize,
  packedV: usize,
  scores: usize,
): void {
  const size = sizeof<T>();
  const width: usize = attention.width;
  const values: usize = attention.values;
  const packed = scores + ROWS * KEYS * size;
  const tops = packed + ROWS * max(width, KEYS) * size;
  const sums = tops + ROWS * size;
  const first = head * attention.rows + row;
  const out = attention.out + first * values * size;
  memory.fill(out, 0, rows * values * size);
  for (let r: usize = 0; r < rows; r++) {
    store<T>(tops + r * size, (-Infinity) as T);
    store<T>(sums + r * size, 0 as T);
  }
  const visible = visibleKeys(attention, row + rows);
  for (let key: usize = 0; key < visible; key += KEYS) {
    const count = min<usize>(KEYS, attention.keys - key);
    const down = KEYS * size;
    packA<T>(TILE_ROWS, rows, width, attention.q + first * width * size, width * size, size, packed);
    block<T>(rows, count, width, packed, packedK + key * width * size, scores, down, false, isize.MAX_VALUE);
    maskScores<T>(attention, head, row, rows, key, count, scores, down);
    for (let r: usize = 0; r < rows; r++) {
      takeIn<T>(count, scores + r * down, tops + r * size, sums + r * size, values, out + r * values * size);
      if (attention.keepScale != 1) {
        dropRow<T>(attention.keyLow, attention.keyHigh, first + r, key, count, attention.keep, attention.keepScale, scores + r * down);
      }
    }
    packA<T>(TILE_ROWS, rows, count, scores, down, size, packed);
    const v = packedV + key * roundUp(values, 8) * size;
    block<T>(rows, values, count, packed, v, out, values * size, true, isize.MAX_VALUE);
  }
  for (let r: usize = 0; r < rows; r++) {
    const sum = load<T>(sums + r * size);
    scale<T>(values, out + r * values * size, ((1 as T) / sum) as T);
    store<T>(attention.lse + (first + r) * size, (load<T>(tops + r * size) + logarithmOf<T>(sum)) as T);
  }
}

/** Turns new scores of a row into exponentials, and what was summed so far to the same offset. */
function takeIn<T>(n: usize, scores: usize, topAt: usize, sumAt: usize, values: usize, out: usize): void {
  const before = load<T>(topAt);
  const top = max<T>(before, largest<T>(n, scores));
  const lowest = (-Infinity) as T;
  // Nothing visible yet: any offset will do, and all exponentials are 0.
  const offset = top == lowest ? (0 as T) : top;
  const sum = exponentials<T>(n, scores, offset, scores);
  if (before == top || before == lowest) {
    store<T>(sumAt, (load<T>(sumAt) + sum) as T);
  } else {
    const shrink = exponentialOf<T>((before - top) as T);
    scale<T>(values, out, shrink);
    store<T>(sumAt, (load<T>(sumAt) * shrink + sum) as T);
  }
  store<T>(topAt, top);
}

@inline
function exponentialOf<T>(x: T): T {
  return sizeof<T>() == 4 ? (Mathf.exp(x as f32) as T) : (Math.exp(x as f64) as T);
}
