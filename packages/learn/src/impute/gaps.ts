import { describeValue, ParameterError, ValueError, warn } from "@gradus/core";
import { concatenate, fromWriter, type Tensor, tensor, where } from "@gradus/tensor";
import { checkFeatures, type FittedFeatures } from "../base/features";
import { checkMatrix, type Features, type Matrix } from "../base/inputs";
import { presentSums } from "../preprocessing/column-statistics";

/** What all imputers can be told. */
export interface GapOptions {
  /** The number that stands for a missing value. Default NaN; null in a table is one. */
  readonly missingValues?: number;
  /** Add a column of zeros and ones for each feature with gaps in `fit`: 1 where a value was missing. Default false. */
  readonly addIndicator?: boolean;
  /** Keep features without any value in `fit`, filled with 0; otherwise they are left out, with a warning. Default false. */
  readonly keepEmptyFeatures?: boolean;
}

/** @throws ParameterError unless the number is finite or NaN. */
export function checkMissingValues(where: string, value: number): number {
  if (Number.isFinite(value) || Number.isNaN(value)) return value;
  throw new ParameterError(
    `${where}: missingValues must be a finite number or NaN, got ${describeValue(value)}`,
  );
}

/**
 * Reads features in which missing values become NaN.
 * @param keepFloat32 leave float32 as it is
 * @throws as `checkMatrix`, and ValueError for NaN if another number stands for missing values.
 */
export function readGaps(
  where: string,
  X: Matrix,
  missingValues: number,
  keepFloat32 = false,
): Features {
  const allowMissing = Number.isNaN(missingValues);
  const { X: read, names } = checkMatrix(where, X, { allowMissing, keepFloat32 });
  return { X: withGaps(read, missingValues), names };
}

/** As `readGaps`, for an estimator that is fitted. @throws as `readGaps` and `checkFeatures`. */
export function readKnownGaps(
  where: string,
  X: Matrix,
  fitted: FittedFeatures,
  missingValues: number,
  keepFloat32 = false,
): Tensor {
  const allowMissing = Number.isNaN(missingValues);
  return withGaps(checkFeatures(where, X, fitted, { allowMissing, keepFloat32 }), missingValues);
}

function withGaps(X: Tensor, missingValues: number): Tensor {
  if (Number.isNaN(missingValues)) return X;
  const x = X.data();
  return fromWriter(X.shape, "float64", (out) => {
    for (let at = 0; at < x.length; at++) out[at] = x[at] === missingValues ? Number.NaN : x[at]!;
  });
}

/** Whether each feature has gaps. */
export function gapFeatures(X: Tensor): boolean[] {
  return Array.from(gapCounts(X), (count) => count > 0);
}

/** How many values each feature lacks. */
export function gapCounts(X: Tensor, { counts } = presentSums(X)): Float64Array {
  const nRows = X.shape[0]!;
  return counts.map((count) => nRows - count);
}

/** The columns at these places as float64, with a number for each of them in place of NaN. */
export function withoutGaps(
  X: Tensor,
  places: ArrayLike<number>,
  fills: ArrayLike<number>,
): Tensor {
  const [nRows, nColumns] = X.shape as [number, number];
  const nOut = places.length;
  // Places are in order and none comes twice, so these are all columns.
  if (nOut === nColumns) return where(X.isNaN(), tensor(Float64Array.from(fills)), X);
  const x = X.data();
  return fromWriter([nRows, nOut], "float64", (out) => {
    for (let i = 0, at = 0; i < nRows; i++) {
      const from = i * nColumns;
      for (let k = 0; k < nOut; k++, at++) {
        const value = x[from + places[k]!]!;
        out[at] = Number.isNaN(value) ? fills[k]! : value;
      }
    }
  });
}

/** Zeros and ones for the features at these places: 1 where a value is missing. */
export function indicatorsOf(X: Tensor, places: ArrayLike<number>): Tensor {
  const [nRows, nColumns] = X.shape as [number, number];
  const x = X.data();
  return fromWriter([nRows, places.length], "float64", (out) => {
    for (let i = 0; i < nRows; i++) {
      for (let k = 0; k < places.length; k++) {
        if (Number.isNaN(x[i * nColumns + places[k]!]!)) out[i * places.length + k] = 1;
      }
    }
  });
}

/** Which features come out, and which get an indicator. */
export interface GapPlan {
  /** The places of the features that are kept. */
  readonly kept: Int32Array;
  /** The places of the features with an indicator. */
  readonly indicated: Int32Array;
}

/**
 * What an imputer does with features that have no value, and with gaps; warns of those it leaves out.
 *
 * @param missing how many values each feature lacks
 */
export function gapPlan(
  where: string,
  { X, names }: Features,
  { addIndicator, keepEmptyFeatures }: Required<Omit<GapOptions, "missingValues">>,
  missing: ArrayLike<number> = gapCounts(X),
): GapPlan {
  const [nRows, nColumns] = X.shape as [number, number];
  const all = Int32Array.from({ length: nColumns }, (_, j) => j);
  const empty = all.filter((j) => missing[j] === nRows);
  if (empty.length > 0 && !keepEmptyFeatures) {
    const list = Array.from(empty, (j) => names?.[j] ?? `x${j}`).join(", ");
    warn(
      "data",
      `${where}: expected features with values, got none in ${list}, which are left out; keepEmptyFeatures fills them with 0`,
    );
  }
  return {
    kept: keepEmptyFeatures ? all : all.filter((j) => missing[j]! < nRows),
    indicated: addIndicator ? all.filter((j) => missing[j]! > 0) : new Int32Array(0),
  };
}

/** The filled features that are kept, and the indicators behind them. */
export function withIndicators(X: Tensor, filled: Tensor, { indicated }: GapPlan): Tensor {
  if (indicated.length === 0) return filled;
  return concatenate([filled, indicatorsOf(X, indicated)], 1);
}

/** The names of the columns that an imputer gives. */
export function gapNames(names: readonly string[], { kept, indicated }: GapPlan): string[] {
  return [
    ...Array.from(kept, (j) => names[j]!),
    ...Array.from(indicated, (j) => `missingindicator_${names[j]}`),
  ];
}

/** @throws ValueError if nothing is left. */
export function checkSomeKept(where: string, { kept }: GapPlan): void {
  if (kept.length > 0) return;
  throw new ValueError(`${where}: expected at least one feature with a value, got none`);
}
