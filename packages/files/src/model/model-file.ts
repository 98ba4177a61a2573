import { describeValue, ValueError } from "@gradus/core";
import { joinNumbers, splitNumbers } from "./number-lists";
import { sha256 } from "./sha-256";

/** Whatever gives itself as JSON: every estimator. */
export interface SavableModel {
  toJSON(): object;
}

/** How a model file is read. */
export interface ModelFileOptions {
  /** What errors begin with. Default "decodeModel". */
  readonly where?: string;
}

// A file is, in this order: the magic, the version, the length of the header, the length of the file (all
// little-endian), the SHA-256 hash of everything but itself, the header (the model's JSON in UTF-8, filled up with
// spaces to a multiple of 8 bytes), and the numbers that the header points to.

/** Begins with a byte that no text has, so that the file is not taken for one. */
const MAGIC = Uint8Array.of(0x89, ...new TextEncoder().encode("GRADUS"), 0x0a);
const VERSION = 1;
const PLACES = { version: 8, header: 12, file: 16, hash: 24, json: 56 } as const;

/**
 * The bytes of a model file: its options and what it learned, to the last bit, with a SHA-256 checksum.
 *
 * @throws ValueError for what is no model, and as its `toJSON`: an option that is a function cannot be saved.
 * @example
 * ```ts
 * const model = new Ridge({ alpha: 2 }).fit([[0], [1], [2]], [1, 2, 4]);
 * const copy = decodeModel(encodeModel(model), estimatorFromJSON) as Ridge;
 * copy.predict([[3]]).item() === model.predict([[3]]).item(); // → true
 * ```
 */
export function encodeModel(model: SavableModel): Uint8Array<ArrayBuffer> {
  if (typeof model?.toJSON !== "function") {
    throw new ValueError(`encodeModel: expected an estimator, got ${describeValue(model)}`);
  }
  const { json, bytes } = splitNumbers(model.toJSON());
  const text = new TextEncoder().encode(JSON.stringify(json));
  const headerLength = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(PLACES.json + headerLength + bytes.length);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(PLACES.version, VERSION, true);
  view.setUint32(PLACES.header, headerLength, true);
  view.setBigUint64(PLACES.file, BigInt(file.length), true);
  file.fill(0x20, PLACES.json, PLACES.json + headerLength);
  file.set(text, PLACES.json);
  file.set(bytes, PLACES.json + headerLength);
  file.set(hashOf(file), PLACES.hash);
  return file;
}

/**
 * The model in the bytes of a model file.
 *
 * @param read makes the model from its JSON: `estimatorFromJSON` of `@gradus/learn`, or one class's own
 *   `(json) => Ridge.fromJSON(json)`
 * @throws ValueError for bytes that are no model file, are cut off or changed, or come from a newer version; and as
 *   `read`, for a model that it does not know.
 * @example
 * ```ts
 * const bytes = encodeModel(new StandardScaler().fit([[1], [3]]));
 * const scaler = decodeModel(bytes, estimatorFromJSON) as StandardScaler;
 * scaler.transform([[5]]).toArray(); // → [[3]]
 * ```
 */
export function decodeModel<M, JSON>(
  bytes: Uint8Array,
  read: (json: JSON) => M,
  { where = "decodeModel" }: ModelFileOptions = {},
): M {
  const headerLength = checkFile(where, bytes);
  const end = PLACES.json + headerLength;
  const json = parseHeader(where, bytes.subarray(PLACES.json, end));
  return read(joinNumbers(where, { json, bytes: bytes.subarray(end) }) as JSON);
}

/** The length of the header of a file that is whole. */
function checkFile(where: string, bytes: Uint8Array): number {
  if (bytes.length < PLACES.json || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new ValueError(
      `${where}: expected the bytes of a model file, which begin with \\x89GRADUS, got ${bytes.length} other ones`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(PLACES.version, true);
  if (version !== VERSION) {
    throw new ValueError(
      `${where}: expected a model file of version ${VERSION}, got version ${version}; a newer @gradus/files may read it`,
    );
  }
  const length = view.getBigUint64(PLACES.file, true);
  if (length !== BigInt(bytes.length)) {
    throw new ValueError(
      `${where}: expected ${length} bytes, got ${bytes.length}; the file was cut off or is damaged`,
    );
  }
  const hash = hashOf(bytes);
  if (hash.some((byte, i) => byte !== bytes[PLACES.hash + i])) {
    throw new ValueError(
      `${where}: expected the content that was written, got another SHA-256 checksum; the file is damaged or was edited`,
    );
  }
  const headerLength = view.getUint32(PLACES.header, true);
  if (PLACES.json + headerLength <= bytes.length) return headerLength;
  throw new ValueError(
    `${where}: expected a header within the file, got one of ${headerLength} bytes`,
  );
}

/** @throws ValueError for a header that no writer makes. */
function parseHeader(where: string, header: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(header)) as unknown;
  } catch (error) {
    throw new ValueError(`${where}: expected a header of JSON, got ${String(error)}`);
  }
}

/** The hash of a file with zeros in the place of its hash. */
function hashOf(file: Uint8Array): Uint8Array {
  // Not `slice`: a Buffer of Node's would share its memory with the copy.
  const content = new Uint8Array(file);
  content.fill(0, PLACES.hash, PLACES.json);
  return sha256(content);
}
