import { nodeModule, ValueError } from "@gradus/core";
import type { TextSource } from "./text-source";

/** A file that is open, to be closed. */
export interface FileSource extends TextSource {
  readonly name: string;
  close(): void;
}

const GZIP = [0x1f, 0x8b];

/**
 * Opens a file whose parts can be read in place, with nothing of it in memory.
 *
 * @returns nothing for what is no path, where there are no files, and for what is not simply a file of text: what
 *   is packed or a pipe, or cannot be opened
 */
export function openFile(where: string, source: unknown): FileSource | undefined {
  const fs = nodeModule<typeof import("node:fs")>("node:fs");
  const path = pathOf(source);
  if (fs === undefined || path === undefined) return undefined;
  const file = opened(() => fs.openSync(path, "r"));
  if (file === undefined) return undefined;
  const close = () => fs.closeSync(file);
  const stats = fs.fstatSync(file);
  const head = new Uint8Array(2);
  const isPlain = stats.isFile() && fs.readSync(file, head, 0, 2, 0) === 2;
  if (!isPlain || (head[0] === GZIP[0] && head[1] === GZIP[1])) {
    close();
    return undefined;
  }
  const { size } = stats;
  const name = path instanceof URL ? path.pathname : path;
  const copy = (position: number, into: Uint8Array) => {
    const wanted = Math.min(into.length, size - position);
    let count = 0;
    while (count < wanted) {
      const read = fs.readSync(file, into, count, wanted - count, position + count);
      if (read === 0) throw shrunk(where, name);
      count += read;
    }
    return count;
  };
  return { size, name: typeof source === "string" ? source : name, copy, close };
}

function pathOf(source: unknown): string | URL | undefined {
  if (source instanceof URL) return source.protocol === "file:" ? source : undefined;
  if (typeof source !== "string" || /^(https?|data|blob):/.test(source)) return undefined;
  return source.startsWith("file:") ? new URL(source) : source;
}

function opened(open: () => number): number | undefined {
  try {
    return open();
  } catch {
    return undefined; // who reads it in another way tells why it cannot be opened
  }
}

function shrunk(where: string, name: string): ValueError {
  return new ValueError(`${where}: cannot read ${name}: it became shorter while it was read`);
}
