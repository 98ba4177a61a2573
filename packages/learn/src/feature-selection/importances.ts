import { describeValue, ParameterError } from "@gradus/core";
import { isTensor, type Tensor, tensor } from "@gradus/tensor";
import type { Estimator } from "../base/estimator";
import { checkScores } from "./base-selector";

/**
 * Where a fitted estimator says how important its features are: in `coef` or in `featureImportances` ("auto" takes the one
 * that there is), or what a function makes of it, which cannot be saved as JSON.
 */
export type ImportanceGetter =
  | "auto"
  | "coef"
  | "featureImportances"
  | ((estimator: never) => Tensor | ArrayLike<number>);

const NAMES = ["coef", "featureImportances"] as const;

/** @throws ParameterError for what tells no importances. */
export function checkImportanceGetter(where: string, value: ImportanceGetter): ImportanceGetter {
  if (typeof value === "function" || value === "auto") return value;
  if (NAMES.includes(value)) return value;
  throw new ParameterError(
    `${where}: importanceGetter must be a function, "auto" or one of ${NAMES.join(", ")}, got ${describeValue(value)}`,
  );
}

/**
 * The importance of each feature: those of several classes or targets together, by the norm of that order.
 *
 * @throws ParameterError if the estimator has none; ShapeError unless there is one for each feature.
 */
export function importancesOf(
  where: string,
  estimator: Estimator,
  [getter, order]: readonly [ImportanceGetter, number],
  nFeatures: number,
): Float64Array {
  const found = found2D(where, estimator, getter);
  checkScores(where, { length: found.shape[1]! }, nFeatures);
  const values = found.data();
  const nRows = found.shape[0]!;
  return Float64Array.from({ length: nFeatures }, (_, j) => {
    const column = Array.from({ length: nRows }, (_, k) => Math.abs(values[k * nFeatures + j]!));
    if (nRows === 1) return column[0]!;
    if (order === Infinity) return Math.max(...column);
    if (order === 1) return column.reduce((sum, value) => sum + value, 0);
    return column.reduce((sum, value) => sum + value ** order, 0) ** (1 / order);
  });
}

function found2D(where: string, estimator: Estimator, getter: ImportanceGetter): Tensor {
  const found = valuesOf(where, estimator, getter);
  const values = isTensor(found) ? found : tensor(Float64Array.from(found));
  return values.ndim === 1 ? values.reshape([1, values.size]) : values;
}

function valuesOf(where: string, estimator: Estimator, getter: ImportanceGetter) {
  if (typeof getter === "function") return getter(estimator as never);
  const name = getter === "auto" ? NAMES.find((one) => one in estimator) : getter;
  const found = name && (estimator as unknown as Record<string, unknown>)[name];
  if (found !== undefined) return found as Tensor;
  const { typeName } = estimator.constructor as { typeName?: string };
  throw new ParameterError(
    `${where}: estimator must have ${getter === "auto" ? NAMES.join(" or ") : getter}, got a ${typeName ?? describeValue(estimator)}; importanceGetter can be a function`,
  );
}
