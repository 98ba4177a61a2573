import { checkOneOf, checkPositive } from "@gradus/core";
import { tensorFrom } from "../factory";
import { concatenate } from "../ops/join";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { gradients } from "./backward";
import { grad } from "./grad";
import { GradientError } from "./gradient-error";
import { noGrad, withRecording } from "./tape";
import type { TensorFunction } from "./trace";

/** The step of the differences and the tolerances of {@link checkGradients}. */
export interface CheckGradientsOptions {
  /** Half the distance of the two points of a difference. Default 1e-5. */
  readonly step?: number;
  /** Allowed relative error. Default 1e-5. */
  readonly rtol?: number;
  /** Allowed absolute error. Default 1e-7. */
  readonly atol?: number;
  /** 2 also compares the gradients of the gradients. Default 1. */
  readonly order?: 1 | 2;
}

/**
 * Compares the gradients of `f` with central differences (f(x + h) − f(x − h)) / 2h, element by element. A
 * result of more than one element is reduced by a sum with fixed, uneven weights.
 *
 * @param inputs float64 tensors at which to check, one for each parameter of f
 * @throws GradientError that names the input, the element and both numbers, if they disagree.
 * @example
 * ```ts
 * checkGradients((x) => x.sin().mul(x), [tensor([0.5, 1])]); // passes
 * ```
 */
export function checkGradients(
  f: TensorFunction,
  inputs: readonly Tensor[],
  { order = 1, ...options }: CheckGradientsOptions = {},
): void {
  checkOneOf("checkGradients", "order", order, [1, 2]);
  const value = f as (...list: Tensor[]) => Tensor;
  compare(value, inputs, options);
  if (order === 1) return;
  // Bent, so that the gradient of a linear function is checked too.
  const slope = grad((...list: Tensor[]) => weightedSum(bent(value(...list))));
  compare((...list) => concatenate(slope(list).map((g) => g.flatten())), inputs, {
    rtol: 1e-4,
    atol: 1e-6,
    ...options,
  });
}

function bent(y: Tensor): Tensor {
  return y.requiresGrad ? y.sin() : y;
}

function compare(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  { step = 1e-5, rtol = 1e-5, atol = 1e-7 }: Omit<CheckGradientsOptions, "order">,
): void {
  checkPositive("checkGradients", "step", step);
  const leaves = inputs.map((x) => {
    if (x.dtype !== "float64") {
      throw new GradientError(`checkGradients: expected float64 inputs, got ${x.dtype}`);
    }
    const leaf = x.clone().detach();
    leaf.requiresGrad = true;
    return leaf;
  });
  const loss = withRecording(true, () => weightedSum(f(...leaves)));
  const found = gradients(loss, leaves);
  leaves.forEach((leaf, which) => {
    const values = leaf.data();
    const gradient = found[which]!.data();
    for (let i = 0; i < values.length; i++) {
      const at = (value: number): number =>
        noGrad(() => {
          const moved = tensorFrom(values.with(i, value), leaf.shape, "float64");
          return weightedSum(f(...leaves.map((x, k) => (k === which ? moved : x)))).item();
        });
      const x = values[i]!;
      const difference = (at(x + step) - at(x - step)) / (2 * step);
      const error = Math.abs(difference - gradient[i]!);
      // Written so that NaN fails it.
      if (!(error <= atol + rtol * Math.abs(difference))) {
        throw new GradientError(
          `checkGradients: expected ${difference} by central differences, got ${gradient[i]} for input ` +
            `${which} of shape ${shapeText(leaf.shape)} at flat index ${i}`,
        );
      }
    }
  });
}

/** Σ cos(i + 1)·yᵢ: no symmetry of the result can hide an error. */
function weightedSum(y: Tensor): Tensor {
  const weights = Float64Array.from({ length: y.size }, (_, i) => Math.cos(i + 1));
  return y.mul(tensorFrom(weights, y.shape, "float64")).sum();
}
