import { heap } from "@gradus/kernels";
import type { DType } from "../dtype";
import { addressOf, emptyTensor, filledTensor } from "../factory";
import { type Shape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";

/** Dropout of attention weights: which are dropped follows from the key. */
export interface AttentionDropout {
  readonly p: number;
  readonly key: readonly [number, number];
}

/** What the kernels of attention are told. */
export interface AttentionPlan {
  readonly where: string;
  readonly batch: Shape;
  readonly rows: number;
  readonly keys: number;
  readonly width: number;
  readonly values: number;
  readonly causal: boolean;
  readonly scale: number;
  readonly dropout: AttentionDropout | undefined;
  /** A view of shape (…batch, rows, keys). */
  readonly mask: Tensor | undefined;
}

/** Attention's values, and for each query the logarithm of its sum of exponentials. */
export function attend(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  plan: AttentionPlan,
): { readonly out: Tensor; readonly lse: Tensor } {
  const { where, batch, rows, values, scale, mask } = plan;
  const memory = heap();
  memory.begin();
  const out = emptyTensor(where, [...batch, rows, values], q.dtype);
  const lse = emptyTensor(where, [...batch, rows], q.dtype);
  const double = q.dtype === "float64";
  const { kernels } = memory;
  const { shape, scratch } = writePlan(plan, (at) => kernels.attentionScratch(double, at));
  const { keep, factor } = keepOf(plan.dropout);
  kernels.attentionForward(
    double,
    shape,
    scale,
    keep,
    factor,
    addressOf(q),
    addressOf(k),
    addressOf(v),
    mask === undefined ? 0 : addressOf(mask),
    addressOf(out),
    addressOf(lse),
    scratch,
  );
  return { out, lse };
}

/** The gradients of q, k and v. */
export function attendBackward(
  saved: {
    readonly q: Tensor;
    readonly k: Tensor;
    readonly v: Tensor;
    readonly out: Tensor;
    readonly lse: Tensor;
    readonly g: Tensor;
  },
  plan: AttentionPlan,
): Tensor[] {
  const { q, k, v, out, lse, g } = saved;
  const { where, scale, mask } = plan;
  const memory = heap();
  memory.begin();
  const gradients = [q, k, v].map((x) => emptyTensor(where, x.shape, x.dtype));
  const [dq, dk, dv] = gradients.map(addressOf) as [number, number, number];
  const double = q.dtype === "float64";
  const { kernels } = memory;
  const { shape, scratch } = writePlan(plan, (at) => kernels.attentionBackwardScratch(double, at));
  const { keep, factor } = keepOf(plan.dropout);
  kernels.attentionBackward(
    double,
    shape,
    scale,
    keep,
    factor,
    addressOf(q),
    addressOf(k),
    addressOf(v),
    mask === undefined ? 0 : addressOf(mask),
    addressOf(out),
    addressOf(lse),
    addressOf(g),
    dq,
    dk,
    dv,
    scratch,
  );
  return gradients;
}

/** What the kernels do to weights of attention, as factors: 0 or 1 / (1 − p). */
export function dropRows(shape: Shape, dtype: DType, dropout: AttentionDropout): Tensor {
  const mask = filledTensor("dropout", shape, dtype, 1);
  const memory = heap();
  memory.begin();
  const columns = shape.at(-1)!;
  const { keep, factor } = keepOf(dropout);
  const [low, high] = dropout.key;
  const rows = mask.size / columns;
  const at = addressOf(mask);
  memory.kernels.dropRows(dtype === "float64", rows, columns, low, high, keep, factor, at);
  return mask;
}

function keepOf(dropout: AttentionDropout | undefined): { keep: number; factor: number } {
  if (dropout === undefined) return { keep: 0, factor: 1 };
  return { keep: Math.round((1 - dropout.p) * 2 ** 32), factor: 1 / (1 - dropout.p) };
}

/** Writes the plan for the kernels, with room for them behind it. */
function writePlan(
  plan: AttentionPlan,
  bytesOf: (shape: number) => number,
): { readonly shape: number; readonly scratch: number } {
  const heads = sizeOf(plan.batch);
  const memory = heap();
  const write = (at: number, offsets: number) => {
    const { rows, keys, width, values, causal, mask, dropout } = plan;
    const [down, across] = mask === undefined ? [0, 0] : mask.strides.slice(-2);
    const [low, high] = dropout?.key ?? [0, 0];
    const numbers = [
      heads,
      rows,
      keys,
      width,
      values,
      causal ? 1 : 0,
      offsets,
      down!,
      across!,
      low,
      high,
    ];
    memory.i32.set(numbers, at >>> 2);
  };
  // The kernels say how much room they want once they know the shape.
  write(memory.meta, 0);
  const before = toLines(plan.mask === undefined ? 64 : 64 + heads * 4);
  const shape = memory.scratch(before + bytesOf(memory.meta), plan.where);
  const offsets = plan.mask === undefined ? 0 : shape + 64;
  write(shape, offsets);
  if (plan.mask !== undefined) writeOffsets(plan.mask, plan.batch, offsets);
  return { shape, scratch: shape + before };
}

/** Rounded up to a cache line. */
function toLines(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

/** Where each head's mask begins, in elements. */
function writeOffsets(mask: Tensor, batch: Shape, to: number): void {
  const memory = heap();
  const count = sizeOf(batch);
  for (let head = 0; head < count; head++) {
    let [rest, offset] = [head, 0];
    for (let axis = batch.length - 1; axis >= 0; axis--) {
      offset += (rest % batch[axis]!) * mask.strides[axis]!;
      rest = Math.floor(rest / batch[axis]!);
    }
    memory.i32[(to >>> 2) + head] = offset;
  }
}
