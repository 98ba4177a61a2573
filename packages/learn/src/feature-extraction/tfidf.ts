import { checkBoolean, checkOneOf } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { normalizeRows } from "../preprocessing/row-norms";
import { documentCounts } from "./term-counts";

/** The options that say how counts are weighed. */
export interface TfidfOptions {
  /** Give each row length 1 by this norm; null keeps the rows as they are. Default "l2". */
  readonly norm?: "l1" | "l2" | null;
  /** Multiply by idf, so that terms of few documents count more. Default true. */
  readonly useIdf?: boolean;
  /** Count one more document that has every term, so that no idf is infinite. Default true. */
  readonly smoothIdf?: boolean;
  /** Put 1 + log(count) in place of a count. Default false. */
  readonly sublinearTf?: boolean;
}

/** The same, with the defaults filled in. */
export type TfidfParams = Required<TfidfOptions>;

/** What weighing learns. */
export interface FittedIdf {
  /** The idf of each term; absent if it is not used. */
  readonly idf: Float64Array | undefined;
}

/** @throws ParameterError for options that cannot be. */
export function checkTfidf(where: string, options: TfidfOptions): TfidfParams {
  const { norm = "l2", useIdf = true, smoothIdf = true, sublinearTf = false } = options;
  return {
    norm: norm === null ? null : checkOneOf(where, "norm", norm, ["l1", "l2"]),
    useIdf: checkBoolean(where, "useIdf", useIdf),
    smoothIdf: checkBoolean(where, "smoothIdf", smoothIdf),
    sublinearTf: checkBoolean(where, "sublinearTf", sublinearTf),
  };
}

/** log(n / df) + 1 for each term, with 1 added to n and df if smooth; nothing if idf is not used. */
export function idfOf(
  counts: SparseTensor,
  { useIdf, smoothIdf }: TfidfParams,
): Float64Array | undefined {
  if (!useIdf) return undefined;
  const [n, nTerms] = counts.shape as [number, number];
  const more = smoothIdf ? 1 : 0;
  const found = documentCounts({ nTerms, columns: counts.columnIndices });
  return found.map((df) => Math.log((n + more) / (df + more)) + 1);
}

/** Counts weighed. */
export function weighCounts(
  counts: SparseTensor,
  { norm, sublinearTf }: TfidfParams,
  { idf }: FittedIdf,
): SparseTensor {
  const { rowStarts, columnIndices, values } = counts;
  if (sublinearTf) for (let p = 0; p < values.length; p++) values[p] = Math.log(values[p]!) + 1;
  if (idf) for (let p = 0; p < values.length; p++) values[p]! *= idf[columnIndices[p]!]!;
  if (norm) normalizeRows(values, rowStarts, norm);
  return SparseTensor.fromRows(rowStarts, columnIndices, values, counts.shape);
}
