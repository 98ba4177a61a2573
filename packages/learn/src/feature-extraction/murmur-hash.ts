const FIRST = 0xcc9e2d51;
const SECOND = 0x1b873593;

const encoder = new TextEncoder();
let buffer = new Uint8Array(256);

/**
 * MurmurHash3 of the UTF-8 bytes of a text, of 32 bits, as a signed integer, with seed 0.
 *
 * @see Appleby (2011), MurmurHash3, in the public domain.
 */
export function murmurHash(text: string): number {
  const length = writeBytes(text);
  let hash = 0;
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    const word =
      buffer[i]! | (buffer[i + 1]! << 8) | (buffer[i + 2]! << 16) | (buffer[i + 3]! << 24);
    hash ^= scrambled(word);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let k = length - 1; k >= i; k--) rest = (rest << 8) | buffer[k]!;
  hash ^= scrambled(rest) ^ length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function scrambled(word: number): number {
  const product = Math.imul(word, FIRST);
  return Math.imul((product << 15) | (product >>> 17), SECOND);
}

/** Writes the UTF-8 bytes of a text to the buffer. @returns their number */
function writeBytes(text: string): number {
  if (buffer.length < text.length * 3) buffer = new Uint8Array(text.length * 6);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return encoder.encodeInto(text, buffer).written;
    buffer[i] = code;
  }
  return text.length;
}
