// The values of a convolution: y = W · columns, for each group of each image.

import { directValues, isDirect } from "./conv-direct";
import { packPlaces } from "./conv-pack";
import { Conv, imageBytes, isWorthSharing, padImage, readConv, writeTaps } from "./conv-shape";
import { isWinograd, winograd, winogradBytes } from "./conv-winograd";
import { block } from "./gemm-block";
import { TILE_ROWS } from "./gemm-micro";
import { packA } from "./gemm-pack";
import { parallelForIf, threadsToProvideFor } from "./parallel";
import { lanes } from "./simd";
import { roundUp } from "./sizes";

/** Rows of the matrix of columns, and places, that are packed at a time. */
const DEPTH: usize = 1024;
const PLACES: usize = 64;
@inline
export function aligned(bytes: usize): usize {
  return (bytes + 63) & ~63;
}

/** Bytes of scratch for `convForward`. */
export function convForwardScratch(double: bool, shape: usize): usize {
  return forwardBytes(readConv(shape), double ? 8 : 4);
}

export function forwardBytes(conv: Conv, size: usize): usize {
  const direct = forwardShared(conv, size) + threadsToProvideFor() * forwardThread(conv, size);
  return size == 4 && isWinograd(conv) ? max(direct, winogradBytes(conv)) : direct;
}

function forwardShared(conv: Conv, size: usize): usize {
  const packedW = conv.groups * roundUp(conv.groupFilters, TILE_ROWS) * conv.rows * size;
  return aligned(conv.rows << 2) + aligned(packedW) + aligned(imageBytes(conv, size));
}

function forwardThread(conv: Conv, size: usize): usize {
  return aligned(imageBytes(conv, size)) + aligned(min(DEPTH, conv.rows) * PLACES * size);
}

/** y = conv(x, w) + bias (0: none). `shape` points to a ConvShape; everything is contiguous. */
export function convForward(
  double: bool,
  shape: usize,
  x: usize,
  w: usize,
  bias: usize,
  y: usize,
  scratch: usize,
): void {
  const conv = readConv(shape);
  conv.x = x;
  conv.w = w;
  conv.bias = bias;
  conv.y = y;
  if (double) forward<f64>(conv, scratch);
  else forward<f32>(conv, scratch);
}

/** The same for a convolution whose shape and operands are set. */
export function forward<T>(conv: Conv, scratch: usize): void {
  if (sizeof<T>() == 4 && isWinograd(conv) && winograd(conv, scratch)) return;
  conv.taps = scratch;
  conv.packedW = scratch + aligned(conv.rows << 2);
  conv.image = conv.packedW + aligned(conv.groups * packedRows(conv) * conv.rows * sizeof<T>());
  conv.room = scratch + forwardShared(conv, sizeof<T>());
  conv.threadBytes = forwardThread(conv, sizeof<T>());
  writeTaps(conv, sizeof<T>());
  const items: usize = conv.batch * conv.groups;
  const worth = isWorthSharing(conv);
  if (isDirect(conv)) {
    parallelForIf(worth, sizeof<T>() == 8 ? direct64 : direct32, items, directGrain(conv));
    return;
  }
  packWeights<T>(conv);
  if (items >= 2 * threadsToProvideFor()) {
    parallelForIf(worth, sizeof<T>() == 8 ? images64 : images32, items, 1);
    return;
  }
  const room = conv.image;
  for (conv.item = 0; conv.item < items; conv.item++) {
    conv.image = padImage<T>(conv, conv.item / conv.groups, conv.item % conv.groups, room);
    parallelForIf(worth, sizeof<T>() == 8 ? blocks64 : blocks32, (conv.places + PLACES - 1) / PLACES, 1);
  }
}

/** Images in a piece of work: small ones are not worth the handing over. */
function directGrain(conv: Conv): usize {
  return max<usize>(1, 65536 / max<usize>(1, conv.places * conv.rows));
}

function direct32(begin: usize, end: usize, thread: usize, args: usize): void {
  direct<f32>(begin, end, thread, changetype<Conv>(args));
}

function direct64(begin: usize, end: usize, thread: usize, args: usize): void {
  direct<f64>(begin, end, thread, changetype<Conv>(args));
}

