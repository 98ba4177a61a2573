import {
  checkBetween,
  checkBoolean,
  checkPositive,
  DTypeError,
  ParameterError,
  type RandomGenerator,
  ShapeError,
} from "@gradus/core";
import { contiguous, filledTensor, isTensor, tensorFrom } from "../factory";
import { matmul } from "../linalg/matmul";
import { broadcastTo } from "../ops/views";
import { where as choose } from "../ops/where";
import { type Shape, sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type AttentionPlan, attend, attendBackward, dropRows } from "./attention-kernels";
import { checkFloatingTensor, checkSameType, recordFused } from "./fused";
import { softmax } from "./softmax";

/** What {@link scaledDotProductAttention} can be told. */
export interface AttentionOptions {
  /**
   * Broadcasts to (…, nQueries, nKeys): a bool tensor that is true where a query may look at a key, or numbers that
   * are added to the scores. Default none.
   */
  readonly mask?: Tensor | undefined;
  /** Query i sees keys up to i only. Default false. */
  readonly causal?: boolean | undefined;
  /** What the scores are multiplied with. Default 1 / √width. */
  readonly scale?: number | undefined;
  /** The probability with which a weight is dropped. Default 0; needs `random`. */
  readonly dropout?: number | undefined;
  /** Where the dropout comes from. */
  readonly random?: RandomGenerator | undefined;
  /** Whether dropout drops. Default true. */
  readonly training?: boolean | undefined;
}

/**
 * Attention: softmax(q·kᵀ·scale + mask)·v, for every head of every example. The scores are never all in memory: they
 * are computed block by block, and again for the gradient. A query that may look at nothing gets NaN.
 *
 * @param q queries, shape (…, nQueries, width)
 * @param k keys, shape (…, nKeys, width)
 * @param v values, shape (…, nKeys, nValues)
 * @returns shape (…, nQueries, nValues)
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @see Vaswani et al. (2017), Attention Is All You Need; Dao et al. (2022), FlashAttention.
 * @example
 * ```ts
 * const [k, v] = [tensor([[1], [1]]), tensor([[2], [4]])];
 * scaledDotProductAttention(tensor([[0.5]]), k, v).toArray(); // [[3]]
 * ```
 */
export function scaledDotProductAttention(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  options: AttentionOptions = {},
): Tensor {
  checkOperands(q, k, v);
  const plan = planAttention(q, k, v, options);
  const { additive } = plan;
  if (additive?.requiresGrad) return composedAttention(q, k, v, plan);
  const [a, b, c] = [contiguous(q), contiguous(k), contiguous(v)];
  const { out, lse } = attend(a, b, c, plan);
  return recordFused(out, {
    name: WHERE,
    inputs: [q, k, v],
    backward: (g) => attendBackward({ q: a, k: b, v: c, out, lse, g: contiguous(g) }, plan),
    composed: (x, y, z) => composedAttention(x, y, z, plan),
    saved: [lse],
  });
}

const WHERE = "scaledDotProductAttention";

function checkOperands(q: Tensor, k: Tensor, v: Tensor): void {
  checkFloatingTensor(WHERE, "q", q);
  checkSameType(WHERE, q, "k", k);
  checkSameType(WHERE, q, "v", v);
  const batch = q.shape.slice(0, -2);
  const same = [k, v].every((x) => x.ndim === q.ndim && sameShape(x.shape.slice(0, -2), batch));
  const fits = same && q.shape.at(-1) === k.shape.at(-1) && k.shape.at(-2) === v.shape.at(-2);
  if (q.ndim < 2 || !fits || k.shape.at(-2) === 0 || q.shape.at(-1) === 0) {
    throw new ShapeError(
      `${WHERE}: expected q (…, nQueries, width), k (…, nKeys, width) and v (…, nKeys, nValues), got ` +
        `${shapeText(q.shape)}, ${shapeText(k.shape)} and ${shapeText(v.shape)}`,
    );
  }
}

function planAttention(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  options: AttentionOptions,
): AttentionPlan & { readonly additive: Tensor | undefined } {
  const { causal = false, scale, dropout = 0, random, training = true } = options;
  checkBoolean(WHERE, "causal", causal);
  checkBoolean(WHERE, "training", training);
  checkBetween(WHERE, "dropout", dropout, [0, 1]);
  if (scale !== undefined) checkPositive(WHERE, "scale", scale);
  if (dropout === 1) throw new ParameterError(`${WHERE}: dropout must be below 1, got 1`);
  const dropping = dropout > 0 && training;
  if (dropping && random === undefined) {
    throw new ParameterError(`${WHERE}: dropout needs random, got none`);
  }
  const [rows, keys] = [q.shape.at(-2)!, k.shape.at(-2)!];
  const batch = q.shape.slice(0, -2);
  const additive = additiveMask(q, options.mask, [...batch, rows, keys]);
  return {
    where: WHERE,
    batch,
    rows,
    keys,
    width: q.shape.at(-1)!,
    values: v.shape.at(-1)!,
    causal,
    scale: scale ?? 1 / Math.sqrt(q.shape.at(-1)!),
    dropout: dropping ? { p: dropout, key: [random!.uint32(), random!.uint32()] } : undefined,
    mask: additive && broadcastTo(additive.detach(), [...batch, rows, keys]),
    additive,
  };
}

/** The mask as numbers to add, in its own shape. */
function additiveMask(q: Tensor, mask: Tensor | undefined, shape: Shape): Tensor | undefined {
  if (mask === undefined) return undefined;
  if (!isTensor(mask) || (mask.dtype !== "bool" && mask.dtype !== q.dtype)) {
    const got = isTensor(mask) ? mask.dtype : typeof mask;
    throw new DTypeError(`${WHERE}: mask must be bool or ${q.dtype} like q, got ${got}`);
  }
  const missing = shape.length - mask.ndim;
  const fits = missing >= 0 && mask.shape.every((n, i) => n === 1 || n === shape[i + missing]);
  if (!fits) {
    throw new ShapeError(
      `${WHERE}: expected a mask that broadcasts to ${shapeText(shape)}, got ${shapeText(mask.shape)}`,
    );
  }
  if (mask.dtype !== "bool") return mask;
  const number = (value: number) => filledTensor(WHERE, [], q.dtype, value);
  return choose(mask, number(0), number(-Infinity));
}

/** The same by differentiable operations, with all scores in memory. */
function composedAttention(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  plan: AttentionPlan & { readonly additive: Tensor | undefined },
): Tensor {
  const { scale, causal, rows, keys, additive, dropout } = plan;
  const axes = q.shape.map((_, i) => i);
  const last = q.ndim - 1;
  const transposed = k.transpose(...axes.slice(0, -2), last, last - 1);
  let scores = matmul(q, transposed).mul(scale);
  if (additive !== undefined) scores = scores.add(additive);
  if (causal) scores = scores.add(causalMask(rows, keys, q));
  const weights = softmax(scores, -1);
  if (dropout === undefined) return matmul(weights, v);
  return matmul(weights.mul(dropRows(weights.shape, q.dtype, dropout)), v);
}

function causalMask(rows: number, keys: number, q: Tensor): Tensor {
  const values = new Float64Array(rows * keys);
  for (let i = 0; i < rows; i++)
    values.fill(-Infinity, i * keys + Math.min(i + 1, keys), (i + 1) * keys);
  return tensorFrom(values, [rows, keys], q.dtype);
}
