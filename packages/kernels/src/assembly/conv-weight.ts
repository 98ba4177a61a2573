// The gradient of a convolution with respect to its weights: dWᵀ = Σ over the images of columns · (dL/dy)ᵀ.
// Images are summed in parts, a number that does not depend on the threads, and the parts in order.
// Where a group has four channels or more, a panel's four rows are one tap of four channels: of an image with its
// channels interleaved by fours, a panel is then one run after the other, and packing it is copying.

import { aligned } from "./conv";
import { directSums, isDirect } from "./conv-direct";
import { interleave, packChannels, packTaps } from "./conv-pack";
import { Conv, imageBytes, isWorthSharing, padImage, readConv, writeTaps } from "./conv-shape";
import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packB } from "./gemm-pack";
import { parallelForIf, threadsToProvideFor } from "./parallel";
import { roundUp } from "./sizes";

/** Rows of the matrix of columns, and places, that are packed at a time. */
const ROWS: usize = 128;
const PLACES: usize = 512;
/** The most parts. */
const PARTS: usize = 8;

/** Bytes of scratch for `convWeight`. */
export function convWeightScratch(double: bool, shape: usize): usize {
  const size: usize = double ? 8 : 4;
  const conv = readConv(shape);
  return aligned(conv.rows << 2) + partialBytes(conv, size) + threadsToProvideFor() * threadBytes(conv, size);
}

function partCount(conv: Conv): usize {
  return min<usize>(PARTS, conv.batch);
}

/** Whether panels are of four channels. */
function isInterleaved(conv: Conv): bool {
  return conv.groupChannels >= 4 && !isDirect(conv);
}

/** Rows of a partial sum. */
function sumRows(conv: Conv): usize {
  return isInterleaved(conv) ? roundUp(conv.groupChannels, 4) * conv.kernel : conv.rows;
}

function partialBytes(conv: Conv, size: usize): usize {
  return aligned(partCount(conv) * conv.filters * sumRows(conv) * size);
}

function threadBytes(conv: Conv, size: usize): usize {
  const places = min(PLACES, conv.places);
  const copies: usize = isInterleaved(conv) ? imageBytes(conv, size) + 3 * (imageBytes(conv, size) / conv.groupChannels) : 0;
  return (
    aligned(imageBytes(conv, size)) +
    aligned(copies) +
    aligned(roundUp(min(ROWS, sumRows(conv)), TILE_ROWS) * places * size) +
    aligned(places * roundUp(conv.groupFilters, 32 / size) * size)
  );
}

/** dL/dw into `w` from x and dL/dy in `g`. */
export function convWeight(double: bool, shape: usize, x: usize, g: usize, w: usize, scratch: usize): void {
  const conv = readConv(shape);
  conv.x = x;
  conv.y = g;
  conv.w = w;
  if (double) gradient<f64>(conv, scratch);
  else gradient<f32>(conv, scratch);
}

function gradient<T>(conv: Conv, scratch: usize): void {
  conv.taps = scratch;
  conv.partials = scratch + aligned(conv.rows << 2);
  conv.room = conv.partials + partialBytes(conv, sizeof<T>());
  conv.threadBytes = threadBytes(conv, sizeof<T>());
  writeTaps(conv, sizeof<T>());
  const parts = partCount(conv);
  conv.perPart = (conv.batch + parts - 1) / max<usize>(1, parts);
  // Where there is less to share than threads, they share the rows: that changes no sum.
  const items = parts * conv.groups;
  const blocks = (sumRows(conv) + ROWS - 1) / ROWS;
  conv.rowChunks = isDirect(conv) || items >= threadsToProvideFor() ? 1 : min(blocks, threadsToProvideFor());
  const worth = isWorthSharing(conv);
  parallelForIf(worth, sizeof<T>() == 8 ? parts64 : parts32, items * conv.rowChunks, 1);
  addParts<T>(conv, parts);
}

function parts32(begin: usize, end: usize, thread: usize, args: usize): void {
  someParts<f32>(begin, end, thread, changetype<Conv>(args));
}

