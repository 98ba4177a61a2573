// Convolutions of one or two filters a group (depthwise ones above all) without packing: a tile of a matrix product
// would stand mostly empty.

import { Conv } from "./conv-shape";
import { multiplyAdd, sumLanes } from "./simd";

/** Whether a convolution is computed here. */
@inline
export function isDirect(conv: Conv): bool {
  return conv.groupFilters <= 2;
}

/** Where a row of the output begins in the padded image, in bytes. */
@inline
function rowOffset<T>(conv: Conv, row: usize): usize {
  const d = row / conv.outHeight;
  const h = row % conv.outHeight;
  return (d * conv.strideDepth * conv.fullHeight + h * conv.strideHeight) * conv.fullWidth * sizeof<T>();
}

/** The values of a group's filters for one image. */
export function directValues<T>(conv: Conv, item: usize, image: usize): void {
  const size = sizeof<T>();
  const width: usize = conv.outWidth;
  const outRows: usize = conv.outDepth * conv.outHeight;
  const filter = (item % conv.groups) * conv.groupFilters;
  for (let f: usize = 0; f < conv.groupFilters; f++) {
    const w = conv.w + (filter + f) * conv.rows * size;
    const bias = conv.bias == 0 ? (0 as T) : load<T>(conv.bias + (filter + f) * size);
    let y = conv.y + ((item / conv.groups) * conv.filters + filter + f) * conv.places * size;
    for (let row: usize = 0; row < outRows; row++, y += width * size) {
      oneRow<T>(conv, image + rowOffset<T>(conv, row), w, bias, y);
    }
  }
}

function oneRow<T>(conv: Conv, x: usize, w: usize, bias: T, y: usize): void {
  const end = y + conv.outWidth * sizeof<T>();
  if (conv.strideWidth == 1) {
    for (; y + 64 <= end; y += 64, x += 64) fourVectors<T>(conv, x, w, bias, y);
    for (; y + 16 <= end; y += 16, x += 16) oneVector<T>(conv, x, w, bias, y);
  }
  const step = conv.strideWidth * sizeof<T>();
  for (; y < end; y += sizeof<T>(), x += step) {
    let sum = bias;
    for (let r: usize = 0; r < conv.rows; r++) {
      sum = (sum + load<T>(w + r * sizeof<T>()) * load<T>(x + load<u32>(conv.taps + (r << 2)))) as T;
    }
    store<T>(y, sum);
  }
}

function fourVectors<T>(conv: Conv, x: usize, w: usize, bias: T, y: usize): void {
  let s0 = v128.splat<T>(bias);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  const end = conv.taps + (conv.rows << 2);
  for (let tap = conv.taps; tap < end; tap += 4, w += sizeof<T>()) {
    const factor = v128.load_splat<T>(w);
    const at = x + load<u32>(tap);
    s0 = multiplyAdd<T>(factor, v128.load(at), s0);
    s1 = multiplyAdd<T>(factor, v128.load(at, 16), s1);
    s2 = multiplyAdd<T>(factor, v128.load(at, 32), s2);
    s3 = multiplyAdd<T>(factor, v128.load(at, 48), s3);
  }
  v128.store(y, s0);
  v128.store(y, s1, 16);
  v128.store(y, s2, 32);
  v128.store(y, s3, 48);
}

function oneVector<T>(conv: Conv, x: usize, w: usize, bias: T, y: usize): void {
  let sum = v128.splat<T>(bias);
  const end = conv.taps + (conv.rows << 2);
  for (let tap = conv.taps; tap < end; tap += 4, w += sizeof<T>()) {
    sum = multiplyAdd<T>(v128.load_splat<T>(w), v128.load(x + load<u32>(tap)), sum);
  }
  v128.store(y, sum);
}

/** sums (rows × filters of a group) (+)= columns of one image · (dL/dy)ᵀ, g of the group's first filter. */
export function directSums<T>(conv: Conv, image: usize, g: usize, sums: usize, accumulate: bool): void {
  const size = sizeof<T>();
  const filters = conv.groupFilters;
  for (let f: usize = 0; f < filters; f++) {
    for (let r: usize = 0; r < conv.rows; r++) {
      const to = sums + (r * filters + f) * size;
      const sum = tapSum<T>(conv, image + load<u32>(conv.taps + (r << 2)), g + f * conv.places * size);
      store<T>(to, accumulate ? ((load<T>(to) + sum) as T) : sum);
    }
  }
}

/** Σ over the places of x·g */
function tapSum<T>(conv: Conv, x: usize, g: usize): T {
  let s0 = v128.splat<T>(0 as T);
  let s1 = s0;
  let total = 0 as T;
  const outRows: usize = conv.outDepth * conv.outHeight;
  const rowBytes: usize = conv.outWidth * sizeof<T>();
  const step = conv.strideWidth * sizeof<T>();
  for (let row: usize = 0; row < outRows; row++) {
    let at = x + rowOffset<T>(conv, row);
    const end = g + rowBytes;
    if (conv.strideWidth == 1) {
      for (; g + 32 <= end; g += 32, at += 32) {
        s0 = multiplyAdd<T>(v128.load(at), v128.load(g), s0);
        s1 = multiplyAdd<T>(v128.load(at, 16), v128.load(g, 16), s1);
      }
      for (; g + 16 <= end; g += 16, at += 16) {
        s0 = multiplyAdd<T>(v128.load(at), v128.load(g), s0);
      }
    }
    for (; g < end; g += sizeof<T>(), at += step) total = (total + load<T>(at) * load<T>(g)) as T;
  }
  return (total + sumLanes<T>(v128.add<T>(s0, s1))) as T;
}
