// Convolutions of 3×3 without steps by Winograd's F(2×2, 3×3): tiles of 2×2 outputs from 16 products in place of 36.
// Lavin and Gray (2016), Fast Algorithms for Convolutional Neural Networks, CVPR.
//
// Input tiles d (4×4) become BᵀdB, filters g become GgGᵀ; of each of their 16 elements the sums over the channels are
// one matrix product; AᵀmA gives the outputs. Every output is computed from the nine inputs under its filter alone,
// to about the same rounding errors as directly. What is not finite would come out as NaN too often: where that
// happens, the caller computes everything directly.

import { Conv, derive, imageBytes, isWorthSharing, padImage } from "./conv-shape";
import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { parallelForIf, threadsToProvideFor } from "./parallel";
import { roundUp } from "./sizes";

/** Below so many channels or filters the transforms cost what the products save. */
const FEW: usize = 16;
/** Below so many places in the whole batch the transform of the filters does not pay. */
const FEW_PLACES: usize = 512;
/** Runs of four tiles next to each other that are transformed at a time. */
const RUNS: usize = 16;
/** Products: one for each element of a transformed tile. */
const ELEMENTS: usize = 16;
/** Keeps the products' places out of one set of the first-level cache. */
const GAP: usize = 64;

/** Whether a float32 convolution is computed here. */
export function isWinograd(conv: Conv): bool {
  const flat = conv.depth == 1 && conv.outDepth == 1 && conv.kernelDepth == 1 && conv.padDepth == 0;
  const three = conv.kernelHeight == 3 && conv.kernelWidth == 3;
  const plain = conv.strideHeight * conv.strideWidth * conv.dilationHeight * conv.dilationWidth == 1;
  const large = conv.groupChannels >= FEW && conv.groupFilters >= FEW && conv.batch * conv.places >= FEW_PLACES;
  return flat && three && plain && large;
}

/** Bytes of scratch for `winograd`. */
export function winogradBytes(conv: Conv): usize {
  widen(conv);
  const bytes = sharedBytes(conv) + threadsToProvideFor() * threadBytes(conv);
  derive(conv);
  return bytes;
}

/** The padded image holds whole runs of tiles. */
function widen(conv: Conv): void {
  conv.runsAcross = (conv.outWidth + 7) / 8;
  conv.fullHeight = ((conv.outHeight + 1) & ~1) + 2;
  conv.fullWidth = 8 * conv.runsAcross + 2;
  conv.padded =
    (conv.padHeight | conv.padWidth) != 0 || conv.fullHeight != conv.height || conv.fullWidth != conv.width;
}

function sharedBytes(conv: Conv): usize {
  return conv.groups * ELEMENTS * weightBytes(conv) + roundUp(imageBytes(conv, 4), 64);
}

function threadBytes(conv: Conv): usize {
  return roundUp(imageBytes(conv, 4), 64) + ELEMENTS * (inputBytes(conv) + outputBytes(conv));
}

/** Bytes from one element of the transformed filters to the next; of the tiles; of the products. */
@inline
function weightBytes(conv: Conv): usize {
  return ((roundUp(conv.groupFilters, TILE_ROWS) * conv.groupChannels) << 2) + GAP;
}

@inline
function inputBytes(conv: Conv): usize {
  return conv.groupChannels * RUNS * 16 + GAP;
}

@inline
function outputBytes(conv: Conv): usize {
  return conv.groupFilters * RUNS * 16 + GAP;
}

/** y = conv(x, w) + bias, unless something is not finite. @returns whether it was done */
export function winograd(conv: Conv, scratch: usize): bool {
  widen(conv);
  conv.notFinite = 0;
  conv.packedW = scratch;
  conv.image = scratch + conv.groups * ELEMENTS * weightBytes(conv);
  conv.room = scratch + sharedBytes(conv);
  conv.threadBytes = threadBytes(conv);
  const worth = isWorthSharing(conv);
  parallelForIf(worth, filterPanels, conv.groups * panels(conv), 4);
  const items: usize = conv.batch * conv.groups;
  if (items >= 2 * threadsToProvideFor()) {
    parallelForIf(worth, images, items, 1);
  } else {
    const room = conv.image;
    for (conv.item = 0; conv.item < items; conv.item++) {
      conv.image = padImage<f32>(conv, conv.item / conv.groups, conv.item % conv.groups, room);
      parallelForIf(worth, blocks, (runs(conv) + RUNS - 1) / RUNS, 1);
    }
  }
  derive(conv);
  return conv.notFinite == 0;
}

