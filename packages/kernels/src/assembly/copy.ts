// Moving elements: any strides to any strides, fills, choices.

import { parallelFor, taskArguments } from "./parallel";

/** From so many bytes on threads share a copy or a fill, some 50 µs of work; and the bytes of a piece. */
const MANY_BYTES: usize = 524_288;
const PIECE_BYTES: usize = 131_072;
/** Below so many bytes a loop beats the call that memory.copy is. */
const SHORT: usize = 1024;

@unmanaged
class Copy {
  size: usize;
  ndim: usize;
  meta: usize;
  src: usize;
  dst: usize;
}

/**
 * dst[…] = src[…] over any shape. `meta` points to i32: shape, then strides of src, then of dst
 * (elements). `size` is the bytes of an element: 1, 4 or 8. Threads share the first axis of a large one.
 */
export function copyNd(size: usize, ndim: usize, meta: usize, src: usize, dst: usize): void {
  const rows = load<i32>(meta) as usize;
  let rowBytes = size;
  for (let i: usize = 1; i < ndim; i++) rowBytes *= load<i32>(meta + (i << 2)) as usize;
  if (rows * rowBytes < MANY_BYTES) return copyRows(size, ndim, meta, src, dst, 0, rows);
  const args = changetype<Copy>(taskArguments());
  args.size = size;
  args.ndim = ndim;
  args.meta = meta;
  args.src = src;
  args.dst = dst;
  parallelFor(copyPiece, rows, max<usize>(1, PIECE_BYTES / max<usize>(1, rowBytes)));
}

function copyPiece(begin: usize, end: usize, thread: usize, at: usize): void {
  const args = changetype<Copy>(at);
  copyRows(args.size, args.ndim, args.meta, args.src, args.dst, begin, end);
}

function copyRows(size: usize, ndim: usize, meta: usize, src: usize, dst: usize, begin: usize, end: usize): void {
  if (size == 8) nested<u64>(ndim, 0, meta, src, dst, begin, end);
  else if (size == 4) nested<u32>(ndim, 0, meta, src, dst, begin, end);
  else nested<u8>(ndim, 0, meta, src, dst, begin, end);
}

/** Of the axis at this depth the places [begin, end). */
function nested<T>(ndim: usize, depth: usize, meta: usize, src: usize, dst: usize, begin: usize, end: usize): void {
  const n = end - begin;
  const stepSrc = (load<i32>(meta + ((ndim + depth) << 2)) as isize) * sizeof<T>();
  const stepDst = (load<i32>(meta + ((2 * ndim + depth) << 2)) as isize) * sizeof<T>();
  src += begin * stepSrc;
  dst += begin * stepDst;
  const left = ndim - depth;
  if (left == 1) return row<T>(n, src, stepSrc, dst, stepDst);
  const inner = load<i32>(meta + ((depth + 1) << 2)) as usize;
  if (left == 2) {
    const across = (load<i32>(meta + ((ndim + depth + 1) << 2)) as isize) * sizeof<T>();
    const acrossDst = (load<i32>(meta + ((2 * ndim + depth + 1) << 2)) as isize) * sizeof<T>();
    if (across != sizeof<T>()) {
      return tiles<T>(n, inner, src, stepSrc, across, dst, stepDst, acrossDst);
    }
  }
  for (let i: usize = 0; i < n; i++) {
    nested<T>(ndim, depth + 1, meta, src, dst, 0, inner);
    src += stepSrc;
    dst += stepDst;
  }
}

function row<T>(n: usize, src: usize, stepSrc: isize, dst: usize, stepDst: isize): void {
  if (stepSrc == sizeof<T>() && stepDst == sizeof<T>()) {
    if (n * sizeof<T>() >= SHORT) {
      memory.copy(dst, src, n * sizeof<T>());
      return;
    }
    for (; n >= 16 / sizeof<T>(); n -= 16 / sizeof<T>(), src += 16, dst += 16) v128.store(dst, v128.load(src));
  }
  for (let i: usize = 0; i < n; i++) {
    store<T>(dst, load<T>(src));
    src += stepSrc;
    dst += stepDst;
  }
}

const TILE: usize = 16;

/** A transposing copy walks tiles, so that the cache lines it touches are used whole. */
function tiles<T>(
  rows: usize,
  columns: usize,
  src: usize,
  down: isize,
  across: isize,
  dst: usize,
  downDst: isize,
  acrossDst: isize,
): void {
  for (let i: usize = 0; i < rows; i += TILE) {
    const iEnd = min(i + TILE, rows);
    for (let j: usize = 0; j < columns; j += TILE) {
      const width = min(TILE, columns - j);
      for (let k = i; k < iEnd; k++) {
        row<T>(width, src + k * down + j * across, across, dst + k * downDst + j * acrossDst, acrossDst);
      }
    }
  }
}

/** Fills n elements with the value whose bits stand at `value`. */
export function fill(size: usize, n: usize, value: usize, out: usize): void {
  if (size == 1) {
    memory.fill(out, load<u8>(value), n);
    return;
  }
  const bytes = n * size;
  const vector = size == 4 ? v128.load32_splat(value) : v128.load64_splat(value);
  if (bytes < MANY_BYTES) return fillBytes(0, bytes, vector, out);
  const at = taskArguments();
  v128.store(at, vector);
  store<usize>(at, out, 16);
  parallelFor(fillPiece, bytes, PIECE_BYTES);
}

function fillPiece(begin: usize, end: usize, thread: usize, at: usize): void {
  fillBytes(begin, end, v128.load(at), load<usize>(at, 16));
}

function fillBytes(begin: usize, end: usize, vector: v128, out: usize): void {
  for (; begin + 16 <= end; begin += 16) v128.store(out + begin, vector);
  // What is left is less than a vector: one element of 8 bytes, or up to three of 4.
  for (let i: usize = 0; begin < end; begin += 4, i++) {
    store<u32>(out + begin, (i & 1) == 0 ? i32x4.extract_lane(vector, 0) : i32x4.extract_lane(vector, 1));
  }
}

/** out[i] = condition[i] ? a[i] : b[i], contiguous. */
export function select(size: usize, n: usize, condition: usize, a: usize, b: usize, out: usize): void {
  if (size == 8) choose<u64>(n, condition, a, b, out);
  else if (size == 4) choose<u32>(n, condition, a, b, out);
  else choose<u8>(n, condition, a, b, out);
}

function choose<T>(n: usize, condition: usize, a: usize, b: usize, out: usize): void {
  const end = out + n * sizeof<T>();
  if (sizeof<T>() > 1) {
    for (; out + 16 <= end; out += 16, a += 16, b += 16, condition += 16 / sizeof<T>()) {
      const mask = sizeof<T>() == 4 ? mask4(condition) : mask2(condition);
      v128.store(out, v128.bitselect(v128.load(a), v128.load(b), mask));
    }
  }
  for (; out < end; out += sizeof<T>(), a += sizeof<T>(), b += sizeof<T>(), condition++) {
    store<T>(out, load<u8>(condition) ? load<T>(a) : load<T>(b));
  }
}

/** Four bytes 0 or 1 as masks of 32 bits. */
@inline
function mask4(bytes: usize): v128 {
  return i32x4.neg(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(bytes))));
}

/** Two bytes 0 or 1 as masks of 64 bits. */
@inline
function mask2(bytes: usize): v128 {
  return i64x2.replace_lane(i64x2.splat(-(load<u8>(bytes) as i64)), 1, -(load<u8>(bytes, 1) as i64));
}
