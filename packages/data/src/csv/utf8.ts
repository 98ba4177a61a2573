import { ParseError } from "@gradus/core";
import { CR, LF } from "./bytes";
import { NOT_UTF8 } from "./field";

/** The error of the first line that is not UTF-8, if there is one. */
export function invalidUTF8(bytes: Uint8Array, source: string | undefined): ParseError | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      const before = new TextDecoder().decode(bytes.subarray(start, end));
      const column = before.indexOf("\ufffd") + 1;
      return new ParseError(NOT_UTF8, { source, line, column });
    }
    start = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
  }
  return undefined;
}