function parts64(begin: usize, end: usize, thread: usize, args: usize): void {
  someParts<f64>(begin, end, thread, changetype<Conv>(args));
}

function someParts<T>(begin: usize, end: usize, thread: usize, conv: Conv): void {
  const rows = sumRows(conv);
  const perChunk = roundUp((rows + conv.rowChunks - 1) / conv.rowChunks, TILE_ROWS);
  const room = conv.room + thread * conv.threadBytes;
  for (let item = begin; item < end; item++) {
    const firstRow = (item % conv.rowChunks) * perChunk;
    const group = (item / conv.rowChunks) % conv.groups;
    const part = item / conv.rowChunks / conv.groups;
    const lastRow = min(rows, firstRow + perChunk);
    const sums = conv.partials + (part * conv.groups + group) * conv.groupFilters * rows * sizeof<T>();
    const end = min<usize>(conv.batch, (part + 1) * conv.perPart);
    if (part * conv.perPart >= end) memory.fill(sums, 0, conv.groupFilters * rows * sizeof<T>());
    for (let n = part * conv.perPart; n < end; n++) {
      addImage<T>(conv, n, group, firstRow, lastRow, sums, room, n > part * conv.perPart);
    }
  }
}

/** sums (rows × filters) (+)= columns of image n · (dL/dy)ᵀ */
function addImage<T>(
  conv: Conv,
  n: usize,
  group: usize,
  firstRow: usize,
  lastRow: usize,
  sums: usize,
  room: usize,
  accumulate: bool,
): void {
  const size = sizeof<T>();
  const image = padImage<T>(conv, n, group, room);
  const filters = conv.groupFilters;
  const ldg = conv.places * size;
  const g = conv.y + (n * conv.filters + group * filters) * ldg;
  if (isDirect(conv)) return directSums<T>(conv, image, g, sums, accumulate);
  const fours = room + aligned(imageBytes(conv, size));
  const interleaved = isInterleaved(conv);
  if (interleaved) interleave<T>(conv, image, fours);
  const plane = imageBytes(conv, size) / conv.groupChannels;
  const packedA = interleaved ? fours + aligned(imageBytes(conv, size) + 3 * plane) : fours;
  const places = min(PLACES, conv.places);
  const packedB = packedA + aligned(roundUp(min(ROWS, sumRows(conv)), TILE_ROWS) * places * size);
  for (let j: usize = 0; j < conv.places; j += PLACES) {
    const count = min(PLACES, conv.places - j);
    packB<T>(count, filters, g + j * size, size, ldg, packedB);
    for (let r = firstRow; r < lastRow; r += ROWS) {
      const rows = min(ROWS, lastRow - r);
      if (interleaved) packChannels<T>(conv, fours, r, rows, j, j + count, packedA);
      else packTaps<T>(conv, image, r, rows, j, j + count, packedA);
      const to = sums + r * filters * size;
      block<T>(rows, filters, count, packedA, packedB, to, filters * size, accumulate || j > 0, isize.MAX_VALUE);
    }
  }
}

/** w[filter][channel][tap] = Σ over the parts of sums[row][filter], group by group */
function addParts<T>(conv: Conv, parts: usize): void {
  const filters = conv.groupFilters;
  const perGroup = filters * sumRows(conv);
  const perPart = conv.groups * perGroup * sizeof<T>();
  let to = conv.w;
  for (let g: usize = 0; g < conv.groups; g++) {
    const group = conv.partials + g * perGroup * sizeof<T>();
    for (let f: usize = 0; f < filters; f++) {
      for (let c: usize = 0; c < conv.groupChannels; c++) {
        for (let k: usize = 0; k < conv.kernel; k++, to += sizeof<T>()) {
          const row = isInterleaved(conv) ? ((c >> 2) * conv.kernel + k) * 4 + (c & 3) : c * conv.kernel + k;
          let from = group + (row * filters + f) * sizeof<T>();
          let sum = 0 as T;
          for (let part: usize = 0; part < parts; part++, from += perPart) sum = (sum + load<T>(from)) as T;
          store<T>(to, sum);
        }
      }
    }
  }
}
