import { describeValue } from "../describe";
import { ValueError } from "../errors";
import { nodeModule } from "./node-module";

/** Where a reader can take bytes from. A string is a path or a URL. */
export type ByteSource =
  | string
  | URL
  | Blob
  | Uint8Array
  | ArrayBuffer
  | ReadableStream<Uint8Array>;

/**
 * The bytes of a source, unpacked if they are gzip, and the name by which errors call it: for readers of files.
 *
 * @param where what errors begin with: the reader's name
 * @throws ValueError if the source cannot be read, or its gzip data is damaged.
 * @example
 * ```ts
 * const { bytes } = await openBytes("readWords", new Blob(["one two"]));
 * bytes.length; // 7
 * ```
 */
export async function openBytes(
  where: string,
  source: ByteSource,
): Promise<{ readonly bytes: Uint8Array; readonly name: string | undefined }> {
  const name = nameOf(source);
  const bytes = await readAll(where, source);
  // Some servers unpack .gz files on the way; the first two bytes say whether it is still to do.
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return { bytes: isGzip ? await gunzip(where, bytes, name) : bytes, name };
}

function nameOf(source: ByteSource): string | undefined {
  if (typeof source === "string") return source;
  if (source instanceof URL) return source.protocol === "file:" ? source.pathname : source.href;
  return source instanceof Blob && "name" in source ? String(source.name) : undefined;
}

async function readAll(where: string, source: ByteSource): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  if (source instanceof ReadableStream) return readStream(source);
  if (typeof source !== "string" && !(source instanceof URL)) {
    throw new ValueError(
      `${where}: expected a path, URL, File or stream, got ${describeValue(source)}`,
    );
  }
  const isWeb = /^(https?|data|blob):/.test(String(source));
  const files = nodeModule<Files>("node:fs/promises");
  return files && !isWeb ? readFile(where, source, files) : fetchBytes(where, source);
}

type Files = typeof import("node:fs/promises");

async function readFile(where: string, path: string | URL, files: Files): Promise<Uint8Array> {
  const isFileUrl = typeof path === "string" && path.startsWith("file:");
  try {
    return await files.readFile(isFileUrl ? new URL(path) : path);
  } catch (error) {
    throw unreadable(where, path, error instanceof Error ? error.message : String(error));
  }
}

async function fetchBytes(where: string, url: string | URL): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw unreadable(where, url, error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw unreadable(where, url, `${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function gunzip(
  where: string,
  bytes: Uint8Array,
  name: string | undefined,
): Promise<Uint8Array> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  try {
    return await readStream(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch {
    throw unreadable(where, name ?? "the bytes", "its gzip data is damaged");
  }
}

async function readStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
}

function unreadable(where: string, source: string | URL, reason: string): ValueError {
  return new ValueError(`${where}: cannot read ${String(source)}: ${reason}`);
}
