import { ValueError } from "@gradus/core";

const MAGIC = 0x184d2204;
const UNPACKED = 0x80000000;

/**
 * Unpacks an LZ4 frame: blocks that may refer to what the ones before them held.
 *
 * @param size how many bytes it unpacks to
 * @throws ValueError if it is no such frame.
 * @see The LZ4 frame format, version 1.6.4.
 */
export function unpackLZ4Frame(frame: Uint8Array, size: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 7 || view.getUint32(0, true) !== MAGIC) throw damaged();
  const flags = frame[4]!;
  const hasBlockSum = (flags & 0x10) !== 0;
  // Magic, flags, block size, perhaps the content's size and a dictionary's number, the header's sum.
  let at = 7 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0);
  const output = new Uint8Array(size);
  let length = 0;
  for (;;) {
    if (at + 4 > frame.length) throw damaged();
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) break;
    const blockSize = header & 0x7fffffff;
    const block = frame.subarray(at, at + blockSize);
    if (header >= UNPACKED) {
      output.set(block, length);
      length += blockSize;
    } else length = unpackBlock(block, output, length);
    at += blockSize + (hasBlockSum ? 4 : 0);
  }
  if (length !== size) throw damaged();
  return output;
}

/** Unpacks one block behind what is there already. @returns the new length */
function unpackBlock(block: Uint8Array, output: Uint8Array, start: number): number {
  let to = start;
  let i = 0;
  const more = (count: number) => {
    let total = count;
    if (count === 15) {
      let byte: number;
      do {
        byte = block[i++] ?? 0;
        total += byte;
      } while (byte === 255);
    }
    return total;
  };
  while (i < block.length) {
    const token = block[i++]!;
    const nLiterals = more(token >> 4);
    if (to + nLiterals > output.length) throw damaged();
    output.set(block.subarray(i, i + nLiterals), to);
    i += nLiterals;
    to += nLiterals;
    if (i >= block.length) break; // the last sequence has no match
    const offset = block[i]! | (block[i + 1]! << 8);
    i += 2;
    const nMatched = more(token & 15) + 4;
    if (offset === 0 || offset > to || to + nMatched > output.length) throw damaged();
    // Byte by byte: a match may run into what it writes.
    for (let k = 0; k < nMatched; k++) output[to + k] = output[to - offset + k]!;
    to += nMatched;
  }
  return to;
}

function damaged(): ValueError {
  return new ValueError("unpackLZ4Frame: expected an LZ4 frame, got other or damaged bytes");
}
