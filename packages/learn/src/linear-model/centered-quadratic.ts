import type { Quadratic } from "./quadratic";
import { type CenteredColumns, dot } from "./sparse-design";

/**
 * ½‖y − Xw‖² for centred y and the centred columns of a sparse X: a move touches a column's entries alone. Kept are the
 * residuals of X as it is and mean·w, by which they differ from the centred ones; these add up to 0 (with the weights),
 * so that a column's mean has no part in its product with them.
 */
export class CenteredQuadratic implements Quadratic {
  readonly size: number;
  readonly #columns: CenteredColumns;
  readonly #residuals: Float64Array;
  #shift: number;

  /** @param y centred; or as it is, if nothing is taken from the columns */
  constructor(columns: CenteredColumns, y: Float64Array, w: Float64Array) {
    this.size = w.length;
    this.#columns = columns;
    this.#residuals = y.slice();
    this.#shift = dot(columns.mean, w);
    for (let j = 0; j < w.length; j++) if (w[j] !== 0) this.#subtract(j, w[j]!);
  }

  curvature(j: number): number {
    return this.#columns.squares[j]!;
  }

  slope(j: number): number {
    const { starts, rows, values, sums } = this.#columns;
    const residuals = this.#residuals;
    const end = starts[j + 1]!;
    let sum = this.#shift * sums[j]!;
    for (let p = starts[j]!; p < end; p++) sum += values[p]! * residuals[rows[p]!]!;
    return -sum;
  }

  move(j: number, step: number): void {
    this.#shift += step * this.#columns.mean[j]!;
    this.#subtract(j, step);
  }

  /** The residuals less a multiple of column j. */
  #subtract(j: number, factor: number): void {
    const { starts, rows, values } = this.#columns;
    const residuals = this.#residuals;
    const end = starts[j + 1]!;
    for (let p = starts[j]!; p < end; p++) residuals[rows[p]!]! -= factor * values[p]!;
  }
}
