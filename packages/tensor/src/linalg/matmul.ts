import { ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { type DType, dtypeSize, isFloating, promoteTypes } from "../dtype";
import { addressOf, emptyTensor } from "../factory";
import { astype, castTo } from "../ops/convert";
import { sumTo } from "../ops/sum-to";
import { broadcastShapes, broadcastStrides, type Shape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";

/**
 * The matrix product A·B. Vectors count as a row on the left and a column on the right, and lose that axis
 * again; axes before the last two are batches and broadcast. Transposed and sliced operands cost no copy.
 * XᵀX is recognized and half of it computed.
 *
 * @param a shape (…, m, k) or (k,)
 * @param b shape (…, k, n) or (k,)
 * @returns shape (…, m, n)
 * @throws ShapeError if the inner lengths differ, the batches do not broadcast, or an operand is 0-d.
 * @example
 * ```ts
 * matmul(tensor([[1, 2], [3, 4]]), tensor([1, 1])).toArray(); // [3, 7]
 * ```
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 0 || b.ndim === 0 || a.shape[a.ndim - 1] !== b.shape[Math.max(0, b.ndim - 2)]) {
    throw new ShapeError(
      `matmul: expected shapes (…, m, k) and (…, k, n), got ${shapeText(a.shape)} and ${shapeText(b.shape)}`,
    );
  }
  const left = a.ndim === 1 ? a.unsqueeze(0) : a;
  const right = b.ndim === 1 ? b.unsqueeze(1) : b;
  const product = matrixProduct(left, right);
  const withoutRow = a.ndim === 1 ? product.squeeze(-2) : product;
  return b.ndim === 1 ? withoutRow.squeeze(-1) : withoutRow;
}

function matrixProduct(a: Tensor, b: Tensor): Tensor {
  const c = multiply(a, b);
  const [recordA, recordB] = [needsGrad(a), needsGrad(b)];
  if (!recordA && !recordB) return c;
  const inputs = [...(recordA ? [a] : []), ...(recordB ? [b] : [])];
  return record(c, "matmul", inputs, (g) => {
    const gradients: Tensor[] = [];
    // C = A·B: dL/dA = G·Bᵀ and dL/dB = Aᵀ·G, summed over the batches on which an operand was repeated.
    if (recordA) gradients.push(fit(matrixProduct(g, matrixTranspose(b)), a));
    if (recordB) gradients.push(fit(matrixProduct(matrixTranspose(a), g), b));
    return gradients;
  });
}

function fit(gradient: Tensor, x: Tensor): Tensor {
  return astype(sumTo(gradient, x.shape), x.dtype);
}

/** The last two axes swapped. */
export function matrixTranspose(x: Tensor): Tensor {
  const batch = x.shape.slice(0, -2).map((_, i) => i);
  return x.transpose(...batch, x.ndim - 1, x.ndim - 2);
}

/** Below this many multiplications packing costs more than it saves. */
const SMALL = 8_192;

/** What a layer does to a product: a contiguous bias is added to every row, and the positive part taken if `relu`. */
export interface Finish {
  readonly bias: Tensor | undefined;
  readonly relu: boolean;
}

const PLAIN: Finish = { bias: undefined, relu: false };

/** A·B without history; operands of at least two axes, floating if there is more to do than to multiply. */
export function multiply(first: Tensor, second: Tensor, { bias, relu }: Finish = PLAIN): Tensor {
  const dtype = promoteTypes(first.dtype, second.dtype);
  // Integers are multiplied in float64: exact up to 2⁵³.
  const computed: DType = isFloating(dtype) ? dtype : "float64";
  const a = first.dtype === computed ? first : castTo(first, computed);
  const b = second.dtype === computed ? second : castTo(second, computed);
  const [m, k, n] = [a.shape[a.ndim - 2]!, a.shape[a.ndim - 1]!, b.shape[b.ndim - 1]!];
  const batch = broadcastShapes("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
  const memory = heap();
  memory.begin();
  const out = emptyTensor("matmul", [...batch, m, n], computed);
  const double = computed === "float64";
  const size = dtypeSize(computed);
  const { kernels } = memory;
  const to = addressOf(out);
  const [startA, startB] = [addressOf(a), addressOf(b)];
  const biasAt = bias === undefined ? 0 : addressOf(bias);
  const fused = m > 1 && n > 1 && m * n * k >= SMALL;
  const [downA, acrossA] = a.strides.slice(-2) as [number, number];
  const [downB, acrossB] = b.strides.slice(-2) as [number, number];
  if (!fused) {
    eachBatch(batch, a, b, (i, offsetA, offsetB) => {
      const [pa, pb] = [startA + offsetA * size, startB + offsetB * size];
      kernels.smallGemm(
        double,
        m,
        n,
        k,
        pa,
        downA,
        acrossA,
        pb,
        downB,
        acrossB,
        to + i * m * n * size,
      );
    });
  } else {
    const batches = sizeOf(batch);
    const bytes = kernels.gemmScratchBytes(double, batches, m, n, k);
    const offsets = memory.scratch(bytes + 8 * batches + 64, "matmul");
    eachBatch(batch, a, b, (i, offsetA, offsetB) => {
      memory.i32[(offsets >>> 2) + 2 * i] = offsetA;
      memory.i32[(offsets >>> 2) + 2 * i + 1] = offsetB;
    });
    const scratch = Math.ceil((offsets + 8 * batches) / 64) * 64;
    const symmetric = isGram(a, b);
    kernels.gemm(
      double,
      batches,
      offsets,
      m,
      n,
      k,
      startA,
      downA,
      acrossA,
      startB,
      downB,
      acrossB,
      to,
      scratch,
      symmetric,
      biasAt,
      relu,
    );
  }
  if ((biasAt !== 0 && !fused) || (relu && (biasAt === 0 || !fused))) {
    kernels.addBias(double, relu, sizeOf(batch) * m, n, biasAt, to);
  }
  return computed === dtype ? out : castTo(out, dtype === "bool" ? "bool" : "int32");
}

/** Whether a is the transpose of b, both views of the same elements: then the product is symmetric. */
function isGram(a: Tensor, b: Tensor): boolean {
  if (a.ndim !== 2 || b.ndim !== 2 || a.storage !== b.storage || a.offset !== b.offset)
    return false;
  const [rows, columns] = b.shape;
  const [down, across] = b.strides;
  const [downA, acrossA] = a.strides;
  return a.shape[0] === columns && a.shape[1] === rows && downA === across && acrossA === down;
}

function eachBatch(
  batch: Shape,
  a: Tensor,
  b: Tensor,
  visit: (i: number, offsetA: number, offsetB: number) => void,
): void {
  const stridesA = broadcastStrides(a.shape.slice(0, -2), a.strides.slice(0, -2), batch);
  const stridesB = broadcastStrides(b.shape.slice(0, -2), b.strides.slice(0, -2), batch);
  const count = sizeOf(batch);
  const index = batch.map(() => 0);
  for (let i = 0, offsetA = 0, offsetB = 0; i < count; i++) {
    visit(i, offsetA, offsetB);
    for (let axis = batch.length - 1; axis >= 0; axis--) {
      index[axis]! += 1;
      offsetA += stridesA[axis]!;
      offsetB += stridesB[axis]!;
      if (index[axis]! < batch[axis]!) break;
      offsetA -= stridesA[axis]! * batch[axis]!;
      offsetB -= stridesB[axis]! * batch[axis]!;
      index[axis] = 0;
    }
  }
}