function direct<T>(begin: usize, end: usize, thread: usize, conv: Conv): void {
  const room = conv.room + thread * conv.threadBytes;
  for (let item = begin; item < end; item++) {
    directValues<T>(conv, item, padImage<T>(conv, item / conv.groups, item % conv.groups, room));
  }
}

@inline
function packedRows(conv: Conv): usize {
  return roundUp(conv.groupFilters, TILE_ROWS);
}

/** The weights of each group in panels, by blocks of DEPTH rows. */
function packWeights<T>(conv: Conv): void {
  const row = conv.rows * sizeof<T>();
  let to = conv.packedW;
  for (let g: usize = 0; g < conv.groups; g++) {
    const from = conv.w + g * conv.groupFilters * row;
    for (let p: usize = 0; p < conv.rows; p += DEPTH) {
      const depth = min(DEPTH, conv.rows - p);
      packA<T>(TILE_ROWS, conv.groupFilters, depth, from + p * sizeof<T>(), row, sizeof<T>(), to);
      to += packedRows(conv) * depth * sizeof<T>();
    }
  }
}

function images32(begin: usize, end: usize, thread: usize, args: usize): void {
  images<f32>(begin, end, thread, changetype<Conv>(args));
}

function images64(begin: usize, end: usize, thread: usize, args: usize): void {
  images<f64>(begin, end, thread, changetype<Conv>(args));
}

function images<T>(begin: usize, end: usize, thread: usize, conv: Conv): void {
  const room = conv.room + thread * conv.threadBytes;
  const packed = room + aligned(imageBytes(conv, sizeof<T>()));
  for (let item = begin; item < end; item++) {
    const image = padImage<T>(conv, item / conv.groups, item % conv.groups, room);
    for (let j: usize = 0; j < conv.places; j += PLACES) {
      somePlaces<T>(conv, item, image, j, min(conv.places, j + PLACES), packed);
    }
  }
}

function blocks32(begin: usize, end: usize, thread: usize, args: usize): void {
  blocks<f32>(begin, end, thread, changetype<Conv>(args));
}

function blocks64(begin: usize, end: usize, thread: usize, args: usize): void {
  blocks<f64>(begin, end, thread, changetype<Conv>(args));
}

function blocks<T>(begin: usize, end: usize, thread: usize, conv: Conv): void {
  const packed = conv.room + thread * conv.threadBytes + aligned(imageBytes(conv, sizeof<T>()));
  for (let i = begin; i < end; i++) {
    somePlaces<T>(conv, conv.item, conv.image, i * PLACES, min(conv.places, (i + 1) * PLACES), packed);
  }
}

/** The values of all filters of a group at the places [first, last). */
function somePlaces<T>(conv: Conv, item: usize, image: usize, first: usize, last: usize, packed: usize): void {
  const group = item % conv.groups;
  const ldc = conv.places * sizeof<T>();
  const filter = group * conv.groupFilters;
  const y = conv.y + ((item / conv.groups) * conv.filters + filter) * ldc + first * sizeof<T>();
  let w = conv.packedW + group * packedRows(conv) * conv.rows * sizeof<T>();
  for (let p: usize = 0; p < conv.rows; p += DEPTH) {
    const depth = min(DEPTH, conv.rows - p);
    packPlaces<T>(conv, image, p, depth, first, last, packed);
    block<T>(conv.groupFilters, last - first, depth, w, packed, y, ldc, p > 0, isize.MAX_VALUE);
    w += packedRows(conv) * depth * sizeof<T>();
  }
  if (conv.bias == 0) return;
  for (let f: usize = 0; f < conv.groupFilters; f++) {
    addNumber<T>(last - first, load<T>(conv.bias + (filter + f) * sizeof<T>()), y + f * ldc);
  }
}

function addNumber<T>(n: usize, value: T, y: usize): void {
  const all = v128.splat<T>(value);
  const end = y + n * sizeof<T>();
  for (const whole = y + ((n / lanes<T>()) << 4); y < whole; y += 16) v128.store(y, v128.add<T>(v128.load(y), all));
  for (; y < end; y += sizeof<T>()) store<T>(y, (load<T>(y) + value) as T);
}

