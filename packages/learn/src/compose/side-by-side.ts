import { ShapeError } from "@gradus/core";
import { isDataFrame } from "@gradus/data";
import { concatenate, isTensor, SparseTensor, type Tensor } from "@gradus/tensor";
import type { MaybeSparse } from "../base/indicators";
import { checkMatrix, type Matrix } from "../base/inputs";

/** What a part gives: columns of numbers. */
export type Block = Tensor | SparseTensor;

/** Columns of numbers from what a transformer gave. @throws ValueError for a table that holds text. */
export function asBlock(where: string, output: unknown): Block {
  if (isTensor(output) || output instanceof SparseTensor) return output;
  const table = isDataFrame(output) ? output : (output as Matrix);
  return checkMatrix(where, table, { allowMissing: true }).X;
}

/**
 * Blocks side by side, with weights.
 * @throws ShapeError for blocks of different numbers of rows.
 */
export function sideBySide<Sparse extends boolean>(
  where: string,
  nRows: number,
  blocks: readonly Block[],
  sparse: Sparse,
): MaybeSparse<Sparse> {
  for (const block of blocks) {
    if (block.shape[0] === nRows) continue;
    throw new ShapeError(`${where}: expected ${nRows} rows of every part, got ${block.shape[0]}`);
  }
  return (sparse ? joinSparse(nRows, blocks) : joinDense(nRows, blocks)) as MaybeSparse<Sparse>;
}

function joinDense(nRows: number, blocks: readonly Block[]): Tensor {
  const dense = blocks.map((block) => (block instanceof SparseTensor ? block.toDense() : block));
  if (dense.length === 0) {
    return SparseTensor.fromTriplets([], [], [], [nRows, 0]).toDense();
  }
  return dense.length === 1 ? dense[0]! : concatenate(dense, 1);
}

function joinSparse(nRows: number, blocks: readonly Block[]): SparseTensor {
  const parts = blocks.map((b) => (b instanceof SparseTensor ? b : SparseTensor.fromDense(b)));
  const total = parts.reduce((sum, part) => sum + part.nnz, 0);
  const rows = new Int32Array(total);
  const columns = new Int32Array(total);
  const values = new Float64Array(total);
  let at = 0;
  let offset = 0;
  for (const part of parts) {
    const { rowStarts, columnIndices, values: own } = part;
    for (let i = 0; i < nRows; i++) {
      for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++, at++) {
        rows[at] = i;
        columns[at] = columnIndices[p]! + offset;
        values[at] = own[p]!;
      }
    }
    offset += part.shape[1]!;
  }
  return SparseTensor.fromTriplets(rows, columns, values, [nRows, offset]);
}

/** Every number times the weight. */
export function weighted(block: Block, weight: number | undefined): Block {
  if (weight === undefined || weight === 1) return block;
  return block instanceof SparseTensor ? block.scale(weight) : block.mul(weight);
}
