import { type Tensor, tensor } from "@gradus/tensor";
import { CenteredQuadratic } from "./centered-quadratic";
import type { AnyDesign } from "./centering";
import { columnsOf } from "./columns";
import {
  descendRound,
  type ElasticPenalty,
  GramQuadratic,
  type Quadratic,
  ResidualQuadratic,
} from "./quadratic";
import { SparseDesign } from "./sparse-design";

/** When coordinate descent ends. */
export interface ElasticLimits {
  readonly tol: number;
  readonly maxIter: number;
  /** Weights may not be negative. */
  readonly positive: boolean;
}

/** The strength of the penalty: alpha · (l1Ratio·|w| + ½(1 − l1Ratio)·w²). */
export interface ElasticStrength {
  readonly alpha: number;
  readonly l1Ratio: number;
}

/** Where coordinate descent ended. */
export interface ElasticSolution {
  readonly w: Float64Array;
  /** At most so much the objective, per unit of weight, is above its minimum. */
  readonly dualGap: number;
  readonly nIter: number;
  readonly converged: boolean;
}

/** Up to so many features the Gram matrix is formed, if there are as many rows. */
const MOST_FOR_GRAM = 2000;
/** The Gram matrix of sparse features may have so many times the entries of X. */
const GRAM_PER_ENTRY = 1;

/**
 * Least squares with an elastic-net penalty for one target, prepared for several strengths:
 * ½‖y − Xw‖²/total + alpha·(l1Ratio·‖w‖₁ + ½(1 − l1Ratio)·‖w‖²).
 */
export class ElasticProblem {
  readonly #quadraticAt: QuadraticStart;
  readonly #y: Float64Array;
  /** Xᵀy */
  readonly #pulls: Float64Array;
  /** ‖y‖² */
  readonly #square: number;
  readonly total: number;

  private constructor(quadraticAt: QuadraticStart, y: Tensor, pulls: Tensor, total: number) {
    this.#quadraticAt = quadraticAt;
    this.#y = y.data() as Float64Array;
    this.#pulls = pulls.data() as Float64Array;
    this.#square = this.#y.reduce((sum, value) => sum + value * value, 0);
    this.total = total;
  }

  /**
   * A problem for each target.
   *
   * @param X centred features, the rows scaled by the roots of their weights
   * @param Y centred targets, scaled alike, shape (nSamples, nTargets)
   * @param total the sum of the weights
   */
  static each(X: AnyDesign, Y: Tensor, total: number): ElasticProblem[] {
    const quadraticAt = quadraticsOf(X);
    const pulls = X.transposedTimes(Y); // (nFeatures, nTargets)
    return Array.from(
      { length: Y.shape[1]! },
      (_, k) => new ElasticProblem(quadraticAt, Y.slice(null, k), pulls.slice(null, k), total),
    );
  }

  get nFeatures(): number {
    return this.#pulls.length;
  }

  /** The smallest alpha for which all weights are 0. */
  largestAlpha(l1Ratio: number, positive = false): number {
    const size = (pull: number) => (positive ? pull : Math.abs(pull));
    return (
      this.#pulls.reduce((most, pull) => Math.max(most, size(pull)), 0) / (this.total * l1Ratio)
    );
  }

  /**
   * Rounds of coordinate descent, until a round moves no weight by more than tol times the largest one and the duality
   * gap is at most tol·‖y‖².
   *
   * @param start where to begin; 0 if absent
   */
  solve(
    { alpha, l1Ratio }: ElasticStrength,
    { tol, maxIter, positive }: ElasticLimits,
    start?: Float64Array,
  ): ElasticSolution {
    const { total } = this;
    const w = start?.slice() ?? new Float64Array(this.nFeatures);
    const penalty = { l1: alpha * l1Ratio * total, l2: alpha * (1 - l1Ratio) * total, positive };
    const quadratic = this.#quadraticAt(this.#y, this.#pulls, w);
    const allowed = tol * this.#square;
    let gap = Infinity;
    for (let nIter = 1; nIter <= maxIter; nIter++) {
      const { largestStep, largestWeight } = descendRound(quadratic, w, penalty);
      if (largestStep > tol * largestWeight && nIter < maxIter) continue;
      // Without an L1 part there is no such bound; the steps alone decide.
      if (penalty.l1 === 0) {
        const converged = largestStep <= tol * largestWeight;
        return { w, dualGap: 0, nIter, converged };
      }
      gap = this.#gap(w, quadratic, penalty);
      if (gap <= allowed) return { w, dualGap: gap / total, nIter, converged: true };
    }
    return { w, dualGap: gap / total, nIter: maxIter, converged: false };
  }

