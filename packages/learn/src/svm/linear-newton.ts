import { choleskySolve, eye, tensor } from "@gradus/tensor";
import type { BiasedDesign, LinearLimits, LinearSolution } from "./linear-design";
import type { ScoreLoss } from "./linear-loss";

const SHORTEST = 2 ** -40;

/**
 * Minimizes ½‖w‖² + loss by Newton's method: the second derivatives are those of the rows that cost anything, and a step
 * is halved until it helps. Ends where the slope is `tol` times as long as at w = 0.
 *
 * @see Keerthi and DeCoste (2005), Journal of Machine Learning Research 6, 341–361.
 */
export function minimizeRidge(
  design: BiasedDesign,
  loss: ScoreLoss,
  { tol, maxIter }: LinearLimits,
): LinearSolution {
  const { nRows, size } = design;
  const [slopes, curvatures] = [new Float64Array(nRows), new Float64Array(nRows)];
  let w: Float64Array = new Float64Array(size);
  let scores: Float64Array = new Float64Array(nRows);
  let value = loss.evaluate(scores, slopes, curvatures);
  let first = 0;
  for (let nIter = 0; ; nIter++) {
    const gradient = design.combine(slopes).map((slope, j) => slope + w[j]!);
    const length = Math.hypot(...gradient);
    if (nIter === 0) first = length;
    if (length <= tol * first) return { weights: w, nIter, converged: true };
    if (nIter === maxIter) return { weights: w, nIter, converged: false };
    const direction = newtonStep(design, curvatures, gradient);
    const along = design.scores(direction);
    const slope = dot(gradient, direction);
    let step = 1;
    for (; step > SHORTEST; step /= 2) {
      const next = w.map((weight, j) => weight + step * direction[j]!);
      const moved = scores.map((score, i) => score + step * along[i]!);
      const lower = loss.evaluate(moved, slopes, curvatures) + 0.5 * dot(next, next);
      if (lower > value + 1e-4 * step * slope && lower > value * (1 - 1e-15)) continue;
      [w, scores, value] = [next, moved, lower];
      break;
    }
    // Rounding leaves nothing to gain.
    if (step <= SHORTEST) return { weights: w, nIter, converged: true };
  }
}

/** −H⁻¹g, where H = I + Σ curvature · xxᵀ. */
function newtonStep(
  design: BiasedDesign,
  curvatures: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const hessian = design.gram(curvatures).add(eye(design.size, { dtype: "float64" }));
  return choleskySolve(hessian, tensor(gradient)).neg().data() as Float64Array;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
