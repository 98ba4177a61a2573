import { kurtosis, skew } from "@gradus/stats";
import { mean, quantileSorted, variance } from "../column/statistics";
import { equalBins, integerBins } from "./histogram";
import type { NumberProfile, ProfileOutliers } from "./types";

const FENCE = 1.5;
const FAR = 3;
const MOST_EXAMPLES = 5;
/** What people write where they know nothing. */
const NINES = [9, 99, 999, 9999, 99999, 999999];

/** What a profile tells of numbers, none of them NaN. */
export function profileNumbers(
  values: Float64Array,
  { bins, whole }: { readonly bins: number; readonly whole: boolean },
): NumberProfile {
  const sorted = values.toSorted();
  const finite = values.filter(Number.isFinite);
  const infinite = values.length - finite.length;
  const [q25, median, q75] = [0.25, 0.5, 0.75].map((q) => quantileSorted(sorted, q));
  return {
    mean: mean(values),
    std: Math.sqrt(variance(values, 1)),
    min: quantileSorted(sorted, 0),
    q25: q25!,
    median: median!,
    q75: q75!,
    max: quantileSorted(sorted, 1),
    skewness: moment(skew, finite, infinite, 3),
    kurtosis: moment(kurtosis, finite, infinite, 4),
    zeros: countWhere(values, (value) => value === 0),
    negative: countWhere(values, (value) => value < 0),
    infinite,
    ...findPlaceholder(sorted, q25!, median!, q75!),
    outliers: findOutliers(sorted, q25!, q75!),
    histogram: whole ? integerBins(finite, bins) : equalBins(finite, bins),
  };
}

/** As pandas: nothing for too few numbers or infinite ones, 0 where all are equal. */
function moment(of: typeof skew, finite: Float64Array, infinite: number, least: number): number {
  if (infinite > 0 || finite.length < least) return Number.NaN;
  return finite.every((value) => value === finite[0]) ? 0 : of(finite, { bias: false });
}

function findOutliers(sorted: Float64Array, q25: number, q75: number): ProfileOutliers {
  const range = q75 - q25;
  const [lowerFence, upperFence] = [q25 - FENCE * range, q75 + FENCE * range];
  const outside = sorted.filter((value) => value < lowerFence || value > upperFence);
  const [low, high] = [q25 - FAR * range, q75 + FAR * range];
  const distance = (value: number) => Math.max(q25 - value, value - q75);
  const examples = [...new Set(outside)].sort((a, b) => distance(b) - distance(a));
  return {
    lowerFence,
    upperFence,
    count: outside.length,
    far: countWhere(outside, (value) => value < low || value > high),
    examples: examples.slice(0, MOST_EXAMPLES),
  };
}

/** The end of the numbers, if people write it where they know nothing and it stands apart from the rest. */
function findPlaceholder(
  sorted: Float64Array,
  q25: number,
  median: number,
  q75: number,
): Pick<NumberProfile, "placeholder"> {
  const [min, max] = [sorted[0]!, sorted.at(-1)!];
  const next = sorted.find((value) => value > min);
  const before = sorted.findLast((value) => value < max);
  if (next === undefined || before === undefined) return {};
  const made = (value: number) => ({
    placeholder: { value, count: countWhere(sorted, (one) => one === value) },
  });
  const fence = FENCE * (q75 - q25);
  if (NINES.includes(max) && max > q75 + fence && max - before > before - median) return made(max);
  // Below zero where nothing else is; not the −1 of a scale from −1 to 1.
  if (NINES.includes(-min) || min === -1) {
    if (next >= 0 && (next > 0 || q25 >= 5)) return made(min);
  }
  if (NINES.includes(-min) && min < q25 - fence && next - min > median - next) return made(min);
  return min === 0 && q25 - fence > 0 && next > median - next ? made(0) : {};
}

function countWhere(values: Float64Array, test: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (test(value)) count++;
  return count;
}
