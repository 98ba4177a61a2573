import { inflateSync } from "node:zlib";

/** A small grey picture: levels from 0 to 255, row by row. */
export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  readonly grey: readonly number[];
}

/** A PNG file of 8-bit RGBA, such as `toPNG` makes in Node, averaged over squares of `size` pixels. */
export function thumbnailOf(png: Uint8Array, size: number): Thumbnail {
  const { width, height, pixels } = decode(png);
  const [columns, rows] = [Math.floor(width / size), Math.floor(height / size)];
  const grey = Array.from({ length: columns * rows }, (_, cell) => {
    const [top, left] = [Math.floor(cell / columns) * size, (cell % columns) * size];
    let sum = 0;
    for (let y = top; y < top + size; y++) {
      for (let x = left; x < left + size; x++) {
        const at = 4 * (y * width + x);
        sum += 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
      }
    }
    return Math.round(sum / (size * size));
  });
  return { width: columns, height: rows, grey };
}

/** @see Portable Network Graphics (W3C, 2003), sections 5 and 9. */
function decode(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === "IDAT") parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = 4 * width;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let i = 0; i < stride; i++) {
      const here = y * stride + i;
      const left = i < 4 ? 0 : pixels[here - 4]!;
      const up = y === 0 ? 0 : pixels[here - stride]!;
      const corner = i < 4 || y === 0 ? 0 : pixels[here - stride - 4]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      pixels[here] = raw[y * (stride + 1) + 1 + i]! + guess;
    }
  }
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
