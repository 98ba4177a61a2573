// Packing for convolutions: the panels of gemm.ts, read from a padded image instead of a matrix of columns.

import { Conv } from "./conv-shape";
import { ownRoom } from "./parallel";
import { lanes } from "./simd";

/** Where in a thread's own room the offsets of a panel's places stand. */
const OFFSETS: usize = 1024;

/** Where a place of the output begins in the padded image, in bytes. */
@inline
function offsetOf<T>(conv: Conv, place: usize): usize {
  const w = place % conv.outWidth;
  const row = place / conv.outWidth;
  const h = row % conv.outHeight;
  const d = row / conv.outHeight;
  const at = (d * conv.strideDepth * conv.fullHeight + h * conv.strideHeight) * conv.fullWidth;
  return (at + w * conv.strideWidth) * sizeof<T>();
}

/** Panels of 32 bytes of places [first, last) for the rows [p, p + depth): as packB of gemm-pack.ts. */
export function packPlaces<T>(
  conv: Conv,
  image: usize,
  p: usize,
  depth: usize,
  first: usize,
  last: usize,
  out: usize,
): void {
  const width: usize = 2 * lanes<T>();
  const offsets = ownRoom() + OFFSETS;
  const taps = conv.taps + (p << 2);
  for (let j = first; j < last; j += width, out += depth << 5) {
    let offset: usize = 0;
    for (let i: usize = 0; i < width; i++) {
      // Places behind the last repeat it: what they give is not stored.
      if (j + i < last) offset = offsetOf<T>(conv, j + i);
      store<u32>(offsets + (i << 2), offset as u32);
    }
    const halfway = lanes<T>();
    const whole = isRun<T>(offsets, 0, halfway);
    const also = isRun<T>(offsets, halfway, halfway);
    if (whole && also) packRuns(taps, depth, image, load<u32>(offsets), load<u32>(offsets + (halfway << 2)), out);
    else packScattered<T>(taps, depth, image, offsets, out);
  }
}

/** Whether `n` places from i on lie next to each other. */
function isRun<T>(offsets: usize, i: usize, n: usize): bool {
  const first = load<u32>(offsets + (i << 2));
  for (let k: usize = 1; k < n; k++) {
    if (load<u32>(offsets + ((i + k) << 2)) != first + k * sizeof<T>()) return false;
  }
  return true;
}

function packRuns(taps: usize, depth: usize, image: usize, left: usize, right: usize, out: usize): void {
  const a = image + left;
  const b = image + right;
  for (const end = out + (depth << 5); out < end; out += 32, taps += 4) {
    const tap = load<u32>(taps) as usize;
    v128.store(out, v128.load(a + tap));
    v128.store(out, v128.load(b + tap), 16);
  }
}

function packScattered<T>(taps: usize, depth: usize, image: usize, offsets: usize, out: usize): void {
  const a0 = image + load<u32>(offsets);
  const a1 = image + load<u32>(offsets, 4);
  const a2 = image + load<u32>(offsets, 8);
  const a3 = image + load<u32>(offsets, 12);
  if (sizeof<T>() == 8) {
    for (const end = out + (depth << 5); out < end; out += 32, taps += 4) {
      const tap = load<u32>(taps) as usize;
      store<T>(out, load<T>(a0 + tap));
      store<T>(out, load<T>(a1 + tap), 8);
      store<T>(out, load<T>(a2 + tap), 16);
      store<T>(out, load<T>(a3 + tap), 24);
    }
    return;
  }
  const a4 = image + load<u32>(offsets, 16);
  const a5 = image + load<u32>(offsets, 20);
  const a6 = image + load<u32>(offsets, 24);
  const a7 = image + load<u32>(offsets, 28);
  for (const end = out + (depth << 5); out < end; out += 32, taps += 4) {
    const tap = load<u32>(taps) as usize;
    store<u32>(out, load<u32>(a0 + tap));
    store<u32>(out, load<u32>(a1 + tap), 4);
    store<u32>(out, load<u32>(a2 + tap), 8);
    store<u32>(out, load<u32>(a3 + tap), 12);
    store<u32>(out, load<u32>(a4 + tap), 16);
    store<u32>(out, load<u32>(a5 + tap), 20);
    store<u32>(out, load<u32>(a6 + tap), 24);
    store<u32>(out, load<u32>(a7 + tap), 28);
  }
}

/**
 * Panels of 4 rows [row, row + rows) of the matrix of columns, over the places [first, last): as packA of
 * gemm-pack.ts, out[panel][place][i]. Rows behind the last are those before them again.
 */
