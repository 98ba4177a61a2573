import { type ByteSource, nodeModule, openBytes, ValueError } from "@gradus/core";

/** A source whose bytes come in parts. */
export interface ByteChunks {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How errors call the source. */
  readonly name: string | undefined;
}

/**
 * The bytes of a source in parts, unpacked if they are gzip, never all of them at once: for readers of
 * files larger than memory.
 *
 * @param where what errors begin with: the reader's name
 * @throws ValueError, from the iterator, if the source cannot be read or its gzip data is damaged.
 */
export function openByteChunks(where: string, source: ByteSource): ByteChunks {
  const name = nameOf(source);
  return { chunks: unpacked(where, partsOf(where, source), name), name };
}

function nameOf(source: ByteSource): string | undefined {
  if (typeof source === "string") return source;
  if (source instanceof URL) return source.protocol === "file:" ? source.pathname : source.href;
  return source instanceof Blob && "name" in source ? String(source.name) : undefined;
}

async function* partsOf(where: string, source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Blob) yield* readStream(source.stream());
  else if (source instanceof ReadableStream) yield* readStream(source);
  else if (typeof source === "string" || source instanceof URL) yield* readPlace(where, source);
  else yield (await openBytes(where, source)).bytes;
}

async function* readPlace(where: string, place: string | URL): AsyncGenerator<Uint8Array> {
  const isWeb = /^(https?|data|blob):/.test(String(place));
  const fs = nodeModule<typeof import("node:fs")>("node:fs");
  try {
    if (fs && !isWeb) {
      const isFileUrl = typeof place === "string" && place.startsWith("file:");
      const path = isFileUrl ? new URL(place) : place;
      yield* fs.createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
      return;
    }
    const response = await fetch(place);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    if (response.body) yield* readStream(response.body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(`${where}: cannot read ${String(place)}: ${reason}`);
  }
}

/** Not every browser can iterate over a stream, hence by a reader. */
async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The first two bytes say whether there is something to unpack. */
async function* unpacked(
  where: string,
  parts: AsyncGenerator<Uint8Array>,
  name: string | undefined,
): AsyncGenerator<Uint8Array> {
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < 2) {
    const { done, value } = await parts.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  const [first, second] = head.flatMap((part) => [...part.subarray(0, 2)]);
  const all = chained(head, parts);
  if (first !== 0x1f || second !== 0x8b) {
    yield* all;
    return;
  }
  try {
    const packed = streamOf(all) as ReadableStream<Uint8Array<ArrayBuffer>>;
    yield* readStream(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch (error) {
    if (error instanceof ValueError) throw error;
    throw new ValueError(`${where}: cannot read ${name ?? "the bytes"}: its gzip data is damaged`);
  }
}

async function* chained(
  head: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* rest;
}

function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
