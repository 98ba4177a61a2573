import { type ByteSource, nodeModule, openBytes, ValueError } from "@gradus/core";

/** A source of which any range of bytes can be read. */
export interface ByteRanges {
  readonly byteLength: number;
  /** How errors call the source. */
  readonly name: string | undefined;
  /** @throws ValueError if the bytes cannot be read. */
  slice(start: number, end?: number): Promise<ArrayBuffer>;
  close(): Promise<void>;
}

/** So many bytes tell whether a source is packed, and from a server how long it is. */
const HEAD = 8;

/**
 * Opens a source for readers that want only parts of it: of a file, a Blob, and what a server gives in ranges,
 * nothing else is read. Other sources, and those packed with gzip, are read as a whole.
 *
 * @param where what errors begin with: the reader's name
 * @throws ValueError if the source cannot be read, or its gzip data is damaged.
 */
export async function openRanges(where: string, source: ByteSource): Promise<ByteRanges> {
  const ranges = await inParts(where, source);
  if (ranges === undefined) return asWhole(where, source);
  const head = new Uint8Array(await ranges.slice(0, Math.min(2, ranges.byteLength)));
  if (head[0] !== 0x1f || head[1] !== 0x8b) return ranges;
  await ranges.close();
  return asWhole(where, source);
}

async function inParts(where: string, source: ByteSource): Promise<ByteRanges | undefined> {
  if (source instanceof Blob) {
    const name = "name" in source ? String(source.name) : undefined;
    const slice = (start: number, end?: number) => source.slice(start, end).arrayBuffer();
    return { byteLength: source.size, name, slice, close: async () => {} };
  }
  if (typeof source !== "string" && !(source instanceof URL)) return undefined;
  if (/^https?:/.test(String(source))) return fromServer(where, String(source));
  return /^(data|blob):/.test(String(source)) ? undefined : fromFile(where, source);
}

async function fromFile(where: string, path: string | URL): Promise<ByteRanges | undefined> {
  const fs = nodeModule<typeof import("node:fs/promises")>("node:fs/promises");
  const isFileUrl = typeof path === "string" && path.startsWith("file:");
  // Whoever reads it as a whole tells why it cannot be opened.
  const file = await fs?.open(isFileUrl ? new URL(path) : path).catch(() => undefined);
  if (file === undefined) return undefined;
  const stats = await file.stat();
  if (!stats.isFile()) {
    await file.close();
    return undefined;
  }
  const name = String(path);
  const slice = async (start: number, end = stats.size) => {
    const bytes = new Uint8Array(end - start);
    for (let count = 0; count < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, count, bytes.length - count, start + count);
      if (bytesRead === 0) throw unreadable(where, name, "it became shorter while it was read");
      count += bytesRead;
    }
    return bytes.buffer;
  };
  return { byteLength: stats.size, name, slice, close: () => file.close() };
}

/** Nothing if the server, or the browser, does not tell how long the whole is. */
async function fromServer(where: string, url: string): Promise<ByteRanges | undefined> {
  const get = (range: string) => fetch(url, { headers: { Range: `bytes=${range}` } });
  const first = await get(`0-${HEAD - 1}`).catch(() => undefined);
  const total = /\/(\d+)$/.exec(first?.headers.get("content-range") ?? "")?.[1];
  await first?.body?.cancel();
  if (first?.status !== 206 || total === undefined) return undefined;
  const byteLength = Number(total);
  const slice = async (start: number, end = byteLength) => {
    const response = await get(`${start}-${end - 1}`).catch((error: unknown) => {
      throw unreadable(where, url, error instanceof Error ? error.message : String(error));
    });
    const bytes = await response.arrayBuffer();
    if (response.status === 206 && bytes.byteLength === end - start) return bytes;
    const got = `${bytes.byteLength} with status ${response.status}`;
    throw unreadable(where, url, `expected ${end - start} bytes of it, got ${got}`);
  };
  return { byteLength, name: url, slice, close: async () => {} };
}

async function asWhole(where: string, source: ByteSource): Promise<ByteRanges> {
  const { bytes, name } = await openBytes(where, source);
  const slice = async (start: number, end?: number) =>
    bytes.slice(start, end).buffer as ArrayBuffer;
  return { byteLength: bytes.length, name, slice, close: async () => {} };
}

function unreadable(where: string, name: string, reason: string): ValueError {
  return new ValueError(`${where}: cannot read ${name}: ${reason}`);
}
