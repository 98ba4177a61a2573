import type { Targets, Weights } from "../base/inputs";
import { type Label, type Labels, readLabels, sortLabels } from "../base/labels";
import { rowWeights } from "./label-pairs";
import { checkClassRows, readScoreMatrix } from "./score-matrix";

/** What `hingeLoss` can be told. */
export interface HingeLossOptions {
  /** The classes of the columns, sorted, if yTrue may lack some. */
  readonly labels?: readonly Label[];
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/**
 * The mean hinge loss max(0, 1 − m). The margin m is ±f for the decision f of two classes, and for more
 * the decision of the true class less the largest other one.
 *
 * @param yTrue labels; of two classes the larger one is positive
 * @param predDecision decisions, shape (nSamples,), or (nSamples, nClasses)
 * @throws ShapeError unless there is a row of decisions for each label; ValueError for another number of
 *   columns than of classes.
 * @see Crammer and Singer (2001), On the algorithmic implementation of multiclass kernel-based vector
 *   machines, JMLR 2, 265–292.
 * @example
 * ```ts
 * hingeLoss([-1, 1, 1], [-2.2, 2.4, 0.1]).toFixed(1); // → 0.3
 * ```
 */
export function hingeLoss(
  yTrue: Labels,
  predDecision: Targets,
  { labels, sampleWeight }: HingeLossOptions = {},
): number {
  const where = "hingeLoss";
  const decisions = readScoreMatrix(where, "predDecision", predDecision);
  const classes = labels ?? sortLabels(new Set(readLabels(where, "yTrue", yTrue)));
  const isBinary = decisions.nColumns === 1 && classes.length <= 2;
  // A single decision stands for both classes.
  const columns = isBinary ? { ...decisions, nColumns: classes.length } : decisions;
  const { codes } = checkClassRows(where, yTrue, columns, labels);
  const { weights } = rowWeights(where, sampleWeight, codes.length);
  const positive = classes.length - 1;
  let [loss, total] = [0, 0];
  codes.forEach((code, i) => {
    const decision = decisions.values[i]!;
    const margin = isBinary
      ? decision * (code === positive ? 1 : -1)
      : marginOf(
          decisions.values.subarray(i * decisions.nColumns, (i + 1) * decisions.nColumns),
          code,
        );
    loss += weights[i]! * Math.max(0, 1 - margin);
    total += weights[i]!;
  });
  return loss / total;
}

function marginOf(decisions: Float64Array, code: number): number {
  const others = decisions.filter((_, k) => k !== code);
  return decisions[code]! - Math.max(...others);
}
