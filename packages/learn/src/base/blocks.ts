import { scoped, type Tensor } from "@gradus/tensor";

/** So many numbers are worked on at a time: what becomes of them stays in the processor's caches. */
const BLOCK = 1 << 17;

/**
 * Gives a matrix as float64 in blocks of rows, one after another, each with the number of its first row. The memory of
 * a block, and of what is made of it, is free again before the next one: of a float32 matrix no whole copy is made.
 */
export function inBlocks(X: Tensor, work: (block: Tensor, from: number) => void): void {
  const [nRows, nColumns] = X.shape as [number, number];
  const rows = Math.max(1, Math.floor(BLOCK / nColumns));
  for (let from = 0; from < nRows; from += rows) {
    const end = Math.min(from + rows, nRows);
    scoped(() => work(X.slice([from, end]).astype("float64"), from));
  }
}
