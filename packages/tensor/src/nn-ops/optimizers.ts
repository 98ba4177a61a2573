import { checkBetween, checkNonNegative, ParameterError } from "@gradus/core";
import type { Tensor } from "../tensor";
import { checkBetas, type OptimizerState, stepAll } from "./optimizer-state";

/** What every optimizer step can be told. */
export interface StepOptions {
  /** The size of a step, ≥ 0. */
  readonly learningRate: number;
  /** How much of the parameter is added to its gradient (an L2 penalty), ≥ 0. Default 0. */
  readonly weightDecay?: number | undefined;
}

/** What {@link sgdStep} can be told. */
export interface SgdStepOptions extends StepOptions {
  /** How much of the last step goes into this one, ≥ 0. Default 0. */
  readonly momentum?: number | undefined;
  /** How much of the gradient does not go into the momentum. Default 0. */
  readonly dampening?: number | undefined;
  /** Look ahead along the momentum (Nesterov); needs momentum and no dampening. Default false. */
  readonly nesterov?: boolean | undefined;
}

/** What {@link adamStep} and {@link adamWStep} can be told. */
export interface AdamStepOptions extends StepOptions {
  /** How much the running means of gradient and square keep of their past. Default [0.9, 0.999]. */
  readonly betas?: readonly [number, number] | undefined;
  /** Added to the root of the mean square. Default 1e-8. */
  readonly eps?: number | undefined;
  /** Divide by the largest mean square so far. Default false. */
  readonly amsgrad?: boolean | undefined;
}

/** What {@link rmspropStep} can be told. */
export interface RmspropStepOptions extends StepOptions {
  /** How much the running mean of squares keeps of its past. Default 0.99. */
  readonly alpha?: number | undefined;
  /** Added to the root of the mean square. Default 1e-8. */
  readonly eps?: number | undefined;
  /** How much of the last step goes into this one, ≥ 0. Default 0. */
  readonly momentum?: number | undefined;
  /** Divide by the standard deviation, not the root mean square. Default false. */
  readonly centered?: boolean | undefined;
}

/** What {@link adagradStep} can be told. */
export interface AdagradStepOptions extends StepOptions {
  /** The learning rate is divided by 1 + (step − 1)·learningRateDecay. Default 0. */
  readonly learningRateDecay?: number | undefined;
  /** What the sums of squares begin with. Default 0. */
  readonly initialAccumulator?: number | undefined;
  /** Added to the root of the sum. Default 1e-10. */
  readonly eps?: number | undefined;
}

/**
 * One step of stochastic gradient descent in place, p ← p − learningRate·v, where v is the gradient, or with
 * momentum v ← momentum·v + (1 − dampening)·gradient. Parameters without a `grad` stay.
 *
 * @param state of `optimizerState(parameters)`; the same for every step of a run
 * @throws ParameterError for options, or a state of other parameters.
 * @roadmap DL-015
 * @example
 * ```ts
 * const w = tensor([1], { requiresGrad: true });
 * w.mul(2).sum().backward();
 * sgdStep([w], optimizerState([w]), { learningRate: 0.25 });
 * w.toArray(); // [0.5]
 * ```
 */
export function sgdStep(
  parameters: readonly Tensor[],
  state: OptimizerState,
  options: SgdStepOptions,
): void {
  const { learningRate, weightDecay = 0, momentum = 0, dampening = 0, nesterov = false } = options;
  const where = "sgdStep";
  checkRates(where, learningRate, weightDecay);
  checkNonNegative(where, "momentum", momentum);
  if (nesterov && (momentum === 0 || dampening !== 0)) {
    throw new ParameterError(
      `${where}: nesterov needs a momentum and no dampening, got ${momentum} and ${dampening}`,
    );
  }
  stepAll(where, parameters, state, (step) => ({
    op: 0,
    first: momentum !== 0,
    rate: learningRate,
    decay: weightDecay,
    a: momentum,
    b: 1 - dampening,
    flags: (nesterov ? 1 : 0) + (step === 1 ? 2 : 0),
  }));
}

/**
 * One step of Adam in place: p ← p − learningRate·m̂ / (√v̂ + eps) with m̂ and v̂ the running means of gradient and
 * square, corrected for their start at 0. Weight decay adds to the gradient; `adamWStep` decouples it.
 *
 * @param state of `optimizerState(parameters)`; the same for every step of a run
 * @throws ParameterError for options, or a state of other parameters.
 * @roadmap DL-016
 * @see Kingma and Ba (2015), Adam: A Method for Stochastic Optimization.
 * @example
 * ```ts
 * const w = tensor([1], { requiresGrad: true });
 * w.mul(2).sum().backward();
 * adamStep([w], optimizerState([w]), { learningRate: 0.5 });
 * w.item().toFixed(3); // → 0.500
 * ```
 */
