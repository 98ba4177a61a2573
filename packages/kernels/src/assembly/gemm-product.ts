// What the parts of gemm.ts know of one product.

// How much of k, of the rows of A and of the columns of B is packed at a time.
// A block of A (ROWS × DEPTH) stays in the second-level cache, a panel of B (DEPTH × 32 bytes) in the first.
// One pass over k up to 1024: a second one would read and write C again, row by row across pages.
export const DEPTH: usize = 1024;
export const ROWS: usize = 128;
export const COLUMNS: usize = 1024;

/** C (m×n) = A (m×k) · B (k×n); strides in bytes. It lies in a task's arguments, where every thread reads it. */
@unmanaged
export class Product {
  m: usize;
  n: usize;
  k: usize;
  a: usize;
  downA: usize;
  acrossA: usize;
  b: usize;
  downB: usize;
  acrossB: usize;
  c: usize;
  ldc: usize;
  /** Leave alone the tiles that lie wholly above C's diagonal. */
  lower: bool;
  /** C += A·B. */
  accumulate: bool;
  /** −A in place of A. */
  negative: bool;
  /** What is added to every row of C at the end (0: nothing), and whether its negative part is then cut off. */
  bias: usize;
  relu: bool;
  scratch: usize;
  /** Where the batches begin. */
  offsets: usize;
  /** Rows of C in a block. */
  rows: usize;
  packedB: usize;
  packedBytesB: usize;
  /** A packed block of A for each thread. */
  packedA: usize;
  packedBytesA: usize;
  // The block of B at hand: its first column and row, and how many.
  j: usize;
  columns: usize;
  p: usize;
  depth: usize;
}
