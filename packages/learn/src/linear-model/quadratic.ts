/** A quadratic function ½wᵀHw − qᵀw with a current point w, seen one coordinate at a time. */
export interface Quadratic {
  readonly size: number;
  /** The second derivative along coordinate j. */
  curvature(j: number): number;
  /** The first derivative along coordinate j at the current point. */
  slope(j: number): number;
  /** Moves the current point along coordinate j. */
  move(j: number, step: number): void;
}

/** A quadratic function by its matrix: a move costs as much as there are coordinates. */
export class GramQuadratic implements Quadratic {
  readonly size: number;
  readonly #matrix: Float64Array;
  readonly #slopes: Float64Array;

  /**
   * @param matrix H, size × size, flat
   * @param slopes Hw − q at the current point; kept up to date in place
   */
  constructor(matrix: Float64Array, slopes: Float64Array) {
    this.size = slopes.length;
    this.#matrix = matrix;
    this.#slopes = slopes;
  }

  curvature(j: number): number {
    return this.#matrix[j * this.size + j]!;
  }

  slope(j: number): number {
    return this.#slopes[j]!;
  }

  move(j: number, step: number): void {
    const matrix = this.#matrix;
    const slopes = this.#slopes;
    const at = j * this.size;
    for (let i = 0; i < slopes.length; i++) slopes[i]! += step * matrix[at + i]!;
  }
}

/** The columns of a matrix, dense or sparse, for walks down one of them. */
export interface Columns {
  readonly nRows: number;
  readonly nColumns: number;
  /** Σᵢ xᵢⱼ·vᵢ */
  dot(j: number, v: Float64Array): number;
  /** vᵢ += factor · xᵢⱼ, times wᵢ if there are weights */
  add(j: number, factor: number, v: Float64Array, weights?: Float64Array): void;
  /** Σᵢ wᵢ·xᵢⱼ² */
  square(j: number, weights?: Float64Array): number;
}

/**
 * ½‖y − Xw‖² by its residuals: a move costs as much as a column has entries, whatever the number of columns.
 */
export class ResidualQuadratic implements Quadratic {
  readonly size: number;
  readonly #columns: Columns;
  readonly #residuals: Float64Array;
  readonly #squares: Float64Array;

  /** @param residuals y − Xw at the current point; kept up to date in place */
  constructor(columns: Columns, residuals: Float64Array) {
    this.size = columns.nColumns;
    this.#columns = columns;
    this.#residuals = residuals;
    this.#squares = Float64Array.from({ length: this.size }, (_, j) => columns.square(j));
  }

  curvature(j: number): number {
    return this.#squares[j]!;
  }

  slope(j: number): number {
    return -this.#columns.dot(j, this.#residuals);
  }

  move(j: number, step: number): void {
    this.#columns.add(j, -step, this.#residuals);
  }
}

/** The penalty on a coordinate: l1·|w| + ½·l2·w², and, if `positive`, w >= 0. */
export interface ElasticPenalty {
  readonly l1: number;
  readonly l2: number;
  readonly positive?: boolean;
}

/** How far one round of coordinate descent went. */
export interface Round {
  readonly largestStep: number;
  readonly largestWeight: number;
}

/**
 * One round of coordinate descent: each coordinate goes to its own minimum, with the others held.
 *
 * @param w the current point; changed in place
 * @see Friedman, Hastie and Tibshirani (2010), J. Stat. Software 33(1), section 2.
 */
export function descendRound(
  quadratic: Quadratic,
  w: Float64Array,
  penalty: ElasticPenalty,
  isPenalized?: (j: number) => boolean,
): Round {
  let largestStep = 0;
  let largestWeight = 0;
  for (let j = 0; j < w.length; j++) {
    const curvature = quadratic.curvature(j);
    if (curvature === 0) continue;
    const before = w[j]!;
    const pull = curvature * before - quadratic.slope(j);
    const after =
      isPenalized === undefined || isPenalized(j)
        ? shrunk(pull, curvature, penalty)
        : pull / curvature;
    if (after !== before) {
      quadratic.move(j, after - before);
      w[j] = after;
      largestStep = Math.max(largestStep, Math.abs(after - before));
    }
    largestWeight = Math.max(largestWeight, Math.abs(after));
  }
  return { largestStep, largestWeight };
}

/** The minimum of ½(c + l2)·w² − pull·w + l1·|w|. */
function shrunk(pull: number, curvature: number, { l1, l2, positive }: ElasticPenalty): number {
  if (pull > l1) return (pull - l1) / (curvature + l2);
  if (pull < -l1 && positive !== true) return (pull + l1) / (curvature + l2);
  return 0;
}