export function adamStep(
  parameters: readonly Tensor[],
  state: OptimizerState,
  options: AdamStepOptions,
): void {
  adam("adamStep", parameters, state, options);
}

/**
 * One step of AdamW in place: Adam, and each parameter first shrinks by the factor 1 − learningRate·weightDecay,
 * which the running means do not see.
 *
 * @param state of `optimizerState(parameters)`; the same for every step of a run
 * @throws ParameterError for options, or a state of other parameters.
 * @see Loshchilov and Hutter (2019), Decoupled Weight Decay Regularization.
 * @example
 * ```ts
 * const w = tensor([1], { requiresGrad: true });
 * w.mul(0).sum().backward();
 * adamWStep([w], optimizerState([w]), { learningRate: 0.5, weightDecay: 0.1 });
 * w.item().toFixed(3); // → 0.950
 * ```
 */
export function adamWStep(
  parameters: readonly Tensor[],
  state: OptimizerState,
  options: AdamStepOptions,
): void {
  adam("adamWStep", parameters, state, options);
}

function adam(
  where: "adamStep" | "adamWStep",
  parameters: readonly Tensor[],
  state: OptimizerState,
  options: AdamStepOptions,
): void {
  const { learningRate, betas = [0.9, 0.999], eps = 1e-8, amsgrad = false } = options;
  const decoupled = where === "adamWStep";
  // As in PyTorch, AdamW decays by default.
  const weightDecay = options.weightDecay ?? (decoupled ? 0.01 : 0);
  checkRates(where, learningRate, weightDecay);
  checkBetas(where, betas);
  checkNonNegative(where, "eps", eps);
  stepAll(where, parameters, state, (step) => ({
    op: 1,
    first: true,
    second: true,
    third: amsgrad,
    rate: learningRate / (1 - betas[0] ** step),
    decay: decoupled ? learningRate * weightDecay : weightDecay,
    a: betas[0],
    b: betas[1],
    eps,
    c: 1 / Math.sqrt(1 - betas[1] ** step),
    flags: decoupled ? 1 : 0,
  }));
}

/**
 * One step of RMSprop in place: p ← p − learningRate·gradient / (√(running mean of squares) + eps).
 *
 * @param state of `optimizerState(parameters)`; the same for every step of a run
 * @throws ParameterError for options, or a state of other parameters.
 * @roadmap DL-017
 * @example
 * ```ts
 * const w = tensor([1], { requiresGrad: true });
 * w.mul(2).sum().backward();
 * rmspropStep([w], optimizerState([w]), { learningRate: 0.05 });
 * w.item().toFixed(3); // → 0.500
 * ```
 */
export function rmspropStep(
  parameters: readonly Tensor[],
  state: OptimizerState,
  options: RmspropStepOptions,
): void {
  const { learningRate, weightDecay = 0, alpha = 0.99, eps = 1e-8 } = options;
  const { momentum = 0, centered = false } = options;
  const where = "rmspropStep";
  checkRates(where, learningRate, weightDecay);
  checkBetween(where, "alpha", alpha, [0, 1]);
  checkNonNegative(where, "eps", eps);
  checkNonNegative(where, "momentum", momentum);
  stepAll(where, parameters, state, () => ({
    op: 2,
    first: true,
    second: centered,
    third: momentum > 0,
    rate: learningRate,
    decay: weightDecay,
    a: alpha,
    b: momentum,
    eps,
  }));
}

/**
 * One step of Adagrad in place: p ← p − learningRate·gradient / (√(sum of all squares so far) + eps).
 *
 * @param state of `optimizerState(parameters)`; the same for every step of a run
 * @throws ParameterError for options, or a state of other parameters.
 * @example
 * ```ts
 * const w = tensor([1], { requiresGrad: true });
 * w.mul(2).sum().backward();
 * adagradStep([w], optimizerState([w]), { learningRate: 0.5 });
 * w.item().toFixed(3); // → 0.500
 * ```
 */
export function adagradStep(
  parameters: readonly Tensor[],
  state: OptimizerState,
  options: AdagradStepOptions,
): void {
  const { learningRate, weightDecay = 0, eps = 1e-10 } = options;
  const { learningRateDecay = 0, initialAccumulator = 0 } = options;
  const where = "adagradStep";
  checkRates(where, learningRate, weightDecay);
  checkNonNegative(where, "learningRateDecay", learningRateDecay);
  checkNonNegative(where, "initialAccumulator", initialAccumulator);
  checkNonNegative(where, "eps", eps);
  stepAll(where, parameters, state, (step) => ({
    op: 3,
    first: true,
    initial: initialAccumulator,
    rate: learningRate / (1 + (step - 1) * learningRateDecay),
    decay: weightDecay,
    eps,
  }));
}

function checkRates(where: string, learningRate: number, weightDecay: number): void {
  checkNonNegative(where, "learningRate", learningRate);
  checkNonNegative(where, "weightDecay", weightDecay);
}
