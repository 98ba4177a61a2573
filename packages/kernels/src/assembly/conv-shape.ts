// What the parts of a convolution know of it. One and two dimensions are three with lengths of 1.
//
// A convolution is the product of the weights, (filters, channels·taps), with a matrix of columns that is never
// made: its row for channel and tap, its column for a place of the output, hold the element of the image there.
// Packing reads it from the image, copied with its padding so that no index is out of range.

import { taskArguments } from "./parallel";

/** In the order in which the caller writes it to memory, each number 4 bytes. */
@unmanaged
export class ConvShape {
  batch: u32;
  channels: u32;
  filters: u32;
  groups: u32;
  depth: u32;
  height: u32;
  width: u32;
  kernelDepth: u32;
  kernelHeight: u32;
  kernelWidth: u32;
  outDepth: u32;
  outHeight: u32;
  outWidth: u32;
  strideDepth: u32;
  strideHeight: u32;
  strideWidth: u32;
  dilationDepth: u32;
  dilationHeight: u32;
  dilationWidth: u32;
  /** Places of padding before the first element; negative ones leave elements out. */
  padDepth: i32;
  padHeight: i32;
  padWidth: i32;
}

/** A convolution under way: lies in the arguments of tasks. */
@unmanaged
export class Conv extends ConvShape {
  x: usize;
  w: usize;
  y: usize;
  bias: usize;
  // Derived: channels and filters of a group, taps of a channel, rows of the matrix of columns, its columns.
  groupChannels: usize;
  groupFilters: usize;
  kernel: usize;
  rows: usize;
  places: usize;
  // The padded image.
  fullDepth: usize;
  fullHeight: usize;
  fullWidth: usize;
  padded: bool;
  /** Where each row of the matrix of columns begins in the padded image, in bytes (u32). */
  taps: usize;
  packedW: usize;
  /** Each thread's own room, `threadBytes` apart. */
  room: usize;
  threadBytes: usize;
  /** The image at hand, where one is shared by all threads. */
  image: usize;
  item: usize;
  /** Images in one partial sum of the weights' gradient, and their sums. */
  perPart: usize;
  partials: usize;
  rowChunks: usize;
  /** Runs of four tiles in a row of tiles; and whether something came out that is not finite. See conv-winograd.ts. */
  runsAcross: usize;
  notFinite: u32;
}

/** The convolution whose shape stands at `shape`, among the arguments of the next task. */
export function readConv(shape: usize): Conv {
  const conv = changetype<Conv>(taskArguments());
  memory.copy(changetype<usize>(conv), shape, offsetof<ConvShape>());
  derive(conv);
  return conv;
}

/** Fills in what follows from the shape. */
export function derive(conv: Conv): void {
  conv.groupChannels = conv.channels / conv.groups;
  conv.groupFilters = conv.filters / conv.groups;
  conv.kernel = conv.kernelDepth * conv.kernelHeight * conv.kernelWidth;
  conv.rows = conv.groupChannels * conv.kernel;
  conv.places = conv.outDepth * conv.outHeight * conv.outWidth;
  conv.fullDepth = fullLength(conv.outDepth, conv.strideDepth, conv.kernelDepth, conv.dilationDepth);
  conv.fullHeight = fullLength(conv.outHeight, conv.strideHeight, conv.kernelHeight, conv.dilationHeight);
  conv.fullWidth = fullLength(conv.outWidth, conv.strideWidth, conv.kernelWidth, conv.dilationWidth);
  conv.padded =
    (conv.padDepth | conv.padHeight | conv.padWidth) != 0 ||
    conv.fullDepth != conv.depth ||
    conv.fullHeight != conv.height ||
    conv.fullWidth != conv.width;
}

/** How much of an axis the output reads. */
function fullLength(out: usize, stride: usize, kernel: usize, dilation: usize): usize {
  return (out - 1) * stride + (kernel - 1) * dilation + 1;
}

/** Whether threads share it: not below some 50 µs of multiplications. */
export function isWorthSharing(conv: Conv): bool {
  return (conv.batch as f64) * (conv.filters as f64) * (conv.rows as f64) * (conv.places as f64) >= 1_000_000;
}

/** Bytes of the padded image of one group. */
export function imageBytes(conv: Conv, size: usize): usize {
  return conv.groupChannels * conv.fullDepth * conv.fullHeight * conv.fullWidth * size;
}

/** Writes the table of taps. */
export function writeTaps(conv: Conv, size: usize): void {
  let to = conv.taps;
  for (let c: usize = 0; c < conv.groupChannels; c++) {
    for (let d: usize = 0; d < conv.kernelDepth; d++) {
      for (let h: usize = 0; h < conv.kernelHeight; h++) {
        for (let w: usize = 0; w < conv.kernelWidth; w++) {
          const plane = c * conv.fullDepth + d * conv.dilationDepth;
          const row = plane * conv.fullHeight + h * conv.dilationHeight;
          store<u32>(to, ((row * conv.fullWidth + w * conv.dilationWidth) * size) as u32);
          to += 4;
        }
      }
    }
  }
}

/** One group of one image with its padding: copied to `room`, or where it lies if it has none. */
export function padImage<T>(conv: Conv, n: usize, group: usize, room: usize): usize {
  const plane = conv.depth * conv.height * conv.width * sizeof<T>();
  const from = conv.x + (n * conv.channels + group * conv.groupChannels) * plane;
  if (!conv.padded) return from;
  let to = room;
  const rowBytes = conv.fullWidth * sizeof<T>();
  // Of a row of the copy, [left, right) comes from the image.
  const left = max<isize>(0, min<isize>(conv.padWidth, conv.fullWidth as isize));
  const right = max<isize>(left, min<isize>(conv.fullWidth as isize, (conv.width as isize) + conv.padWidth));
  const first = (left - conv.padWidth) * sizeof<T>();
  for (let c: usize = 0; c < conv.groupChannels; c++) {
    for (let d: usize = 0; d < conv.fullDepth; d++) {
      const inDepth = (d as isize) - conv.padDepth;
      for (let h: usize = 0; h < conv.fullHeight; h++, to += rowBytes) {
        const inHeight = (h as isize) - conv.padHeight;
        const inside =
          inDepth >= 0 && inDepth < (conv.depth as isize) && inHeight >= 0 && inHeight < (conv.height as isize);
        if (!inside) {
          clear(to, rowBytes);
          continue;
        }
        const row = from + c * plane + ((inDepth * conv.height + inHeight) * conv.width) * sizeof<T>();
        clear(to, left * sizeof<T>());
        copy(to + left * sizeof<T>(), row + first, (right - left) * sizeof<T>());
        clear(to + right * sizeof<T>(), rowBytes - right * sizeof<T>());
      }
    }
  }
  return room;
}

// Short rows: a loop beats the call that memory.copy and memory.fill are.

@inline
function clear(to: usize, bytes: usize): void {
  if (bytes > 256) {
    memory.fill(to, 0, bytes);
    return;
  }
  for (const end = to + bytes; to < end; to += 4) store<u32>(to, 0);
}

@inline
function copy(to: usize, from: usize, bytes: usize): void {
  if (bytes > 512) {
    memory.copy(to, from, bytes);
    return;
  }
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<u32>(to, load<u32>(from));
}