/** Panels of four filters of a group. */
@inline
function panels(conv: Conv): usize {
  return (conv.groupFilters + TILE_ROWS - 1) / TILE_ROWS;
}

/** Runs of an image. */
@inline
function runs(conv: Conv): usize {
  return conv.runsAcross * ((conv.outHeight + 1) / 2);
}

function images(begin: usize, end: usize, thread: usize, args: usize): void {
  const conv = changetype<Conv>(args);
  const room = conv.room + thread * conv.threadBytes;
  const count = runs(conv);
  for (let item = begin; item < end; item++) {
    const image = padImage<f32>(conv, item / conv.groups, item % conv.groups, room);
    for (let i: usize = 0; i < count; i += RUNS) someRuns(conv, item, image, i, min(count, i + RUNS), room);
  }
}

function blocks(begin: usize, end: usize, thread: usize, args: usize): void {
  const conv = changetype<Conv>(args);
  const room = conv.room + thread * conv.threadBytes;
  const count = runs(conv);
  for (let i = begin; i < end; i++) {
    someRuns(conv, conv.item, conv.image, i * RUNS, min(count, (i + 1) * RUNS), room);
  }
}

/** The outputs of all filters of a group in the runs [first, last). */
function someRuns(conv: Conv, item: usize, image: usize, first: usize, last: usize, room: usize): void {
  const input = room + roundUp(imageBytes(conv, 4), 64);
  const output = input + ELEMENTS * inputBytes(conv);
  const w = conv.packedW + (item % conv.groups) * ELEMENTS * weightBytes(conv);
  transformInput(conv, image, first, last, input);
  // Whole panels of two runs: what the second half of the last one holds is not used.
  const columns = roundUp(last - first, 2) * 4;
  for (let k: usize = 0; k < ELEMENTS; k++) {
    const from = input + k * inputBytes(conv);
    const to = output + k * outputBytes(conv);
    block<f32>(conv.groupFilters, columns, conv.groupChannels, w + k * weightBytes(conv), from, to, RUNS * 16, false, isize.MAX_VALUE);
  }
  transformOutput(conv, item, output, first, last);
}

/** Bᵀ·d·B for each channel and tile, as the panels of 8 columns of 16 matrices (channels × tiles). */
function transformInput(conv: Conv, image: usize, first: usize, last: usize, out: usize): void {
  const across = conv.runsAcross;
  const row = conv.fullWidth << 2;
  const plane = row * conv.fullHeight;
  const panel = conv.groupChannels << 5;
  const next = inputBytes(conv);
  const start = (first / across) * 2 * row + (first % across) * 32;
  for (let c: usize = 0; c < conv.groupChannels; c++, image += plane, out += 32) {
    let from = image + start;
    let column = first % across;
    for (let i: usize = 0; i < last - first; i++) {
      const to = out + (i >> 1) * panel + ((i & 1) << 4);
      const r1 = from + row;
      const r2 = r1 + row;
      const r3 = r2 + row;
      lineOfDifferences(from, r2, to, next);
      lineOfSums(r1, r2, to + 4 * next, next);
      lineOfDifferences(r2, r1, to + 8 * next, next);
      lineOfDifferences(r1, r3, to + 12 * next, next);
      from += 32;
      if (++column == across) {
        column = 0;
        from += 2 * row - across * 32;
      }
    }
  }
}

@inline
function lineOfDifferences(a: usize, b: usize, to: usize, next: usize): void {
  line(
    f32x4.sub(v128.load(a), v128.load(b)),
    f32x4.sub(v128.load(a, 8), v128.load(b, 8)),
    f32x4.sub(v128.load(a, 16), v128.load(b, 16)),
    f32x4.sub(v128.load(a, 24), v128.load(b, 24)),
    to,
    next,
  );
}

