import { warn } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { dot, type SparseDesign } from "./sparse-design";

/** The steps end where the slope, in the scale of the preconditioner, is this small beside the first one. */
const SMALLEST_SLOPE = 1e-12;
const MOST_STEPS = 5000;

/** Where conjugate gradients ended. */
export interface GradientSolution {
  /** Shape (nFeatures, nTargets). */
  readonly W: Tensor;
  readonly converged: boolean;
}

/**
 * The W that minimizes ‖Y − XW‖² + α‖W‖² by conjugate gradients, which only multiply by X: a step costs as much as X has
 * entries. Without a penalty, of several W that of least length.
 *
 * @see Hestenes and Stiefel (1952), J. Res. Natl. Bur. Stand. 49(6), section 10 (their method for least squares).
 */
export function conjugateGradients(X: SparseDesign, Y: Tensor, alpha: number): GradientSolution {
  const [, nFeatures] = X.shape;
  const nTargets = Y.shape[1]!;
  const flat = new Float64Array(nFeatures * nTargets);
  let converged = true;
  for (let k = 0; k < nTargets; k++) {
    const found = solveOne(X, Y.slice(null, k).data() as Float64Array, alpha);
    found.w.forEach((weight, j) => {
      flat[j * nTargets + k] = weight;
    });
    converged &&= found.converged;
  }
  return { W: tensor(flat, { shape: [nFeatures, nTargets] }), converged };
}

/** Says that conjugate gradients did not come to rest. */
export function warnOpen(): void {
  warn(
    "convergence",
    `least squares of sparse features: expected to come to rest in ${MOST_STEPS} steps; scaled features or a larger alpha may help`,
  );
}

function solveOne(X: SparseDesign, y: Float64Array, alpha: number) {
  const [nSamples, nFeatures] = X.shape;
  const inverse = preconditioner(X, alpha);
  const w = new Float64Array(nFeatures);
  const residuals = y.slice();
  const slope = new Float64Array(nFeatures);
  const direction = new Float64Array(nFeatures);
  const image = new Float64Array(nSamples);
  let size = 0;
  let first = 0;
  for (let step = 0; step <= MOST_STEPS; step++) {
    X.applyTransposed(residuals, slope);
    let next = 0;
    for (let j = 0; j < nFeatures; j++) {
      slope[j]! -= alpha * w[j]!;
      next += slope[j]! * slope[j]! * inverse[j]!;
    }
    if (step === 0) first = next;
    if (next <= SMALLEST_SLOPE ** 2 * first) return { w, converged: true };
    const kept = step === 0 ? 0 : next / size;
    size = next;
    for (let j = 0; j < nFeatures; j++) {
      direction[j] = inverse[j]! * slope[j]! + kept * direction[j]!;
    }
    X.apply(direction, image);
    const length = size / (dot(image, image) + alpha * dot(direction, direction));
    for (let j = 0; j < nFeatures; j++) w[j]! += length * direction[j]!;
    for (let i = 0; i < nSamples; i++) residuals[i]! -= length * image[i]!;
  }
  return { w, converged: false };
}

/** One over each second derivative; without a penalty 1, which leaves the solution of least length. */
function preconditioner(X: SparseDesign, alpha: number): Float64Array {
  const { squares } = X.columns();
  return alpha === 0 ? squares.map(() => 1) : squares.map((square) => 1 / (square + alpha));
}
