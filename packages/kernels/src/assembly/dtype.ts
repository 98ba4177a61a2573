// Element types as the TypeScript side numbers them. A bool is one byte, 0 or 1.
export const BOOL: i32 = 0;
export const INT32: i32 = 1;
export const FLOAT32: i32 = 2;
export const FLOAT64: i32 = 3;
