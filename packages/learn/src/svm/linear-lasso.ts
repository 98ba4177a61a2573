import { eye } from "@gradus/tensor";
import {
  type Columns,
  descendRound,
  GramQuadratic,
  type Quadratic,
} from "../linear-model/quadratic";
import type { BiasedDesign, LinearLimits, LinearSolution } from "./linear-design";
import type { ScoreLoss } from "./linear-loss";

const SHORTEST = 2 ** -40;
/** A quadratic is left where its steps are this small beside the first ones. */
const INNER = 1e-3;
const MOST_ROUNDS = 100;
/** A little more than nothing, so that the penalty takes back weights that no row wants. */
const LEAST_CURVATURE = 1e-12;

/**
 * Minimizes ‖w‖₁ + loss: again and again the loss is replaced by the quadratic that it resembles, which coordinate
 * descent minimizes together with the penalty; the step towards that minimum is halved until it helps. Ends where the
 * slopes that point down add up to `tol` times as much as at w = 0.
 *
 * @see Yuan, Chang, Hsieh and Lin (2010), Journal of Machine Learning Research 11, 3183–3234.
 */
export function minimizeLasso(
  design: BiasedDesign,
  loss: ScoreLoss,
  { tol, maxIter }: LinearLimits,
): LinearSolution {
  const quadraticAt = quadratics(design);
  const { nRows, size } = design;
  const [slopes, curvatures] = [new Float64Array(nRows), new Float64Array(nRows)];
  let w: Float64Array = new Float64Array(size);
  let scores: Float64Array = new Float64Array(nRows);
  let value = loss.evaluate(scores, slopes, curvatures);
  let first = 0;
  for (let nIter = 0; ; nIter++) {
    const gradient = design.combine(slopes);
    const left = violation(w, gradient);
    if (nIter === 0) first = left;
    if (left <= tol * first) return { weights: w, nIter, converged: true };
    if (nIter === maxIter) return { weights: w, nIter, converged: false };
    const quadratic = quadraticAt({ slopes, curvatures, gradient });
    const direction = minimumOf(quadratic, w).map((target, j) => target - w[j]!);
    const along = design.scores(direction);
    let step = 1;
    for (; step > SHORTEST; step /= 2) {
      const next = w.map((weight, j) => weight + step * direction[j]!);
      const moved = scores.map((score, i) => score + step * along[i]!);
      const lower = loss.evaluate(moved, slopes, curvatures) + sizeOf(next);
      if (lower >= value) continue;
      [w, scores, value] = [next, moved, lower];
      break;
    }
    // Rounding leaves nothing to gain.
    if (step <= SHORTEST) return { weights: w, nIter, converged: true };
  }
}

interface Derivatives {
  readonly slopes: Float64Array;
  readonly curvatures: Float64Array;
  readonly gradient: Float64Array;
}

/** Makes the quadratics that the loss resembles: by their matrix where that is small, otherwise by the rows. */
function quadratics(design: BiasedDesign): (at: Derivatives) => Quadratic {
  if (design.suitsGram) {
    return ({ curvatures, gradient }) => {
      const ridge = eye(design.size, { dtype: "float64" }).mul(LEAST_CURVATURE);
      const matrix = design.gram(curvatures).add(ridge).data() as Float64Array;
      return new GramQuadratic(matrix, gradient.slice());
    };
  }
  const columns = design.columns();
  return ({ slopes, curvatures }) => new LossQuadratic(columns, slopes, curvatures);
}

/** The quadratic that a loss resembles, by the derivatives of the rows. */
class LossQuadratic implements Quadratic {
  readonly size: number;
  readonly #columns: Columns;
  readonly #slopes: Float64Array;
  readonly #curvatures: Float64Array;
  readonly #diagonal: Float64Array;

  constructor(columns: Columns, slopes: Float64Array, curvatures: Float64Array) {
    this.size = columns.nColumns;
    this.#columns = columns;
    this.#slopes = slopes.slice();
    this.#curvatures = curvatures.slice();
    this.#diagonal = Float64Array.from(
      { length: this.size },
      (_, j) => columns.square(j, curvatures) + LEAST_CURVATURE,
    );
  }

  curvature(j: number): number {
    return this.#diagonal[j]!;
  }

  slope(j: number): number {
    return this.#columns.dot(j, this.#slopes);
  }

  move(j: number, step: number): void {
    this.#columns.add(j, step, this.#slopes, this.#curvatures);
  }
}

function minimumOf(quadratic: Quadratic, start: Float64Array): Float64Array {
  const target = start.slice();
  let first = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { largestStep } = descendRound(quadratic, target, { l1: 1, l2: 0 });
    first = Math.max(first, largestStep);
    if (largestStep <= INNER * first) break;
  }
  return target;
}

function sizeOf(w: Float64Array): number {
  return w.reduce((sum, weight) => sum + Math.abs(weight), 0);
}

/** How much the slopes point down, with the penalty. */
function violation(w: Float64Array, gradient: Float64Array): number {
  let sum = 0;
  gradient.forEach((slope, j) => {
    const weight = w[j]!;
    sum += weight === 0 ? Math.max(0, Math.abs(slope) - 1) : Math.abs(slope + Math.sign(weight));
  });
  return sum;
}
