const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether bytes are text in UTF-8. */
export function isUTF8(bytes: Uint8Array): boolean {
  try {
    decoder.decode(unshared(bytes));
    return true;
  } catch {
    return false;
  }
}

/** The bytes, in memory of their own if threads share theirs: browsers decode no other. */
export function unshared(bytes: Uint8Array): Uint8Array {
  return bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
}

/** The place of the first byte of `bytes[start, end)` that does not belong to UTF-8, or −1. */
export function invalidUTF8(bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; ) {
    const byte = bytes[i]!;
    const following = followingBytes(byte);
    if (following < 0 || i + following >= end) return i;
    const second = bytes[i + 1]!;
    // Longer forms than needed, halves of surrogate pairs, and what lies beyond the last code point.
    const isWrong =
      (byte === 0xe0 && second < 0xa0) ||
      (byte === 0xed && second > 0x9f) ||
      (byte === 0xf0 && second < 0x90) ||
      (byte === 0xf4 && second > 0x8f);
    if (isWrong) return i;
    for (let k = 1; k <= following; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return i;
    i += 1 + following;
  }
  return -1;
}

/** How many bytes follow the first one of a character; −1 if it cannot be the first. */
function followingBytes(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte < 0xc2 || byte > 0xf4) return -1;
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}
