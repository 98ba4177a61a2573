import { probabilities } from "./logistic-loss";
import type { LogisticProblem } from "./logistic-problem";
import type { Columns, Quadratic } from "./quadratic";

/** How the slopes of each row for class k change with the score of class l <= k: the second derivatives, [k][l][row]. */
export type LogisticCurvature = readonly (readonly Float64Array[])[];

/** sᵢ·pₖ·(1 − pₖ)/Σs, and −sᵢ·pₖ·pₗ/Σs for two classes k and l. */
export function curvatureAt(problem: LogisticProblem, parameters: Float64Array): LogisticCurvature {
  const { nScores, nClasses, weights, total } = problem;
  const n = problem.products.nSamples;
  const shares = probabilities(problem.scores(parameters), n);
  return Array.from({ length: nScores }, (_, k) =>
    Array.from({ length: k + 1 }, (_, l) => {
      const curvature = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        const share = shares[i * nClasses + k]!;
        const factor = k === l ? 1 - share : -shares[i * nClasses + l]!;
        curvature[i] = ((weights?.[i] ?? 1) * share * factor) / total;
      }
      return curvature;
    }),
  );
}

/**
 * The quadratic that a logistic loss resembles near parameters, as a function of the parameters of all classes: a move
 * costs as much as a column has entries, for each class.
 */
export class LogisticQuadratic implements Quadratic {
  readonly size: number;
  readonly #columns: Columns;
  readonly #curvature: LogisticCurvature;
  readonly #gradient: Float64Array;
  readonly #squares: Float64Array;
  /** How far the slope of each row has changed, class by class. */
  readonly #bends: readonly Float64Array[];

  /** @param gradient of the loss at the first point, class by class */
  constructor(columns: Columns, curvature: LogisticCurvature, gradient: Float64Array) {
    this.size = gradient.length;
    this.#columns = columns;
    this.#curvature = curvature;
    this.#gradient = gradient;
    this.#bends = curvature.map(() => new Float64Array(columns.nRows));
    const p = columns.nColumns;
    this.#squares = gradient.map((_, at) => {
      const k = Math.floor(at / p);
      return columns.square(at % p, curvature[k]![k]!);
    });
  }

  curvature(place: number): number {
    return this.#squares[place]!;
  }

  slope(place: number): number {
    const p = this.#columns.nColumns;
    return (
      this.#gradient[place]! + this.#columns.dot(place % p, this.#bends[Math.floor(place / p)]!)
    );
  }

  move(place: number, step: number): void {
    const p = this.#columns.nColumns;
    const k = Math.floor(place / p);
    this.#bends.forEach((bends, l) => {
      const curvature = this.#curvature[Math.max(k, l)]![Math.min(k, l)]!;
      this.#columns.add(place % p, step, bends, curvature);
    });
  }
}
