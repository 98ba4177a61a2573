import { ValueError } from "@gradus/core";
import { type DType, fromWriter, type Tensor, tensor, withData } from "@gradus/tensor";
import { descrOf, type ElementReader, readerOf } from "./element-types";
import { headerBytes, parseHeader } from "./header";

/** How NumPy's arrays become tensors. */
export interface NpyOptions {
  /**
   * The element type of the tensor. By default float64, float32, int32, uint8 and bool stay what they are, half
   * floats become float32 and all other integers int32.
   */
  readonly dtype?: DType;
  /** What errors begin with. Default "decodeNpy". */
  readonly where?: string;
}

/**
 * The array in the bytes of a `.npy` file, of any byte order and of C or Fortran order.
 *
 * @throws ValueError if the bytes are damaged, or an integer does not fit the tensor's type (int32 by default:
 *   pass `{ dtype: "float64" }` for larger ones, exact up to 2⁵³); DTypeError for complex numbers, texts and objects.
 * @see NumPy Enhancement Proposal 1, "A Simple File Format for NumPy Arrays".
 * @example
 * ```ts
 * decodeNpy(encodeNpy(tensor([[1, 2], [3, 4]]))).toArray(); // [[1, 2], [3, 4]]
 * ```
 */
export function decodeNpy(bytes: Uint8Array, options: NpyOptions = {}): Tensor {
  const { where = "decodeNpy" } = options;
  const header = parseHeader(bytes, where);
  const { reader, littleEndian } = readerOf(header.descr, where);
  const size = header.shape.reduce((product, length) => product * length, 1);
  const found = bytes.length - header.dataStart;
  if (found !== size * reader.bytes) {
    throw new ValueError(
      `${where}: expected ${size * reader.bytes} bytes for shape (${header.shape.join(", ")}) of ${header.descr}, got ${found}`,
    );
  }
  const dtype = options.dtype ?? reader.dtype;
  const data = bytes.subarray(header.dataStart);
  // In Fortran order the first axis runs fastest: the same as row by row with the axes reversed.
  const shape = header.fortranOrder ? [...header.shape].reverse() : header.shape;
  // Elements of a tensor's own type lie in the file as they will in memory.
  const array =
    header.descr === descrOf[reader.dtype] && reader.dtype !== "bool"
      ? fromWriter(shape, reader.dtype, (values) => bytesOf(values).set(data))
      : tensor(converted(data, { reader, littleEndian, size, dtype, where }), { shape });
  return asType(header.fortranOrder ? array.transpose().clone() : array, dtype);
}

function bytesOf(values: ArrayBufferView): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function asType(x: Tensor, dtype: DType): Tensor {
  return x.dtype === dtype ? x : x.astype(dtype);
}

interface Conversion {
  readonly reader: ElementReader;
  readonly littleEndian: boolean;
  readonly size: number;
  readonly dtype: DType;
  readonly where: string;
}

/** The elements one by one; integers are checked against the range of the tensor's type. */
function converted(
  data: Uint8Array,
  { reader, littleEndian, size, dtype, where }: Conversion,
): Float64Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    try {
      values[i] = reader.read(view, i * reader.bytes, littleEndian);
    } catch (error) {
      if (error instanceof ValueError)
        throw new ValueError(`${where}: element ${i}: ${error.message}`);
      throw error;
    }
  }
  if (dtype === "int32") {
    const wrong = values.findIndex((value) => value !== (value | 0));
    if (wrong >= 0) {
      throw new ValueError(
        `${where}: element ${wrong}: an integer that fits int32 was expected, got ${values[wrong]}; pass { dtype: "float64" }`,
      );
    }
  }
  return values;
}

/**
 * The bytes of a `.npy` file, exactly as NumPy writes them.
 *
 * @example
 * ```ts
 * encodeNpy(tensor([1, 2, 3])).length; // 152
 * ```
 */
export function encodeNpy(x: Tensor): Uint8Array<ArrayBuffer> {
  const header = headerBytes(descrOf[x.dtype], x.shape);
  return withData(x, (values) => {
    const bytes = new Uint8Array(header.length + values.byteLength);
    bytes.set(header);
    bytes.set(bytesOf(values), header.length);
    return bytes;
  });
}
