import { isDataFrame } from "@gradus/data";
import { checkMatrix, type Matrix } from "./inputs";

/**
 * The number of rows of features that are passed on to an estimator inside, which may take missing values and tables
 * with text.
 *
 * @throws ShapeError unless X has two dimensions, rows and columns; ValueError for what is no matrix, and for infinite
 *   values.
 */
export function countPassedRows(where: string, X: Matrix): number {
  if (isDataFrame(X) && X.nRows > 0 && X.columns.length > 0) return X.nRows;
  return checkMatrix(where, X, { allowMissing: true }).X.shape[0]!;
}
