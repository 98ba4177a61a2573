import { ValueError } from "@gradus/core";

/** What the header of a `.npy` file says. */
export interface NpyHeader {
  /** NumPy's name of the element type, such as `<f8`. */
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the elements begin. */
  readonly dataStart: number;
}

const MAGIC = [0x93, ..."NUMPY"].map((c) => (typeof c === "number" ? c : c.charCodeAt(0)));
/** Elements begin on a multiple of this, so that they can be mapped into memory. */
const ALIGNMENT = 64;

/**
 * Reads the header: magic, version, length and a Python dictionary.
 * @throws ValueError if the bytes are not those of a `.npy` file of version 1 to 3.
 */
export function parseHeader(bytes: Uint8Array, where: string): NpyHeader {
  if (bytes.length < 10 || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new ValueError(
      `${where}: expected a .npy file, which begins with \\x93NUMPY, got ${beginning(bytes)}`,
    );
  }
  const major = bytes[6]!;
  if (major < 1 || major > 3) {
    throw new ValueError(`${where}: expected format version 1, 2 or 3, got ${major}.${bytes[7]}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = major === 1 ? 10 : 12;
  const length = major === 1 ? view.getUint16(8, true) : readLength(view, where);
  const dataStart = begin + length;
  if (dataStart > bytes.length) {
    throw new ValueError(
      `${where}: expected a header of ${length} bytes, got a file that ends after ${bytes.length - begin} of them`,
    );
  }
  const text = new TextDecoder(major === 3 ? "utf-8" : "latin1").decode(
    new Uint8Array(bytes.subarray(begin, dataStart)),
  );
  return { ...parseDictionary(text, where), dataStart };
}

function readLength(view: DataView, where: string): number {
  if (view.byteLength >= 12) return view.getUint32(8, true);
  throw new ValueError(`${where}: expected the length of the header, got the end of the file`);
}

/** The three entries of the dictionary, in any order. */
function parseDictionary(text: string, where: string): Omit<NpyHeader, "dataStart"> {
  const descr = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(text);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(text)?.[1];
  if (descr === null || order === undefined || shape === undefined) {
    throw new ValueError(
      `${where}: expected a header with 'descr', 'fortran_order' and 'shape', got ${text.trim().slice(0, 200)}`,
    );
  }
  const lengths = shape
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wrong = lengths.find((part) => !/^\d+L?$/.test(part));
  if (wrong !== undefined) {
    throw new ValueError(`${where}: expected lengths of axes in 'shape', got ${wrong}`);
  }
  return {
    descr: descr[1] ?? "a structured type",
    fortranOrder: order === "True",
    shape: lengths.map((part) => Number.parseInt(part, 10)),
  };
}

/** Magic, version 1.0 and the header as NumPy writes it, filled up with spaces to a multiple of 64 bytes. */
export function headerBytes(descr: string, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }`;
  // NumPy leaves room for the first axis to grow to 21 digits.
  const growth = shape.length === 0 ? 0 : 21 - String(shape[0]).length;
  const used = MAGIC.length + 4 + dictionary.length + growth + 1;
  const padding = growth + ((ALIGNMENT - (used % ALIGNMENT)) % ALIGNMENT);
  const text = `${dictionary}${" ".repeat(padding)}\n`;
  const bytes = new Uint8Array(MAGIC.length + 4 + text.length);
  bytes.set(MAGIC);
  bytes.set([1, 0, text.length & 255, text.length >> 8], MAGIC.length);
  for (let i = 0; i < text.length; i++) bytes[MAGIC.length + 4 + i] = text.charCodeAt(i);
  return bytes;
}

function beginning(bytes: Uint8Array): string {
  if (bytes.length === 0) return "an empty file";
  const some = Array.from(bytes.subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0"));
  return `bytes ${some.join(" ")}`;
}
