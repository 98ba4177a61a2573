import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { Estimator } from "../base/estimator";
import { checkLabels, checkMatrix, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { type CountedLabels, countLabels } from "./sampling-strategy";

/** Rows and labels after resampling. */
export type Resampled<Rows> = readonly [X: Rows, y: Label[]];

/** What every sampler learns. */
export interface FittedSampler {
  /** The labels, sorted. */
  readonly classes: readonly Label[];
  /** How many rows of each class came out. */
  readonly counts: readonly number[];
}

/** What changes how many rows there are of each class, before a model is fitted. */
export interface Sampler extends Estimator {
  readonly estimatorType: "sampler";
  fitResample(X: never, y: Labels): Resampled<unknown>;
  clone(): Sampler;
}

/**
 * What all samplers share. A sampler has no `transform`: rows that are predicted are never resampled. In a `Pipeline` it
 * works in `fit` alone, so that in cross-validation it sees the training rows only.
 */
export abstract class BaseSampler<Params extends object, State extends object = object>
  extends BaseEstimator<Params, State & FittedSampler>
  implements Sampler
{
  get estimatorType(): "sampler" {
    return "sampler";
  }

  abstract fitResample(X: never, y: Labels): Resampled<unknown>;

  /** The labels, sorted. @throws NotFittedError before `fitResample`. */
  get classes(): readonly Label[] {
    return this.learned("classes").classes;
  }

  /** How many rows of each class came out, in the order of `classes`. @throws NotFittedError before `fitResample`. */
  get classCounts(): readonly number[] {
    return this.learned("classCounts").counts;
  }
}

/** Rows of numbers with the labels of their classes. */
export interface SamplerRows extends CountedLabels {
  /** float64, all finite. */
  readonly X: Tensor;
  readonly features: {
    readonly nFeaturesIn: number;
    readonly featureNamesIn: readonly string[] | undefined;
  };
}

/** Reads rows of numbers and labels. @throws as `checkClassification`. */
export function readRows(where: string, X: Matrix, y: Labels): SamplerRows {
  const { X: read, names } = checkMatrix(where, X);
  const labels = countLabels(checkLabels(where, read.shape[0]!, y));
  return {
    ...labels,
    X: read,
    features: { nFeaturesIn: read.shape[1]!, featureNamesIn: names },
  };
}

/** What a sampler keeps of the labels that came out. */
export function sampledLabels(
  classes: readonly Label[],
  codes: Int32Array,
): { readonly y: Label[]; readonly counts: readonly number[] } {
  const { counts } = countLabels({ classes, codes });
  return { y: Array.from(codes, (code) => classes[code]!), counts };
}
