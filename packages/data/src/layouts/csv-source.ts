import type { ByteSource } from "@gradus/core";

/** `readCSV` takes no ArrayBuffer. */
export function sourceOfCSV(source: ByteSource): Exclude<ByteSource, ArrayBuffer> {
  return source instanceof ArrayBuffer ? new Uint8Array(source) : source;
}
