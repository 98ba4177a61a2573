import { heap } from "@gradus/kernels";
import { addressOf, copyOf } from "../factory";
import { castTo } from "../ops/convert";
import type { Tensor } from "../tensor";

/** P·A = L·U: both triangles in one float64 matrix, the row exchanges, and the first column without a pivot. */
export interface LuFactors {
  readonly factors: Tensor;
  /** For each step, the row that changed places with it. */
  readonly exchanges: Int32Array;
  /** −1 if A is regular. */
  readonly singularColumn: number;
}

/** LU with partial pivoting of a square matrix, without history. */
export function luFactor(A: Tensor): LuFactors {
  const n = A.shape[0]!;
  const factors = A.dtype === "float64" ? copyOf(A) : castTo(A, "float64");
  const memory = heap();
  memory.begin();
  const pivots = memory.scratch(n * 4, "solve");
  const singularColumn = memory.kernels.lu(n, addressOf(factors), pivots);
  const exchanges = memory.i32.slice(pivots >>> 2, (pivots >>> 2) + n);
  return { factors, exchanges, singularColumn };
}

/** The row of A that stands at each row of L·U. */
export function rowOrder(exchanges: Int32Array): Int32Array {
  const order = Int32Array.from(exchanges, (_, i) => i);
  exchanges.forEach((other, i) => {
    [order[i], order[other]] = [order[other]!, order[i]!];
  });
  return order;
}
