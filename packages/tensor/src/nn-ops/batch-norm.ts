import { checkBetween, checkBoolean, ParameterError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { noGrad } from "../autograd/tape";
import { addressOf, contiguous, emptyTensor, isTensor } from "../factory";
import { shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { checkFloatingTensor, checkSameType, checkShapeIs, recordFused } from "./fused";
import { checkAffine } from "./norm-rows";

/** What {@link batchNorm} can be told. */
export interface BatchNormOptions {
  /** A factor for each channel, shape (nChannels,). Default 1. */
  readonly weight?: Tensor | undefined;
  /** A summand for each channel, shape (nChannels,). Default 0. */
  readonly bias?: Tensor | undefined;
  /** The means over past batches, shape (nChannels,): updated in place in training, used outside it. */
  readonly runningMean?: Tensor | undefined;
  /** The variances over past batches, shape (nChannels,): updated in place in training, used outside it. */
  readonly runningVariance?: Tensor | undefined;
  /** Whether to normalize by this batch's statistics, or by the running ones. Default true. */
  readonly training?: boolean | undefined;
  /** How much of this batch goes into the running statistics, 0 to 1. Default 0.1. */
  readonly momentum?: number | undefined;
  /** Added to the variance. Default 1e-5. */
  readonly eps?: number | undefined;
}

/**
 * Batch normalization: (x − mean) / √(variance + eps)·weight + bias with mean and (biased) variance of each channel,
 * over the batch and all places. In training the running statistics become
 * (1 − momentum)·running + momentum·batch, the variance without bias, as in PyTorch.
 *
 * @param x shape (n, nChannels) or (n, nChannels, …)
 * @returns x's shape and dtype
 * @throws ShapeError or DTypeError for operands that do not fit, ShapeError for one value a channel in training;
 * ParameterError for options, or without running statistics outside training.
 * @roadmap DL-020
 * @see Ioffe and Szegedy (2015), Batch Normalization.
 * @example
 * ```ts
 * batchNorm(tensor([[1], [3]]), { eps: 1e-12 }).toArray<number[][]>()[1]![0]!.toFixed(3); // → 1.000
 * ```
 */
export function batchNorm(x: Tensor, options: BatchNormOptions = {}): Tensor {
  const where = "batchNorm";
  const { weight, bias, training = true, momentum = 0.1, eps = 1e-5 } = options;
  checkFloatingTensor(where, "x", x);
  if (x.ndim < 2) {
    throw new ShapeError(
      `${where}: expected x of shape (n, nChannels, …), got ${shapeText(x.shape)}`,
    );
  }
  const shape = [x.shape[1]!];
  checkAffine(where, x, { weight, bias, shape, eps });
  checkBoolean(where, "training", training);
  checkBetween(where, "momentum", momentum, [0, 1]);
  for (const name of ["runningMean", "runningVariance"] as const) {
    const running = options[name];
    if (running === undefined) continue;
    checkSameType(where, x, name, running);
    checkShapeIs(where, name, running, shape);
  }
  if (!training) return byRunningStatistics(x, options, eps);
  const count = x.size / Math.max(1, shape[0]!);
  if (count < 2) {
    throw new ShapeError(
      `${where}: expected more than one value a channel in training, got ${shapeText(x.shape)}`,
    );
  }
  return byBatch(x, { ...options, eps, momentum });
}

/** (x − mean)·weight / √(variance + eps) + bias as one factor and one summand a channel. */
function byRunningStatistics(x: Tensor, options: BatchNormOptions, eps: number): Tensor {
  const { weight, bias, runningMean, runningVariance } = options;
  if (runningMean === undefined || runningVariance === undefined) {
    throw new ParameterError(
      "batchNorm: expected runningMean and runningVariance outside training, got none",
    );
  }
  const rstd = runningVariance.add(eps).sqrt().reciprocal();
  const factor = weight === undefined ? rstd : weight.mul(rstd);
  const moved = runningMean.mul(factor).neg();
  const summand = bias === undefined ? moved : bias.add(moved);
  const perChannel = [-1, ...x.shape.slice(2).map(() => 1)];
  return x.mul(factor.reshape(perChannel)).add(summand.reshape(perChannel));
}

interface BatchPlan extends BatchNormOptions {
  readonly eps: number;
  readonly momentum: number;
}

function byBatch(input: Tensor, plan: BatchPlan): Tensor {
  const { weight, bias } = plan;
  // The kernel wants a channel's values next to each other; of a table, the transpose has them.
  const table = input.ndim === 2;
  const x = contiguous(table ? input.detach().transpose().unsqueeze(0) : input);
  const { y, statistics } = forward(x, plan);
  updateRunning(statistics, x.size / x.shape[1]!, plan);
  const back = (value: Tensor) => (table ? contiguous(value.squeeze(0).transpose()) : value);
  return recordFused(back(y), {
    name: "batchNorm",
    inputs: [input, ...[weight, bias].filter(isTensor)],
    backward: (g) => {
      const gradOutput = contiguous(table ? g.transpose().unsqueeze(0) : g);
      const all = fusedGradients(x, statistics, gradOutput, plan);
      const parts = [weight && all.weight, bias && all.bias];
      return [back(all.x), ...parts.filter(isTensor)];
    },
    composed: (value, ...rest) => {
      const a = weight === undefined ? undefined : rest[0];
      return composedNorm(value, a, bias === undefined ? undefined : rest.at(-1), plan.eps);
    },
  });
}

function forward(x: Tensor, { weight, bias, eps }: BatchPlan) {
  const [n, channels] = x.shape as [number, number];
  const [w, b] = [weight && contiguous(weight), bias && contiguous(bias)];
  const memory = heap();
  memory.begin();
  const y = emptyTensor("batchNorm", x.shape, x.dtype);
  const statistics = emptyTensor("batchNorm", [2, channels], x.dtype);
  const to = addressOf(y);
  const double = x.dtype === "float64";
  const mean = addressOf(statistics);
  memory.kernels.batchNormForward(
    double,
    n,
    channels,
    sizeOf(x.shape.slice(2)),
    eps,
    addressOf(x),
    w === undefined ? 0 : addressOf(w),
    b === undefined ? 0 : addressOf(b),
    to,
    mean,
    mean + channels * (double ? 8 : 4),
  );
  return { y, statistics };
}

function updateRunning(statistics: Tensor, count: number, plan: BatchPlan): void {
  const { runningMean, runningVariance, momentum } = plan;
  noGrad(() => {
    const row = (i: number) => statistics.slice([i, i + 1]).squeeze(0);
    runningMean?.assign(runningMean.mul(1 - momentum).add(row(0).mul(momentum)));
    const unbiased = (momentum * count) / (count - 1);
    runningVariance?.assign(runningVariance.mul(1 - momentum).add(row(1).mul(unbiased)));
  });
}

function fusedGradients(x: Tensor, statistics: Tensor, g: Tensor, { weight, eps }: BatchPlan) {
  const [n, channels] = x.shape as [number, number];
  const w = weight && contiguous(weight);
  const memory = heap();
  memory.begin();
  const out = emptyTensor("batchNorm", x.shape, x.dtype);
  const dWeight = emptyTensor("batchNorm", [channels], x.dtype);
  const dBias = emptyTensor("batchNorm", [channels], x.dtype);
  const [to, toWeight, toBias] = [addressOf(out), addressOf(dWeight), addressOf(dBias)];
  const double = x.dtype === "float64";
  const mean = addressOf(statistics);
  memory.kernels.batchNormBackward(
    double,
    n,
    channels,
    sizeOf(x.shape.slice(2)),
    eps,
    addressOf(x),
    w === undefined ? 0 : addressOf(w),
    mean,
    mean + channels * (double ? 8 : 4),
    addressOf(g),
    to,
    toWeight,
    toBias,
  );
  return { x: out, weight: dWeight, bias: dBias };
}

/** The same by differentiable operations. */
function composedNorm(
  x: Tensor,
  weight: Tensor | undefined,
  bias: Tensor | undefined,
  eps: number,
): Tensor {
  const axes = x.shape.map((_, i) => i).filter((i) => i !== 1);
  const perChannel = [-1, ...x.shape.slice(2).map(() => 1)];
  const centred = x.sub(x.mean(axes, { keepDims: true }));
  const variance = centred.square().mean(axes, { keepDims: true });
  const normal = centred.div(variance.add(eps).sqrt());
  const scaled = weight === undefined ? normal : normal.mul(weight.reshape(perChannel));
  return bias === undefined ? scaled : scaled.add(bias.reshape(perChannel));
}