  /**
   * The objective (times total) less its dual at the residuals, shrunk until they are feasible: 0 at the minimum.
   * @see Kim, Koh, Lustig, Boyd and Gorinevsky (2007), IEEE J. Sel. Top. Signal Process. 1(4), 606–617.
   */
  #gap(w: Float64Array, quadratic: Quadratic, { l1, l2, positive }: ElasticPenalty): number {
    let sizes = 0;
    let squares = 0;
    let fitted = 0; // wᵀXᵀy
    let curved = 0; // wᵀ(XᵀXw − Xᵀy)
    let steepest = 0;
    for (let j = 0; j < w.length; j++) {
      const weight = w[j]!;
      const slope = quadratic.slope(j);
      const pull = -slope - l2 * weight;
      steepest = Math.max(steepest, positive ? pull : Math.abs(pull));
      sizes += Math.abs(weight);
      squares += weight * weight;
      fitted += weight * this.#pulls[j]!;
      curved += weight * slope;
    }
    const residual = this.#square - fitted + curved; // ‖y − Xw‖²
    const shrink = steepest > l1 ? l1 / steepest : 1;
    const primal = (residual + l2 * squares) / 2 + l1 * sizes;
    const dual = shrink * (this.#square - fitted) - (shrink ** 2 * (residual + l2 * squares)) / 2;
    return Math.max(0, primal - dual);
  }
}

/** Makes the quadratic of a target at weights. */
type QuadraticStart = (y: Float64Array, pulls: Float64Array, w: Float64Array) => Quadratic;

function quadraticsOf(X: AnyDesign): QuadraticStart {
  const [nSamples, nFeatures] = X.shape;
  const isSparse = X instanceof SparseDesign;
  // A round by the Gram matrix costs nFeatures² at most, one by the columns as much as X has entries.
  const isSmall = isSparse
    ? nFeatures ** 2 <= GRAM_PER_ENTRY * X.scaled.nnz
    : nFeatures <= MOST_FOR_GRAM;
  const gram = isSmall && nFeatures <= nSamples ? (X.gram().data() as Float64Array) : undefined;
  return gram ? quadraticsByGram(gram) : quadraticsByColumns(X);
}

function quadraticsByGram(gram: Float64Array): QuadraticStart {
  return (_, pulls, w) => {
    const p = w.length;
    const slopes = pulls.map((pull) => -pull);
    for (let j = 0; j < p; j++) {
      if (w[j] === 0) continue;
      for (let i = 0; i < p; i++) slopes[i]! += w[j]! * gram[j * p + i]!;
    }
    return new GramQuadratic(gram, slopes);
  };
}

function quadraticsByColumns(X: AnyDesign): QuadraticStart {
  if (X instanceof SparseDesign) {
    const columns = X.columns();
    return (y, _, w) => new CenteredQuadratic(columns, y, w);
  }
  const columns = columnsOf(X.matrix());
  return (y, _, w) => {
    const residuals = y.slice();
    w.forEach((weight, j) => {
      if (weight !== 0) columns.add(j, -weight, residuals);
    });
    return new ResidualQuadratic(columns, residuals);
  };
}

/** The weights of all targets, shape (nFeatures, nTargets). */
export function weightsMatrix(solutions: readonly ElasticSolution[]): Tensor {
  const nFeatures = solutions[0]!.w.length;
  const flat = Float64Array.from(
    { length: nFeatures * solutions.length },
    (_, at) => solutions[at % solutions.length]!.w[Math.floor(at / solutions.length)]!,
  );
  return tensor(flat, { shape: [nFeatures, solutions.length] });
}
