import { type ByteSource, openBytes, writeWholeFile } from "@gradus/core";
import { decodeModel, encodeModel, type SavableModel } from "./model-file";

/**
 * Writes an estimator, fitted or not, to a model file, in Node: the whole file or none. In a browser
 * `writeFile(path, encodeModel(model))` does it.
 *
 * @throws ValueError if the file cannot be written, or there are no files here; and as `encodeModel`.
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { loadModel, saveModel } from "@gradus/files";
 * import { estimatorFromJSON, Ridge } from "@gradus/learn";
 *
 * const path = `${tmpdir()}/prices.gradus`;
 * await saveModel(path, new Ridge({ alpha: 2 }).fit([[0], [1], [2]], [1, 2, 4]));
 * const model = (await loadModel(path, estimatorFromJSON)) as Ridge;
 * model.alpha; // 2
 * ```
 */
export async function saveModel(path: string | URL, model: SavableModel): Promise<void> {
  await writeWholeFile("saveModel", path, encodeModel(model));
}

/**
 * Reads a model file.
 *
 * @param source a path, URL, File or Blob, bytes, or a stream of bytes
 * @param read makes the model from its JSON: `estimatorFromJSON` of `@gradus/learn`
 * @throws ValueError if it cannot be read, and as `decodeModel`.
 * @example
 * ```ts
 * const file = new Blob([encodeModel(new Ridge({ alpha: 2 }))]);
 * const model = (await loadModel(file, estimatorFromJSON)) as Ridge;
 * model.alpha; // → 2
 * ```
 */
export async function loadModel<M, JSON>(source: ByteSource, read: (json: JSON) => M): Promise<M> {
  const { bytes, name } = await openBytes("loadModel", source);
  return decodeModel(bytes, read, {
    where: name === undefined ? "loadModel" : `loadModel: ${name}`,
  });
}
