import { checkPositive, ShapeError, ValueError } from "@gradus/core";
import { maximum, minimum, type Tensor, tensor } from "@gradus/tensor";

/**
 * The point of a box nearest to x: each component moved into its interval.
 *
 * @param low lower bounds, one for all or one each; −Infinity for none
 * @param high upper bounds
 * @throws ValueError if a lower bound is above its upper bound or one is NaN; ShapeError if they do not fit x.
 * @example
 * ```ts
 * projectOntoBox(tensor([-1, 0.5, 3]), 0, 1).toArray(); // → [0, 0.5, 1]
 * ```
 */
export function projectOntoBox(x: Tensor, low: Tensor | number, high: Tensor | number): Tensor {
  const [from, to] = [tensor(low), tensor(high)];
  if (!from.lessEqual(to).all().item()) {
    throw new ValueError(`projectOntoBox: expected low <= high, got ${from} and ${to}`);
  }
  const result = minimum(maximum(x, low), high);
  if (result.size !== x.size) {
    throw new ShapeError(
      `projectOntoBox: expected bounds for shape [${x.shape}], got [${from.shape}] and [${to.shape}]`,
    );
  }
  return result;
}

/**
 * The point of the ball around `center` with this radius (Euclidean) that is nearest to x.
 *
 * @param center default the origin
 * @throws ParameterError unless the radius is a finite number > 0.
 * @example
 * ```ts
 * projectOntoBall(tensor([3, 4]), 2.5).toArray(); // → [1.5, 2]
 * ```
 */
export function projectOntoBall(x: Tensor, radius: number, center: Tensor | number = 0): Tensor {
  checkPositive("projectOntoBall", "radius", radius);
  const away = x.sub(center);
  const distance = away.square().sum().sqrt().item();
  if (distance <= radius) return x;
  return away.mul(radius / distance).add(center);
}

/**
 * The point of the simplex nearest to x: numbers that are not negative and sum up to `total`, such as shares or
 * probabilities. All components are lowered by one number, and what falls below zero becomes zero.
 *
 * @throws ParameterError unless the total is a finite number > 0; ValueError if x is not finite or empty.
 * @see Held, Wolfe and Crowder (1974), Mathematical Programming 6, 62–88.
 * @example
 * ```ts
 * projectOntoSimplex(tensor([1, 0.5, -1])).toArray(); // → [0.75, 0.25, 0]
 * ```
 */
export function projectOntoSimplex(x: Tensor, total = 1): Tensor {
  checkPositive("projectOntoSimplex", "total", total);
  const values = [...x.data()];
  if (values.length === 0 || !values.every(Number.isFinite)) {
    throw new ValueError(`projectOntoSimplex: expected finite numbers, got ${x}`);
  }
  values.sort((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  for (const [k, value] of values.entries()) {
    sum += value;
    const candidate = (sum - total) / (k + 1);
    // The k + 1 largest stay positive as long as the smallest of them is above the shift.
    if (value > candidate) shift = candidate;
  }
  return x.sub(shift).relu();
}
