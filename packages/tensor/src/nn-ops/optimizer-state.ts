import { checkBetween, ParameterError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { GradientError } from "../autograd/gradient-error";
import { isFloating } from "../dtype";
import { addressOf, contiguous, copyOf, copyStrided, filledTensor, isTensor } from "../factory";
import { sameShape } from "../shape";
import type { Tensor } from "../tensor";

/** What an optimizer remembers of one parameter: tensors in its shape, made by the first step. */
export interface ParameterState {
  /** Steps made so far. */
  step: number;
  first?: Tensor;
  second?: Tensor;
  third?: Tensor;
}

/** What an optimizer remembers, parameter by parameter. */
export interface OptimizerState {
  readonly slots: readonly ParameterState[];
}

/**
 * A fresh memory for the optimizer steps, to be passed to every step of one run.
 *
 * @param parameters those that will be stepped, in the same order
 * @throws GradientError for what is not a floating leaf.
 * @example
 * ```ts
 * const w = tensor([1, 2], { requiresGrad: true });
 * const state = optimizerState([w]);
 * w.square().sum().backward();
 * sgdStep([w], state, { learningRate: 0.1 });
 * w.toArray(); // [0.8, 1.6]
 * ```
 */
export function optimizerState(parameters: readonly Tensor[]): OptimizerState {
  for (const p of parameters) {
    if (!isTensor(p) || !isFloating(p.dtype) || p.node !== undefined) {
      throw new GradientError("optimizerState: expected floating leaf tensors, got something else");
    }
  }
  return { slots: parameters.map(() => ({ step: 0 })) };
}

/** Which tensors of the state a step needs, and the numbers of the kernel `optimizerStep`. */
export interface KernelStep {
  readonly op: 0 | 1 | 2 | 3;
  readonly first?: boolean;
  readonly second?: boolean;
  readonly third?: boolean;
  /** What `first` is filled with at the beginning. Default 0. */
  readonly initial?: number;
  readonly rate: number;
  readonly decay: number;
  readonly a?: number;
  readonly b?: number;
  readonly eps?: number;
  readonly c?: number;
  readonly flags?: number;
}

/** Steps every parameter that has a gradient. `plan` gets the number of the step, from 1. */
export function stepAll(
  where: string,
  parameters: readonly Tensor[],
  state: OptimizerState,
  plan: (step: number) => KernelStep,
): void {
  if (state.slots.length !== parameters.length) {
    throw new ParameterError(
      `${where}: expected the state of ${parameters.length} parameters, got one of ${state.slots.length}`,
    );
  }
  parameters.forEach((p, i) => {
    const gradient = p.peekGrad();
    if (gradient === undefined) return;
    if (!sameShape(gradient.shape, p.shape)) {
      throw new ShapeError(`${where}: expected gradients in the shapes of their parameters`);
    }
    const slot = state.slots[i]!;
    slot.step += 1;
    const step = plan(slot.step);
    if (step.first) slot.first ??= lasting(p, step.initial ?? 0);
    if (step.second) slot.second ??= lasting(p, 0);
    if (step.third) slot.third ??= lasting(p, 0);
    stepOne(p, gradient, slot, step);
  });
}

/** A tensor like p that outlives any scope in which the step runs. */
function lasting(p: Tensor, value: number): Tensor {
  const memory = heap();
  const scope = memory.recording;
  memory.recordInto(undefined);
  try {
    return filledTensor("optimizer", p.shape, p.dtype, value);
  } finally {
    memory.recordInto(scope);
  }
}

function stepOne(p: Tensor, gradient: Tensor, slot: ParameterState, step: KernelStep): void {
  const flat = p.contiguous ? p : copyOf(p);
  const g = contiguous(gradient.dtype === p.dtype ? gradient : gradient.astype(p.dtype));
  const memory = heap();
  memory.begin();
  const at = (x: Tensor | undefined, wanted: boolean | undefined) =>
    wanted && x !== undefined ? addressOf(x) : 0;
  memory.kernels.optimizerStep(
    step.op,
    p.dtype === "float64",
    p.size,
    addressOf(flat),
    addressOf(g),
    at(slot.first, step.first),
    at(slot.second, step.second),
    at(slot.third, step.third),
    step.rate,
    step.decay,
    step.a ?? 0,
    step.b ?? 0,
    step.eps ?? 0,
    step.c ?? 0,
    step.flags ?? 0,
  );
  if (flat !== p) copyStrided(flat, p);
  p.storage.version += 1;
}

/** @throws ParameterError unless both are from 0 up to 1, without it. */
export function checkBetas(where: string, betas: readonly [number, number]): void {
  for (const beta of betas) {
    checkBetween(where, "betas", beta, [0, 1]);
    if (beta === 1) throw new ParameterError(`${where}: betas must be below 1, got 1`);
  }
}
