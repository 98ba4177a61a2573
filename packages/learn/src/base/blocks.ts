import { scoped, type Tensor, tensor } from "@gradus/tensor";

/** So many numbers are worked on at a time: what becomes of them stays in the processor's caches. */
const BLOCK = 1 << 17;

/** What `inBlocks` may leave. */
export interface BlockOptions {
  /** Leave float32 as it is. Default false. */
  readonly keepFloat32?: boolean;
}

/**
 * Gives a matrix as float64 in blocks of rows, one after another, each with the number of its first row. The memory of
 * a block, and of what is made of it, is free again before the next one: of a float32 matrix no whole copy is made.
 */
export function inBlocks(
  X: Tensor,
  work: (block: Tensor, from: number) => void,
  { keepFloat32 = false }: BlockOptions = {},
): void {
  const [nRows, nColumns] = X.shape as [number, number];
  const rows = Math.max(1, Math.floor(BLOCK / nColumns));
  for (let from = 0; from < nRows; from += rows) {
    const end = Math.min(from + rows, nRows);
    scoped(() => {
      const block = X.slice([from, end]);
      work(keepFloat32 ? block : block.astype("float64"), from);
    });
  }
}

/** The sum of what becomes of each block, worked out in the type of X and added up in float64. */
export function sumOfBlocks(X: Tensor, of: (block: Tensor, from: number) => Tensor): Tensor {
  let sum: Float64Array | undefined;
  let shape: readonly number[] = [];
  inBlocks(
    X,
    (block, from) => {
      const part = of(block, from);
      const values = part.data();
      shape = part.shape;
      sum ??= new Float64Array(values.length);
      for (let at = 0; at < values.length; at++) sum[at]! += values[at]!;
    },
    { keepFloat32: true },
  );
  return tensor(sum!, { shape });
}
