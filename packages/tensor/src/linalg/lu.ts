import { heap } from "@gradus/kernels";
import { addressOf, emptyTensor } from "../factory";
import type { Tensor } from "../tensor";
import { batchShape, countMatrices, float64Copy, matrixShape } from "./batches";

/** P·A = L·U of one matrix or several: both triangles in one float64 matrix, and the row exchanges. */
export interface LuFactors {
  /** Shape (…, m, n): U on and above the diagonal, L below it. */
  readonly factors: Tensor;
  /** int32, shape (…, min(m, n)): for each step, the row that changed places with it. */
  readonly exchanges: Tensor;
  /** −1 if every leading column has a pivot other than 0, else the first that has none. */
  readonly singularColumn: number;
}

/** LU with partial pivoting, without history. */
export function luFactor(A: Tensor): LuFactors {
  const [m, n] = matrixShape(A);
  const k = Math.min(m, n);
  const factors = float64Copy(A);
  const memory = heap();
  memory.begin();
  const exchanges = emptyTensor("lu", [...batchShape(A), k], "int32");
  const scratch = memory.scratch(memory.kernels.luScratchBytes(m, n), "lu");
  const [a, pivots] = [addressOf(factors), addressOf(exchanges)];
  let singularColumn = -1;
  for (let i = 0; i < countMatrices(A); i++) {
    const column = memory.kernels.lu(m, n, a + i * m * n * 8, pivots + i * k * 4, scratch);
    if (singularColumn < 0) singularColumn = column;
  }
  return { factors, exchanges, singularColumn };
}

/** The row of A that stands at each row of L·U, from one matrix's exchanges. */
export function rowOrder(m: number, exchanges: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: m }, (_, i) => i);
  for (let i = 0; i < exchanges.length; i++) {
    const other = exchanges[i]!;
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}

/** For each matrix, 1 or −1: the sign of its row exchanges. */
export function exchangeSigns({ exchanges }: LuFactors): Float64Array {
  const k = exchanges.shape[exchanges.ndim - 1]!;
  const list = exchanges.data();
  const signs = new Float64Array(countMatrices(exchanges.unsqueeze(-1))).fill(1);
  for (let i = 0; i < list.length; i++) {
    if (list[i] !== i % k) signs[Math.floor(i / k)]! *= -1;
  }
  return signs;
}
