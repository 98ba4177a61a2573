import { checkBetween, ValueError } from "@gradus/core";
import { studentizedRange } from "../distributions/studentized-range";
import { type Interval, meanOf, readSamples, type Sample, total } from "./samples";

/** Two groups that {@link tukeyHSD} compares. */
export interface TukeyPair {
  /** The places of the groups, the first below the second. */
  readonly groups: readonly [number, number];
  /** The mean of the first less that of the second. */
  readonly difference: number;
  readonly pvalue: number;
  /** Of the difference; all of them hold together with the confidence. */
  readonly confidenceInterval: Interval;
}

/**
 * Tukey's honestly significant differences: which pairs of groups differ in their means, with p-values and intervals
 * that hold for all pairs together, for normal numbers of one variance (Tukey and Kramer's form for unequal sizes).
 *
 * @throws ValueError for fewer than 2 groups, fewer than 2 numbers in one, numbers that are not finite or groups
 * without any variance; ParameterError for a confidence that is not between 0 and 1.
 * @see Tukey (1949), Biometrics 5(2), 99–114; Kramer (1956), Biometrics 12(3), 307–310.
 * @example
 * ```ts
 * const [first] = tukeyHSD([[24.5, 23.5, 26.4, 27.1, 29.9], [28.4, 34.2, 29.5, 32.2, 30.1], [26.1, 28.3, 24.3, 26.2, 27.8]]);
 * first!.difference.toFixed(2); // → -4.60
 * first!.pvalue.toFixed(5); // → 0.01445
 * ```
 */
export function tukeyHSD(
  groups: readonly Sample[],
  { confidenceLevel = 0.95 }: { readonly confidenceLevel?: number } = {},
): TukeyPair[] {
  const where = "tukeyHSD";
  checkBetween(where, "confidenceLevel", confidenceLevel, [0, 1]);
  const samples = readSamples(where, groups, { leastEach: 2 });
  const means = samples.map(meanOf);
  const df = samples.reduce((sum, { length }) => sum + length - 1, 0);
  const within = samples.reduce(
    (sum, sample, i) => sum + total(sample, (value) => (value - means[i]!) ** 2),
    0,
  );
  if (within === 0) throw new ValueError(`${where}: expected groups that vary, got constant ones`);
  const range = studentizedRange({ k: samples.length, df });
  const critical = range.isf(1 - confidenceLevel);
  return samples.flatMap((a, i) =>
    samples.slice(i + 1).map((b, offset): TukeyPair => {
      const j = i + 1 + offset;
      const error = Math.sqrt((within / df / 2) * (1 / a.length + 1 / b.length));
      const difference = means[i]! - means[j]!;
      return {
        groups: [i, j],
        difference,
        pvalue: range.sf(Math.abs(difference) / error),
        confidenceInterval: [difference - critical * error, difference + critical * error],
      };
    }),
  );
}