export function packTaps<T>(
  conv: Conv,
  image: usize,
  row: usize,
  rows: usize,
  first: usize,
  last: usize,
  out: usize,
): void {
  for (let r: usize = 0; r < rows; r += 4) {
    const taps = conv.taps + ((row + r) << 2);
    const most = rows - r - 1;
    const a0 = image + load<u32>(taps);
    const a1 = image + load<u32>(taps + (min<usize>(1, most) << 2));
    const a2 = image + load<u32>(taps + (min<usize>(2, most) << 2));
    const a3 = image + load<u32>(taps + (min<usize>(3, most) << 2));
    out = fourTaps<T>(conv, a0, a1, a2, a3, first, last, out);
  }
}

function fourTaps<T>(
  conv: Conv,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  first: usize,
  last: usize,
  out: usize,
): usize {
  const stepW = conv.strideWidth * sizeof<T>();
  const transposing = sizeof<T>() == 4 && conv.strideWidth == 1;
  for (let j = first; j < last; ) {
    let at = offsetOf<T>(conv, j);
    // The places of this row of the output.
    let left = min(conv.outWidth - (j % conv.outWidth), last - j);
    j += left;
    if (transposing) {
      for (; left >= 4; left -= 4, at += 16, out += 64) {
        transpose(v128.load(a0 + at), v128.load(a1 + at), v128.load(a2 + at), v128.load(a3 + at), out);
      }
    }
    for (; left > 0; left--, at += stepW, out += 4 * sizeof<T>()) {
      store<T>(out, load<T>(a0 + at));
      store<T>(out, load<T>(a1 + at), sizeof<T>());
      store<T>(out, load<T>(a2 + at), 2 * sizeof<T>());
      store<T>(out, load<T>(a3 + at), 3 * sizeof<T>());
    }
  }
  return out;
}

/** The columns of the 4×4 matrix whose rows are given, one after the other. */
@inline
function transpose(a: v128, b: v128, c: v128, d: v128, out: usize): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const AB = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const CD = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(out, v128.shuffle<i64>(ab, cd, 0, 2));
  v128.store(out, v128.shuffle<i64>(ab, cd, 1, 3), 16);
  v128.store(out, v128.shuffle<i64>(AB, CD, 0, 2), 32);
  v128.store(out, v128.shuffle<i64>(AB, CD, 1, 3), 48);
}

/** A copy of an image with the channels interleaved by fours: out[channel / 4][place][channel mod 4], zero-filled. */
export function interleave<T>(conv: Conv, image: usize, out: usize): void {
  const count = conv.fullDepth * conv.fullHeight * conv.fullWidth;
  const plane = count * sizeof<T>();
  for (let c: usize = 0; c < conv.groupChannels; c += 4, image += 4 * plane) {
    const n = min<usize>(4, conv.groupChannels - c);
    let i: usize = 0;
    if (sizeof<T>() == 4 && n == 4) {
      for (; i + 4 <= count; i += 4, out += 64) {
        const at = image + i * 4;
        const second = at + plane;
        const third = second + plane;
        transpose(v128.load(at), v128.load(second), v128.load(third), v128.load(third + plane), out);
      }
    }
    for (; i < count; i++) {
      for (let k: usize = 0; k < 4; k++, out += sizeof<T>()) {
        store<T>(out, k < n ? load<T>(image + k * plane + i * sizeof<T>()) : (0 as T));
      }
    }
  }
}

/**
 * Panels of 4 rows [row, row + rows) over the places [first, last), where row (c / 4·kernel + tap)·4 + c mod 4
 * belongs to channel c, from an image with interleaved channels.
 */
export function packChannels<T>(
  conv: Conv,
  fours: usize,
  row: usize,
  rows: usize,
  first: usize,
  last: usize,
  out: usize,
): void {
  const plane = conv.fullDepth * conv.fullHeight * conv.fullWidth * 4 * sizeof<T>();
  for (let panel = row / 4; panel < (row + rows) / 4; panel++) {
    // The taps of the first channel say where a tap lies in any.
    const tap = load<u32>(conv.taps + ((panel % conv.kernel) << 2)) as usize;
    const from = fours + (panel / conv.kernel) * plane + 4 * tap;
    out = runsOfFour<T>(conv, from, first, last, out);
  }
}

function runsOfFour<T>(conv: Conv, from: usize, first: usize, last: usize, out: usize): usize {
  const element = 4 * sizeof<T>();
  const step = conv.strideWidth * element;
  for (let j = first; j < last; ) {
    let at = from + 4 * offsetOf<T>(conv, j);
    const left = min(conv.outWidth - (j % conv.outWidth), last - j);
    j += left;
    for (const end = out + left * element; out < end; out += element, at += step) {
      v128.store(out, v128.load(at));
      if (sizeof<T>() == 8) v128.store(out, v128.load(at, 16), 16);
    }
  }
  return out;
}
