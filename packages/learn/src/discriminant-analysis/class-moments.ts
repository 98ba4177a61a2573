import { ValueError } from "@gradus/core";
import { fromWriter, type Tensor } from "@gradus/tensor";
import type { Classified } from "../base/inputs";
import { checkPriors } from "../naive-bayes/base-naive-bayes";

/** The rows of one class, without the class's mean. */
export interface ClassRows {
  /** Each row times the root of its weight, shape (n, nFeatures). */
  readonly rows: Tensor;
  /** The weight of each row; 1 each if absent. */
  readonly weights: Float64Array | undefined;
  /** The sum of the weights. */
  readonly total: number;
}

/** What discriminant analysis needs to know of each class. */
export interface ClassMoments {
  readonly nFeatures: number;
  /** The weight of each class, and of all. */
  readonly counts: Float64Array;
  readonly total: number;
  readonly priors: Float64Array;
  /** The mean of feature j in class k is at k · nFeatures + j. */
  readonly means: Float64Array;
  /** All rows without their class's mean, times the root of their weight; class by class. */
  readonly centred: Tensor;
  /** The rows of one class. */
  part(k: number): ClassRows;
  /** All rows without the mean of all. */
  whole(): ClassRows;
}

/**
 * The means of the classes, and the rows without them. Rows of weight 0 are left out.
 *
 * @throws ValueError unless there are two classes with weight, and more rows, by weight, than classes; and as
 *   `checkPriors`.
 */
export function classMoments(
  where: string,
  { X, codes, classes, weights }: Classified,
  priors: readonly number[] | undefined,
): ClassMoments {
  if (classes.length < 2) {
    throw new ValueError(
      `${where}: expected labels of at least two classes, got only ${classes[0]}`,
    );
  }
  const nFeatures = X.shape[1]!;
  const x = X.data() as Float64Array;
  const w = weights?.data() as Float64Array | undefined;
  const counts = new Float64Array(classes.length);
  codes.forEach((code, i) => {
    counts[code]! += w ? w[i]! : 1;
  });
  const empty = counts.indexOf(0);
  if (empty >= 0) {
    throw new ValueError(
      `${where}: expected rows of weight above 0 of each class, got none of ${classes[empty]}`,
    );
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= classes.length) {
    throw new ValueError(
      `${where}: expected more rows than classes, ${classes.length}, got ${total}${w ? " by weight" : ""}`,
    );
  }
  const means = classMeans(x, nFeatures, codes, counts, w);
  const { order, starts } = byClass(codes, classes.length, w);
  const centred = centre(x, means, order, codes, nFeatures, w);
  return {
    nFeatures,
    counts,
    total,
    priors: priors
      ? Float64Array.from(checkPriors(where, priors, classes.length))
      : counts.map((count) => count / total),
    means,
    centred,
    part: (k) => ({
      rows: centred.slice([starts[k]!, starts[k + 1]!]),
      weights: w && Float64Array.from(order.subarray(starts[k]!, starts[k + 1]!), (i) => w[i]!),
      total: counts[k]!,
    }),
    whole: () => ({
      rows: centre(
        x,
        repeated(middle(means, counts, total), counts.length),
        order,
        codes,
        nFeatures,
        w,
      ),
      weights: w && Float64Array.from(order, (i) => w[i]!),
      total,
    }),
  };
}

function classMeans(
  x: Float64Array,
  nFeatures: number,
  codes: Int32Array,
  counts: Float64Array,
  weights: Float64Array | undefined,
): Float64Array {
  const means = new Float64Array(counts.length * nFeatures);
  for (let i = 0; i < codes.length; i++) {
    const weight = weights ? weights[i]! : 1;
    const to = codes[i]! * nFeatures;
    const from = i * nFeatures;
    for (let j = 0; j < nFeatures; j++) means[to + j]! += weight * x[from + j]!;
  }
  return means.map((sum, at) => sum / counts[Math.floor(at / nFeatures)]!);
}

/** The mean of all rows. */
function middle(means: Float64Array, counts: Float64Array, total: number): Float64Array {
  const nFeatures = means.length / counts.length;
  const sums = new Float64Array(nFeatures);
  means.forEach((mean, at) => {
    sums[at % nFeatures]! += mean * counts[Math.floor(at / nFeatures)]!;
  });
  return sums.map((sum) => sum / total);
}

function repeated(row: Float64Array, times: number): Float64Array {
  return Float64Array.from({ length: times * row.length }, (_, at) => row[at % row.length]!);
}

/** The rows with weight, class by class, and where each class starts. */
function byClass(
  codes: Int32Array,
  nClasses: number,
  weights: Float64Array | undefined,
): { order: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(nClasses + 1);
  codes.forEach((code, i) => {
    if (!weights || weights[i]! > 0) starts[code + 1]!++;
  });
  for (let k = 0; k < nClasses; k++) starts[k + 1]! += starts[k]!;
  const next = starts.slice();
  const order = new Int32Array(starts[nClasses]!);
  codes.forEach((code, i) => {
    if (!weights || weights[i]! > 0) order[next[code]!++] = i;
  });
  return { order, starts };
}

function centre(
  x: Float64Array,
  means: Float64Array,
  order: Int32Array,
  codes: Int32Array,
  nFeatures: number,
  weights: Float64Array | undefined,
): Tensor {
  return fromWriter([order.length, nFeatures], "float64", (out) => {
    for (let place = 0; place < order.length; place++) {
      const i = order[place]!;
      const root = weights ? Math.sqrt(weights[i]!) : 1;
      const mean = codes[i]! * nFeatures;
      const [from, to] = [i * nFeatures, place * nFeatures];
      for (let j = 0; j < nFeatures; j++) out[to + j] = root * (x[from + j]! - means[mean + j]!);
    }
  });
}
