import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  ParameterError,
  RandomGenerator,
  ShapeError,
} from "@gradus/core";

/** How rows are drawn. */
export interface SampleOptions<N extends string = string> {
  /** How many rows. Default 1, unless `fraction` is given. */
  readonly n?: number;
  /** How many rows as a share of the table's. */
  readonly fraction?: number;
  /** Whether a row may be drawn again. Default false. */
  readonly replace?: boolean;
  /** How likely each row is drawn, up to a factor: numbers, or the name of a column of them. Missing ones are 0. */
  readonly weights?: N | ArrayLike<number>;
  /** Seed of the random numbers. Default 0. */
  readonly seed?: number;
}

/** Rows drawn at random, in the order in which they were drawn. */
export function drawRows(
  where: string,
  nRows: number,
  options: SampleOptions,
  weights: ArrayLike<number> | undefined,
): Int32Array {
  const { replace = false, seed = 0 } = options;
  checkBoolean(where, "replace", replace);
  const n = sampleSize(where, nRows, options);
  const random = new RandomGenerator(seed);
  const shares = weights && checkedWeights(where, weights, nRows);
  const available = shares ? shares.filter((share) => share > 0).length : nRows;
  if (n > 0 && (replace ? available === 0 : n > available)) {
    throw new ParameterError(
      `${where}: expected at most ${available} rows to draw without replacement, got ${n}`,
    );
  }
  if (!shares) {
    if (!replace) return random.permutation(nRows).slice(0, n);
    return Int32Array.from({ length: n }, () => random.integer(0, nRows));
  }
  return replace ? drawAgain(shares, n, random) : drawOnce(shares, n, random);
}

function sampleSize(where: string, nRows: number, { n, fraction }: SampleOptions): number {
  if (n !== undefined && fraction !== undefined) {
    throw new ParameterError(`${where}: expected n or fraction, got both`);
  }
  if (fraction === undefined) return checkInteger(where, "n", n ?? 1);
  return Math.round(checkNonNegative(where, "fraction", fraction) * nRows);
}

function checkedWeights(where: string, weights: ArrayLike<number>, nRows: number): Float64Array {
  if (weights.length !== nRows) {
    throw new ShapeError(`${where}: expected ${nRows} weights, got ${weights.length}`);
  }
  return Float64Array.from(weights, (weight, row) => {
    if (Number.isNaN(weight)) return 0;
    return checkNonNegative(where, `weight of row ${row}`, weight);
  });
}

/** Each draw by its place in the running sum of the weights. */
function drawAgain(shares: Float64Array, n: number, random: RandomGenerator): Int32Array {
  const sums = new Float64Array(shares.length);
  let total = 0;
  for (let i = 0; i < shares.length; i++) sums[i] = total += shares[i]!;
  return Int32Array.from({ length: n }, () => {
    const place = random.uniform() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > place) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

/** The n first of exponential waiting times with the weights as rates (Efraimidis and Spirakis, 2006). */
function drawOnce(shares: Float64Array, n: number, random: RandomGenerator): Int32Array {
  const times = Float64Array.from(shares, (share) => -Math.log(1 - random.uniform()) / share);
  const rows = Int32Array.from(shares, (_, i) => i).filter((i) => shares[i]! > 0);
  return rows.sort((i, j) => times[i]! - times[j]!).slice(0, n);
}
