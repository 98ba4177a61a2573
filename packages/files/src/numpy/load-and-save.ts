import { type ByteSource, openBytes, writeWholeFile } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";

import { decodeNpy, encodeNpy, type NpyOptions } from "./npy";
import { decodeNpz, encodeNpz, type NpzOptions } from "./npz";

/**
 * Reads a `.npy` file.
 *
 * @param source a path, URL, File or Blob, bytes, or a stream of bytes
 * @throws ValueError if it cannot be read, and as `decodeNpy`; DTypeError as `decodeNpy`.
 * @example
 * ```ts
 * const x = await loadNpy(new Blob([encodeNpy(tensor([1, 2]))]));
 * x.toArray(); // [1, 2]
 * ```
 */
export async function loadNpy(source: ByteSource, options: NpyOptions = {}): Promise<Tensor> {
  const { bytes, name } = await openBytes("loadNpy", source);
  return decodeNpy(bytes, { where: nameFor("loadNpy", name), ...options });
}

/**
 * Reads an `.npz` file.
 *
 * @param source a path, URL, File or Blob, bytes, or a stream of bytes
 * @returns the arrays by name
 * @throws ValueError if it cannot be read, and as `decodeNpz`; DTypeError as `decodeNpy`.
 * @example
 * ```ts
 * const { y } = await loadNpz(new Blob([encodeNpz({ y: tensor([3]) })]));
 * y!.toArray(); // [3]
 * ```
 */
export async function loadNpz(
  source: ByteSource,
  options: NpyOptions = {},
): Promise<Record<string, Tensor | undefined>> {
  const { bytes, name } = await openBytes("loadNpz", source);
  return decodeNpz(bytes, { where: nameFor("loadNpz", name), ...options });
}

function nameFor(where: string, name: string | undefined): string {
  return name === undefined ? where : `${where}: ${name}`;
}

/**
 * Writes a tensor to a `.npy` file, in Node; elsewhere `encodeNpy` gives the bytes.
 *
 * @throws ValueError if the file cannot be written, or there are no files here.
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { saveNpy } from "@gradus/files";
 * import { tensor } from "@gradus/tensor";
 *
 * await saveNpy(`${tmpdir()}/x.npy`, tensor([1, 2]));
 * ```
 */
export async function saveNpy(path: string | URL, x: Tensor): Promise<void> {
  await writeWholeFile("saveNpy", path, encodeNpy(x));
}

/**
 * Writes tensors to an `.npz` file, in Node; elsewhere `encodeNpz` gives the bytes.
 *
 * @throws ValueError if the file cannot be written, or there are no files here; ParameterError as `encodeNpz`.
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { saveNpz } from "@gradus/files";
 * import { tensor } from "@gradus/tensor";
 *
 * await saveNpz(`${tmpdir()}/data.npz`, { X: tensor([[1, 2]]), y: tensor([3]) });
 * ```
 */
export async function saveNpz(
  path: string | URL,
  tensors: Readonly<Record<string, Tensor>>,
  options: NpzOptions = {},
): Promise<void> {
  await writeWholeFile("saveNpz", path, encodeNpz(tensors, options));
}
