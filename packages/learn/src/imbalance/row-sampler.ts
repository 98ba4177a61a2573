import { isDataFrame } from "@gradus/data";
import { isTensor, SparseTensor } from "@gradus/tensor";
import { checkLabels } from "../base/inputs";
import type { EncodedLabels, Label, Labels } from "../base/labels";
import { countRows } from "../model-selection/cross-validator";
import { type Splittable, takeRows } from "../model-selection/rows";
import { BaseSampler, type FittedSampler, sampledLabels } from "./base-sampler";

/** What a sampler learns that chooses rows. */
export interface FittedRowSampler extends FittedSampler {
  /** The places of the rows that came out, among those that went in. */
  readonly sampleIndices: Int32Array;
}

/** What all samplers share that give rows as they are: some of them, or some several times. */
export abstract class RowSampler<Params extends object> extends BaseSampler<
  Params,
  FittedRowSampler
> {
  /** The places of the rows that came out. @throws NotFittedError before `fitResample`. */
  get sampleIndices(): Int32Array {
    return this.learned("sampleIndices").sampleIndices;
  }

  /** Gives the chosen rows, and keeps their places. */
  protected give<Rows extends Splittable>(
    X: Rows,
    { classes, codes }: EncodedLabels,
    sampleIndices: Int32Array,
  ): readonly [X: Rows, y: Label[]] {
    const chosen = sampleIndices.map((i) => codes[i]!);
    const { y, counts } = sampledLabels(classes, chosen);
    const featureNamesIn = isDataFrame(X) ? X.columns : undefined;
    this.keep({ classes, counts, sampleIndices, nFeaturesIn: widthOf(X), featureNamesIn });
    return [takeRows(X, sampleIndices), y];
  }
}

/** Reads the labels of rows of any kind. @throws ShapeError unless there are as many; ValueError for what are no rows. */
export function labelsOfRows(where: string, X: Splittable, y: Labels): EncodedLabels {
  return checkLabels(where, countRows(where, X), y);
}

function widthOf(X: Splittable): number {
  if (isDataFrame(X)) return X.columns.length;
  if (isTensor(X) || X instanceof SparseTensor) return X.shape[1] ?? 1;
  const first = Array.isArray(X) ? X[0] : undefined;
  return Array.isArray(first) ? first.length : 1;
}
