// The gradient of a convolution with respect to its input, which is also the transposed convolution.

import { aligned, forward, forwardBytes } from "./conv";
import { Conv, derive, isWorthSharing, readConv } from "./conv-shape";
import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";
import { parallelForIf, threadsToProvideFor } from "./parallel";
import { roundUp } from "./sizes";

/** Filters, and places, that are packed at a time. */
const DEPTH: usize = 1024;
const PLACES: usize = 256;
/** Bytes of the columns that are computed before they are added to the image. */
const COLUMN_BYTES: usize = 1 << 19;

/** Bytes of scratch for `convInput`. */
export function convInputScratch(double: bool, shape: usize): usize {
  const size: usize = double ? 8 : 4;
  const conv = readConv(shape);
  if (!isFlippable(conv)) return threadsToProvideFor() * threadBytes(conv, size);
  const weights = aligned(conv.filters * conv.rows * size);
  flipShape(conv);
  return weights + forwardBytes(conv, size);
}

/** dL/dx into `x` from dL/dy in `g`. */
export function convInput(double: bool, shape: usize, g: usize, w: usize, x: usize, scratch: usize): void {
  const conv = readConv(shape);
  conv.bias = 0;
  if (double) gradient<f64>(conv, g, w, x, scratch);
  else gradient<f32>(conv, g, w, x, scratch);
}

function gradient<T>(conv: Conv, g: usize, w: usize, x: usize, scratch: usize): void {
  if (isFlippable(conv)) {
    conv.w = w;
    flipWeights<T>(conv, scratch);
    const weights = aligned(conv.filters * conv.rows * sizeof<T>());
    flipShape(conv);
    conv.x = g;
    conv.w = scratch;
    conv.y = x;
    forward<T>(conv, scratch + weights);
    return;
  }
  conv.x = x;
  conv.w = w;
  conv.y = g;
  conv.room = scratch;
  conv.threadBytes = threadBytes(conv, sizeof<T>());
  const worth = isWorthSharing(conv);
  parallelForIf(worth, sizeof<T>() == 8 ? images64 : images32, conv.batch * conv.groups, 1);
}

/** Without strides it is a convolution of dL/dy with the weights turned around. */
function isFlippable(conv: Conv): bool {
  return conv.strideDepth == 1 && conv.strideHeight == 1 && conv.strideWidth == 1;
}

/** The shape of that convolution. */
function flipShape(conv: Conv): void {
  const filters = conv.filters;
  conv.filters = conv.channels;
  conv.channels = filters;
  const depth = conv.depth;
  conv.depth = conv.outDepth;
  conv.outDepth = depth;
  const height = conv.height;
  conv.height = conv.outHeight;
  conv.outHeight = height;
  const width = conv.width;
  conv.width = conv.outWidth;
  conv.outWidth = width;
  conv.padDepth = (((conv.kernelDepth - 1) * conv.dilationDepth) as i32) - conv.padDepth;
  conv.padHeight = (((conv.kernelHeight - 1) * conv.dilationHeight) as i32) - conv.padHeight;
  conv.padWidth = (((conv.kernelWidth - 1) * conv.dilationWidth) as i32) - conv.padWidth;
  derive(conv);
}

/** to[g][c][f][last − k] = w[g][f][c][k] */
function flipWeights<T>(conv: Conv, to: usize): void {
  const kernel = conv.kernel;
  const acrossFilters = conv.rows * sizeof<T>();
  for (let g: usize = 0; g < conv.groups; g++) {
    const group = conv.w + g * conv.groupFilters * acrossFilters;
    for (let c: usize = 0; c < conv.groupChannels; c++) {
      for (let f: usize = 0; f < conv.groupFilters; f++) {
        const from = group + f * acrossFilters + c * kernel * sizeof<T>();
        for (let k: usize = 0; k < kernel; k++, to += sizeof<T>()) {
          store<T>(to, load<T>(from + (kernel - 1 - k) * sizeof<T>()));
        }
      }
    }
  }
}

// With strides: columns = Wᵀ · dL/dy, some channels at a time, each element added to where it was read from.

function threadBytes(conv: Conv, size: usize): usize {
  const rows = columnRows(conv, size);
  const depth = min(DEPTH, conv.groupFilters);
  return (
    aligned(rows * conv.places * size) + aligned(roundUp(rows, TILE_ROWS) * depth * size) + aligned(depth * PLACES * size)
  );
}

