import {
  checkBoolean,
  checkInteger,
  checkOneOf,
  describeValue,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { fromWriter, type Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";
import { type SplineBasis, slopesAt, splinesAt } from "./b-spline";
import { presentColumns, sortedQuantile } from "./column-statistics";

/** What splines are beyond the values of `fit`. */
export type Extrapolation = "error" | "constant" | "linear" | "continue" | "periodic";

/** The options of `SplineTransformer`. */
export interface SplineTransformerOptions {
  /** How many knots a feature has, ends included; left aside if they are given. Default 5. */
  readonly nKnots?: number;
  /** The polynomials' degree. Default 3. */
  readonly degree?: number;
  /** Evenly spaced, at quantiles, or given: shape (nKnots, nFeatures), ascending. Default "uniform". */
  readonly knots?: "uniform" | "quantile" | readonly (readonly number[])[];
  /** Default "constant": the values at the ends hold. */
  readonly extrapolation?: Extrapolation;
  /** Keep the last spline of each feature, although the splines add up to 1. Default true. */
  readonly includeBias?: boolean;
}

interface FittedSplines {
  /** The extended knots of each feature. */
  readonly knots: readonly Float64Array[];
}

const EXTRAPOLATIONS = ["error", "constant", "linear", "continue", "periodic"] as const;

/**
 * Replaces each feature by B-splines of it: bumps, each over a few pieces between knots, that add up to
 * 1. A linear model of them is a smooth curve that bends at the knots.
 *
 * A feature becomes nKnots + degree − 1 columns, periodic ones nKnots − 1.
 *
 * @see Eilers and Marx (1996), Statistical Science 11(2), 89–121.
 * @example
 * ```ts
 * const spline = new SplineTransformer({ degree: 1, nKnots: 3 }).fit([[0], [4]]);
 * spline.transform([[1], [2]]).toArray(); // → [[0.5, 0.5, 0], [0, 1, 0]]
 * ```
 */
export class SplineTransformer extends BaseTransformer<
  Required<SplineTransformerOptions>,
  FittedSplines
> {
  static override readonly typeName: string = "SplineTransformer";
  readonly nKnots: number;
  readonly degree: number;
  readonly knots: "uniform" | "quantile" | readonly (readonly number[])[];
  readonly extrapolation: Extrapolation;
  readonly includeBias: boolean;

  /** @throws ParameterError for fewer than 2 knots, a degree that is no integer >= 0, knots that do not ascend, and periodic splines with as few knots as the degree. */
  constructor({
    nKnots = 5,
    degree = 3,
    knots = "uniform",
    extrapolation = "constant",
    includeBias = true,
  }: SplineTransformerOptions = {}) {
    super();
    const where = "SplineTransformer";
    this.nKnots = checkInteger(where, "nKnots", nKnots, 2);
    this.degree = checkInteger(where, "degree", degree);
    this.knots = checkKnots(where, knots);
    this.extrapolation = checkOneOf(where, "extrapolation", extrapolation, EXTRAPOLATIONS);
    this.includeBias = checkBoolean(where, "includeBias", includeBias);
    const count = typeof knots === "string" ? nKnots : knots.length;
    if (extrapolation === "periodic" && count <= degree) {
      throw new ParameterError(
        `${where}: periodic splines need more knots than the degree, ${degree}, got ${count}`,
      );
    }
    Object.freeze(this);
  }

  /**
   * Places each feature's knots. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no
   *   finite numbers, and for knots of another number of features.
   */
  fit(X: Matrix): this {
    const where = "SplineTransformer.fit";
    const { X: read, names } = checkMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    const knots = this.#baseKnots(where, read).map((base) => this.#extended(base));
    return this.keep({ knots, nFeaturesIn, featureNamesIn: names });
  }

  /**
   * The splines' values, float64 of shape (nSamples, nFeatures · splines of each).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`, for values that are no finite numbers, and for values beyond
   *   the knots if the extrapolation is "error".
   */
  transform(X: Matrix): Tensor {
    const fitted = this.learned("transform");
    const read = checkFeatures("SplineTransformer.transform", X, fitted);
    const [nRows, nColumns] = read.shape as [number, number];
    const width = this.#width(fitted.knots[0]!);
    const kept = this.includeBias ? width : width - 1;
    const bases = fitted.knots.map((knots) => ({ knots, degree: this.degree }));
    const x = read.data();
    if (this.extrapolation === "error") checkInside(x, bases);
    const splines = new Float64Array(width + this.degree);
    return fromWriter([nRows, nColumns * kept], "float64", (out) => {
      for (let at = 0; at < x.length; at++) {
        splines.fill(0);
        this.#evaluate(x[at]!, bases[at % nColumns]!, splines);
        // Of periodic splines the last ones are the first ones, a period on.
        for (let r = 0; r < this.degree; r++) {
          if (this.extrapolation === "periodic") splines[r]! += splines[width + r]!;
        }
        for (let k = 0; k < kept; k++) out[at * kept + k] = splines[k]!;
      }
    });
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    const width = this.#width(this.learned("getFeatureNamesOut").knots[0]!);
    const kept = this.includeBias ? width : width - 1;
    return names.flatMap((name) => Array.from({ length: kept }, (_, k) => `${name}_sp_${k}`));
  }

  /** How many columns come out. @throws NotFittedError before `fit`. */
  get nFeaturesOut(): number {
    return this.getFeatureNamesOut().length;
  }

  /** How many splines a feature has. */
  #width(knots: Float64Array): number {
    const all = knots.length - this.degree - 1;
    return this.extrapolation === "periodic" ? all - this.degree : all;
  }

  #baseKnots(where: string, X: Tensor): Float64Array[] {
    const { knots, nKnots } = this;
    const columns = presentColumns(X).map((column) => column.sort());
    if (typeof knots !== "string") {
      if (knots[0]!.length !== columns.length) {
        throw new ValueError(
          `${where}: expected knots for each feature, ${columns.length}, got ${knots[0]!.length}`,
        );
      }
      return columns.map((_, j) => Float64Array.from(knots, (row) => row[j]!));
    }
    if (knots === "uniform") {
      return columns.map((column) => linspace(column[0]!, column.at(-1)!, nKnots));
    }
    const shares = linspace(0, 1, nKnots);
    return columns.map((column) => shares.map((share) => sortedQuantile(column, share)));
  }

  /** The knots of `fit` and as many as the degree on both sides. */
  #extended(base: Float64Array): Float64Array {
    const { degree } = this;
    const n = base.length;
    const [start, end] = [base[0]!, base[n - 1]!];
    if (this.extrapolation === "periodic") {
      const period = end - start;
      const before = base.slice(n - degree - 1, n - 1).map((knot) => knot - period);
      const after = base.slice(1, degree + 1).map((knot) => knot + period);
      return Float64Array.of(...before, ...base, ...after);
    }
    const [first, last] = [base[1]! - start, end - base[n - 2]!];
    const before = Array.from({ length: degree }, (_, k) => start - (degree - k) * first);
    const after = Array.from({ length: degree }, (_, k) => end + (k + 1) * last);
    return Float64Array.of(...before, ...base, ...after);
  }

  /** Writes the values of all splines of a feature at x. */
  #evaluate(x: number, basis: SplineBasis, splines: Float64Array): void {
    const { knots, degree } = basis;
    const start = knots[degree]!;
    const end = knots[knots.length - degree - 1]!;
    const values = new Float64Array(degree + 1);
    const place = placeOf(x, [start, end], this.extrapolation);
    const first = splinesAt(place, basis, values);
    if (this.extrapolation === "linear" && place !== x) {
      const slopes = new Float64Array(degree + 1);
      slopesAt(place, basis, slopes);
      for (let r = 0; r <= degree; r++) values[r]! += slopes[r]! * (x - place);
    }
    splines.set(values, first);
  }
}

