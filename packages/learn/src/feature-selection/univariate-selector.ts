import { ParameterError, warn } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyMatrix } from "../base/sparse-inputs";
import { BaseSelector, type FittedSupport } from "./base-selector";
import {
  checkScoreFunction,
  type FoundScores,
  type ScoreFunction,
  scoreFeatures,
} from "./score-function";

/** The option that all share that score features one by one. */
export interface UnivariateOptions {
  /** What scores features. Default "fClassif". */
  readonly scoreFunc?: ScoreFunction;
}

/** What scoring teaches. */
export interface FittedScores extends FittedSupport, FoundScores {}

/** What all share that keep the features whose own scores are good. */
export abstract class UnivariateSelector<Params extends object> extends BaseSelector<
  Params,
  FittedScores
> {
  readonly scoreFunc: ScoreFunction;

  protected constructor(where: string, { scoreFunc = "fClassif" }: UnivariateOptions) {
    super();
    this.scoreFunc = checkScoreFunction(where, scoreFunc);
  }

  /** 1 for each feature to keep. */
  protected abstract choose(found: FoundScores): Uint8Array;

  /**
   * Scores the features and chooses. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels or targets, as the score function wants them
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, and without y;
   *   and what the score function throws.
   */
  fit(X: AnyMatrix, y?: Targets | Labels): this {
    const where = `${this.typeName}.fit`;
    const { X: read, names } = checkAnyMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    const found = scoreFeatures(where, this.scoreFunc, [read, y], nFeaturesIn);
    const support = this.choose(found);
    return this.keep({ ...found, support, nFeaturesIn, featureNamesIn: names });
  }

  /** The score of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get scores(): Tensor {
    return tensor(this.learned("scores").scores);
  }

  /** The p-value of each feature, if the score function is a test. @throws NotFittedError before `fit`. */
  get pvalues(): Tensor | undefined {
    const { pvalues } = this.learned("pvalues");
    return pvalues && tensor(pvalues);
  }
}

/** 1 for the k highest scores; of equal ones the later; NaN is below all. */
export function highest(where: string, { scores }: FoundScores, k: number | "all"): Uint8Array {
  const n = scores.length;
  const support = new Uint8Array(n);
  if (k !== "all" && k > n) {
    warn("data", `${where}: expected at least ${k} features (k), got ${n}, which are all kept`);
  }
  const most = k === "all" ? n : Math.min(k, n);
  const order = [...scores.keys()].sort((a, b) => clean(scores[b]!) - clean(scores[a]!) || b - a);
  for (const j of order.slice(0, most)) support[j] = 1;
  return support;
}

/** 1 for scores in the highest percentile; of equal ones at its border the first, as many as there is room for. */
export function highestPercentile({ scores }: FoundScores, percentile: number): Uint8Array {
  if (percentile === 100) return new Uint8Array(scores.length).fill(1);
  if (percentile === 0) return new Uint8Array(scores.length);
  const cleaned = scores.map(clean);
  const border = percentileOf(cleaned, 100 - percentile);
  const support = Uint8Array.from(cleaned, (score) => (score > border ? 1 : 0));
  let room = Math.floor((scores.length * percentile) / 100) - support.filter(Boolean).length;
  for (let j = 0; j < cleaned.length && room > 0; j++) {
    if (cleaned[j] !== border) continue;
    support[j] = 1;
    room--;
  }
  return support;
}

/** The p-values of a test. @throws ParameterError if the score function gives none. */
export function pvaluesOf(where: string, { pvalues }: FoundScores): Float64Array {
  if (pvalues) return pvalues;
  throw new ParameterError(
    `${where}: scoreFunc must give p-values, as chi2, fClassif and fRegression do, got scores alone`,
  );
}

/** 1 for p-values below α. */
export function below(pvalues: Float64Array, alpha: number): Uint8Array {
  return Uint8Array.from(pvalues, (p) => (p < alpha ? 1 : 0));
}

/** 1 for p-values that Benjamini and Hochberg's procedure keeps at the false discovery rate α. */
export function belowDiscoveryRate(pvalues: Float64Array, alpha: number): Uint8Array {
  const n = pvalues.length;
  const sorted = pvalues.slice().sort();
  const last = sorted.findLastIndex((p, k) => p <= (alpha / n) * (k + 1));
  if (last < 0) return new Uint8Array(n);
  return Uint8Array.from(pvalues, (p) => (p <= sorted[last]! ? 1 : 0));
}

function clean(score: number): number {
  return Number.isNaN(score) ? -Number.MAX_VALUE : score;
}

/** The R-7 quantile. */
function percentileOf(values: Float64Array, percent: number): number {
  const sorted = values.slice().sort();
  const at = (percent / 100) * (sorted.length - 1);
  const low = Math.floor(at);
  const next = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return low === at ? sorted[low]! : sorted[low]! + (at - low) * (next - sorted[low]!);
}
