import { checkBoolean, ShapeError } from "@gradus/core";
import { checkTargets, type Targets } from "../base/inputs";
import { norm } from "../base/norm";
import type { AnyMatrix } from "../base/sparse-inputs";
import { type FeatureColumns, featureColumns, mean, scoreEach } from "./scores";

/** What `rRegression` and `fRegression` can be told. */
export interface CorrelationOptions {
  /** Take out the means of the features and the target first. Default true. */
  readonly center?: boolean;
  /**
   * Put finite numbers where there are none: a correlation of 0 for a feature or target that does not vary, and the largest
   * float64 for the F of a perfect correlation. Default true.
   */
  readonly forceFinite?: boolean;
}

/**
 * Pearson's correlation of each feature with the target: Σ (xᵢ − x̄)(yᵢ − ȳ) / (‖x − x̄‖·‖y − ȳ‖).
 *
 * @param X features, shape (nSamples, nFeatures), dense or sparse
 * @param y targets, shape (nSamples,)
 * @returns the correlations, from −1 to 1
 * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers; ParameterError for
 *   options that are no booleans.
 * @example
 * ```ts
 * const r = rRegression([[1, 4], [2, 2], [3, 3]], [10, 20, 30]);
 * [...r].map((value) => value.toFixed(2)).join(", "); // → 1.00, -0.50
 * ```
 */
export function rRegression(
  X: AnyMatrix,
  y: Targets,
  options: CorrelationOptions = {},
): Float64Array {
  const { columns, targets } = readRegression("rRegression", X, y);
  return correlations("rRegression", columns, targets, options);
}

/** Reads features and the targets of a regression with one target. */
export function readRegression(where: string, X: AnyMatrix, y: Targets) {
  const columns = featureColumns(where, X);
  const { Y } = checkTargets(where, "y", y);
  if (Y.shape[1] !== 1 || Y.shape[0] !== columns.nSamples) {
    throw new ShapeError(
      `${where}: expected y with a number for each row of X, ${columns.nSamples}, got shape (${Y.shape.join(", ")})`,
    );
  }
  return { columns, targets: Y.data() as Float64Array };
}

/** The correlation of each feature. @throws ParameterError for options that are no booleans. */
export function correlations(
  where: string,
  columns: FeatureColumns,
  targets: Float64Array,
  { center = true, forceFinite = true }: CorrelationOptions,
): Float64Array {
  checkBoolean(where, "center", center);
  checkBoolean(where, "forceFinite", forceFinite);
  const prepared = (values: Float64Array) => {
    if (!center) return values;
    const shifted = values.map((value) => value - values[0]!);
    const middle = mean(shifted);
    return shifted.map((value) => value - middle);
  };
  const y = prepared(targets);
  const yNorm = norm(y);
  return scoreEach(columns, (numbers) => {
    const x = prepared(numbers);
    let product = 0;
    for (let i = 0; i < x.length; i++) product += x[i]! * y[i]!;
    const r = product / norm(x) / yNorm;
    return forceFinite && !Number.isFinite(r) ? 0 : r;
  });
}
