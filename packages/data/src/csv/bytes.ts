/** The bytes that mean something in a CSV text. */
export const QUOTE = 0x22;
export const LF = 0x0a;
export const CR = 0x0d;
export const ZERO = 0x30;
export const DOT = 0x2e;
export const PLUS = 0x2b;
export const MINUS = 0x2d;

/** Whether a byte ends a field that is not quoted. */
export function endsField(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === LF || byte === CR;
}
