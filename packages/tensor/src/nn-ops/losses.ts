import { checkBoolean, checkOneOf, checkPositive } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { addressOf, contiguous, emptyTensor, filledTensor } from "../factory";
import { softplus } from "../ops/activation";
import { where as choose } from "../ops/where";
import type { Tensor } from "../tensor";
import { checkFloatingTensor, checkSameType, checkShapeIs, recordFused } from "./fused";
import { checkReduction, type Reduction, reduceLosses } from "./targets";

/** What becomes of the losses of the elements. */
export interface LossOptions {
  /** Default "mean", over all elements. */
  readonly reduction?: Reduction | undefined;
}

/** What {@link huberLoss} can be told. */
export interface HuberLossOptions extends LossOptions {
  /** Where the loss turns from quadratic to linear, > 0. Default 1. */
  readonly delta?: number | undefined;
}

/** What {@link smoothL1Loss} can be told. */
export interface SmoothL1LossOptions extends LossOptions {
  /** Where the loss turns from quadratic to linear, > 0. Default 1. */
  readonly beta?: number | undefined;
}

/** What {@link binaryCrossEntropyWithLogits} can be told. */
export interface BinaryCrossEntropyOptions extends LossOptions {
  /** Factors for the losses, broadcast against them. Default 1. */
  readonly weight?: Tensor | undefined;
  /** Factors for the positive examples, broadcast against the logits: nNegative / nPositive balances. Default 1. */
  readonly posWeight?: Tensor | undefined;
}

/** What {@link klDiv} can be told. */
export interface KlDivOptions {
  /** "batchMean" divides the sum by the length of axis 0: the divergence proper. Default "mean", over all elements. */
  readonly reduction?: Reduction | "batchMean" | undefined;
  /** Whether the target holds logarithms of probabilities too. Default false. */
  readonly logTarget?: boolean | undefined;
}

/** How the kernel `pairLoss` numbers its losses. */
const PairLoss = { mse: 0, l1: 1, huber: 2, smoothL1: 3, logits: 4 } as const;

/**
 * The squared error (prediction − target)².
 *
 * @param target the prediction's shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the prediction's shape
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * mseLoss(tensor([1, 2]), tensor([1, 4])).item(); // → 2
 * ```
 */
export function mseLoss(prediction: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  return pairLoss("mseLoss", prediction, target, {
    ...options,
    op: PairLoss.mse,
    composed: (x, t) => x.sub(t).square(),
  });
}

/**
 * The absolute error |prediction − target|; slope 0 where they are equal.
 *
 * @param target the prediction's shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the prediction's shape
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * l1Loss(tensor([1, 2]), tensor([1, 4])).item(); // → 1
 * ```
 */
export function l1Loss(prediction: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  return pairLoss("l1Loss", prediction, target, {
    ...options,
    op: PairLoss.l1,
    composed: (x, t) => x.sub(t).abs(),
  });
}

/**
 * Huber's loss of d = prediction − target: ½d² up to |d| = δ, then δ·(|d| − ½δ).
 *
 * @param target the prediction's shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the prediction's shape
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * huberLoss(tensor([0, 0]), tensor([1, 4]), { delta: 2 }).item(); // → 3.25
 * ```
 */
export function huberLoss(
  prediction: Tensor,
  target: Tensor,
  { delta = 1, reduction }: HuberLossOptions = {},
): Tensor {
  checkPositive("huberLoss", "delta", delta);
  return pairLoss("huberLoss", prediction, target, {
    reduction,
    parameter: delta,
    op: PairLoss.huber,
    composed: (x, t) => {
      const d = x.sub(t);
      const size = d.abs();
      return choose(size.less(delta), d.square().mul(0.5), size.sub(delta / 2).mul(delta));
    },
  });
}

/**
 * The smooth absolute error of d = prediction − target: ½d²/β up to |d| = β, then |d| − ½β.
 *
 * @param target the prediction's shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the prediction's shape
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * smoothL1Loss(tensor([0, 0]), tensor([1, 4]), { beta: 2 }).item(); // → 1.625
 * ```
 */
export function smoothL1Loss(
  prediction: Tensor,
  target: Tensor,
  { beta = 1, reduction }: SmoothL1LossOptions = {},
): Tensor {
  checkPositive("smoothL1Loss", "beta", beta);
  return pairLoss("smoothL1Loss", prediction, target, {
    reduction,
    parameter: beta,
    op: PairLoss.smoothL1,
    composed: (x, t) => {
      const d = x.sub(t);
      const size = d.abs();
      return choose(size.less(beta), d.square().div(2 * beta), size.sub(beta / 2));
    },
  });
}

/**
 * The cross-entropy −t·log p − (1 − t)·log(1 − p) of yes-or-no targets, where p = sigmoid(logits): computed from
 * the logits, so that no logarithm of 0 comes up.
 *
 * @param targets numbers from 0 to 1 in the logits' shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the logits' shape
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * binaryCrossEntropyWithLogits(tensor([0, 1000]), tensor([1, 1])).item().toFixed(4); // → 0.3466
 * ```
 */
