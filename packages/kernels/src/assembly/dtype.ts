// Element types as the TypeScript side numbers them. A bool is one byte, 0 or 1.
export const BOOL: i32 = 0;
export const INT32: i32 = 1;
export const FLOAT32: i32 = 2;
export const FLOAT64: i32 = 3;
export const UINT8: i32 = 4;

/** Bytes an element of the type takes. */
@inline
export function elementSize(dtype: i32): usize {
  return dtype == FLOAT64 ? 8 : dtype == BOOL || dtype == UINT8 ? 1 : 4;
}