/** Where the splines are looked at for x. */
function placeOf(x: number, [start, end]: [number, number], extrapolation: Extrapolation): number {
  if (extrapolation === "continue" || extrapolation === "error") return x;
  if (extrapolation !== "periodic") return Math.min(Math.max(x, start), end);
  const period = end - start;
  const rest = (x - start) % period;
  return start + (rest < 0 ? rest + period : rest);
}

function checkInside(x: ArrayLike<number>, bases: readonly SplineBasis[]): void {
  for (let at = 0; at < x.length; at++) {
    const { knots, degree } = bases[at % bases.length]!;
    const [start, end] = [knots[degree]!, knots[knots.length - degree - 1]!];
    if (x[at]! >= start && x[at]! <= end) continue;
    const [row, column] = [Math.floor(at / bases.length), at % bases.length];
    throw new ValueError(
      `SplineTransformer.transform: expected values from ${start} to ${end} in column ${column}, got ${x[at]} at row ${row}; another extrapolation takes others too`,
    );
  }
}

function linspace(start: number, end: number, n: number): Float64Array {
  const step = (end - start) / (n - 1);
  return Float64Array.from({ length: n }, (_, k) => (k === n - 1 ? end : start + k * step));
}

function checkKnots(
  where: string,
  knots: "uniform" | "quantile" | readonly (readonly number[])[],
): "uniform" | "quantile" | readonly (readonly number[])[] {
  if (typeof knots === "string") return checkOneOf(where, "knots", knots, ["uniform", "quantile"]);
  const ascends =
    Array.isArray(knots) &&
    knots.length >= 2 &&
    knots.every((row) => Array.isArray(row) && row.length === knots[0].length) &&
    knots.slice(1).every((row, i) => row.every((knot: number, j: number) => knot > knots[i][j]));
  if (ascends) return knots;
  throw new ParameterError(
    `${where}: knots must be "uniform", "quantile" or at least 2 rows, ascending in every column, got ${describeValue(knots)}`,
  );
}
