import { checkBetween, checkInteger, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { addressOf, contiguous, emptyTensor, isTensor, tensorFrom } from "../factory";
import { sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { axisLast, checkFloatingTensor, checkSameType, checkShapeIs, recordFused } from "./fused";
import { logSoftmax } from "./softmax";
import { checkIndices, checkReduction, type Reduction } from "./targets";

/** What {@link crossEntropy} and {@link nllLoss} can be told beside logits and targets. */
export interface ClassWeightOptions {
  /** A weight for each class, shape (nClasses,). The mean is then a weighted one. Default all 1. */
  readonly weight?: Tensor | undefined;
  /** Examples of this class do not count. Default −100, which is none. */
  readonly ignoreIndex?: number | undefined;
  /** Default "mean". */
  readonly reduction?: Reduction | undefined;
}

/** What {@link crossEntropy} can be told beside logits and targets. */
export interface CrossEntropyOptions extends ClassWeightOptions {
  /** From 0 to 1: how much of the target is spread evenly over all classes. Default 0. */
  readonly labelSmoothing?: number | undefined;
}

/** The default of `ignoreIndex`, as in PyTorch. */
const NONE = -100;

/**
 * The cross-entropy −Σ t·log softmax(logits) of class targets: softmax, logarithm and loss in one step, exact for
 * logits of any size.
 *
 * @param logits shape (nClasses,), (n, nClasses) or (n, nClasses, …)
 * @param targets int32 class indices of the logits' shape without the class axis, or probabilities of the
 * logits' shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the shape of the class indices
 * @throws ShapeError, DTypeError or OutOfRangeError for targets that do not fit; ParameterError for options.
 * @roadmap DL-013
 * @example
 * ```ts
 * const logits = tensor([[2, 0], [0, 0]]);
 * crossEntropy(logits, tensor([0, 1], { dtype: "int32" })).item().toFixed(4); // → 0.4100
 * ```
 */
export function crossEntropy(
  logits: Tensor,
  targets: Tensor,
  options: CrossEntropyOptions = {},
): Tensor {
  const where = "crossEntropy";
  const { labelSmoothing = 0, reduction = "mean" } = options;
  checkFloatingTensor(where, "logits", logits);
  checkBetween(where, "labelSmoothing", labelSmoothing, [0, 1]);
  checkReduction(where, reduction);
  const axis = classAxis(where, logits);
  const x = axisLast(logits, axis);
  checkWeight(where, x, options.weight);
  if (isTensor(targets) && targets.dtype !== "int32") {
    checkSameType(where, logits, "targets (probabilities, or int32 indices)", targets);
    checkShapeIs(where, "targets", targets, logits.shape);
    return ofProbabilities(x, axisLast(targets, axis), options);
  }
  return ofIndices(where, x, targets, options);
}

function classAxis(where: string, logits: Tensor): number {
  if (logits.ndim === 0) {
    throw new ShapeError(
      `${where}: expected logits of shape (nClasses,) or (n, nClasses, …), got ()`,
    );
  }
  return logits.ndim === 1 ? 0 : 1;
}

function checkWeight(where: string, x: Tensor, weight: Tensor | undefined): void {
  if (weight === undefined) return;
  checkSameType(where, x, "weight", weight);
  checkShapeIs(where, "weight", weight, [x.shape[x.ndim - 1]!]);
}

function ofProbabilities(x: Tensor, targets: Tensor, options: CrossEntropyOptions): Tensor {
  const { weight, labelSmoothing = 0, reduction = "mean" } = options;
  const classes = x.shape[x.ndim - 1]!;
  const smooth =
    labelSmoothing === 0 ? targets : targets.mul(1 - labelSmoothing).add(labelSmoothing / classes);
  const products = logSoftmax(x).mul(weight === undefined ? smooth : smooth.mul(weight));
  const losses = products.sum(-1).neg();
  if (reduction === "none") return losses;
  return reduction === "sum" ? losses.sum() : losses.sum().div(x.size / classes);
}

function ofIndices(
  where: string,
  x: Tensor,
  targets: Tensor,
  options: CrossEntropyOptions,
): Tensor {
  const { weight, ignoreIndex = NONE, labelSmoothing = 0, reduction = "mean" } = options;
  const plan = { ...classPlan(where, x, targets, ignoreIndex), ignoreIndex, labelSmoothing };
  const { rows, classes, indices } = plan;
  const input = contiguous(x);
  const weights = weight === undefined ? undefined : contiguous(weight.detach());
  const double = x.dtype === "float64";
  const memory = heap();
  memory.begin();
  const losses = emptyTensor(where, x.shape.slice(0, -1), x.dtype);
  const lse = emptyTensor(where, [rows], x.dtype);
  const totals = memory.meta;
  const [toLosses, toLse] = [addressOf(losses), addressOf(lse)];
  memory.kernels.crossEntropyForward(
    double,
    rows,
    classes,
    addressOf(input),
    addressOf(indices),
    weights === undefined ? 0 : addressOf(weights),
    ignoreIndex,
    labelSmoothing,
    toLosses,
    toLse,
    totals,
  );
  const sum = memory.f64[totals >>> 3]!;
  const scale = reduction === "mean" ? 1 / memory.f64[(totals >>> 3) + 1]! : 1;
  const y = reduction === "none" ? losses : tensorFrom([sum * scale], [], x.dtype);
  return recordFused(y, {
    name: where,
    inputs: [x],
    backward: (g) => [gradient(input, contiguous(g), { ...plan, weights, lse, scale })],
    composed: (logits) => {
      const k = coefficients(logits, plan, weights).mul(-scale);
      const parts = logSoftmax(logits).mul(k).sum(-1);
      return reduction === "none" ? parts : parts.sum();
    },
  });
}

interface ClassPlan {
  readonly rows: number;
  readonly classes: number;
  readonly indices: Tensor;
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
}

function classPlan(where: string, x: Tensor, targets: Tensor, ignoreIndex: number) {
  checkInteger(where, "ignoreIndex", Math.abs(ignoreIndex));
  const classes = x.shape[x.ndim - 1]!;
  const indices = checkIndices(where, targets, { count: classes, exempt: ignoreIndex });
  const shape = x.shape.slice(0, -1);
  if (!sameShape(indices.shape, shape)) {
    throw new ShapeError(
      `${where}: expected class indices of shape ${shapeText(shape)}, got ${shapeText(indices.shape)}`,
    );
  }
  return { rows: indices.size, classes, indices };
}

interface GradientPlan extends ClassPlan {
  readonly weights: Tensor | undefined;
  readonly lse: Tensor;
  readonly scale: number;
}

function gradient(x: Tensor, g: Tensor, plan: GradientPlan): Tensor {
  const { rows, classes, indices, weights, ignoreIndex, labelSmoothing, lse, scale } = plan;
  const memory = heap();
  memory.begin();
  const out = emptyTensor("crossEntropy", x.shape, x.dtype);
  const to = addressOf(out);
  memory.kernels.crossEntropyBackward(
    x.dtype === "float64",
    rows,
    classes,
    addressOf(x),
    addressOf(indices),
    weights === undefined ? 0 : addressOf(weights),
    ignoreIndex,
    labelSmoothing,
    addressOf(lse),
    addressOf(g),
    g.ndim === 0 && x.ndim > 1 ? 0 : 1,
    scale,
    to,
  );
  return out;
}

/** k with loss = −Σ k·log softmax(x): (1 − ε)·w[t] at the target, ε/C·w everywhere, nothing if ignored. */
function coefficients(x: Tensor, plan: ClassPlan, weights: Tensor | undefined): Tensor {
  const { rows, classes, indices, ignoreIndex, labelSmoothing } = plan;
  const targets = indices.data();
  const w = weights?.data();
  const k = new Float64Array(rows * classes);
  for (let i = 0; i < rows; i++) {
    const target = targets[i]!;
    if (target === ignoreIndex) continue;
    for (let c = 0; c < classes; c++) {
      k[i * classes + c] = (labelSmoothing / classes) * (w?.[c] ?? 1);
    }
    k[i * classes + target]! += (1 - labelSmoothing) * (w?.[target] ?? 1);
  }
  return tensorFrom(k, x.shape, x.dtype);
}

/**
 * The negative log-likelihood −log p[t] of class targets: `crossEntropy` for those who have log-probabilities
 * already (from `logSoftmax`).
 *
 * @param logProbabilities shape (nClasses,), (n, nClasses) or (n, nClasses, …)
 * @param targets int32 class indices of that shape without the class axis
 * @returns 0-d, or with reduction "none" the losses in the shape of the targets
 * @throws ShapeError, DTypeError or OutOfRangeError for targets that do not fit; ParameterError for options.
 * @example
 * ```ts
 * nllLoss(tensor([[-0.5, -1], [-2, -0.25]]), tensor([0, 1], { dtype: "int32" })).item(); // → 0.375
 * ```
 */
export function nllLoss(
  logProbabilities: Tensor,
  targets: Tensor,
  options: ClassWeightOptions = {},
): Tensor {
  const where = "nllLoss";
  const { weight, ignoreIndex = NONE, reduction = "mean" } = options;
  checkFloatingTensor(where, "logProbabilities", logProbabilities);
  checkReduction(where, reduction);
  const x = axisLast(logProbabilities, classAxis(where, logProbabilities));
  checkWeight(where, x, weight);
  const plan = { ...classPlan(where, x, targets, ignoreIndex), ignoreIndex, labelSmoothing: 0 };
  const k = coefficients(x, plan, weight?.detach());
  const losses = x.mul(k).sum(-1).neg();
  if (reduction === "none") return losses;
  return reduction === "sum" ? losses.sum() : losses.sum().div(k.sum().item());
}