@inline
function lineOfSums(a: usize, b: usize, to: usize, next: usize): void {
  line(
    f32x4.add(v128.load(a), v128.load(b)),
    f32x4.add(v128.load(a, 8), v128.load(b, 8)),
    f32x4.add(v128.load(a, 16), v128.load(b, 16)),
    f32x4.add(v128.load(a, 24), v128.load(b, 24)),
    to,
    next,
  );
}

/** One line of four tiles, given its elements 0–3, 2–5, 4–7 and 6–9, times B. */
@inline
function line(x0: v128, x2: v128, x4: v128, x6: v128, to: usize, next: usize): void {
  const d0 = v128.shuffle<i32>(x0, x4, 0, 2, 4, 6);
  const d1 = v128.shuffle<i32>(x0, x4, 1, 3, 5, 7);
  const d2 = v128.shuffle<i32>(x2, x6, 0, 2, 4, 6);
  const d3 = v128.shuffle<i32>(x2, x6, 1, 3, 5, 7);
  v128.store(to, f32x4.sub(d0, d2));
  v128.store(to + next, f32x4.add(d1, d2));
  v128.store(to + 2 * next, f32x4.sub(d2, d1));
  v128.store(to + 3 * next, f32x4.sub(d1, d3));
}

/** Aᵀ·m·A for each filter and tile, plus the bias, into y. */
function transformOutput(conv: Conv, item: usize, m: usize, first: usize, last: usize): void {
  const filter = (item % conv.groups) * conv.groupFilters;
  const across = conv.runsAcross;
  let y = conv.y + ((item / conv.groups) * conv.filters + filter) * (conv.places << 2);
  let wrong = i32x4.splat(0);
  for (let f: usize = 0; f < conv.groupFilters; f++, y += conv.places << 2, m += RUNS * 16) {
    const bias = f32x4.splat(conv.bias == 0 ? 0 : load<f32>(conv.bias + ((filter + f) << 2)));
    let line = first / across;
    let column = first % across;
    for (let i: usize = 0; i < last - first; i++) {
      wrong = v128.or(wrong, storeTiles(conv, m + (i << 4), y, 2 * line, 8 * column, bias));
      if (++column == across) {
        column = 0;
        line++;
      }
    }
  }
  if (v128.any_true(wrong)) atomic.store<u32>(changetype<usize>(conv), 1, offsetof<Conv>("notFinite"));
}

/** The outputs of four tiles, from row h and column w on. @returns lanes that are set where one is not finite */
@inline
function storeTiles(conv: Conv, m: usize, y: usize, h: usize, w: usize, bias: v128): v128 {
  const next = outputBytes(conv);
  // Of every column of m the sums of Aᵀ, added up with the weights of A as they come.
  let upper = above(m, next);
  let lower = below(m, next);
  let y00 = upper;
  let y10 = lower;
  upper = above(m + next, next);
  lower = below(m + next, next);
  y00 = f32x4.add(y00, upper);
  y10 = f32x4.add(y10, lower);
  let y01 = upper;
  let y11 = lower;
  upper = above(m + 2 * next, next);
  lower = below(m + 2 * next, next);
  y00 = f32x4.add(y00, upper);
  y10 = f32x4.add(y10, lower);
  y01 = f32x4.sub(y01, upper);
  y11 = f32x4.sub(y11, lower);
  y01 = f32x4.sub(y01, above(m + 3 * next, next));
  y11 = f32x4.sub(y11, below(m + 3 * next, next));
  const at = y + ((h * conv.outWidth + w) << 2);
  const left = conv.outWidth - w;
  storeEight(f32x4.add(y00, bias), f32x4.add(y01, bias), at, left);
  if (h + 1 < (conv.outHeight as usize)) {
    storeEight(f32x4.add(y10, bias), f32x4.add(y11, bias), at + (conv.outWidth << 2), left);
  }
  return v128.or(v128.or(notFinite(y00), notFinite(y01)), v128.or(notFinite(y10), notFinite(y11)));
}

@inline
function above(m: usize, next: usize): v128 {
  return f32x4.add(f32x4.add(v128.load(m), v128.load(m + 4 * next)), v128.load(m + 8 * next));
}

@inline
function below(m: usize, next: usize): v128 {
  return f32x4.sub(f32x4.sub(v128.load(m + 4 * next), v128.load(m + 8 * next)), v128.load(m + 12 * next));
}

