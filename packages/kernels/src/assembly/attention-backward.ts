// The backward pass of attention.ts: the weights are computed again from the scores and the rows' lse.

import {
  Attention,
  AttentionShape,
  isWorthSharing,
  KEYS,
  maskScores,
  packedKeys,
  packedValues,
  packTransposed,
  ROWS,
  visibleKeys,
} from "./attention-shape";
import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";
import { dotRow } from "./gemm-small";
import { dropRow } from "./nn-dropout";
import { exponentials } from "./nn-softmax";
import { parallelForIf, taskArguments, threadsToProvideFor } from "./parallel";
import { lanes } from "./simd";
import { roundUp } from "./sizes";

/** Bytes of scratch for the backward pass. */
export function attentionBackwardScratch(double: bool, shape: usize): usize {
  const size: usize = double ? 8 : 4;
  return threadsToProvideFor() * threadBytes(changetype<AttentionShape>(shape), size);
}

function threadBytes(shape: AttentionShape, size: usize): usize {
  const keys: usize = shape.keys;
  const width: usize = shape.width;
  const values: usize = shape.values;
  return (
    packedKeys(keys, width, size) +
    packedKeys(keys, values, size) +
    packedValues(keys, width, size) +
    2 * ROWS * KEYS * size +
    ROWS * (width + values + roundUp(width, 8) + roundUp(values, 8)) * size +
    max(ROWS, KEYS) * max(ROWS, KEYS) * size +
    ROWS * size
  );
}

/** dq, dk and dv from g = dL/dout and what the forward pass gave. */
export function attentionBackward(
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
  g: usize,
  dq: usize,
  dk: usize,
  dv: usize,
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
  attention.g = g;
  attention.dq = dq;
  attention.dk = dk;
  attention.dv = dv;
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
  const room = attention.room + thread * attention.threadBytes;
  const packedV = room + packedKeys(keys, width, size);
  const plainK = packedV + packedKeys(keys, values, size);
  const k = attention.k + head * keys * width * size;
  const v = attention.v + head * keys * values * size;
  for (let key: usize = 0; key < keys; key += KEYS) {
    const count = min(KEYS, keys - key);
    packB<T>(width, count, k + key * width * size, size, width * size, room + key * width * size);
    packB<T>(values, count, v + key * values * size, size, values * size, packedV + key * values * size);
    packB<T>(count, width, k + key * width * size, width * size, size, plainK + key * roundUp(width, 8) * size);
  }
  memory.fill(attention.dq + head * attention.rows * width * size, 0, attention.rows * width * size);
  memory.fill(attention.dk + head * keys * width * size, 0, keys * width * size);
  memory.fill(attention.dv + head * keys * values * size, 0, keys * values * size);
  for (let row: usize = 0; row < attention.rows; row += ROWS) {
    someRows<T>(attention, head, row, min(ROWS, attention.rows - row), room);
  }
}

function someRows<T>(attention: Attention, head: usize, row: usize, rows: usize, packedK: usize): void {
  const size = sizeof<T>();
  const keys: usize = attention.keys;
  const width: usize = attention.width;
  const values: usize = attention.values;
  const packedV = packedK + packedKeys(keys, width, size);
  const plainK = packedV + packedKeys(keys, values, size);
  const weights = plainK + packedValues(keys, width, size);
  const slopes = weights + ROWS * KEYS * size;
  const rowsQ = slopes + ROWS * KEYS * size;
  const rowsG = rowsQ + ROWS * width * size;
  const columnsQ = rowsG + ROWS * values * size;
  const columnsG = columnsQ + ROWS * roundUp(width, 8) * size;
  const packed = columnsG + ROWS * roundUp(values, 8) * size;
  const means = packed + max(ROWS, KEYS) * max(ROWS, KEYS) * size;
  const first = head * attention.rows + row;
  const q = attention.q + first * width * size;
  const g = attention.g + first * values * size;
  const down = KEYS * size;
  packA<T>(TILE_ROWS, rows, width, q, width * size, size, rowsQ);
  packA<T>(TILE_ROWS, rows, values, g, values * size, size, rowsG);
  packB<T>(rows, width, q, width * size, size, columnsQ);
  packB<T>(rows, values, g, values * size, size, columnsG);
  for (let r: usize = 0; r < rows; r++) {
    const out = attention.out + (first + r) * values * size;
    store<T>(means + r * size, dotRow<T>(values, g + r * values * size, out));
  }
  const visible = visibleKeys(attention, row + rows);
  for (let key: usize = 0; key < visible; key += KEYS) {
    const count = min(KEYS, keys - key);
    block<T>(rows, count, width, rowsQ, packedK + key * width * size, weights, down, false, isize.MAX_VALUE);
    block<T>(rows, count, values, rowsG, packedV + key * values * size, slopes, down, false, isize.MAX_VALUE);
    maskScores<T>(attention, head, row, rows, key, count, weights, down);
    for (let r: usize = 0; r < rows; r++) {
      rowGradient<T>(attention, first + r, key, count, load<T>(means + r * size), weights + r * down, slopes + r * down);
    }
    const dv = attention.dv + (head * keys + key) * values * size;
    packTransposed<T>(rows, count, weights, down, packed);
    block<T>(count, values, rows, packed, columnsG, dv, values * size, true, isize.MAX_VALUE);
    const dk = attention.dk + (head * keys + key) * width * size;
    packTransposed<T>(rows, count, slopes, down, packed);
    block<T>(count, width, rows, packed, columnsQ, dk, width * size, true, isize.MAX_VALUE);
    packA<T>(TILE_ROWS, rows, count, slopes, down, size, packed);
    const fromK = plainK + key * roundUp(width, 8) * size;
    block<T>(rows, width, count, packed, fromK, attention.dq + first * width * size, width * size, true, isize.MAX_VALUE);
  }
}

/**
 * Of one row: scores become weights p = e^(score − lse), and gradients of the weights those of the scores,
 * p·(dp − Σ dp·p)·scale, where Σ dp·p = Σ g·out is known.
 */
function rowGradient<T>(
  attention: Attention,
  row: usize,
  key: usize,
  count: usize,
  mean: T,
  weights: usize,
  slopes: usize,
): void {
  exponentials<T>(count, weights, load<T>(attention.lse + row * sizeof<T>()), weights);
  const dropping = attention.keepScale != 1;
  if (dropping) drop<T>(attention, row, key, count, slopes);
  const offset = v128.splat<T>(mean);
  const factor = v128.splat<T>(attention.scale as T);
  let i: usize = 0;
  for (; i + lanes<T>() <= count; i += lanes<T>()) {
    const at = i * sizeof<T>();
    const p = v128.mul<T>(v128.load(weights + at), factor);
    v128.store(slopes + at, v128.mul<T>(p, v128.sub<T>(v128.load(slopes + at), offset)));
  }
  for (; i < count; i++) {
    const at = i * sizeof<T>();
    const p = (load<T>(weights + at) * (attention.scale as T)) as T;
    store<T>(slopes + at, (p * (load<T>(slopes + at) - mean)) as T);
  }
  if (dropping) drop<T>(attention, row, key, count, weights);
}

@inline
function drop<T>(attention: Attention, row: usize, key: usize, count: usize, to: usize): void {
  dropRow<T>(attention.keyLow, attention.keyHigh, row, key, count, attention.keep, attention.keepScale, to);
}
