import { ParameterError } from "@gradus/core";
import { BinaryKernel } from "@gradus/kernels";
import { privately } from "../autograd/privately";
import { needsGrad, record } from "../autograd/tape";
import type { Tensor } from "../tensor";
import { asTensor } from "./convert";
import { type BinaryGradient, defineBinaryOp } from "./define-binary";

/** Passes the gradient where the operand won; on a tie each of the two gets half, as in PyTorch. */
function whereItWon(won: "greater" | "less"): BinaryGradient {
  return (gradOutput, a, b) => {
    const left = asTensor(a);
    const { dtype } = gradOutput;
    const tied = left.equal(b).astype(dtype);
    return gradOutput.mul(left[won](b).astype(dtype).add(tied.mul(0.5)));
  };
}

/**
 * The larger of a and b, elementwise; NaN if either is NaN.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * maximum(tensor([1, 5]), 3).toArray(); // [3, 5]
 * ```
 */
export const maximum = defineBinaryOp({
  name: "maximum",
  kernel: BinaryKernel.maximum,
  backwardLeft: whereItWon("greater"),
  backwardRight: whereItWon("less"),
});

/**
 * The smaller of a and b, elementwise; NaN if either is NaN.
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * minimum(tensor([1, 5]), 3).toArray(); // [1, 3]
 * ```
 */
export const minimum = defineBinaryOp({
  name: "minimum",
  kernel: BinaryKernel.minimum,
  backwardLeft: whereItWon("less"),
  backwardRight: whereItWon("greater"),
});

/**
 * x limited to the interval from `low` to `high`, elementwise. Its derivative is 1 at both ends, as in PyTorch.
 * @throws ParameterError if low > high.
 * @example
 * ```ts
 * clip(tensor([-1, 0.5, 2]), 0, 1).toArray(); // [0, 0.5, 1]
 * ```
 */
export function clip(x: Tensor, low: number, high: number): Tensor {
  if (!(low <= high)) {
    throw new ParameterError(`clip: low must be <= high, got low = ${low} and high = ${high}`);
  }
  const y = privately(() => minimum(maximum(x, low), high));
  if (!needsGrad(x)) return y;
  return record(y, "clip", [x], (gradOutput) => {
    const inside = x.greaterEqual(low).mul(x.lessEqual(high));
    return [gradOutput.mul(inside.astype(gradOutput.dtype))];
  });
}