export function binaryCrossEntropyWithLogits(
  logits: Tensor,
  targets: Tensor,
  { weight, posWeight, reduction = "mean" }: BinaryCrossEntropyOptions = {},
): Tensor {
  const where = "binaryCrossEntropyWithLogits";
  checkReduction(where, reduction);
  const composed = (x: Tensor, t: Tensor) => softplus(x).sub(x.mul(t));
  if (weight === undefined && posWeight === undefined) {
    return pairLoss(where, logits, targets, { reduction, op: PairLoss.logits, composed });
  }
  checkPair(where, logits, targets);
  if (weight !== undefined) checkSameType(where, logits, "weight", weight);
  if (posWeight !== undefined) checkSameType(where, logits, "posWeight", posWeight);
  const plain =
    posWeight === undefined
      ? pairLoss(where, logits, targets, { reduction: "none", op: PairLoss.logits, composed })
      : // (1 − t)·x + (1 + (posWeight − 1)·t)·log(1 + e⁻ˣ)
        logits
          .sub(logits.mul(targets))
          .add(softplus(logits.neg()).mul(posWeight.sub(1).mul(targets).add(1)));
  return reduceLosses(weight === undefined ? plain : plain.mul(weight), reduction);
}

/**
 * The Kullback–Leibler divergence Σ t·(log t − input) of a distribution t from one whose logarithm is `input`,
 * element by element. Where t is 0 the loss is 0.
 *
 * @param target the input's shape and dtype
 * @returns 0-d, or with reduction "none" the losses in the input's shape
 * @throws ShapeError or DTypeError for operands that do not fit; ParameterError for options.
 * @example
 * ```ts
 * klDiv(tensor([[0.5, 0.5]]).log(), tensor([[1, 0]]), { reduction: "batchMean" }).item().toFixed(4); // → 0.6931
 * ```
 */
export function klDiv(
  input: Tensor,
  target: Tensor,
  { reduction = "mean", logTarget = false }: KlDivOptions = {},
): Tensor {
  checkPair("klDiv", input, target);
  checkOneOf("klDiv", "reduction", reduction, ["mean", "batchMean", "sum", "none"]);
  checkBoolean("klDiv", "logTarget", logTarget);
  const losses = logTarget ? target.exp().mul(target.sub(input)) : divergence(input, target);
  if (reduction === "batchMean") return losses.sum().div(input.shape[0] ?? 1);
  return reduceLosses(losses, reduction);
}

/** t·log t − t·input, where 0·log 0 = 0. */
function divergence(input: Tensor, target: Tensor): Tensor {
  const some = target.greater(0);
  const safe = choose(some, target, filledTensor("klDiv", [], target.dtype, 1));
  return target.mul(safe.log()).sub(target.mul(input));
}

interface PairPlan extends LossOptions {
  readonly op: number;
  readonly parameter?: number;
  readonly composed: (x: Tensor, t: Tensor) => Tensor;
}

function checkPair(where: string, x: Tensor, target: Tensor): void {
  checkFloatingTensor(where, "prediction", x);
  checkSameType(where, x, "target", target);
  checkShapeIs(where, "target", target, x.shape);
}

function pairLoss(where: string, x: Tensor, target: Tensor, plan: PairPlan): Tensor {
  const { op, reduction = "mean", parameter = 0, composed } = plan;
  checkPair(where, x, target);
  checkReduction(where, reduction);
  const [a, b] = [contiguous(x), contiguous(target)];
  const double = x.dtype === "float64";
  const memory = heap();
  memory.begin();
  const losses = emptyTensor(where, x.shape, x.dtype);
  const to = addressOf(losses);
  const { kernels } = memory;
  kernels.pairLoss(op, double, x.size, parameter, addressOf(a), addressOf(b), to);
  const scale = reduction === "mean" ? 1 / x.size : 1;
  const y = reduction === "none" ? losses : reduceLosses(losses, reduction);
  return recordFused(y, {
    name: where,
    inputs: [x, target],
    backward: (g) => {
      // Every loss of the table but the one on logits depends on x − target alone.
      const dx = pairGradient(where, a, b, { op, parameter, scale, g: contiguous(g) });
      const dTarget = op === PairLoss.logits ? a.mul(g).mul(-scale) : dx.neg();
      return [x.requiresGrad ? dx : undefined, target.requiresGrad ? dTarget : undefined];
    },
    composed: (p, t) => reduceLosses(composed(p, t), reduction),
  });
}

function pairGradient(
  where: string,
  x: Tensor,
  target: Tensor,
  plan: {
    readonly op: number;
    readonly parameter: number;
    readonly scale: number;
    readonly g: Tensor;
  },
): Tensor {
  const { op, parameter, scale, g } = plan;
  const memory = heap();
  memory.begin();
  const out = emptyTensor(where, x.shape, x.dtype);
  const to = addressOf(out);
  const stepG = g.ndim === 0 && x.ndim > 0 ? 0 : 1;
  const [from, wanted, pg] = [addressOf(x), addressOf(target), addressOf(g)];
  const double = x.dtype === "float64";
  memory.kernels.pairLossBackward(
    op,
    double,
    x.size,
    parameter,
    from,
    wanted,
    pg,
    stepG,
    scale,
    to,
  );
  return out;
}
