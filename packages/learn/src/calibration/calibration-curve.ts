import { checkInteger, checkOneOf, ShapeError, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { checkTargets, type Targets } from "../base/inputs";
import { encodeLabels, type Label, type Labels } from "../base/labels";
import { positiveLabel } from "../metrics/label-pairs";

/** What `calibrationCurve` can be told. */
export interface CalibrationCurveOptions {
  /** The positive one of two classes. Default 1, or true; others have none. */
  readonly posLabel?: Label;
  /** How many bins the probabilities are put into. Default 5. */
  readonly nBins?: number;
  /** Bins of one width ("uniform") or of as many rows each ("quantile"). Default "uniform". */
  readonly strategy?: "uniform" | "quantile";
}

/** A point for each bin that has rows. */
export interface CalibrationCurve {
  /** The share of the rows that are positive, shape (nBins,) or less. */
  readonly probTrue: Tensor;
  /** The mean of the probabilities that were predicted, shape (nBins,) or less. */
  readonly probPred: Tensor;
}

/**
 * How often the positive class came, where it was predicted with some probability: rows are put into bins by the
 * probability. On the diagonal, probabilities are what they say.
 *
 * @param yTrue labels of two classes, shape (nSamples,)
 * @param yProb the probability of the positive class, shape (nSamples,)
 * @throws ShapeError if the shapes do not fit; ValueError for more than two classes and for values outside of 0 to 1;
 *   ParameterError for options that cannot be.
 * @see Niculescu-Mizil and Caruana (2005), International Conference on Machine Learning 22, 625–632.
 * @example
 * ```ts
 * const y = [0, 0, 0, 0, 1, 1, 1, 1, 1];
 * const p = [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1];
 * calibrationCurve(y, p, { nBins: 3 }).probTrue.toArray(); // → [0, 0.5, 1]
 * ```
 */
export function calibrationCurve(
  yTrue: Labels,
  yProb: Targets,
  { posLabel, nBins = 5, strategy = "uniform" }: CalibrationCurveOptions = {},
): CalibrationCurve {
  const where = "calibrationCurve";
  checkInteger(where, "nBins", nBins, 1);
  checkOneOf(where, "strategy", strategy, ["uniform", "quantile"]);
  const { classes, codes } = encodeLabels(where, "yTrue", yTrue);
  if (classes.length > 2) {
    throw new ValueError(`${where}: expected labels of two classes, got ${classes.length}`);
  }
  const { Y, isVector } = checkTargets(where, "yProb", yProb);
  if (!isVector || Y.shape[0] !== codes.length) {
    throw new ShapeError(
      `${where}: expected yProb of shape (${codes.length},), got shape (${Y.shape.join(", ")})`,
    );
  }
  const shares = Y.data() as Float64Array;
  const outside = shares.findIndex((share) => share < 0 || share > 1);
  if (outside >= 0) {
    throw new ValueError(
      `${where}: expected yProb between 0 and 1, got ${shares[outside]} at row ${outside}`,
    );
  }
  const positive = classes.indexOf(positiveLabel(where, classes, posLabel));
  const edges = innerEdges(shares, nBins, strategy);
  return curveOf(shares, codes, { positive, edges });
}

/** The borders between bins. */
function innerEdges(
  shares: Float64Array,
  nBins: number,
  strategy: "uniform" | "quantile",
): Float64Array {
  const steps = Float64Array.from({ length: nBins - 1 }, (_, k) => (k + 1) / nBins);
  if (strategy === "uniform") return steps;
  const sorted = shares.slice().sort();
  return steps.map((step) => {
    const place = step * (sorted.length - 1);
    const [low, part] = [Math.floor(place), place % 1];
    const next = sorted[Math.min(low + 1, sorted.length - 1)]!;
    return sorted[low]! + part * (next - sorted[low]!);
  });
}

interface Bins {
  readonly positive: number;
  readonly edges: Float64Array;
}

function curveOf(shares: Float64Array, codes: Int32Array, { positive, edges }: Bins) {
  const size = edges.length + 1;
  const [hits, sums, counts] = [0, 1, 2].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  shares.forEach((share, i) => {
    // A share on a border is in the lower bin.
    const found = edges.findIndex((edge) => share <= edge);
    const bin = found < 0 ? edges.length : found;
    hits[bin]! += Number(codes[i] === positive);
    sums[bin]! += share;
    counts[bin]! += 1;
  });
  const isFilled = (_: number, bin: number) => counts[bin]! > 0;
  return {
    probTrue: tensor(hits.map((hit, bin) => hit / counts[bin]!).filter(isFilled)),
    probPred: tensor(sums.map((sum, bin) => sum / counts[bin]!).filter(isFilled)),
  };
}
