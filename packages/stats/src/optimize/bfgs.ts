import type { Directions } from "./descend";
import type { Point } from "./evaluate";
import { dot, negate, type Vector } from "./vectors";

/**
 * Directions −H·g with an estimate H of the inverse Hessian that each step corrects, so that it explains how the
 * gradient changed: n² numbers and O(n²) time a step.
 *
 * @see Nocedal and Wright (2006), Numerical Optimization, equation 6.17; first scaling by equation 6.20.
 */
export class BfgsDirections implements Directions {
  #inverse: Float64Array | undefined;

  get scaled(): boolean {
    return this.#inverse !== undefined;
  }

  at({ jac }: Point): Vector {
    return this.#inverse === undefined ? negate(jac) : negate(times(this.#inverse, jac));
  }

  learn(s: Vector, y: Vector): void {
    const curvature = dot(s, y);
    // A step along which the slope did not rise says nothing about a bowl; H would lose its positive sign.
    if (!(curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
    const n = s.length;
    this.#inverse ??= scaledIdentity(n, curvature / dot(y, y));
    const H = this.#inverse;
    const Hy = times(H, y);
    const factor = (1 + dot(y, Hy) / curvature) / curvature;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const cross = Hy[i]! * s[j]! + s[i]! * Hy[j]!;
        H[i * n + j]! += factor * s[i]! * s[j]! - cross / curvature;
      }
    }
  }

  reset(): void {
    this.#inverse = undefined;
  }
}

function scaledIdentity(n: number, scale: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = scale;
  return matrix;
}

function times(matrix: Float64Array, v: Vector): Vector {
  const n = v.length;
  return v.map((_, i) => dot(matrix.subarray(i * n, (i + 1) * n), v));
}
