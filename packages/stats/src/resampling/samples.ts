import {
  checkInteger,
  describeValue,
  ParameterError,
  RandomGenerator,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { isTensor, type Tensor, tensor } from "@gradus/tensor";
import { readSample, type Sample } from "../hypothesis/samples";

/** One sample, or several. */
export type Samples = Sample | readonly Sample[];

/** A number of one sample or several, which must not change them. */
export type Statistic = (...samples: Float64Array[]) => number;

/** A statistic of many resamples at once: of tensors of shape (resamples, n), one number for each of their rows. */
export type BatchStatistic = (...samples: Tensor[]) => Tensor | Float64Array;

/** How resampling goes about its work. */
export interface ResamplingOptions {
  /** Of the random numbers. Default 0. */
  readonly seed?: number;
  /** The statistic takes tensors with one resample a row and gives one number a row; faster. Default false. */
  readonly vectorized?: boolean;
  /** How many resamples a vectorized statistic gets at once. Default: as many as hold a million numbers. */
  readonly batch?: number;
}

/** One resample: each of the samples anew. */
export type Resample = readonly Float64Array[];

/** @throws ShapeError, ValueError as {@link readSample}; ValueError for no sample at all. */
export function readResampled(where: string, data: Samples, least: number): Float64Array[] {
  const isOne = isTensor(data) || ArrayBuffer.isView(data) || typeof data[0] === "number";
  const samples = isOne ? [data as Sample] : (data as readonly Sample[]);
  if (samples.length === 0)
    throw new ValueError(`${where}: expected at least one sample, got none`);
  return samples.map((sample, i) => readSample(where, `sample ${i}`, sample, least));
}

/** @throws ShapeError unless all samples have one length. */
export function checkPaired(where: string, samples: readonly Float64Array[]): void {
  const lengths = samples.map(({ length }) => length);
  if (lengths.some((length) => length !== lengths[0])) {
    throw new ShapeError(`${where}: expected samples of one length, got ${lengths.join(" and ")}`);
  }
}

/** The generator of a seed. @throws ParameterError unless the seed is an integer ≥ 0. */
export function generatorOf(where: string, { seed = 0 }: ResamplingOptions): RandomGenerator {
  return new RandomGenerator(checkInteger(where, "seed", seed));
}

/**
 * The statistic of every resample, one by one or in batches.
 * @throws ParameterError for a statistic that gives something else than numbers, one a resample; ValueError for NaN.
 */
export function statisticsOf(
  where: string,
  statistic: Statistic | BatchStatistic,
  resamples: Iterable<Resample>,
  options: ResamplingOptions = {},
): Float64Array {
  const found: number[] = [];
  const add = (value: unknown) => {
    if (typeof value !== "number") {
      throw new ParameterError(
        `${where}: the statistic must give a number, got ${describeValue(value)}`,
      );
    }
    if (Number.isNaN(value)) throw new ValueError(`${where}: the statistic of a resample is NaN`);
    found.push(value);
  };
  if (!options.vectorized) {
    for (const resample of resamples) add((statistic as Statistic)(...resample));
    return Float64Array.from(found);
  }
  for (const batch of batchesOf(where, resamples, options.batch)) {
    const values = (statistic as BatchStatistic)(...stacked(batch));
    const list = isTensor(values) ? values.data() : values;
    if (!ArrayBuffer.isView(list) || list.length !== batch.length) {
      throw new ParameterError(
        `${where}: a vectorized statistic must give ${batch.length} numbers, one a row, got ${describeValue(list)}`,
      );
    }
    for (const value of list) add(value);
  }
  return Float64Array.from(found);
}

function* batchesOf(
  where: string,
  resamples: Iterable<Resample>,
  batch: number | undefined,
): Generator<Resample[]> {
  if (batch !== undefined) checkInteger(where, "batch", batch, 1);
  let group: Resample[] = [];
  for (const resample of resamples) {
    group.push(resample);
    const length = resample.reduce((sum, sample) => sum + sample.length, 0);
    if (group.length >= (batch ?? Math.ceil(1e6 / length))) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

/** One tensor a sample, with one resample a row. */
function stacked(batch: readonly Resample[]): Tensor[] {
  return batch[0]!.map(({ length }, j) => {
    const rows = new Float64Array(batch.length * length);
    batch.forEach((resample, i) => {
      rows.set(resample[j]!, i * length);
    });
    return tensor(rows, { shape: [batch.length, length] });
  });
}
