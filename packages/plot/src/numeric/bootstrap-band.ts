import { checkInteger, RandomState } from "@gradus/core";
import { linearFit } from "./linear-fit";
import { quantile } from "./quantiles";

/** Where a band ends at each point. */
export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * Between which values the lines of least squares through `nBoot` resamples of the points lie, at each of `at`, but for
 * the outer parts on either side: seaborn's band, number for number for `seed=np.random.RandomState(seed)`. A resample
 * with a single x has no line and is left out.
 *
 * @throws ParameterError unless nBoot is an integer from 2 and the seed one from 0 to 2³² − 1.
 */
export function bootstrapBand(
  where: string,
  { x, y }: { readonly x: readonly number[]; readonly y: readonly number[] },
  at: readonly number[],
  options: { readonly confidence: number; readonly nBoot: number; readonly seed: number },
): Band {
  checkInteger(where, "nBoot", options.nBoot, 2);
  const random = new RandomState(options.seed);
  const n = x.length;
  const lines = Array.from({ length: options.nBoot }, () => {
    const places = Array.from({ length: n }, () => random.integer(0, n));
    return linearFit(
      places.map((i) => x[i]!),
      places.map((i) => y[i]!),
    );
  }).filter(({ slope }) => Number.isFinite(slope));
  const tail = (1 - options.confidence) / 2;
  const ends = at.map((point) => {
    const heights = Float64Array.from(lines, (line) => line.at(point)).sort();
    return [quantile(heights, tail), quantile(heights, 1 - tail)] as const;
  });
  return { low: ends.map(([low]) => low), high: ends.map(([, high]) => high) };
}
