import { grad, type Tensor } from "@gradus/tensor";

/** How much f rises at x (d,) per unit of length in a direction (d,), which may be of any length. */
export function directionalSlope(f: (x: Tensor) => Tensor, x: Tensor, direction: Tensor): number {
  const change = grad(f)(x).dot(direction).item();
  const length = direction.norm().item();
  return change / length;
}
