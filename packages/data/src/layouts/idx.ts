import { type ByteSource, openBytes, ValueError } from "@gradus/core";
import { type DType, type Tensor, type TypedArray, tensor } from "@gradus/tensor";

interface Kind {
  readonly size: number;
  readonly dtype: DType;
  readonly array: new (length: number) => TypedArray;
  readonly read: (view: DataView, offset: number) => number;
}

/** What the third byte of an IDX file says about its values, which are big-endian. */
const KINDS: ReadonlyMap<number, Kind> = new Map<number, Kind>([
  [0x08, { size: 1, dtype: "uint8", array: Uint8Array, read: (v, i) => v.getUint8(i) }],
  [0x09, { size: 1, dtype: "int32", array: Int32Array, read: (v, i) => v.getInt8(i) }],
  [0x0b, { size: 2, dtype: "int32", array: Int32Array, read: (v, i) => v.getInt16(i) }],
  [0x0c, { size: 4, dtype: "int32", array: Int32Array, read: (v, i) => v.getInt32(i) }],
  [0x0d, { size: 4, dtype: "float32", array: Float32Array, read: (v, i) => v.getFloat32(i) }],
  [0x0e, { size: 8, dtype: "float64", array: Float64Array, read: (v, i) => v.getFloat64(i) }],
]);

/**
 * Reads an array in IDX, the format of MNIST's files: two zero bytes, the type, the number of axes, their
 * lengths, the values. Files packed with gzip are unpacked.
 *
 * @param source a path, URL, File, bytes or stream
 * @returns unsigned bytes as uint8; signed bytes, 16- and 32-bit integers as int32; floats as they are
 * @throws ValueError if the file cannot be read, does not begin as an IDX file does, or is too short or too
 *   long for the shape that it says.
 * @see LeCun, Cortes and Burges, The MNIST database of handwritten digits.
 * @example
 * ```ts
 * const bytes = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 3, 7, 8, 9);
 * (await readIDX(bytes)).toArray(); // → [[7, 8, 9]]
 * ```
 */
export async function readIDX(source: ByteSource): Promise<Tensor> {
  const { bytes, name } = await openBytes("readIDX", source);
  const where = name === undefined ? "readIDX" : `readIDX: ${name}`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = bytes.length >= 4 ? KINDS.get(bytes[2]!) : undefined;
  if (!kind || bytes[0] !== 0 || bytes[1] !== 0) {
    const start = [...bytes.subarray(0, 4)].join(" ");
    throw new ValueError(
      `${where}: expected an IDX file, which begins with the bytes 0 0, a type and the number of axes, got "${start}"`,
    );
  }
  const nAxes = bytes[3]!;
  const start = 4 + 4 * nAxes;
  if (bytes.length < start) {
    throw new ValueError(
      `${where}: expected the lengths of ${nAxes} axes, got ${bytes.length} bytes`,
    );
  }
  const shape = Array.from({ length: nAxes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const count = shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== start + count * kind.size) {
    throw new ValueError(
      `${where}: expected ${start + count * kind.size} bytes for the shape [${shape.join(", ")}], got ${bytes.length}`,
    );
  }
  const values = new kind.array(count);
  for (let i = 0; i < count; i++) values[i] = kind.read(view, start + i * kind.size);
  return tensor(values, { shape, dtype: kind.dtype });
}
