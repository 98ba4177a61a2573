import { checkPositive } from "@gradus/core";
import { noGrad } from "../autograd/tape";
import type { Tensor } from "../tensor";

/** What {@link clipGradNorm} can be told. */
export interface ClipGradNormOptions {
  /** The norm's order p: (Σ |g|ᵖ)^(1/p), or Infinity for the largest magnitude. Default 2. */
  readonly normType?: number | undefined;
}

/**
 * Scales the gradients of all parameters by one factor, in place, so that their common norm is at most `maxNorm`.
 *
 * @returns the norm before
 * @throws ParameterError unless maxNorm and normType are above 0.
 * @example
 * ```ts
 * const w = tensor([1, 1], { requiresGrad: true });
 * w.mul(tensor([3, 4])).sum().backward();
 * clipGradNorm([w], 1); // → 5
 * w.grad!.toArray<number[]>()[0]!.toFixed(3); // → 0.600
 * ```
 */
export function clipGradNorm(
  parameters: readonly Tensor[],
  maxNorm: number,
  { normType = 2 }: ClipGradNormOptions = {},
): number {
  checkPositive("clipGradNorm", "maxNorm", maxNorm);
  if (normType !== Infinity) checkPositive("clipGradNorm", "normType", normType);
  const gradients = parameters.flatMap((p) => p.peekGrad() ?? []);
  return noGrad(() => {
    const parts = gradients.map((g) => normPart(g, normType));
    const norm =
      normType === Infinity
        ? parts.reduce((a, b) => Math.max(a, b), 0)
        : parts.reduce((a, b) => a + b, 0) ** (1 / normType);
    const factor = maxNorm / (norm + 1e-6);
    // Written so that a norm of NaN makes the gradients NaN, as in PyTorch.
    if (!(factor >= 1)) for (const g of gradients) g.assign(g.mul(factor));
    return norm;
  });
}

function normPart(g: Tensor, p: number): number {
  if (g.size === 0) return 0;
  if (p === Infinity) return g.abs().max().item();
  return (p === 2 ? g.square() : g.abs().pow(p)).sum().item();
}

/**
 * Clips every element of the gradients of all parameters to [−limit, limit], in place.
 *
 * @throws ParameterError unless limit is above 0.
 * @example
 * ```ts
 * const w = tensor([1, 1], { requiresGrad: true });
 * w.mul(tensor([3, -0.5])).sum().backward();
 * clipGradValue([w], 1);
 * w.grad!.toArray(); // [1, -0.5]
 * ```
 */
export function clipGradValue(parameters: readonly Tensor[], limit: number): void {
  checkPositive("clipGradValue", "limit", limit);
  noGrad(() => {
    for (const p of parameters) {
      const gradient = p.peekGrad();
      gradient?.assign(gradient.clip(-limit, limit));
    }
  });
}
