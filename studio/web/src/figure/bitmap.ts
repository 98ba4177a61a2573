const HEADER = 14 + 40;
const PALETTE = 256 * 4;

/**
 * A grey picture as the URL of an 8-bit bitmap file, which every browser draws and which takes no canvas to make.
 *
 * @param values row by row from the top, all of one length
 * @param range the values that are black and white; what lies beyond is cut off
 */
export function bitmapUrl(
  values: readonly (readonly number[])[],
  [black, white]: readonly [number, number],
): string {
  const height = values.length;
  const width = values[0]?.length ?? 0;
  const stride = Math.ceil(width / 4) * 4; // rows begin at multiples of four bytes
  const bytes = new Uint8Array(HEADER + PALETTE + stride * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]); // "BM"
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER + PALETTE, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true); // negative: the first row is the top one
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  for (let i = 0; i < 256; i++) bytes.fill(i, HEADER + 4 * i, HEADER + 4 * i + 3);
  values.forEach((row, i) => {
    const start = HEADER + PALETTE + i * stride;
    row.forEach((value, j) => {
      const share = (value - black) / (white - black);
      bytes[start + j] = Math.round(255 * Math.min(1, Math.max(0, share)));
    });
  });
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:image/bmp;base64,${btoa(text)}`;
}
