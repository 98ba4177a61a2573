import { describeValue, nodeModule, ParameterError, ValueError } from "@gradus/core";
import { type Storage, storageFor } from "./storage";

/**
 * Writes a named file, in Node on the disk and in a browser in the site's own files (the origin private file system,
 * which stays from visit to visit and which no other site sees). The bytes are the same in both. A file is written as
 * a whole or not at all: a program that is stopped half way leaves the file that was there. Folders that are missing
 * are made.
 *
 * @param path names with slashes between them, such as `results/loss.csv`
 * @param content bytes, or text, which is written in UTF-8 without a byte order mark
 * @throws ValueError if it cannot be written, or there are no files here; ParameterError for a path or content of
 *   another type.
 * @roadmap FND-032
 * @example
 * ```ts
 * import { readFile, temporaryFolder, writeFile } from "@gradus/files";
 *
 * const path = `${temporaryFolder()}/gradus/town.txt`;
 * await writeFile(path, "Zürich");
 * (await readFile(path)).length; // → 7
 * ```
 */
export async function writeFile(path: string, content: Uint8Array | string): Promise<void> {
  const where = "writeFile";
  if (typeof content !== "string" && !(content instanceof Uint8Array)) {
    throw new ParameterError(
      `${where}: content must be text or a Uint8Array, got ${describeValue(content)}`,
    );
  }
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  await attempt(where, "write", path, (storage) => storage.write(path, bytes));
}

/**
 * The bytes of a named file, from where `writeFile` puts it. For text, `new TextDecoder().decode(bytes)`; every reader
 * of the library takes bytes.
 *
 * @throws ValueError if it is not there or cannot be read, or there are no files here; ParameterError for a path of
 *   another type.
 * @roadmap FND-032
 * @example
 * ```ts
 * import { readFile, temporaryFolder, writeFile } from "@gradus/files";
 *
 * const path = `${temporaryFolder()}/gradus/abc.txt`;
 * await writeFile(path, "abc");
 * [...(await readFile(path))]; // → [97, 98, 99]
 * ```
 */
export async function readFile(path: string): Promise<Uint8Array> {
  return attempt("readFile", "read", path, (storage) => storage.read(path));
}

/**
 * A named file part by part, for files that memory need not hold. Parts end anywhere, also within a character.
 *
 * @throws ValueError if it is not there or cannot be read, or there are no files here; ParameterError for a path of
 *   another type.
 * @example
 * ```ts
 * import { streamFile, temporaryFolder, writeFile } from "@gradus/files";
 *
 * const path = `${temporaryFolder()}/gradus/numbers.txt`;
 * await writeFile(path, "1\n2\n".repeat(50_000));
 * const reader = (await streamFile(path)).getReader();
 * let size = 0;
 * for (let part = await reader.read(); !part.done; part = await reader.read()) size += part.value.length;
 * size; // → 200000
 * ```
 */
export async function streamFile(path: string): Promise<ReadableStream<Uint8Array>> {
  return attempt("streamFile", "read", path, (storage) => storage.stream(path));
}

/**
 * Removes a named file. What is not there needs no removing.
 *
 * @throws ValueError if it cannot be removed, or there are no files here; ParameterError for a path of another type.
 */
export async function removeFile(path: string): Promise<void> {
  await attempt("removeFile", "remove", path, (storage) => storage.remove(path));
}

/** A folder for files that need not stay: the system's in Node, `tmp` among the site's own files in a browser. */
export function temporaryFolder(): string {
  return nodeModule<typeof import("node:os")>("node:os")?.tmpdir() ?? "tmp";
}

async function attempt<T>(
  where: string,
  what: string,
  path: string,
  action: (storage: Storage) => Promise<T>,
): Promise<T> {
  if (typeof path !== "string" || path === "") {
    throw new ParameterError(
      `${where}: path must be a text that is not empty, got ${describeValue(path)}`,
    );
  }
  const storage = storageFor(where);
  try {
    return await action(storage);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(`${where}: cannot ${what} ${path}: ${reason}`);
  }
}