/** Rows of whole channels whose columns fit COLUMN_BYTES. */
function columnRows(conv: Conv, size: usize): usize {
  const perChannel = max<usize>(1, conv.kernel * conv.places * size);
  return conv.kernel * max<usize>(1, min(conv.groupChannels, COLUMN_BYTES / perChannel));
}

function images32(begin: usize, end: usize, thread: usize, args: usize): void {
  images<f32>(begin, end, thread, changetype<Conv>(args));
}

function images64(begin: usize, end: usize, thread: usize, args: usize): void {
  images<f64>(begin, end, thread, changetype<Conv>(args));
}

function images<T>(begin: usize, end: usize, thread: usize, conv: Conv): void {
  const plane = conv.depth * conv.height * conv.width * sizeof<T>();
  const most = columnRows(conv, sizeof<T>()) / conv.kernel;
  const columns = conv.room + thread * conv.threadBytes;
  for (let item = begin; item < end; item++) {
    const group = item % conv.groups;
    const n = item / conv.groups;
    const x = conv.x + (n * conv.channels + group * conv.groupChannels) * plane;
    const g = conv.y + (n * conv.filters + group * conv.groupFilters) * conv.places * sizeof<T>();
    const w = conv.w + group * conv.groupFilters * conv.rows * sizeof<T>();
    memory.fill(x, 0, conv.groupChannels * plane);
    for (let c: usize = 0; c < conv.groupChannels; c += most) {
      const count = min(most, conv.groupChannels - c);
      computeColumns<T>(conv, count * conv.kernel, w + c * conv.kernel * sizeof<T>(), g, columns);
      for (let i: usize = 0; i < count; i++) {
        addColumns<T>(conv, columns + i * conv.kernel * conv.places * sizeof<T>(), x + (c + i) * plane);
      }
    }
  }
}

/** columns (rows × places) = wᵀ (rows × filters) · g (filters × places) */
function computeColumns<T>(conv: Conv, rows: usize, w: usize, g: usize, columns: usize): void {
  const size = sizeof<T>();
  const packedA = columns + aligned(columnRows(conv, size) * conv.places * size);
  const depthMost = min(DEPTH, conv.groupFilters);
  const packedB = packedA + aligned(roundUp(columnRows(conv, size), TILE_ROWS) * depthMost * size);
  const ldc = conv.places * size;
  for (let p: usize = 0; p < conv.groupFilters; p += DEPTH) {
    const depth = min(DEPTH, conv.groupFilters - p);
    packA<T>(TILE_ROWS, rows, depth, w + p * conv.rows * size, size, conv.rows * size, packedA);
    for (let j: usize = 0; j < conv.places; j += PLACES) {
      const count = min(PLACES, conv.places - j);
      packB<T>(depth, count, g + p * ldc + j * size, ldc, size, packedB);
      block<T>(rows, count, depth, packedA, packedB, columns + j * size, ldc, p > 0, isize.MAX_VALUE);
    }
  }
}

/** Adds the columns of one channel to its plane. */
function addColumns<T>(conv: Conv, columns: usize, plane: usize): void {
  for (let kd: usize = 0; kd < conv.kernelDepth; kd++) {
    for (let kh: usize = 0; kh < conv.kernelHeight; kh++) {
      for (let kw: usize = 0; kw < conv.kernelWidth; kw++) {
        for (let od: usize = 0; od < conv.outDepth; od++) {
          const d = ((od * conv.strideDepth + kd * conv.dilationDepth) as isize) - conv.padDepth;
          for (let oh: usize = 0; oh < conv.outHeight; oh++) {
            const h = ((oh * conv.strideHeight + kh * conv.dilationHeight) as isize) - conv.padHeight;
            const inside = d >= 0 && d < (conv.depth as isize) && h >= 0 && h < (conv.height as isize);
            if (inside) {
              const row = plane + (d * conv.height + h) * conv.width * sizeof<T>();
              addRow<T>(conv, columns, ((kw * conv.dilationWidth) as isize) - conv.padWidth, row);
            }
            columns += conv.outWidth * sizeof<T>();
          }
        }
      }
    }
  }
}

/** row[w·stride + shift] += column[w], where that lies in the row. */
function addRow<T>(conv: Conv, column: usize, shift: isize, row: usize): void {
  const stride = conv.strideWidth as isize;
  const width = conv.width as isize;
  let w: isize = shift < 0 ? (stride - 1 - shift) / stride : 0;
  for (let at = w * stride + shift; w < (conv.outWidth as isize) && at < width; w++, at += stride) {
    const to = row + at * sizeof<T>();
    store<T>(to, (load<T>(to) + load<T>(column + w * sizeof<T>())) as T);
  }
}
