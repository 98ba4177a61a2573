import { describeValue, ParameterError, ValueError } from "@gradus/core";
import { isTensor, type Tensor } from "@gradus/tensor";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { decodeNpy, encodeNpy, type NpyOptions } from "./npy";

/** How tensors are put into an archive. */
export interface NpzOptions {
  /** Compress each array (NumPy's `savez_compressed`). Default false. */
  readonly compress?: boolean;
}

/**
 * The arrays in the bytes of an `.npz` file, by name.
 *
 * @throws ValueError if the bytes are not a whole zip archive or have something other than arrays in them, and
 *   as `decodeNpy`; DTypeError as `decodeNpy`.
 * @example
 * ```ts
 * const { w } = decodeNpz(encodeNpz({ w: tensor([1, 2]) }));
 * w!.toArray(); // [1, 2]
 * ```
 */
export function decodeNpz(
  bytes: Uint8Array,
  options: NpyOptions = {},
): Record<string, Tensor | undefined> {
  const { where = "decodeNpz" } = options;
  const arrays: Record<string, Tensor> = {};
  for (const [name, content] of Object.entries(unzip(bytes, where))) {
    if (!name.endsWith(".npy")) {
      throw new ValueError(`${where}: expected only .npy files in the archive, got ${name}`);
    }
    const key = name.slice(0, -".npy".length);
    arrays[key] = decodeNpy(content, { ...options, where: `${where}: ${key}` });
  }
  return arrays;
}

function unzip(bytes: Uint8Array, where: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(
      `${where}: expected the bytes of an .npz file (a zip archive), got ${reason}`,
    );
  }
}

/**
 * The bytes of an `.npz` file with these tensors under these names, for NumPy's `load`.
 *
 * @throws ParameterError if a value is not a tensor.
 * @example
 * ```ts
 * encodeNpz({ X: tensor([[1, 2]]), y: tensor([3]) }, { compress: true }).length > 0; // true
 * ```
 */
export function encodeNpz(
  tensors: Readonly<Record<string, Tensor>>,
  { compress = false }: NpzOptions = {},
): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [name, x] of Object.entries(tensors)) {
    if (!isTensor(x)) {
      throw new ParameterError(`encodeNpz: ${name} must be a tensor, got ${describeValue(x)}`);
    }
    files[`${name}.npy`] = encodeNpy(x);
  }
  // A zip archive holds dates from 1980 on: the same tensors give the same bytes.
  return zipSync(files, { level: compress ? 6 : 0, mtime: "1980-01-01T00:00:00" });
}
