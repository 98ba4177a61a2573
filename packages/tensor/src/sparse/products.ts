import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { addressOf, emptyTensor } from "../factory";
import { astype, castTo } from "../ops/convert";
import type { Tensor } from "../tensor";
import { type Csr, transposeCsr } from "./csr";

/** S·B for a dense matrix B, in S's dtype. dL/dB = Sᵀ·G. */
export function sparseTimesDense(S: Csr, B: Tensor): Tensor {
  const where = "SparseTensor.matmul";
  const dtype = dtypeOf(S);
  const b = castTo(B, dtype);
  const k = b.shape[1]!;
  const memory = heap();
  memory.begin();
  const out = emptyTensor(where, [S.nRows, k], dtype);
  const places = toHeap(where, S);
  const [from, to] = [addressOf(b), addressOf(out)];
  memory.kernels.sparseTimesDense(dtype === "float64", 0, S.nRows, k, ...places, from, to);
  if (!needsGrad(B)) return out;
  return record(out, where, [B], (g) => [astype(sparseTimesDense(transposeCsr(S), g), B.dtype)]);
}

/** X·S for a dense matrix X, in S's dtype. dL/dX = G·Sᵀ. */
export function denseTimesSparse(X: Tensor, S: Csr): Tensor {
  const where = "SparseTensor.rmatmul";
  const dtype = dtypeOf(S);
  const x = castTo(X, dtype);
  const [m, n] = [x.shape[0]!, x.shape[1]!];
  const memory = heap();
  memory.begin();
  const out = emptyTensor(where, [m, S.nColumns], dtype);
  const places = toHeap(where, S);
  const [from, to] = [addressOf(x), addressOf(out)];
  const double = dtype === "float64";
  memory.kernels.denseTimesSparse(double, 0, m, n, S.nColumns, from, ...places, to);
  if (!needsGrad(X)) return out;
  return record(out, where, [X], (g) => [astype(denseTimesSparse(g, transposeCsr(S)), X.dtype)]);
}

function dtypeOf(S: Csr): "float32" | "float64" {
  return S.values instanceof Float64Array ? "float64" : "float32";
}

/**
 * Copies a sparse matrix to the kernels' scratch memory. It is kept outside of the tensor heap, where no scope ends its
 * life; the copy costs less than the product.
 */
function toHeap(
  where: string,
  { starts, columns, values }: Csr,
): [starts: number, columns: number, values: number] {
  const memory = heap();
  const at = memory.scratch(values.byteLength + columns.byteLength + starts.byteLength, where);
  const columnsAt = at + values.byteLength;
  const startsAt = columnsAt + columns.byteLength;
  if (values instanceof Float64Array) memory.f64.set(values, at >>> 3);
  else memory.f32.set(values, at >>> 2);
  memory.i32.set(columns, columnsAt >>> 2);
  memory.i32.set(starts, startsAt >>> 2);
  return [startsAt, columnsAt, at];
}