/** x − x is 0 for a finite x, else NaN. */
@inline
function notFinite(x: v128): v128 {
  return f32x4.ne(f32x4.sub(x, x), f32x4.splat(0));
}

/** The even and the odd elements of a row of which `left` remain. */
@inline
function storeEight(even: v128, odd: v128, to: usize, left: usize): void {
  const low = v128.shuffle<i32>(even, odd, 0, 4, 1, 5);
  const high = v128.shuffle<i32>(even, odd, 2, 6, 3, 7);
  if (left >= 8) {
    v128.store(to, low);
    v128.store(to, high, 16);
  } else {
    storeFew(low, high, to, left);
  }
}

function storeFew(low: v128, high: v128, to: usize, left: usize): void {
  if (left >= 4) {
    v128.store(to, low);
    low = high;
    to += 16;
    left -= 4;
  }
  if (left > 0) store<f32>(to, f32x4.extract_lane(low, 0));
  if (left > 1) store<f32>(to, f32x4.extract_lane(low, 1), 4);
  if (left > 2) store<f32>(to, f32x4.extract_lane(low, 2), 8);
}

function filterPanels(begin: usize, end: usize, thread: usize, args: usize): void {
  const conv = changetype<Conv>(args);
  for (let i = begin; i < end; i++) transformFilters(conv, i / panels(conv), i % panels(conv));
}

/** G·g·Gᵀ of four filters, as a panel of 4 rows of 16 matrices (filters × channels). */
function transformFilters(conv: Conv, group: usize, panel: usize): void {
  const last = conv.groupFilters - 1;
  const next = weightBytes(conv);
  const w = conv.w + group * conv.groupFilters * (conv.rows << 2);
  // Filters behind the last repeat it: what they give is not stored.
  let w0 = w + min(last, 4 * panel) * (conv.rows << 2);
  let w1 = w + min(last, 4 * panel + 1) * (conv.rows << 2);
  let w2 = w + min(last, 4 * panel + 2) * (conv.rows << 2);
  let w3 = w + min(last, 4 * panel + 3) * (conv.rows << 2);
  let to = conv.packedW + group * ELEMENTS * next + panel * (conv.groupChannels << 4);
  for (let c: usize = 0; c < conv.groupChannels; c++, w0 += 36, w1 += 36, w2 += 36, w3 += 36, to += 16) {
    const g00 = gather(w0, w1, w2, w3);
    const g01 = gather(w0 + 4, w1 + 4, w2 + 4, w3 + 4);
    const g02 = gather(w0 + 8, w1 + 8, w2 + 8, w3 + 8);
    const g10 = gather(w0 + 12, w1 + 12, w2 + 12, w3 + 12);
    const g11 = gather(w0 + 16, w1 + 16, w2 + 16, w3 + 16);
    const g12 = gather(w0 + 20, w1 + 20, w2 + 20, w3 + 20);
    const g20 = gather(w0 + 24, w1 + 24, w2 + 24, w3 + 24);
    const g21 = gather(w0 + 28, w1 + 28, w2 + 28, w3 + 28);
    const g22 = gather(w0 + 32, w1 + 32, w2 + 32, w3 + 32);
    filterLine(g00, g01, g02, to, next);
    filterLine(plus(g00, g10, g20), plus(g01, g11, g21), plus(g02, g12, g22), to + 4 * next, next);
    filterLine(minus(g00, g10, g20), minus(g01, g11, g21), minus(g02, g12, g22), to + 8 * next, next);
    filterLine(g20, g21, g22, to + 12 * next, next);
  }
}

@inline
function filterLine(a: v128, b: v128, c: v128, to: usize, next: usize): void {
  v128.store(to, a);
  v128.store(to + next, plus(a, b, c));
  v128.store(to + 2 * next, minus(a, b, c));
  v128.store(to + 3 * next, c);
}

@inline
function plus(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.add(f32x4.add(a, c), b));
}

@inline
function minus(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.sub(f32x4.add(a, c), b));
}

@inline
function gather(a: usize, b: usize, c: usize, d: usize): v128 {
  const ab = f32x4.replace_lane(v128.load32_zero(a), 1, load<f32>(b));
  return f32x4.replace_lane(f32x4.replace_lane(ab, 2, load<f32>(c)), 3, load<f32>(d));
}
