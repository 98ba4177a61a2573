import type { Targets } from "../base/inputs";
import { encodeLabels, type Labels, sortLabels } from "../base/labels";
import { rowWeights } from "./label-pairs";
import { type LogLossOptions, logLoss } from "./log-loss";
import { sharesKept } from "./regression";

/**
 * The share of the log loss that predictions save: 1 − logLoss(p) / logLoss(the shares of the classes in yTrue). 1 is
 * perfect, 0 is as good as the shares, and it may be negative; NaN for a single row.
 *
 * @param yTrue labels
 * @param yProba of the second of two classes, shape (nSamples,), or of each, shape (nSamples, nClasses)
 * @throws as `logLoss`
 * @example
 * ```ts
 * d2LogLossScore([0, 0, 1, 1], [0.5, 0.5, 0.5, 0.5]); // → 0
 * ```
 */
export function d2LogLossScore(
  yTrue: Labels,
  yProba: Targets,
  options: Omit<LogLossOptions, "normalize"> = {},
): number {
  const { sampleWeight, labels } = options;
  const lost = logLoss(yTrue, yProba, options);
  const { classes: present, codes } = encodeLabels("d2LogLossScore", "yTrue", yTrue);
  if (codes.length < 2) return Number.NaN;
  const classes = sortLabels(new Set([...(labels ?? []), ...present]));
  const { weights } = rowWeights("d2LogLossScore", sampleWeight, codes.length);
  const shares = new Float64Array(classes.length);
  let sum = 0;
  codes.forEach((code, i) => {
    shares[classes.indexOf(present[code]!)]! += weights[i]!;
    sum += weights[i]!;
  });
  const constant = Array.from(codes, () => Array.from(shares, (share) => share / sum));
  const total = logLoss(yTrue, constant, { ...options, labels: classes });
  return sharesKept([lost], [total])[0]!;
}
